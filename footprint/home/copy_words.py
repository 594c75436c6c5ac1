"""How copies of the vault are spoken of, in the window and on the command line alike."""

from __future__ import annotations

from footprint.dates import day_in_words, local_day, number
from footprint.home.counting import Contents
from footprint.i18n import _, ngettext
from footprint.vault import Automatic, Trouble

_WHY = {
    Trouble.FULL: lambda: _("the disk is too full"),
    Trouble.NOT_ALLOWED: lambda: _("the folder lets nothing be saved"),
    Trouble.DAMAGED: lambda: _("your notes are damaged"),
    Trouble.OTHER: lambda: _("something went wrong"),
}


def automatic_words(stands: Automatic, on: bool) -> str:
    """`Last automatic copy: 16 November 2026.`, and why the one of today failed."""
    last = day_in_words(stands.copies[0].day) if stands.copies else _("none yet")
    words = _("Last automatic copy: {day}.").format(day=last)
    if not on:
        return f"{words} {_('They are turned off.')}"
    if stands.trouble and stands.tried:
        why = _WHY[stands.trouble]()
        failed = _("The one of {day} could not be made: {why}.").format(day=day_in_words(stands.tried), why=why)
        return f"{words} {failed}"
    return words


def content_lines(found: Contents) -> list[str]:
    """Two dates and four numbers."""
    lines = [_("Made on {day}.").format(day=day_in_words(local_day(found.made)))]
    if found.newest is not None:
        lines.append(_("Newest change: {day}.").format(day=day_in_words(local_day(found.newest))))
    lines.append(
        ", ".join(
            (
                ngettext("{n} thing to remove", "{n} things to remove", found.items).format(n=number(found.items)),
                ngettext("{n} account", "{n} accounts", found.accounts).format(n=number(found.accounts)),
                ngettext("{n} answer", "{n} answers", found.answers).format(n=number(found.answers)),
                ngettext("{n} kept copy", "{n} kept copies", found.copies).format(n=number(found.copies)),
            )
        )
        + "."
    )
    return lines
