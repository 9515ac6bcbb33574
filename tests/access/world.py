"""One of everything that an address can name."""

from dataclasses import replace

from sqlalchemy import select

from ideas.accounts.actions.passwords import ask_reset
from ideas.accounts.actions.people import invite
from ideas.accounts.models import Purpose
from ideas.accounts.queries import link_for
from ideas.core.database import session, transaction
from ideas.people.models import Role
from ideas.process.models import Notice
from ideas.programme.queries import permanent_channel
from tests.build import ideation, maturation, programme, sealed, steering
from tests.personas import person_named

RUNNING = replace(programme.WHOLE, name="Laufend")
Values = dict[str, object]


def world() -> dict[str, Values]:
    """Build the things; return for each name what its addresses are made of."""
    anna, olaf, doris = (person_named(key) for key in ("anna", "olaf", "doris"))
    people = {"author": anna, "owner": olaf, "chair": doris}
    decided, released_round = steering.evaluated(by=anna, title="Bewertet")
    other, other_round = steering.evaluated(by=anna, title="Entschieden")
    scoring, open_round = steering.in_round(by=anna, title="In Bewertung")
    in_gate = maturation.new_project(**people, title="In der Freigabe")
    maturation.answer_all(in_gate, owner=olaf)
    maturation.ask(in_gate, owner=olaf)
    parked = maturation.new_project(**people, title="Geparkt")
    maturation.park(parked, actor=olaf)
    return {
        "": {},
        "draft": {"idea_id": ideation.draft(by=anna)},
        "named_draft": {"idea_id": ideation.draft(by=anna)},
        "finished_draft": {"idea_id": ideation.draft(by=anna)},
        "submitted": {"number": ideation.submitted_idea(by=anna)},
        "published": {"number": ideation.published_idea(by=anna)},
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
        **_accounts(),
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
