"""Every way a look can fail before there is an answer; an answer with an unhappy status is no failure of the door."""

from __future__ import annotations

from footprint.errors import FootprintError
from footprint.i18n import _


class WebProblem(FootprintError):
    """Nothing usable came back. The text says what happened; a failed look never counts as an empty one."""


class Offline(WebProblem):
    def __init__(self) -> None:
        super().__init__(_("“Never use the internet” is on, so nothing was sent. You can change it in Settings."))


class NotConsented(WebProblem):
    """A mistake of ours stopped in time: the request is not what the person saw and pressed."""

    def __init__(self) -> None:
        super().__init__(
            _("Nothing was sent, because it was not part of what you agreed to. Look at the preview again.")
        )


class Refused(WebProblem):
    """The app will not go to this address."""

    def __init__(self, reason: str) -> None:
        super().__init__(_("The app does not go to this address: {reason}.").format(reason=reason))
        self.reason = reason


class Unreachable(WebProblem):
    def __init__(self, host: str, why: str = "") -> None:
        why = why or _("No connection could be made")
        super().__init__(_("{why}: {host}. Check your internet connection, then try again.").format(why=why, host=host))


class TimedOut(WebProblem):
    def __init__(self, host: str) -> None:
        super().__init__(_("{host} took too long to answer. Try again later.").format(host=host))


class BadCertificate(WebProblem):
    """The other side could not prove who it is; `reason` is one of a few fixed words."""

    EXPIRED, OTHER_NAME, UNKNOWN_ISSUER, OTHER = "expired", "other name", "unknown issuer", "other"

    def __init__(self, host: str, reason: str = OTHER) -> None:
        words = {
            self.EXPIRED: _("its certificate is out of date"),
            self.OTHER_NAME: _("its certificate belongs to another site"),
            self.UNKNOWN_ISSUER: _("nobody this computer trusts has signed its certificate"),
        }.get(reason, _("its certificate does not pass the check"))
        super().__init__(
            _("{host} could not prove that it is the real site: {words}. Nothing was sent to it.").format(
                host=host, words=words
            )
        )
        self.reason = reason


class TooBig(WebProblem):
    def __init__(self, host: str) -> None:
        super().__init__(_("The answer from {host} was too big, so it was not read.").format(host=host))


class Unreadable(WebProblem):
    def __init__(self, host: str) -> None:
        super().__init__(_("The answer from {host} could not be read.").format(host=host))


class AskedToStop(WebProblem):
    """The host has refused often enough, or wants a longer pause than a run can wait."""

    def __init__(self, host: str, retry_after: float | None = None) -> None:
        super().__init__(_("{host} does not want more questions now. Try again later.").format(host=host))
        self.retry_after = retry_after
