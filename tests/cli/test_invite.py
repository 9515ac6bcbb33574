"""The first administrator comes in by a command."""

import re

from ideas.core import database
from ideas.people.models import Role, Standing
from ideas.people.queries import find_by_email


def test_the_link_that_is_printed_opens_the_house(house, run, browse):
    assert house.in_transaction()
    result = run("invite", "chefin@jobcenter.example", "--role", "administrator")
    assert result.exit_code == 0
    link = re.search(r"http://127\.0\.0\.1:8000(/einladung/\w+)", result.output)[1]
    words = {"password": "ein langes Kennwort", "again": "ein langes Kennwort"}
    browse().get(link).submit("Kennwort setzen", **words)
    with database.transaction():
        person = find_by_email("chefin@jobcenter.example")
        assert (person.standing, person.roles) == (Standing.ACTIVE, {Role.ADMINISTRATOR})


def test_it_says_where_the_mail_goes(house, run):
    assert house.in_transaction()
    assert "wird die Mail zur Datei in" in run("invite", "neu@jobcenter.example").output


def test_several_roles_and_a_team_can_be_given(house, run):
    assert house.in_transaction()
    roles = ("--role", "employee", "--role", "chair")
    names = ("--given-name", "Erna", "--family-name", "Ernst", "--team", "Team Leistung")
    run("invite", "erna@jobcenter.example", *roles, *names)
    with database.transaction():
        person = find_by_email("erna@jobcenter.example")
        assert person.roles == {Role.EMPLOYEE, Role.CHAIR}
        assert (person.name, person.unit.name) == ("Erna Ernst", "Team Leistung")


def test_bad_arguments_end_with_a_sentence_and_2(house, run, anna):
    assert house.in_transaction()
    for arguments, sentence in (
        (("kein-at-zeichen",), "ist keine E-Mail-Adresse"),
        ((anna.email,), "anna@jobcenter.example"),
        (("x@jobcenter.example", "--role", "king"), "king"),
        (("x@jobcenter.example", "--role", "administrator", "--role", "chair"), "Administration"),
        ((), "EMAIL"),
    ):
        result = run("invite", *arguments)
        assert (result.exit_code, sentence in result.output) == (2, True), result.output
