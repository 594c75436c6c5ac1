"""Lines of a leaked list, read strictly: a page that is something else never reads as a list without the password."""

from __future__ import annotations

import re
from collections.abc import Iterable

_ROW = re.compile(rb"([0-9A-Fa-f]{35}):([0-9]{1,12})[ \t]*")
_MOST = 100_000


class NotRows(ValueError):
    """Something between the rows is none."""


def read_rows(body: bytes, wanted: Iterable[str]) -> tuple[dict[str, int], int]:
    """How often each of `wanted` (35 letters) was seen, and how many rows there were, padding (count 0) included.

    Raises `NotRows`. A suffix that stands there twice counts as often as its higher row says.
    """
    counts = {one.upper().encode(): 0 for one in wanted}
    rows = 0
    for line in body.removeprefix(b"\xef\xbb\xbf").splitlines():
        if not line:
            continue
        found = _ROW.fullmatch(line)
        rows += 1
        if found is None or rows > _MOST:
            raise NotRows
        suffix = found[1].upper()
        if suffix in counts:
            counts[suffix] = max(counts[suffix], int(found[2]))
    return {suffix.decode(): count for suffix, count in counts.items()}, rows
