"""What left this computer, in a few words: for the foot of the navigation and the top of the journal."""

from __future__ import annotations

from footprint.i18n import _, ngettext


def sent_in_words(sent: int) -> str:
    """“Nothing sent today”, “1 thing sent today”."""
    if not sent:
        return _("Nothing sent today")
    return ngettext("{n} thing sent today", "{n} things sent today", sent).format(n=sent)
