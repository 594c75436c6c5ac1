"""What asking the leaked lists would send, shown before, with the five letters in full."""

from __future__ import annotations

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.passwords import Plan
from ui.kit.send_preview import SendLine, SendPreview

SERVICE = "Have I Been Pwned"


def preview(plan: Plan) -> SendPreview:
    """One line, one press: all of the plan or nothing."""
    told = plan.preview
    count = len(plan.prefixes)
    line = SendLine(
        number=1, words=told.words, to=f"{SERVICE} ({told.host})", why=told.why, url=told.url, keep=told.keeps,
        place=told.host,
    )  # fmt: skip

    def verb(chosen: int) -> str:
        words = ngettext("Look up this password", "Look up these {n} passwords", count)
        return words.format(n=number(count)) if chosen else _("Look up")

    return SendPreview(_("This leaves your computer"), verb, [line])
