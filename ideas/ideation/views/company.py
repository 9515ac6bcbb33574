"""Who brings an idea together: the author's page, and the pages to choose a colleague."""

from collections.abc import Callable

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.core.errors import Invalid, NotPossible
from ideas.core.i18n import _
from ideas.core.web import wants_fragment
from ideas.ideation import actions, rules
from ideas.ideation.forms import CoachForm, GroupForm, PersonForm, find_id
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import coaching_of, company_of, get_own_idea, get_participation
from ideas.ideation.queries.company import OPEN_TO_COMPANY
from ideas.ideation.views.blueprint import ideation
from ideas.people.models import Person
from ideas.people.queries import Colleague, colleagues_matching, find_person


@ideation.get("/ideen/gemeinsam/<id:idea_id>")
def company(idea_id: int) -> ResponseReturnValue:
    """Show who takes part in an idea and who is asked."""
    idea = get_own_idea(idea_id, reader=actor())
    return _page(idea, GroupForm(group_name=idea.group_name)), 200


@ideation.post("/ideen/gemeinsam/<id:idea_id>/gruppe")
def name_group(idea_id: int) -> ResponseReturnValue:
    """Give the group behind a draft a name."""
    idea = _managed(idea_id)
    form = GroupForm()
    if not form.validate_on_submit():
        return _page(idea, form), 422
    actions.name_group(idea, form.group_name.data or "", actor=actor())
    return _back(idea, _("The name of the group is saved."))


@ideation.route("/ideen/gemeinsam/<id:idea_id>/einladen", methods=["GET", "POST"])
def invite_coauthor(idea_id: int) -> ResponseReturnValue:
    """Choose a colleague and invite her to be co-author."""
    idea, form = _managed(idea_id), PersonForm()

    def invite(person: Person) -> str:
        actions.invite_coauthor(idea, person, actor=actor())
        return _("%(name)s is invited and has seven days to answer.", name=person.name)

    return _choose(idea, form, invite, "ideation/invite_coauthor.html")


@ideation.route("/ideen/gemeinsam/<id:idea_id>/im-auftrag", methods=["GET", "POST"])
def name_author(idea_id: int) -> ResponseReturnValue:
    """Name the colleague for whom the draft was written down."""
    idea, form = _managed(idea_id, draft=True), PersonForm()

    def name(person: Person) -> str:
        actions.name_author(idea, person, actor=actor())
        return _("%(name)s is asked whether the idea is theirs.", name=person.name)

    return _choose(idea, form, name, "ideation/name_author.html")


@ideation.route("/ideen/gemeinsam/<id:idea_id>/coach", methods=["GET", "POST"])
def ask_coach(idea_id: int) -> ResponseReturnValue:
    """Ask one colleague in private to look at the draft."""
    idea, form = _managed(idea_id, draft=True), CoachForm()

    def ask(person: Person) -> str:
        actions.ask_coach(idea, person, form.question.data or "", actor=actor())
        return _("%(name)s is asked to look at your draft. Nobody else knows.", name=person.name)

    return _choose(idea, form, ask, "ideation/ask_coach.html")


@ideation.post("/ideen/beteiligung/<id:row_id>/beenden")
def end_participation(row_id: int) -> ResponseReturnValue:
    """Take an invitation or a request back, leave, or remove somebody from a draft."""
    row = get_participation(row_id, reader=actor(), lock=True)
    idea, is_own = row.idea, rules.is_participant(actor(), row)
    actions.end_participation(row, actor=actor())
    flash(_("This is ended."))
    if is_own:
        return redirect(url_for("home.start"), 303)
    return redirect(url_for("ideation.company", idea_id=idea.id), 303)


def _managed(idea_id: int, *, draft: bool = False) -> Idea:
    """Return the idea whose company the person may choose, locked if it is about to change."""
    idea = get_own_idea(idea_id, reader=actor(), lock=request.method == "POST")
    rules.may_have_company.require(actor(), idea)
    if idea.status not in ({Status.DRAFT} if draft else OPEN_TO_COMPANY):
        raise NotPossible(
            _("The idea is too far for this: “%(state)s”.", state=str(idea.status.label))
        )
    return idea


def _choose(
    idea: Idea, form: PersonForm, act: Callable[[Person], str], page: str
) -> ResponseReturnValue:
    """Search colleagues, let one be chosen, and do it."""
    words = request.args.get("suche", "").strip()[:100]
    people = [one for one in colleagues_matching(words) if one.id != actor().id]
    form.offer(people)
    status = 422 if form.is_submitted() else 200
    if form.validate_on_submit():
        try:
            done = act(_person(form))
        except (Invalid, NotPossible) as error:
            form.form_errors.append(error.message)
            status = error.status
        else:
            return _back(idea, done)
    return _people(idea, form, people, words, page), status


def _person(form: PersonForm) -> Person:
    person = find_person(find_id(form.person.data) or 0)
    if person is None:
        raise Invalid(_("There is no such person."))
    return person


def _people(idea: Idea, form: PersonForm, people: list[Colleague], words: str, page: str) -> str:
    shown = page.replace("ideation/", "ideation/_") if wants_fragment() else page
    return render_template(shown, idea=idea, form=form, people=people, words=words)


def _page(idea: Idea, form: GroupForm) -> str:
    person = actor()
    return render_template(
        "ideation/company.html",
        idea=idea,
        form=form,
        rows=company_of(idea, reader=person),
        coaching=coaching_of(idea, reader=person),
        is_draft=idea.status == Status.DRAFT,
        is_open=idea.status in OPEN_TO_COMPANY,
        may_manage=rules.may_have_company(person, idea),
    )


def _back(idea: Idea, sentence: str) -> ResponseReturnValue:
    flash(sentence, "success")
    return redirect(url_for("ideation.company", idea_id=idea.id), 303)
