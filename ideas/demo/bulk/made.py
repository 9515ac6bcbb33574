"""Ideas put together from building blocks: what they say, who wrote them, what became of them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from itertools import product

from ideas.core.rich_text import RichText
from ideas.demo import texts
from ideas.demo.stage import Stage
from ideas.ideation.actions import Texts
from ideas.ideation.models import Status
from ideas.people.models import Person

# The first ones are selected and become projects: a full board, also in a small bulk.
CARDS = 200
# Of a hundred ideas so many end like this; the others wait for their decision.
ENDS = ((62, Status.DECLINED), (5, Status.DEFERRED), (6, Status.SELECTED))
HUNDRED = 100
# The bulk was handed in before everything else, over so many days up to so many days ago.
SPAN, LATEST = 1360, 900


@dataclass
class Made:
    """One idea of the bulk; it learns its id and number when it is written."""

    texts: Texts
    author: Person
    topic_id: int
    quality: int
    status: Status
    drafted: datetime
    submitted: datetime
    published: datetime
    screened: datetime
    supporters: list[Person]
    comments: int
    deferred_until: date | None = None
    id: int = 0
    number: tuple[int, int] = (0, 0)

    @property
    def public_number(self) -> str:
        """Return the number that people call the idea by."""
        return f"{self.number[0]}-{self.number[1]:04}"


@cache
def rendered(source: str) -> RichText:
    """Return the text with its HTML; each distinct one is rendered once."""
    return RichText.write(source)


def make(stage: Stage, count: int) -> list[Made]:
    """Return so many ideas in the order in which they were handed in."""
    last, calendar = LATEST, stage.calendar
    moments = sorted(calendar.ago(last + stage.rng.randrange(SPAN)) for _n in range(count))
    made = [
        _one(stage, title, at) for title, at in zip(_titles(stage, count), moments, strict=True)
    ]
    for one in made[: min(CARDS, count // 4)]:
        one.status, one.deferred_until = Status.SELECTED, None
    return made


def _titles(stage: Stage, count: int) -> list[str]:
    """Return so many different titles."""
    parts = texts.read("building_blocks")["title_parts"]
    teams = [team["name"] for team in texts.read("house")["teams"]]
    every = list(product(parts["what"], parts["for"], teams))
    return [f"{what} {whom} ({team})" for what, whom, team in stage.rng.sample(every, count)]


def _one(stage: Stage, title: str, submitted: datetime) -> Made:
    blocks, rng = texts.read("building_blocks"), stage.rng
    said = Texts(
        title=title,
        problem="\n\n".join(rng.sample(blocks["problem"], 2)),
        proposal="\n\n".join(rng.sample(blocks["proposal"], 2)),
        benefit=rng.choice(blocks["benefit"]),
    )
    status = _end(rng.randrange(HUNDRED))
    published = submitted + timedelta(hours=rng.randint(2, 40))
    later = stage.today + timedelta(days=rng.randint(60, 360))
    return Made(
        texts=said,
        author=rng.choice(stage.cast.staff_of("")),
        topic_id=rng.choice(list(stage.topics.values())).id,
        quality=rng.choice([1, 2, 2, 3, 3, 3, 4, 4, 5]),
        status=status,
        drafted=submitted - timedelta(minutes=rng.randint(10, 90)),
        submitted=submitted,
        published=published,
        screened=published + timedelta(hours=rng.randint(20, 150)),
        supporters=rng.sample(stage.cast.everybody, rng.choice([0, 0, 1, 2, 3, 5])),
        comments=rng.choice([5, 5, 5, 6]),
        deferred_until=later if status == Status.DEFERRED else None,
    )


def _end(chance: int) -> Status:
    for share, status in ENDS:
        chance -= share
        if chance < 0:
            return status
    return Status.EVALUATED


def paragraphs(source: str) -> RichText:
    """Return a text made of blocks, whose paragraphs are rendered one by one."""
    blocks = source.split("\n\n") if source else []
    return RichText(source, "".join(rendered(block).html for block in blocks))
