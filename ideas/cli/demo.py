"""The command that fills an empty house with the demonstration."""

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from ideas.cli.house_command import HouseCommand
from ideas.demo.actions import FEWEST, PEOPLE, load_demo

MOST_PEOPLE, MOST_IDEAS = 10_000, 20_000
PERCENT = 100


@click.command(cls=HouseCommand)
@click.option("--seed", default=1, show_default=True, help="Gleiche Zahl, gleiche Demonstration.")
@click.option(
    "--people",
    type=click.IntRange(FEWEST, MOST_PEOPLE),
    default=PEOPLE,
    show_default=True,
    help="So viele Menschen arbeiten im Haus.",
)
@click.option(
    "--ideas",
    type=click.IntRange(0, MOST_IDEAS),
    help="So viele Ideen; ohne Angabe die ausgeschriebenen, darüber hinaus erzeugte.",
)
@click.option(
    "--today",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Der Tag, von dem zurückgerechnet wird; ohne Angabe heute.",
)
@click.option(
    "--out",
    type=click.Path(dir_okay=False, allow_dash=True, writable=True),
    default="-",
    show_default=True,
    help="Wohin die Anmeldedaten geschrieben werden (JSON); - druckt sie.",
)
def demo_command(
    seed: int, people: int, ideas: int | None, today: datetime | None, out: str
) -> None:
    """Ein leeres Haus mit der Demonstration füllen."""
    with click.progressbar(length=PERCENT, label="Demonstration", file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.update(PERCENT * done // total - bar.pos)

        signs = load_demo(
            seed=seed, people=people, ideas=ideas, today=_day(today), progress=advance
        )
    text = json.dumps(signs, ensure_ascii=False, indent=1)
    if out == "-":
        click.echo(text)
    else:
        Path(out).write_text(text + "\n", encoding="utf-8")
        click.echo(f"{len(signs)} Anmeldedaten stehen in {out}.")


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
