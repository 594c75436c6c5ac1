"""Who put an item there is a word of its own: it does not give way to a later change of the title on another computer.

Were it taken with the rest of the row, "this person frightens me" could be lost to somebody else's typing error mended
a minute later, and a letter be offered to the one who must never get one.
"""

from __future__ import annotations

from footprint.log.exchange import store
from footprint.log.exchange.store import Row
from footprint.log.origins import Origin
from footprint.vault import Connection

_CAREFUL = (Origin.UNSURE, Origin.WORK, Origin.FRIGHTENING)  # the most careful last


def latest(mine: Row, here: Connection, theirs: Row, there: Connection) -> Row:
    """`origin` and `relation` of the side where the person answered last; the more careful answer where neither did.

    An item is asked for in `here` before its events come in.
    """
    if mine["origin"] == theirs["origin"] and mine["relation"] == theirs["relation"]:
        found = mine
    else:
        found = max((mine, here), (theirs, there), key=lambda side: _rank(*side))[0]
    return {"origin": found["origin"], "relation": found["relation"]}


def _rank(row: Row, db: Connection) -> tuple[str, int, str, str]:
    origin = row["origin"]
    careful = _CAREFUL.index(origin) if origin in _CAREFUL else -1
    return store.answered(db, row["id"]), careful, origin, row["relation"]
