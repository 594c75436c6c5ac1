"""How an import went, in plain words: what each file gave, what was left out and why, what could not be read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from footprint import dates
from footprint.archives.index.course import Course, Line
from footprint.archives.records import Trouble, Why
from footprint.i18n import N_, _, ngettext
from footprint.labels import Labelled

# Left out on purpose, or because there is nothing in it to read; every other reason is something not readable.
SKIPPED = frozenset(
    (Why.OTHERS_WORDS, Why.NOT_NEEDED, Why.COPY, Why.HEADERS, Why.EMPTY, Why.MEDIA, Why.NOT_CHOSEN, Why.UNKNOWN_FILE)
)
# What a file of its own is, and not an entry in one.
_OF_ENTRIES = frozenset((Why.BROKEN_ENTRY, Why.CUT, Why.TOO_DEEP))

_ADVICE = {
    Why.OTHERS_WORDS: N_("To read messages too, bring the copy in again and switch them on."),
    Why.MEDIA: N_("Open an entry to see its pictures."),
    Why.UNKNOWN_FILE: N_("You can copy its outline, which has none of your words in it, and send it to us."),
    Why.BROKEN_FILE: N_("Download the copy again, and bring it in once more. What is here stays."),
    Why.ENCRYPTED: N_("Unpack it with its password, and choose the folder."),
    Why.NESTED: N_("Choose all the parts together."),
    Why.METHOD: N_("Unpack it, and choose the folder."),
    Why.CHANGED: N_("Wait until it is all there, and bring it in again."),
    Why.TOO_MANY: N_("Bring in the folders one by one."),
}


class Fate(Labelled):
    """What became of one file."""

    READ = "read", N_("Read")
    SHORT = "short", N_("Read, but fewer than the copy says")
    PARTLY = "partly", N_("Read in part")
    SKIPPED = "skipped", N_("Left out")
    UNREADABLE = "unreadable", N_("Could not be read")


@dataclass(frozen=True)
class Reason:
    """Why, how often, and what helps ("" when nothing does or needs to)."""

    why: Why
    count: int
    where: str = ""

    @property
    def label(self) -> str:
        return self.why.label

    @property
    def advice(self) -> str:
        return _(_ADVICE[self.why]) if self.why in _ADVICE else ""


@dataclass(frozen=True)
class Row:
    """One file of the copy, or (with no `member`) what is said of a whole part or of files without a line.

    `found` counts entries, people and things held; `stated` is what the export itself says, if it does.
    """

    network: str
    member: str
    part: str
    found: int
    stated: int | None
    skipped: tuple[Reason, ...]
    unreadable: tuple[Reason, ...]
    members: int = 1

    @property
    def fate(self) -> Fate:
        if self.unreadable:
            return Fate.PARTLY if self.found else Fate.UNREADABLE
        if self.stated is not None and self.found < self.stated:
            return Fate.SHORT
        return Fate.SKIPPED if self.skipped and not self.found else Fate.READ

    @property
    def words(self) -> str:
        """ "2,000 found of 2,010 that the copy names. 3 could not be read: …" """
        told = [_found(self.found, self.stated)] if self.found or self.stated or not self.skipped else []
        told += [_left_out(reason) for reason in self.skipped]
        told += [_could_not(reason) for reason in self.unreadable]
        return " ".join(told)


@dataclass(frozen=True)
class Report:
    """The whole of it. `rows` begin with what went wrong, then what is short, then the rest by name.

    `not_exported`: for each network what it does not put into its copies, a sentence each.
    """

    rows: tuple[Row, ...]
    found: int
    new: int
    changed: int
    same: int
    skipped: tuple[Reason, ...]
    unreadable: tuple[Reason, ...]
    not_exported: Mapping[str, tuple[str, ...]]

    @property
    def kept(self) -> int:
        return self.new + self.changed

    @property
    def whole(self) -> bool:
        """Nothing was damaged, unknown or fewer than the copy says."""
        return not self.unreadable and not any(row.fate is Fate.SHORT for row in self.rows)

    @property
    def sentences(self) -> tuple[str, ...]:
        """The report in a few sentences."""
        told = [_found(self.found, None)]
        if self.new or self.same or self.changed:
            told.append(_kept(self.new, self.changed, self.same))
        told += [_left_out(reason) for reason in self.skipped]
        told += [_could_not(reason) for reason in self.unreadable]
        if self.whole:
            told.append(_("Nothing was damaged."))
        return tuple(told)


_BEFORE = {Fate.UNREADABLE: 0, Fate.PARTLY: 1, Fate.SHORT: 2, Fate.READ: 3, Fate.SKIPPED: 4}


def report_of(course: Course, not_exported: Mapping[str, tuple[str, ...]] | None = None) -> Report:
    """Put what was gathered while reading into words. `not_exported` as the readers of its networks say it."""
    rows = sorted(map(_row, course.lines), key=lambda row: (_BEFORE[row.fate], row.network, row.member))
    here = {row.network for row in rows if row.network}
    silent = {name: told for name, told in (not_exported or {}).items() if name in here and told}
    return Report(
        tuple(rows),
        sum(row.found for row in rows),
        course.new, course.changed, course.same,
        _summed(reason for row in rows for reason in row.skipped),
        _summed(reason for row in rows for reason in row.unreadable),
        silent,
    )  # fmt: skip


def not_exported(networks: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What each network does not put into its copies, from its reader."""
    from footprint.archives.readers import READERS

    return {name: tuple(READERS[name].not_exported) for name in networks if name in READERS}


