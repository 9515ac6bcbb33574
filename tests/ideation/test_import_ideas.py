import pytest
from sqlalchemy import func, select

from ideas.core.database import session, transaction
from ideas.core.errors import Invalid, NotAllowed
from ideas.ideation.actions.idea_files import read_csv
from ideas.ideation.actions.import_ideas import import_ideas, sort_rows
from ideas.ideation.models import Ball, Idea, Status
from ideas.ideation.queries import get_idea, steps_of, version_of
from ideas.process.models import Notice
from ideas.programme.queries import permanent_channel, topic_names
from tests.build.ideation import as_system

pytestmark = pytest.mark.usefixtures("house")
TWO = (
    "kennung;titel;text;thema;quelle\r\n"
    'K1;Mehr Licht;"Erste Zeile\r\nZweite; Zeile";Räume;https://example.org/1?a=b\r\n'
    "K2;Weniger Papier;;;Umfrage 2024\r\n"
)


def bring_in(content, author=None):
    house = as_system()
    with transaction():
        ready = sort_rows(read_csv(content.encode()))
        made = import_ideas(
            ready.new, campaign=permanent_channel(), author=author or house, actor=house
        )
        return [idea.number for idea in made], len(ready.known)


def test_rows_become_handed_in_ideas_with_numbers(doris):
    numbers, known = bring_in(TWO)
    assert (len(numbers), known) == (2, 0)
    with transaction():
        first, second = (get_idea(number, reader=doris) for number in numbers)
        assert (first.title, first.proposal.source) == ("Mehr Licht", "Erste Zeile\nZweite; Zeile")
        assert (first.status, first.ball) == (Status.SUBMITTED, Ball.COORDINATION)
        assert (first.source_name, first.source_url) == (
            "example.org",
            "https://example.org/1?a=b",
        )
        assert (second.source_name, second.source_url) == ("Umfrage 2024", None)
        assert first.topic.name == "Räume"
        assert list(topic_names().values()) == ["Räume"]
        assert version_of(second, 1).title == "Weniger Papier"
        assert [entry.event for entry in steps_of(first)] == ["idea.imported"]


def test_nobody_is_told():
    bring_in(TWO)
    with transaction():
        assert session.scalar(select(func.count()).select_from(Notice)) == 0


def test_the_same_rows_again_add_nothing():
    bring_in(TWO)
    assert bring_in(TWO) == ([], 2)
    assert bring_in(TWO.replace("\r\n", "\n").replace("Weniger Papier", "Papierarm")) == ([], 2)


def test_without_a_key_the_whole_text_is_the_identity():
    assert len(bring_in("titel;text\nA;x\nA;y\n")[0]) == 2
    assert bring_in("text;titel\nx;A\nz;A\n")[1] == 1


def test_a_row_that_stands_twice_counts_once():
    numbers, known = bring_in("titel;text\nA;x\nA;x\n")
    assert (len(numbers), known) == (1, 1)


def test_one_key_with_two_texts_is_refused():
    rows = read_csv(b"id;titel\n1;A\n1;B\n")
    with transaction(), pytest.raises(Invalid, match="3"):
        sort_rows(rows)


def test_a_named_author_stands_with_the_ideas(anna):
    numbers, _known = bring_in(TWO, author=anna)
    with transaction():
        assert get_idea(numbers[0], reader=anna).author_id == anna.id


def test_only_the_house_itself_imports(clara):
    with transaction():
        channel = permanent_channel()
        with pytest.raises(NotAllowed):
            import_ideas([], campaign=channel, author=clara, actor=clara)


def test_a_refused_file_leaves_nothing_behind():
    with pytest.raises(Invalid):
        bring_in("titel;text\nGut;ja\n;nein\n")
    with transaction():
        assert session.scalar(select(func.count()).select_from(Idea)) == 0
