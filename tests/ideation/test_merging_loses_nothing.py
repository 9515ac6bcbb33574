"""Whatever people do and however ideas are merged and parted: nobody's vote or word is lost."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from ideas.cli.invariants import ideas as of_ideas
from ideas.cli.invariants import merging
from ideas.core.database import session, transaction
from ideas.core.errors import DomainError, NotAllowed, NotPossible
from ideas.ideation.actions import (
    comment_on,
    follow,
    merge_ideas,
    support,
    undo_merging,
    unfollow,
    unsupport,
)
from ideas.ideation.models import Comment, Follow, Idea, Support
from ideas.ideation.queries import get_idea
from ideas.people.models import Person
from tests.build.ideation import published_idea
from tests.build.merging import WHY
from tests.personas import person_named

AUTHORS = ("anna", "olaf", "bernd", "jan")
PEOPLE = (*AUTHORS[:2], "emine", "doris")
EXAMPLES = 8
which, who = st.integers(0, len(AUTHORS) - 1), st.integers(0, len(PEOPLE) - 1)
acts = st.one_of(
    st.tuples(
        st.sampled_from(["support", "support", "unsupport", "follow", "unfollow"]), which, who
    ),
    st.tuples(st.just("comment"), which, who),
    st.tuples(st.just("merge"), which, which),
    st.tuples(st.just("undo"), which, which),
)


@dataclass
class Model:
    """The same in sets: what each idea has of its own, and where it leads."""

    supports: list[set[str]] = field(default_factory=lambda: [set() for _ in AUTHORS])
    follows: list[set[str]] = field(default_factory=lambda: [set() for _ in AUTHORS])
    comments: list[list[str]] = field(default_factory=lambda: [[] for _ in AUTHORS])
    home: dict[int, int] = field(default_factory=dict)

    def family(self, one: int) -> list[int]:
        return [one, *(part for part, home in self.home.items() if home == one)]

    def union(self, rows: list[set[str]], one: int) -> set[str]:
        return set().union(*(rows[part] for part in self.family(one)))

    def act(self, kind: str, one: int, other: int) -> type[DomainError] | None:
        """Do it; return how it is refused, if it is."""
        if kind in {"merge", "undo"}:
            return self._link(kind, one, other)
        person = PEOPLE[other]
        if kind == "support" and person in {AUTHORS[part] for part in self.family(one)}:
            return NotAllowed
        if one in self.home:
            return NotPossible
        if kind == "comment":
            self.comments[one].append(person)
            return None
        rows = self.supports if kind.endswith("support") else self.follows
        if kind.startswith("un"):
            for part in self.family(one):
                rows[part].discard(person)
        elif person not in self.union(rows, one):
            rows[one].add(person)
        return None

    def _link(self, kind: str, one: int, other: int) -> type[DomainError] | None:
        if kind == "undo":
            return None if self.home.pop(one, None) is not None else NotPossible
        parts = [*self.family(one), *self.family(other)] if one != other else []
        if {one, other} & set(self.home) or self.family(one) != [one] or not parts:
            return NotPossible
        self.home[one] = other
        return None


@dataclass
class Stage:
    """Four ideas in the house, and the people who do something with them."""

    numbers: list[str]
    people: dict[str, Person]

    def act(self, kind: str, one: int, other: int) -> type[DomainError] | None:
        clara = self.people["clara"]
        actor = clara if kind in {"merge", "undo"} else self.people[PEOPLE[other]]
        try:
            with transaction():
                idea = get_idea(self.numbers[one], reader=actor)
                self._do(kind, idea, other, actor)
        except DomainError as refusal:
            return type(refusal)
        return None

    def _do(self, kind: str, idea: Idea, other: int, actor: Person) -> None:
        plain = {"support": support, "unsupport": unsupport, "follow": follow, "unfollow": unfollow}
        if kind == "merge":
            merge_ideas(idea, get_idea(self.numbers[other], reader=actor), WHY, actor=actor)
        elif kind == "undo":
            undo_merging(idea, WHY, actor=actor)
        elif kind == "comment":
            comment_on(idea, "Gut.", actor=actor)
        else:
            plain[kind](idea, actor=actor)

    def counts(self) -> list[tuple[int, int]]:
        with transaction():
            counted = select(Idea.support_count, Idea.comment_count).order_by(Idea.id)
            chosen = counted.where(Idea.number.in_(self.numbers))
            return [tuple(row) for row in session.execute(chosen)]

    def rows(self, kind: type) -> list[list[str]]:
        """Who stands in each idea's own rows."""
        names = {person.id: name for name, person in self.people.items()}
        person = kind.author_id if kind is Comment else kind.person_id
        with transaction():
            found = session.execute(select(Idea.number, person).join(Idea, Idea.id == kind.idea_id))
            rows = found.all()
        return [sorted(names[key] for n, key in rows if n == number) for number in self.numbers]

    def broken(self) -> Iterator[str]:
        with transaction():
            for check in (of_ideas.counters, of_ideas.states, merging.links):
                yield from check()


def play(stage: Stage, script: list[tuple[str, int, int]]) -> None:
    model = Model()
    for act in [*script, *(("undo", one, 0) for one in range(len(AUTHORS)))]:
        assert stage.act(*act) == model.act(*act), act
        assert stage.counts() == [
            (
                len(model.union(model.supports, one)),
                sum(len(model.comments[part]) for part in model.family(one)),
            )
            for one in range(len(AUTHORS))
        ], act
    assert not list(stage.broken())
    assert not model.home
    for kind, wanted in (
        (Support, model.supports),
        (Follow, model.follows),
        (Comment, model.comments),
    ):
        assert stage.rows(kind) == [sorted(own) for own in wanted]


def test_any_sequence_of_acts_ends_with_the_same_sets(house):
    people = {name: person_named(name) for name in {*AUTHORS, *PEOPLE, "clara"}}
    stage = Stage([published_idea(by=people[name]) for name in AUTHORS], people)

    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        derandomize=True,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(acts, min_size=6, max_size=16))
    def holds(script):
        session.remove()
        before = house.begin_nested()
        try:
            play(stage, script)
        finally:
            session.remove()
            before.rollback()

    holds()
