"""How the lists of leaked passwords answer on the loopback web: the range API with its padding."""

from __future__ import annotations

import hashlib
import random
import re

from footprint.demo.answers import Answer, Asked
from footprint.demo.web_pages import Pages

LEAKED_LISTS = "api.pwnedpasswords.com"
# A few everybody knows, and how often they were seen on this invented web.
LEAKED = {"password": 9_545_824, "123456": 37_359_195, "qwerty": 10_556_095, "sunshine1": 84_221, "otherton1984": 3}
_ROWS = 850


def leaked_lists(_pages: Pages, asked: Asked) -> Answer:
    prefix = re.fullmatch(r"/range/([0-9A-Fa-f]{5})", asked.path)
    if prefix is None:
        return Answer(400, b"The hash prefix was not in a valid format", "text/plain")
    wanted = prefix[1].upper()
    rows = dict(_invented(wanted))
    for password, count in LEAKED.items():
        whole = hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper()
        if whole.startswith(wanted):
            rows[whole[5:]] = count
    if asked.headers.get("add-padding", "").lower() == "true":
        rows |= {suffix: 0 for suffix in list(dict(_invented(wanted + "padding")))[:60] if suffix not in rows}
    lines = "\r\n".join(f"{suffix}:{count}" for suffix, count in sorted(rows.items()))
    return Answer(200, lines.encode(), "text/plain")


def _invented(seed: str) -> list[tuple[str, int]]:
    """The same rows each time, as the lists of one day are."""
    chance = random.Random(seed)
    return [(f"{chance.getrandbits(140):035X}", chance.randint(1, 400)) for _row in range(_ROWS)]