def _row(line: Line) -> Row:
    skipped = tuple(_reason(trouble) for trouble in line.troubles if trouble.why in SKIPPED)
    unreadable = tuple(_reason(trouble) for trouble in line.troubles if trouble.why not in SKIPPED)
    found = line.entries + line.connections + line.held
    return Row(line.network, line.member, line.part, found, line.stated, skipped, unreadable, line.members)


def _reason(trouble: Trouble) -> Reason:
    return Reason(trouble.why, trouble.count, trouble.where)


def _summed(reasons: Iterable[Reason]) -> tuple[Reason, ...]:
    counts: Counter[Why] = Counter()
    where: dict[Why, str] = defaultdict(str)
    for reason in reasons:
        counts[reason.why] += reason.count
        where[reason.why] = where[reason.why] or reason.where
    return tuple(Reason(why, count, where[why]) for why, count in counts.most_common())


def _found(found: int, stated: int | None) -> str:
    if stated is not None and stated != found:
        return ngettext(
            "{found} found; the copy says it has {stated}.", "{found} found; the copy says it has {stated}.", found
        ).format(found=dates.number(found), stated=dates.number(stated))
    return ngettext("{found} thing found.", "{found} things found.", found).format(found=dates.number(found))


def _kept(new: int, changed: int, same: int) -> str:
    told = [ngettext("{n} is new", "{n} are new", new).format(n=dates.number(new))]
    if changed:
        told.append(ngettext("{n} has changed", "{n} have changed", changed).format(n=dates.number(changed)))
    if same:
        told.append(ngettext("{n} was here before", "{n} were here before", same).format(n=dates.number(same)))
    return ", ".join(told) + "."


def _left_out(reason: Reason) -> str:
    sentence = ngettext("{n} left out: {why}.", "{n} left out: {why}.", reason.count)
    return sentence.format(n=dates.number(reason.count), why=reason.label)


def _could_not(reason: Reason) -> str:
    if reason.why in _OF_ENTRIES or reason.count > 1:
        sentence = ngettext("{n} not read: {why}.", "{n} not read: {why}.", reason.count)
        return sentence.format(n=dates.number(reason.count), why=reason.label)
    return _("Not read: {why}.").format(why=reason.label)
