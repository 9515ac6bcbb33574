"""One of everything that an address can name."""

from dataclasses import replace

from sqlalchemy import select

from ideas.accounts.actions.passwords import ask_reset
from ideas.accounts.actions.people import invite
from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core.database import session, transaction
from ideas.people.models import Person, Role
from ideas.process.models import Notice
from ideas.programme.actions import add_topic
from ideas.programme.queries import permanent_channel, text_blocks
from tests.build import (
    byways,
    ideation,
    maturation,
    merging,
    programme,
    promises,
    sealed,
    steering,
    talk,
    together,
)
from tests.personas import person_named

RUNNING = replace(programme.WHOLE, name="Laufend")
OVER = replace(programme.WHOLE, name="Vorbei")
Values = dict[str, object]


def world() -> dict[str, Values]:
    """Build the things; return for each name what its addresses are made of."""
    anna, olaf, doris = (person_named(key) for key in ("anna", "olaf", "doris"))
    bernd, shared = person_named("bernd"), ideation.draft(by=anna)
    people = {"author": anna, "owner": olaf, "chair": doris}
    decided, released_round = steering.evaluated(by=anna, title="Bewertet")
    other, other_round = steering.evaluated(by=anna, title="Entschieden")
    scoring, open_round = steering.in_round(by=anna, title="In Bewertung")
    in_gate = maturation.new_project(**people, title="In der Freigabe")
    maturation.answer_all(in_gate, owner=olaf)
    maturation.ask(in_gate, owner=olaf)
    parked = maturation.new_project(**people, title="Geparkt")
    maturation.park(parked, actor=olaf)
    joined, home = merging.merged_pair(by=anna, home_by=olaf)
    disputed = ideation.published_idea(by=anna)
    merging.merge(disputed, home)
    merging.object_to(disputed, by=anna)
    published = ideation.published_idea(by=anna)
    return {
        "": {},
        "merged": {"number": joined},
        "disputed": {"number": disputed},
        "pair": {"number": published, "target": home},
        "draft": {"idea_id": ideation.draft(by=anna)},
        "named_draft": {"idea_id": ideation.draft(by=anna)},
        "finished_draft": {"idea_id": ideation.draft(by=anna)},
        **ideation.things_with_files(by=anna),
        "invited": {"row_id": together.invited(shared, bernd, by=anna)},
        "coaching": {"coaching_id": together.coached(shared, bernd, by=anna)},
        "similar": {
            "idea_id": ideation.draft(by=anna),
            "number": ideation.published_idea(by=person_named("bernd")),
        },
        "submitted": {"number": ideation.submitted_idea(by=anna)},
        "published": {"number": published},
        "queried": {"number": ideation.queried_idea(by=anna)},
        "selected": {"number": maturation.selected_idea(by=anna)},
        "project": {"number": maturation.new_project(**people)},
        "in_gate": {"number": in_gate},
        "parked": {"number": parked},
        "scoring": {"number": scoring},
        "open_round": {"round_id": open_round},
        "released_round": {"round_id": released_round},
        "result": {"round_id": released_round, "number": decided},
        "decision": {"decision_id": steering.decide(other, other_round)},
        "shelf": {"which": "geparkt"},
        "page": {"slug": "hilfe"},
        "planned": {"campaign_id": programme.prepared_campaign(by=doris)},
        "running": {"campaign_id": programme.running_campaign(by=doris, text=RUNNING)},
        **sealed.things(),
        "over": {"campaign_id": programme.closed_campaign(by=doris, text=OVER)},
        "question": programme.question(by=doris),
        **_talk(),
        **_byways(anna),
        "reason": promises.reason_of_refusal(by=anna),
        **_accounts(),
    }


def _talk() -> dict[str, Values]:
    """Comments by bernd on an idea of anna's, one of them hidden; olaf reported one."""
    number = ideation.published_idea(by=person_named("anna"))
    bernd, clara, olaf = (person_named(key) for key in ("bernd", "clara", "olaf"))
    things: dict[str, Values] = {
        name: {"number": number, "comment_id": talk.said(number, "Aha.", by=bernd)}
        for name in ("comment", "doomed_comment", "hidden_comment")
    }
    talk.hidden(number, things["hidden_comment"]["comment_id"], by=clara)
    report_id = talk.reported(number, things["comment"]["comment_id"], by=olaf)
    with transaction():
        topic_id = add_topic("Briefe", actor=clara).id
    return things | {"report": {"report_id": report_id}, "topic": {"topic_id": topic_id}}


def _byways(anna: Person) -> dict[str, Values]:
    objected = byways.closed(by=anna)
    byways.object_to(objected, by=anna)
    with transaction():
        block = text_blocks()[0].id
    return {
        "block": {"block_id": block},
        "tag": {"tag_id": byways.tag()},
        "deferred": {"number": byways.deferred(by=anna)},
        "checked": {"number": byways.answered_gates(by=anna, title="Geprüft")},
        "forwarded": {"number": byways.forwarded(by=anna)},
        "proposed": {"number": byways.proposed(by=anna)},
        "agreed": {"number": byways.agreed(by=anna)},
        "done": {"number": byways.done(by=anna)},
        "closed": {"number": byways.closed(by=anna)},
        "objected": {"number": objected},
    }


def _accounts() -> dict[str, Values]:
    armin, anna = person_named("armin"), person_named("anna")
    with transaction():
        guest = invite(
            name=("Gitte", "Gast"),
            email="gitte@jobcenter.example",
            unit="",
            roles={Role.EMPLOYEE},
            actor=armin,
        )
        ask_reset(anna.email)
        session.flush()
        links = link_for(guest, Purpose.INVITATION), link_for(anna, Purpose.RESET)
        tokens = [str(link).rpartition("/")[2] for link in links]
        guest_id, channel = guest.id, permanent_channel().id
    with transaction():
        notice = session.scalars(select(Notice.id).where(Notice.person_id == anna.id)).first()
    return {
        "person": {"person_id": guest_id},
        "invitation": {"token": tokens[0]},
        "reset": {"token": tokens[1]},
        "channel": {"campaign_id": channel},
        "notice": {"notice_id": notice},
    }
