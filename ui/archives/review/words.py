"""How an entry is said in a row and on its card."""

from __future__ import annotations

from datetime import date

from footprint import dates
from footprint.archives.index.filters import Decided
from footprint.archives.index.finding import Row
from footprint.archives.records import Audience, Kind, State
from footprint.i18n import N_, _
from ui.kit.row_paint import RowLook

ICONS = {
    Kind.PHOTO: "image", Kind.VIDEO: "video", Kind.COMMENT: "chat", Kind.REPLY: "chat", Kind.MESSAGE: "mail",
    Kind.REACTION: "check_circle", Kind.SHARE: "share", Kind.REPOST: "share", Kind.TAG_OF_ME: "remove",
    Kind.GROUP: "people", Kind.PAGE: "flag", Kind.EVENT: "calendar", Kind.PROFILE: "accounts", Kind.SAVE: "book",
}  # fmt: skip
_FIRST = 160
_DECIDED = {
    Decided.DELETE: (N_("Delete"), "danger"),
    Decided.KEEP: (N_("Keep"), "ok"),
    Decided.LIMIT: (N_("Show to fewer"), "info"),
    Decided.LATER: (N_("Later"), "neutral"),
    Decided.ASK: (N_("Ask them"), "info"),
}


def decided(one: Decided) -> tuple[str, str]:
    """The word for it and its tone; nothing for what was not decided."""
    words, tone = _DECIDED.get(one, ("", "neutral"))
    return (_(words) if words else "", tone)


def title(one: Row) -> str:
    """Its first words, or what stands for them."""
    entry = one.entry
    words = " ".join((entry.text or entry.title or entry.place).split())
    if words:
        return words if len(words) <= _FIRST else f"{words[:_FIRST].rsplit(' ', 1)[0]}…"
    if entry.state is State.NO_TEXT:
        return _("{kind} whose words are not in the copy").format(kind=entry.kind.label)
    return _("{kind} without words").format(kind=entry.kind.label)


def when(one: Row) -> str:
    return dates.day_in_words(dates.local_day(one.at)) if one.at is not None else _("Date not known")


def audience(one: Row) -> str:
    """Who could see it; "" where the copy does not say."""
    if one.entry.audience is Audience.UNKNOWN:
        return ""
    return _("Seen by: {who}").format(who=one.entry.audience.label)


def look(one: Row, network: str, today: date) -> RowLook:
    """Its row in the list."""
    day = dates.short_day(dates.local_day(one.at), today) if one.at is not None else _("Date not known")
    meta = ", ".join(part for part in (one.entry.kind.label, network, day) if part)
    pill, tone = decided(one.decided)
    if not pill and one.flags:
        pill, tone = _("Worth a look"), "warn"
    if one.gone:
        pill, tone = _("Gone"), "neutral"
    return RowLook(title(one), meta, pill, tone, icon=ICONS.get(one.entry.kind, "posts"), key=str(one.id))
