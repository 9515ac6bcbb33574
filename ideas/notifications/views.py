"""The inbox of everybody and the outbox of the administration."""

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from ideas.accounts.guard import actor
from ideas.accounts.rules import is_employee
from ideas.core.i18n import _
from ideas.core.paging import paging
from ideas.core.web import page_number
from ideas.notifications import actions, queries

notifications = Blueprint("notifications", __name__)


@notifications.get("/benachrichtigungen")
def inbox() -> ResponseReturnValue:
    """Show what happened that concerns the reader."""
    lines, more = queries.inbox(actor(), page=page_number())
    unread = any(line.notice.read_at is None for line in lines)
    return render_template(
        "notifications/inbox.html",
        lines=lines,
        unread=unread,
        page=paging(more=more),
        is_employee=is_employee(actor()),
    )


@notifications.post("/benachrichtigungen/<id:notice_id>/gelesen")
def mark_read(notice_id: int) -> ResponseReturnValue:
    """Mark one notice as read."""
    actions.mark_read(queries.get_notice(notice_id, reader=actor()), actor=actor())
    return redirect(url_for("notifications.inbox", seite=page_number()), 303)


@notifications.post("/benachrichtigungen/gelesen")
def mark_all_read() -> ResponseReturnValue:
    """Mark all notices as read."""
    actions.mark_all_read(actor=actor())
    flash(_("Everything is marked as read."))
    return redirect(url_for("notifications.inbox"), 303)


@notifications.get("/postausgang")
def outbox() -> ResponseReturnValue:
    """Show the administration what became of the mails."""
    mails, more = queries.outbox(reader=actor(), page=page_number())
    return render_template("notifications/outbox.html", mails=mails, page=paging(more=more))


@notifications.post("/postausgang/<id:notice_id>/erneut")
def send_again(notice_id: int) -> ResponseReturnValue:
    """Send a failed mail again."""
    actions.send_again(notice_id, actor=actor())
    flash(_("The mail will be sent again in a moment."))
    return redirect(url_for("notifications.outbox", seite=page_number()), 303)
