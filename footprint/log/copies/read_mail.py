"""Reads an e-mail: who, when, the words, and what hangs on it. Only in the worker's process; nothing is fetched."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message

from footprint.i18n import _
from footprint.log.copies.read_page import structured
from footprint.log.errors import BadEvidence

MOST_PARTS = 200
MOST_DEPTH = 20
MOST_WORDS = 500_000
_SHOWN = ("From", "To", "Cc", "Reply-To", "Date", "Subject", "Message-ID", "Return-Path", "Received")
_MOST_HEADERS = 40
_LONGEST_HEADER = 2_000
_ODD = (ValueError, LookupError, TypeError, AttributeError, UnicodeError, RecursionError, MemoryError, AssertionError)


@dataclass(frozen=True)
class Attached:
    """A file that hangs on a message: its name and type as the message says them, and its size in bytes."""

    name: str
    type: str
    bytes: int


@dataclass(frozen=True)
class MailTold:
    """`headers` are (name, words) in the order of the message; `words` is plain text whatever was in it."""

    headers: tuple[tuple[str, str], ...]
    words: str
    attached: tuple[Attached, ...]


def mail(content: bytes) -> MailTold:
    """The message, or `BadEvidence`. Deep or endless ones are cut off, never followed."""
    try:
        whole = email.message_from_bytes(content, policy=email.policy.compat32)
        headers = tuple(_headers(whole))
        words, attached = _body(whole)
    except _ODD:
        raise BadEvidence(_("This email could not be read. Save it again, then add it.")) from None
    if not headers:
        raise BadEvidence(_("This is not an email the app can keep. Save it as an .eml file, then add it."))
    return MailTold(headers, words, attached)


def _headers(whole: Message) -> Iterator[tuple[str, str]]:
    shown = {one.lower(): one for one in _SHOWN}
    found = 0
    for name, value in whole.items():
        if name.lower() in shown and found < _MOST_HEADERS:
            found += 1
            yield shown[name.lower()], _decoded(str(value))


def _decoded(value: str) -> str:
    """A header in plain words: encoded parts decoded where they can be, on one line, without control characters."""
    value = value[: 4 * _LONGEST_HEADER]
    try:
        parts = [
            part.decode(charset or "utf-8", "replace") if isinstance(part, bytes) else part
            for part, charset in decode_header(value)
        ]
        value = "".join(parts)
    except (*_ODD, email.errors.HeaderParseError):
        pass  # shown as it stands
    return clean(" ".join(value.split()))[:_LONGEST_HEADER]


def clean(text: str) -> str:
    """Text that can be stored and sent on: no lone surrogates, no control characters but line ends and tabs."""
    text = text.encode("utf-8", "replace").decode("utf-8")
    return "".join(one for one in text if one in "\n\t" or (one.isprintable() or one == " "))


def _body(whole: Message) -> tuple[str, tuple[Attached, ...]]:
    plain, pages, attached = [], [], []
    for part in _parts(whole):
        name = part.get_filename()
        kind = part.get_content_type()
        data = part.get_payload(decode=True)
        body = data if isinstance(data, bytes) else b""
        if name or part.get_content_disposition() == "attachment" or not kind.startswith("text/"):
            attached.append(Attached(_decoded(str(name or ""))[:200], clean(kind)[:100], len(body)))
        elif kind == "text/html":
            pages.append(structured(_text(part, body)))
        else:
            plain.append(_text(part, body))
    words = "\n\n".join(plain) if any(one.strip() for one in plain) else "\n\n".join(pages)
    return clean(words.replace("\r\n", "\n").replace("\r", "\n"))[:MOST_WORDS].strip(), tuple(attached)


def _parts(whole: Message) -> Iterator[Message]:
    """The leaves, in order, so many and so deep at most."""
    waiting: list[tuple[Message, int]] = [(whole, 0)]
    seen = 0
    while waiting and seen < MOST_PARTS:
        part, depth = waiting.pop()
        seen += 1
        inner = part.get_payload()
        if part.is_multipart() and isinstance(inner, list):
            if depth < MOST_DEPTH:
                waiting.extend((one, depth + 1) for one in reversed(inner) if isinstance(one, Message))
        else:
            yield part


def _text(part: Message, body: bytes) -> str:
    charset = part.get_content_charset() or "utf-8"
    try:
        return body.decode(charset, "replace")
    except LookupError:  # a coding nobody knows
        return body.decode("utf-8", "replace")
