"""What can go wrong, in sentences; each error knows its HTTP status and its page."""


class DomainError(Exception):
    """Something was asked that cannot be done; the message is for the person who asked."""

    status = 400
    page = "errors/not_possible.html"

    @property
    def message(self) -> str:
        """Return the sentence for the reader, in the reader's language."""
        return str(self.args[0]) if self.args else ""


class NotFound(DomainError):
    """The thing does not exist, or this person may not know of it."""

    status = 404
    page = "errors/not_found.html"


class NotAllowed(DomainError):
    """The person may read the thing but not do this with it."""

    status = 403
    page = "errors/not_allowed.html"


class NotPossible(DomainError):
    """The state of the thing does not allow the step now."""

    status = 409


class Invalid(DomainError):
    """The input breaks a rule that no form field could check alone."""

    status = 422


class Stale(DomainError):
    """Somebody else changed the thing since this person opened it."""

    status = 409

    def __init__(self, message: str, current: object = None) -> None:
        """Keep what is stored now, so that a page can show both versions."""
        super().__init__(message)
        self.current = current


class Busy(DomainError):
    """The database is taken or away for the moment; trying again will help."""

    status = 503
    page = "errors/busy.html"
