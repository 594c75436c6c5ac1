"""WhatsApp: one text for each chat, with local times and no mark of who exported it.

Every header style of Android and iOS; whether the day or the month stands first is decided once for a file.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.dates import instant, sane
from footprint.archives.parsing.records import beside, media
from footprint.archives.parsing.streams import Kept, text_lines
from footprint.archives.parsing.texts import clean, line, without_marks
from footprint.archives.records import Audience, Entry, Kind, Media, Record, Trouble, Why
from footprint.i18n import N_

_LOOKED_AT = 4 * 1024 * 1024  # bytes of a chat that decide the order of day and month
_LONGEST_LINE = 1_000_000
_DATE = r"(\d{1,4})[./\-]\s?(\d{1,2})[./\-]\s?(\d{1,4})\.?"
_TIME = r"(?:(上午|下午|오전|오후)\s?)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:\s?([AaPp])\.?\s?[Mm]\.?)?"
_JOIN = r"[,،]?\s+(?:(?:à|at|um|om|alle|alle ore|a las|kl\.?|às)\s+)?"
_HEADER = re.compile(
    rf"(?:\[{_DATE}{_JOIN}{_TIME}(?:\s?Uhr)?\]|{_DATE}{_JOIN}{_TIME}(?:\s?Uhr)?\s[-–])\s(.*)", re.DOTALL
)
_ATTACHED = (
    re.compile(r"<[^:<>]{3,40}:\s?([^<>/\\]{1,200}\.\w{2,5})>"),
    re.compile(r"([^<>/\\\n]{1,200}\.\w{2,5}) \([^()\n]{3,60}\)"),
)
_NAMES = re.compile(
    r"(?:whatsapp[ -]chat (?:with|mit|met|con|avec)|discussion whatsapp avec|chat de whatsapp con|chat whatsapp con|"
    r"whatsapp chat -)\s+",
    re.IGNORECASE,
)


class Head(NamedTuple):
    """The start of a message: the three numbers of its date as they stand, the time, and the rest of the line."""

    one: int
    two: int
    three: int
    seconds: int
    rest: str
    half_day: bool


class WhatsApp:
    """Chats that were exported one by one."""

    name = "whatsapp"
    not_exported = (
        N_("Only the chats you exported are here, one file for each."),
        N_("A chat does not say which name in it is yours."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        if not path.casefold().endswith(".txt"):
            return None
        lines = head.decode("utf-8-sig", "replace").splitlines()[:40]
        heads = [one for one in map(read_head, lines) if one]
        named = "whatsapp" in path.casefold() or path.endswith("_chat.txt")
        first = next((one for one in lines if one.strip()), "")
        if not heads or read_head(first) is None:
            return None
        return Claim("chat", sure=0.95 if named else 0.7 if len(heads) > 1 else 0.5)

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        with contextlib.closing(Kept(member.open())) as stream:
            start = stream.read(_LOOKED_AT)
            stream.put_back(start)
            lines = text_lines(stream)
            order = decide(head for head in map(read_head, start.decode("utf-8-sig", "replace").splitlines()) if head)
            del start
            said = messages(lines, order)
            if context.messages:
                yield from _entries(said, member, context)
            else:
                many = sum(1 for _ in said)
                if many:
                    yield Trouble(Why.OTHERS_WORDS, many)
            stream.settle()

    def pages(self) -> Mapping[str, str]:
        return {}


def read_head(text: str) -> Head | None:
    """The header of a message at the start of a line, or None."""
    text = text[:_LONGEST_LINE]
    if not text.isascii():
        text = text.lstrip("\u200e\u200f\ufeff\u202a").replace("\u202f", " ").replace("\xa0", " ", 8)
    found = _HEADER.match(text)
    if not found:
        return None
    groups = found.groups()
    one, two, three, east, hour, minute, second, half = groups[:8] if groups[0] else groups[8:16]
    hours = int(hour)
    if half or east:
        late = (half or "").casefold() == "p" or east in ("下午", "오후")
        hours = hours % 12 + (12 if late else 0)
    seconds = hours * 3600 + int(minute) * 60 + int(second or 0)
    return Head(int(one), int(two), int(three), seconds, groups[16], bool(half))


class Order(NamedTuple):
    """Whether the day stands first. Dates that begin with the year need no order."""

    day_first: bool


def decide(heads: Iterable[Head]) -> Order:
    """A number above 12 decides; else the order in which the messages run on; else the clock of 12 hours, which goes
    with months first."""
    firsts = seconds = day_breaks = month_breaks = 0
    half_day = False
    last_day: tuple[int, ...] = ()
    last_month: tuple[int, ...] = ()
    for head in heads:
        if head.one > 31:
            continue
        firsts += 12 < head.one <= 31
        seconds += 12 < head.two <= 31
        half_day = half_day or head.half_day
        by_day, by_month = (head.three, head.two, head.one), (head.three, head.one, head.two)
        day_breaks += bool(last_day) and by_day < last_day
        month_breaks += bool(last_month) and by_month < last_month
        last_day, last_month = by_day, by_month
    if firsts != seconds:
        return Order(firsts > seconds)
    if day_breaks != month_breaks:
        return Order(day_breaks < month_breaks)
    return Order(not half_day)


def _moment(head: Head, order: Order) -> int | None:
    if head.one > 31:
        year, month, day = head.one, head.two, head.three
    else:
        day, month = (head.one, head.two) if order.day_first else (head.two, head.one)
        year = head.three
    whole = instant(year + 2000 if year < 100 else year, month, day)
    return None if whole is None else sane(whole + head.seconds)


@dataclass
class Said:
    """One message: the clock time where it was written, who wrote it, and its words over all lines."""

    at: int | None
    sender: str
    text: str


def messages(lines: Iterable[str], order: Order) -> Iterator[Said]:
    """Messages with a sender; what WhatsApp itself notes has none and is left out. Lines without a header go on."""
    current: Said | None = None
    for raw in lines:
        text = clean(raw.rstrip("\r\n"))
        head = read_head(text)
        if head is None:
            if current is not None and len(current.text) < _LONGEST_LINE:
                current.text += "\n" + text
            continue
        if current is not None:
            yield current
        sender, colon, said = head.rest.partition(": ")
        if not colon and head.rest.endswith(":"):
            sender, colon = head.rest[:-1], ":"
        known = colon and 0 < len(sender) <= 200
        current = Said(_moment(head, order), line(without_marks(sender)), said) if known else None
    if current is not None:
        yield current


def _entries(said: Iterable[Said], member: Member, context: Context) -> Iterator[Record]:
    thread = _thread(member.path)
    same, last = 0, None
    for one in said:
        same = same + 1 if one.at == last else 0
        last = one.at
        words = without_marks(one.text).strip()
        mine = bool(context.me) and one.sender == context.me
        yield Entry(
            "whatsapp", Kind.MESSAGE, context.account, at=one.at, text=words if mine else "",
            title="" if mine else f"{one.sender}: {words}", where=thread, audience=Audience.ONE, thread=thread,
            media=tuple(_attached(words, member, context)), local=True, ordinal=same,
        )  # fmt: skip


def _attached(words: str, member: Member, context: Context) -> Iterator[Media]:
    for pattern in _ATTACHED:
        found = pattern.match(words)
        if found:
            yield media(context, beside(member.path, found.group(1).strip()))
            return


def _thread(path: str) -> str:
    """With whom the chat is, by the name of its file or folder."""
    folder, _, name = path.rpartition("/")
    name = name.rsplit(".", 1)[0]
    if name.casefold() in ("_chat", "chat"):
        name = folder.rsplit("/", 1)[-1]
    return line(_NAMES.sub("", name))
