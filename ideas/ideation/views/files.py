"""The files of an idea: adding, taking away, downloading."""

from collections.abc import Iterator

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.attachments.models import Attachment
from ideas.attachments.queries import content_of
from ideas.core.files import LARGEST
from ideas.core.i18n import _, _n
from ideas.core.plain_text import clean_line
from ideas.core.web import download, wants_fragment, with_large_body
from ideas.ideation import actions, rules
from ideas.ideation.actions import MOST_FILES, Upload
from ideas.ideation.forms import FilesForm, RemovalForm
from ideas.ideation.models import Idea, Status
from ideas.ideation.queries import files_of, get_draft, get_file, get_idea
from ideas.ideation.views.blueprint import ideation

LARGEST_BODY = (LARGEST + 100_000) * (MOST_FILES + 1)


@ideation.route("/ideen/entwurf/<id:idea_id>/dateien", methods=["GET", "POST"])
@with_large_body(LARGEST_BODY)
def draft_files(idea_id: int) -> ResponseReturnValue:
    """Add files to a draft."""
    return _files(get_draft(idea_id, reader=actor(), lock=request.method == "POST"))


@ideation.route("/ideen/<number:number>/dateien", methods=["GET", "POST"])
@with_large_body(LARGEST_BODY)
def idea_files(number: str) -> ResponseReturnValue:
    """Add files to a handed-in idea."""
    return _files(get_idea(number, reader=actor(), lock=request.method == "POST"))


@ideation.get("/ideen/entwurf/<id:idea_id>/dateien/<token>")
def draft_file(idea_id: int, token: str) -> Response:
    """Download a file of one's draft."""
    return _sent(get_file(get_draft(idea_id, reader=actor()), token))


@ideation.get("/ideen/<number:number>/dateien/<token>")
def idea_file(number: str, token: str) -> Response:
    """Download a file of an idea."""
    return _sent(get_file(get_idea(number, reader=actor()), token))


@ideation.post("/ideen/entwurf/<id:idea_id>/dateien/<token>/entfernen")
def detach_from_draft(idea_id: int, token: str) -> ResponseReturnValue:
    """Take a file away from a draft."""
    return _detached(get_draft(idea_id, reader=actor(), lock=True), token)


@ideation.post("/ideen/<number:number>/dateien/<token>/entfernen")
def detach(number: str, token: str) -> ResponseReturnValue:
    """Take a file away from one's idea."""
    return _detached(get_idea(number, reader=actor(), lock=True), token)


@ideation.route("/ideen/<number:number>/dateien/<token>/loeschen", methods=["GET", "POST"])
def remove_file(number: str, token: str) -> ResponseReturnValue:
    """Take a file away that must not be there, and tell the author why."""
    idea = get_idea(number, reader=actor(), lock=request.method == "POST")
    rules.may_remove_files.require(actor(), idea)
    file, form = get_file(idea, token), RemovalForm()
    if not form.validate_on_submit():
        page = render_template("ideation/remove_file.html", form=form, idea=idea, file=file)
        return page, 422 if form.is_submitted() else 200
    actions.remove_file(idea, file, form.reason.data, actor=actor())
    flash(_("The file is taken away. The author reads your reason."))
    return redirect(url_for("ideation.idea", number=number), 303)


def _files(idea: Idea) -> ResponseReturnValue:
    rules.may_attach.require(actor(), idea)
    form, before = FilesForm(), idea.file_count
    if not form.validate_on_submit():
        return _page(idea, form), 422 if form.is_submitted() else 200
    refused = actions.attach_files(idea, _uploads(form), actor=actor())
    why = [f"{file.name}: {file.why}" for file in refused]
    taken = idea.file_count - before
    if not taken:
        form.files.errors = why
        return _page(idea, form), 422
    flash(_n("%(num)s file is added.", "%(num)s files are added.", taken), "success")
    for sentence in why:
        flash(sentence, "danger")
    return _go(_address(idea))


def _page(idea: Idea, form: FilesForm) -> str:
    return render_template(
        f"{request.endpoint}.html".replace(".", "/", 1),
        form=form,
        idea=idea,
        files=files_of(idea),
        largest=LARGEST,
        room=MOST_FILES - idea.file_count,
    )


def _uploads(form: FilesForm) -> Iterator[Upload]:
    """Yield the files one after the other; one more byte than allowed tells that it is too much."""
    for file in form.files.data[: MOST_FILES + 1]:
        with file.stream as stream:
            yield Upload(clean_line(file.filename) or _("File"), stream.read(LARGEST + 1))


def _detached(idea: Idea, token: str) -> ResponseReturnValue:
    rules.may_attach.require(actor(), idea)
    actions.detach_file(idea, get_file(idea, token), actor=actor())
    flash(_("The file is taken away."))
    return redirect(_address(idea), 303)


def _address(idea: Idea) -> str:
    if idea.status == Status.DRAFT:
        return url_for("ideation.draft_files", idea_id=idea.id)
    return url_for("ideation.idea_files", number=idea.number)


def _go(address: str) -> ResponseReturnValue:
    """Lead on; a script that shows the progress goes there itself, so that no message is lost."""
    if wants_fragment():
        return Response(status=204, headers={"Location": address})
    return redirect(address, 303)


def _sent(file: Attachment) -> Response:
    return download(content_of(file), name=file.name, media_type=file.kind.media_type)
