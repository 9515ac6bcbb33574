"""The migrations make what the models say, on both databases, forwards and backwards."""

from sqlalchemy import inspect, text

from ideas.core import database, migrations
from ideas.core.database import session
from ideas.people.actions import establish_system
from ideas.process import journal
from tests.conftest import furnish


def tables() -> set[str]:
    return set(inspect(database.engine()).get_table_names())


def test_there_is_one_newest_migration(empty):
    assert empty
    assert len(migrations.scripts().get_heads()) == 1


def test_up_gives_what_the_models_say(empty):
    assert empty
    migrations.upgrade()
    assert migrations.differences() == []
    migrations.require_schema()


def test_down_leaves_nothing_and_up_again_gives_the_same(empty):
    assert empty
    migrations.upgrade()
    before = tables()
    migrations.downgrade("base")
    assert tables() == {"alembic_version"}
    migrations.upgrade()
    assert tables() == before
    assert migrations.differences() == []


def test_each_step_can_be_taken_back_alone(empty):
    assert empty
    steps = [script.revision for script in migrations.scripts().walk_revisions()]
    for revision in reversed(steps):
        migrations.upgrade(revision)
        migrations.downgrade("-1")
        migrations.upgrade(revision)
    assert migrations.differences() == []


def test_a_difference_to_the_models_is_named(empty):
    assert empty
    migrations.upgrade()
    with database.transaction():
        session.execute(text("ALTER TABLE comment ADD COLUMN surplus INTEGER"))
    assert "surplus" in "\n".join(migrations.differences())


def test_a_fresh_schema_holds_the_beginning_of_the_journal_and_takes_entries(empty):
    assert empty
    migrations.upgrade()
    furnish()
    with database.transaction():
        assert establish_system().is_system
        assert list(journal.verify(session())) == []
        assert session.scalar(text("SELECT count(*) FROM entry")) > 0


def test_search_has_its_index_and_nobody_wants_to_remove_it(empty):
    migrations.upgrade()
    with database.transaction():
        if empty.startswith("sqlite"):
            assert session.scalar(text("SELECT count(*) FROM idea_text_fts")) == 0
        else:
            names = "SELECT indexname FROM pg_indexes WHERE tablename = 'idea_text'"
            assert "ix_idea_text_terms" in set(session.scalars(text(names)))
    assert migrations.differences() == []


def test_an_index_over_an_expression_that_was_lost_is_named(empty):
    assert empty
    migrations.upgrade()
    with database.transaction():
        session.execute(text("DROP INDEX uq_person_email"))
    assert "uq_person_email" in "\n".join(migrations.differences())
