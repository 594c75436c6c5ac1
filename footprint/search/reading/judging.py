"""From an answer to how the reading ended: only a page that was really shown can show nothing."""

from __future__ import annotations

from urllib.parse import urlsplit

from footprint.search.addresses import canonical
from footprint.search.reading.page import PageTold
from footprint.search.reading.records import Why
from footprint.search.reading.sign import Sign
from footprint.search.reading.walls import asks_for_consent, asks_to_sign_in

_LEAST = 12  # words: fewer say nothing, whoever they are about
_STATUS = {
    401: Why.LOGIN, 402: Why.LOGIN, 403: Why.REFUSED, 404: Why.GONE, 407: Why.REFUSED, 410: Why.GONE,
    429: Why.ASKED_TO_WAIT, 451: Why.WITHHELD, 999: Why.REFUSED,
}  # fmt: skip
_SHOWS = frozenset({200, 203})
_WALLS = (
    (Sign.CHALLENGE, Why.CHALLENGE),
    (Sign.TROUBLE, Why.TROUBLE),
    (Sign.LOGIN, Why.LOGIN),
    (Sign.CONSENT, Why.CONSENT),
)


def by_status(status: int) -> Why | None:
    """Why an answer with this code shows no page; None where it may."""
    if status in _SHOWS:
        return None
    return _STATUS.get(status, Why.TROUBLE if status >= 500 else Why.REFUSED if status >= 400 else Why.UNREADABLE)


def by_address(asked: str, there: str) -> Why | None:
    """Why the address where the answer was found is not that of the page."""
    if asks_to_sign_in(there) and not asks_to_sign_in(asked):
        return Why.LOGIN
    if asks_for_consent(there) and not asks_for_consent(asked):
        return Why.CONSENT
    return None


def by_page(told: PageTold, *, named: bool, asked: str, there: str) -> Why | None:
    """Why what came is not the page. `named`: the person is named on it, or something of theirs stands there."""
    signs = {Sign(one) for one in told.signs}
    if Sign.FILE in signs:
        return Why.WRONG_TYPE
    wall = next((why for sign, why in _WALLS if sign in signs), None)
    if wall is not None and not (named and Sign.CHALLENGE not in signs and told.words >= 60):
        return wall
    if signs & {Sign.GONE_HEADING, Sign.GONE_TEXT} and not named:
        return Why.GONE
    if told.refresh and canonical(told.refresh) != canonical(asked) and not named:
        return by_address(asked, told.refresh) or Why.SENT_ON
    if named:
        return None
    if _sent_home(asked, there):
        return Why.SENT_ON
    if Sign.SCRIPTED in signs:
        return Why.SCRIPTED
    return Why.UNREADABLE if told.words < _LEAST else None


def _sent_home(asked: str, there: str) -> bool:
    """Asked for a page, and shown the front of the site."""
    one, other = urlsplit(asked), urlsplit(there)
    return len(one.path.strip("/")) > 0 and not other.path.strip("/") and not other.query
