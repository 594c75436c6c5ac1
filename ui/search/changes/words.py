"""How the stage of changes speaks: moments to choose from, kinds, and what a comparison rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime

from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, locale_name, ngettext
from footprint.search.changes import Change, Comparison, Exposure, Kind, Looked, Moment, quoted, source_label
from ui.kit.lines_chart import Line, LinesData
from ui.kit.lists import RowLook
from ui.search.wording import shown_address

TONES = {Kind.NEW: "info", Kind.BACK: "warn", Kind.COULD_NOT: "warn", Kind.GONE: "ok"}
_ICONS = {
    Kind.NEW: "plus",
    Kind.BACK: "undo",
    Kind.CHANGED: "edit",
    Kind.GONE: "check",
    Kind.BEYOND: "down",
    Kind.FIRST: "search",
    Kind.COULD_NOT: "warn",
    Kind.NOT_ASKED: "clock",
}


def moment_options(moments: Sequence[Moment]) -> list[tuple[str, str]]:
    """Newest first; the time of day only where a day has several."""
    days = Counter(local_day(one.at) for one in moments)
    return [(one.id, _moment(one, with_time=days[local_day(one.at)] > 1)) for one in reversed(moments)]


def _moment(one: Moment, *, with_time: bool) -> str:
    words = day_in_words(local_day(one.at))
    if with_time:
        words = _("{day}, {time}").format(day=words, time=_clock(one.at))
    if one.only_read:
        return _("{day} (only read pages)").format(day=words)
    if one.by_hand:
        return _("{day} (in your browser)").format(day=words)
    if one.failed:
        failed = ngettext("{n} search did not work", "{n} searches did not work", one.failed)
        return _("{day} ({what})").format(day=words, what=failed.format(n=number(one.failed)))
    return words


def _clock(instant: datetime) -> str:
    from babel.dates import format_time

    there = instant.astimezone()
    return str(format_time(there, "h:mma", tzinfo=there.tzinfo, locale=locale_name())).lower()


def rests_on(of: Comparison) -> str:
    """How many searches could be compared, and what stayed as it was."""
    asked = ngettext("{n} search was asked both times.", "{n} searches were asked both times.", of.compared)
    same = ngettext("{n} result is there as before.", "{n} results are there as before.", of.same)
    parts = [asked.format(n=number(of.compared))] if of.compared else []
    parts += [same.format(n=number(of.same))] if of.same else []
    if of.not_asked:
        words = ngettext("{n} search was not asked again.", "{n} searches were not asked again.", of.not_asked)
        parts.append(words.format(n=number(of.not_asked)))
    if of.first:
        words = ngettext("{n} was asked for the first time.", "{n} were asked for the first time.", of.first)
        parts.append(words.format(n=number(of.first)))
    return " ".join(parts)


def failed_title(of: Comparison) -> str:
    words = ngettext("{n} search did not work", "{n} searches did not work", len(of.failed))
    return words.format(n=number(len(of.failed)))


def failed_lines(failed: Sequence[Looked], most: int = 30) -> list[str]:
    """Which ones, and why."""
    lines = [_failed_line(one) for one in failed[:most]]
    if len(failed) > most:
        more = len(failed) - most
        lines.append(ngettext("And {n} more.", "And {n} more.", more).format(n=number(more)))
    return lines


def _failed_line(one: Looked) -> str:
    return f"{source_label(one.provider)}: {quoted(one.words)}. {one.note or one.outcome.sentence}"


def row(one: Change, *, with_kind: bool) -> RowLook:
    """What it is called and where it is, with what became of it before that where several kinds are listed."""
    meta = _("{kind}: {site}").format(kind=one.kind.label, site=one.host) if with_kind else one.host
    tone = TONES.get(one.kind, "neutral")
    return RowLook(one.title or shown_address(one.address), meta, "", tone, _ICONS[one.kind], key=one.finding_id)


# -- what pages show -------------------------------------------------------------------------------


def chart_data(shown: Exposure) -> LinesData:
    days = tuple(day_in_words(one.day) for one in shown.points)
    read = Line(_("Pages that were read"), tuple(one.pages for one in shown.points), base=True)
    lines = tuple(Line(one.label, shown.line(one)) for one in shown.facets)
    marked = tuple(bool(one.failed) for one in shown.points)
    return LinesData(days, (*lines, read), marked, _("Some pages could not be read that day."))


def chart_sentence(shown: Exposure) -> str:
    """The whole chart in words."""
    data = chart_data(shown)
    if len(data.days) == 1:
        counted = [_("{what}: {n}.").format(what=one.label, n=number(one.values[0])) for one in data.lines]
        return " ".join([_("On {day}.").format(day=data.days[0]), *counted])
    told = [_("From {first} to {last}.").format(first=data.days[0], last=data.days[-1])]
    for one in data.lines:
        first, last = number(one.values[0]), number(one.values[-1])
        told.append(_("{what}: {first}, now {last}.").format(what=one.label, first=first, last=last))
    if data.has_marks:
        told.append(_("On some days, some pages could not be read."))
    return " ".join(told)


def chart_notes(shown: Exposure) -> list[str]:
    """Which pages count, and which do not."""
    notes = [_("Counts the pages you said are you, and those that look like you.")]
    if shown.unsorted:
        words = ngettext(
            "{n} of them is not sorted yet, so it may be somebody else.",
            "{n} of them are not sorted yet, so they may be somebody else.",
            shown.unsorted,
        )
        notes[0] += " " + words.format(n=number(shown.unsorted))
    notes.append(_("A number can go up because more pages were read. A page that could not be read counts as before."))
    if shown.expected:
        words = ngettext(
            "{n} page that has to list you for your work is left out.",
            "{n} pages that have to list you for your work are left out.",
            shown.expected,
        )
        notes.append(words.format(n=number(shown.expected)))
    if shown.gone:
        words = ngettext(
            "{n} page counts no more since it was taken down.",
            "{n} pages count no more since they were taken down.",
            shown.gone,
        )
        notes.append(words.format(n=number(shown.gone)))
    return notes
