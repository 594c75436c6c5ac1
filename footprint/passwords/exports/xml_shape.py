"""Lists as KeePass XML, which KeePassXC and KeePass 2 both write."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from xml.etree import ElementTree

from footprint.i18n import _
from footprint.passwords.exports.raw import MOST_LOGINS, BadExport, Found, Raw, day_of
from footprint.passwords.records import Manager

_TWO_STEP = ("otp", "TOTP Seed", "TimeOtp-Secret-Base32", "TimeOtp-Secret")
_YEAR_1 = datetime(1, 1, 1)
# No list of ours declares anything; what does could make a few bytes stand for gigabytes.
_DECLARES = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)


def read_xml(data: bytes) -> Found | None:
    """The list in `data`; None for XML of something else."""
    if _DECLARES.search(data) or b"<KeePassFile" not in data[:4096]:
        return None
    return Found(Manager.KEEPASSXC, _entries(data), says_two_step=True, says_dates=True)


def _entries(data: bytes) -> Iterator[Raw | None]:
    """Entries that are neither an older state of another one (`History`) nor in the bin.

    The id of a group stands before its entries, so whether it is the bin is known in time.
    """
    found = re.search(rb"<RecycleBinUUID>([^<]+)<", data[:65536])
    bin_id = found[1].decode("ascii", "replace").strip() if found else ""
    open_tags: list[str] = []
    bins: list[int] = []  # how deep the bin is, while inside it
    read = 0
    try:
        for event, element in ElementTree.iterparse(io.BytesIO(data), events=("start", "end")):
            if event == "start":
                open_tags.append(element.tag)
                continue
            open_tags.pop()
            if (
                element.tag == "UUID"
                and open_tags[-1:] == ["Group"]
                and bin_id
                and (element.text or "").strip() == bin_id
            ):
                bins.append(len(open_tags))
            elif element.tag == "Group" and bins and bins[-1] == len(open_tags) + 1:
                bins.pop()
            elif element.tag == "Entry" and "History" not in open_tags:
                read += 1
                if read > MOST_LOGINS:
                    raise BadExport(_("This list has more logins than anyone has. Check which file it is."))
                yield None if bins else _entry(element)
                element.clear()
    except (ElementTree.ParseError, RecursionError):
        raise BadExport(_("This file is cut off or damaged. Export it again.")) from None


def _day(text: str) -> date | None:
    """ISO text, or as the newer format has it: base64 of eight bytes that count the seconds since the year 1."""
    plain = day_of(text)
    if plain is not None:
        return plain
    try:
        raw = base64.b64decode(text, validate=True)
        return (_YEAR_1 + timedelta(seconds=int.from_bytes(raw, "little"))).date() if len(raw) == 8 else None
    except (ValueError, OverflowError):
        return None


def _entry(element: ElementTree.Element) -> Raw | None:
    strings = {one.findtext("Key") or "": one.findtext("Value") or "" for one in element.findall("String")}
    return Raw(
        title=strings.get("Title", ""),
        urls=(strings["URL"],) if strings.get("URL") else (),
        username=strings.get("UserName", ""),
        password=strings.get("Password", ""),
        two_step=any(strings.get(name) for name in _TWO_STEP),
        changed=_day(element.findtext("Times/LastModificationTime") or ""),
    )
