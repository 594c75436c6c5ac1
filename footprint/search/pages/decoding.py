"""From the bytes of a saved page to its text: plain HTML, one file with everything in it (MHTML), Safari's archive."""

from __future__ import annotations

import re
from itertools import islice

from footprint.i18n import _
from footprint.search.pages.records import BadPage

LARGEST = 30_000_000  # a page saved with its pictures in one file
LONGEST = 6_000_000  # letters of the page itself, without the pictures written into it
MOST_TAGS = 250_000
_INLINE = re.compile(r"data:[a-z]{1,20}/[\w.+-]{1,60}[;,][^\"'\s)<>]{200,}", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset=[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_PART_OF = re.compile(rb"^content-type:\s*multipart/(?:related|mixed)", re.IGNORECASE | re.MULTILINE)
_SAVED_FROM = re.compile(r"saved from url=\(\d{1,6}\)(\S{0,4000})", re.IGNORECASE)


def page_text(data: bytes) -> tuple[str, str]:
    """(the page as text, the address it was saved from or nothing); `BadPage` when it is too big or no page."""
    if len(data) > LARGEST:
        raise BadPage(_("This file is too big for a page of results. Save only the page with the results."))
    text, address = _opened(data)
    text = _INLINE.sub("data:,", text).replace("\x00", "")
    if len(text) > LONGEST or text.count("<") > MOST_TAGS:
        raise BadPage(_("This page is too big for a page of results. Copy the addresses and paste them here."))
    if "<" not in text:
        raise BadPage(_("This is not a saved page. In your browser choose Save page as, then drop that file here."))
    found = _SAVED_FROM.search(text[:5000])
    return text, address or (found[1] if found else "")


def _opened(data: bytes) -> tuple[str, str]:
    if data.startswith(b"bplist00") or (data[:200].lstrip().startswith(b"<?xml") and b"<plist" in data[:600]):
        return _web_archive(data)
    if _PART_OF.search(data[:6000]):
        return _mhtml(data)
    return decoded(data), ""


def decoded(data: bytes, charset: str = "") -> str:
    """Text in the coding it says it has, else in the likeliest."""
    for mark, name in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, "replace")
    said = _CHARSET.search(data[:4096])
    for name in (charset, "utf-8-sig", said[1].decode("ascii", "ignore") if said else ""):
        try:
            return data.decode(name) if name else data.decode("utf-8-sig")
        except (UnicodeDecodeError, LookupError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def _mhtml(data: bytes) -> tuple[str, str]:
    """The first page of a file that holds page and pictures together, and where that was."""
    import email
    from email.errors import MessageError

    try:
        message = email.message_from_bytes(data)
        address = str(message.get("Snapshot-Content-Location", ""))[:4000].strip()
        for part in islice(message.walk(), 2_000):
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                charset = str(part.get_param("charset") or "")
                where = address or str(part.get("Content-Location", ""))[:4000].strip()
                return (decoded(content, charset) if isinstance(content, bytes) else ""), where
    except (MessageError, ValueError, LookupError, RecursionError, AttributeError, TypeError):
        pass  # a part that cannot be read is as good as none: the caller says so
    return "", ""


def _web_archive(data: bytes) -> tuple[str, str]:
    """What Safari saves: a property list with the page as its main resource."""
    import plistlib

    try:
        main = plistlib.loads(data)["WebMainResource"]
        content, address = main["WebResourceData"], main.get("WebResourceURL", "")
        charset = main.get("WebResourceTextEncodingName", "")
    except Exception as problem:  # the reader of lists has many ways to stumble over a broken one
        raise BadPage(_("This file cannot be read. In Safari choose Save As and the format Page Source.")) from problem
    if not isinstance(content, bytes):
        return "", ""
    return decoded(content, charset if isinstance(charset, str) else ""), address if isinstance(address, str) else ""
