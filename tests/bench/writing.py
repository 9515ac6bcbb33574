"""The two forms that are measured: handing in an idea, and scoring one."""

from collections.abc import Iterator
from uuid import uuid4

from tests.bench.houses import House
from tests.bench.measure import Ask
from tests.bench.visitor import Answer, Visitor

TEXT = {
    "problem": "Rückfragen landen bei der falschen Stelle und werden zweimal weiterverbunden.",
    "proposal": "Eine Liste mit Zuständigkeiten, die jeden Montag geprüft wird und die alle haben.",
    "benefit": "Weniger Rückfragen und mehr Ruhe auf beiden Seiten.",
}


def is_done(answer: Answer) -> bool:
    """Say whether a form was taken: it leads on to the next page."""
    return answer.status in {302, 303} and "anmelden" not in answer.location


def is_shown(answer: Answer) -> bool:
    """Say whether a page was shown."""
    return answer.status == 200


def submissions(visitor: Visitor, count: int) -> list[Ask]:
    """Prepare so many drafts and return what hands them in."""
    return [_submission(visitor, _draft(visitor, n)) for n in range(count)]


def scorings(visitor: Visitor, ideas: list[str], count: int) -> list[Ask]:
    """Return what scores the ideas over and over, each time with other points."""
    forms = {idea: _score_form(visitor, idea) for idea in ideas}
    return [_scoring(visitor, *forms[ideas[n % len(ideas)]]) for n in range(count)]


def scorers(house: House, port: int, count: int) -> Iterator[tuple[Visitor, list[str]]]:
    """Yield so many members of the steering group, each with ideas that nobody else scores."""
    emails = [*house.with_role("member"), *house.with_role("chair")]
    half = len(house.to_score) // 2
    for n in range(count):
        visitor = Visitor(port).sign_in(emails[n % len(emails)], house.password)
        yield visitor, house.to_score[:half] if n < len(emails) else house.to_score[half:]


def _draft(visitor: Visitor, n: int) -> str:
    fields = visitor.form("/ideen/neu", "title") if n == 0 else visitor.draft
    visitor.draft = fields
    answer = visitor.post(
        "/ideen/neu",
        {**fields, **TEXT, "title": f"Zuständigkeiten klären {uuid4().hex}", **_key()},
    )
    if not is_done(answer):
        raise RuntimeError(f"a draft answers {answer.status}")
    return answer.location


def _submission(visitor: Visitor, draft: str) -> Ask:
    return lambda: visitor.post(f"{draft}/einreichen", {"seen": "1", **_key()})


def _score_form(visitor: Visitor, idea: str) -> tuple[str, dict[str, object], list[int]]:
    path = f"/steuerung/ideen/{idea}/bewertung"
    page = visitor.form(path, "mark_goal")
    marks = {name: "3" for name in visitor.names if name.startswith("mark_")}
    return path, marks, [int(str(page["seen"]))]


def _scoring(visitor: Visitor, path: str, marks: dict[str, object], seen: list[int]) -> Ask:
    def score() -> Answer:
        changed = {**marks, "mark_goal": "234"[seen[0] % 3]}
        answer = visitor.post(path, {**changed, "seen": seen[0], **_key()})
        seen[0] += is_done(answer)
        return answer

    return score


def _key() -> dict[str, str]:
    return {"request_key": uuid4().hex}
