"""An empty house whose people come in as they do in life: invited by mail, role by role."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.journeys.desk import Desk, letter
from tests.server import ROOT, House

PASSWORD = "ein langes Kennwort"
ROLES = {
    "anna": ("Anna", "Albrecht", ["Beschäftigte"]),
    "bernd": ("Bernd", "Brandt", ["Beschäftigte", "Mitglied der Projektlenkungsgruppe"]),
    "emine": ("Emine", "Erdem", ["Beschäftigte", "Mitglied der Projektlenkungsgruppe"]),
    "jan": ("Jan", "Jansen", ["Beschäftigte", "Mitglied der Projektlenkungsgruppe"]),
    "doris": ("Doris", "Dehn", ["Beschäftigte", "Vorsitz der Projektlenkungsgruppe"]),
    "clara": ("Clara", "Claußen", ["Beschäftigte", "Ideenkoordination"]),
    "olaf": ("Olaf", "Özdemir", ["Beschäftigte"]),
}


@dataclass(frozen=True)
class Staff:
    """The people of one house, each at a desk."""

    house: House
    anna: Desk
    bernd: Desk
    emine: Desk
    jan: Desk
    doris: Desk
    clara: Desk
    olaf: Desk


def address(name: str) -> str:
    return f"{name}@jobcenter.example"


def invite_everybody(house: House, armin: Desk, newcomer: Desk) -> None:
    """Let the first administrator in by the command, and everybody else through him."""
    said = run(house, "invite", address("armin"), "--role", "administrator",
               "--given-name", "Armin", "--family-name", "Ahlers")  # fmt: skip
    assert f"{address('armin')} ist eingeladen." in said
    accept(armin, said, "Armin Ahlers")
    sign_in(armin, "armin")
    armin.menu("Personen")
    for name, (given, family, roles) in ROLES.items():
        armin.follow("Jemanden einladen")
        armin.fill(given_name=given, family_name=family, email=address(name), unit="Team Leistung")
        armin.tick(*roles)
        armin.press("Einladen")
        armin.sees(f"{given} {family} ist eingeladen; die Mail ist unterwegs.")
    for name, (given, family, _roles) in ROLES.items():
        accept(newcomer, letter(house, address(name), "eingeladen"), f"{given} {family}")
    armin.visit("/personen")
    assert armin.text.count(" aktiv") == len(ROLES) + 1


def accept(desk: Desk, invitation: str, name: str) -> None:
    """Follow the link of an invitation and choose a password."""
    link = re.search(r"http://\S+/einladung/\S+", invitation).group()
    desk.visit(urlsplit(link).path)
    desk.sees(f"Willkommen, {name}")
    desk.fill(password=PASSWORD, again=PASSWORD)
    desk.press("Kennwort setzen")
    desk.sees("Ihr Kennwort ist gesetzt. Bitte melden Sie sich an.")
    desk.visit(urlsplit(link).path, status=404)


def sign_in(desk: Desk, name: str) -> None:
    desk.visit("/anmelden")
    desk.fill(email=address(name), password=PASSWORD)
    desk.press("Anmelden")
    desk.sees("Guten Tag, ")


def run(house: House, *command: str) -> str:
    """Run a command of the house beside its server."""
    environment = os.environ | {
        "IDEAS_DATA_DIR": str(house.data_dir),
        "PORT": str(urlsplit(house.url).port),
    }
    line = [sys.executable, "-m", "flask", "--app", "wsgi", *command]
    done = subprocess.run(
        line, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
