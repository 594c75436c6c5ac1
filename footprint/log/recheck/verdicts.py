"""From what a look saw to what it means: table F, row by row. Pure: no clock, no vault, no network.

Only one path leads to “gone”: the site's own 404 or 410 at the item's own address, twice, a day or more apart. Nothing
that a wall, an error or a page that only looks like one can do gets there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from footprint.log.recheck.confirming import APART, seems_gone_since
from footprint.log.recheck.likeness import similar
from footprint.log.recheck.records import Look, Page, Reason, Seen, Verdict
from footprint.search import canonical
from footprint.search.reading.sign import Sign
from footprint.search.reading.walls import asks_for_consent, asks_to_sign_in

GONE = frozenset({404, 410})
_REFUSED = frozenset({401, 402, 403, 407, 429, 999})
_SHOWS = frozenset({200, 203})
_TINY = 40  # words: fewer are no page that says something about a person
_SHRUNK = 0.2
_WALLS = (
    (Sign.CHALLENGE, Reason.CHALLENGE),
    (Sign.TROUBLE, Reason.TROUBLE),
    (Sign.LOGIN, Reason.LOGIN),
    (Sign.CONSENT, Reason.CONSENT),
)
_SHOWN = frozenset({Verdict.STILL_THERE, Verdict.CAME_BACK, Verdict.NEEDS_EYES})
_ABSENT = frozenset(
    {Verdict.SEEMS_GONE, Verdict.GONE, Verdict.PROBABLY_GONE, Verdict.NAME_REMOVED, Verdict.MOVED, Verdict.WITHHELD}
)


@dataclass(frozen=True)
class Judged:
    verdict: Verdict
    reason: Reason


@dataclass(frozen=True)
class Known:
    """What is known before the look: the item's address, its looks so far (oldest first), and its state.

    `baseline`: this look is the first, and nothing has been done about the item yet. `said_gone` is since when the item
    counts as gone. `sibling` is how the same site answered for an address it cannot have.
    """

    address: str
    before: Sequence[Look] = ()
    baseline: bool = False
    said_gone: datetime | None = None
    sibling: Seen | None = None

    @property
    def shown(self) -> tuple[Look, ...]:
        """The looks in which the app was shown the page itself."""
        return tuple(one for one in self.before if one.verdict in _SHOWN and one.seen.status in _SHOWS)

    @property
    def reference(self) -> Page | None:
        """What a page is compared with: the newest look that could read the name, else the newest that saw a page."""
        shown = self.shown
        named = [one.seen.page for one in shown if one.seen.page.named]
        return named[-1] if named else shown[-1].seen.page if shown else None

    @property
    def standing(self) -> Look | None:
        """The newest look that told anything."""
        return next((one for one in reversed(self.before) if not one.tells_nothing), None)


def judge(seen: Seen, now: datetime, known: Known) -> Judged:
    """The verdict of one look made at `now`."""
    if seen.trouble is not None:
        eyes = seen.trouble in (Reason.ROBOTS, Reason.NETWORK)
        return Judged(Verdict.NEEDS_EYES if eyes else Verdict.COULD_NOT_CHECK, seen.trouble)
    status = seen.status or 0
    if status in _REFUSED:
        return Judged(Verdict.COULD_NOT_CHECK, Reason.REFUSED)
    if status == 451:
        return Judged(Verdict.WITHHELD, Reason.STATUS)
    if status in GONE:
        return _gone(seen, now, known)
    if status not in _SHOWS:
        return Judged(Verdict.COULD_NOT_CHECK, Reason.TROUBLE)
    return _wall(seen, known) or _elsewhere(seen, known) or _there(seen, now, known)


def wants_sibling(seen: Seen, known: Known) -> bool:
    """Whether it helps to see what the site answers for an address that cannot exist."""
    page, before = seen.page, known.reference
    if seen.trouble is not None or seen.status not in _SHOWS or page.named or page.signs:
        return False
    return before is not None and before.named and at_its_address(seen.url, known)


def at_its_address(there: str, known: Known) -> bool:
    """Whether this is the item's own address, or where it was when the app was shown it."""
    own = {canonical(known.address), *(canonical(one.seen.url) for one in known.shown if one.seen.url)}
    return canonical(there) in own


# -- 404 and 410 -----------------------------------------------------------------------------------


def _gone(seen: Seen, now: datetime, known: Known) -> Judged:
    if Sign.CHALLENGE in seen.page.signs:  # whatever its heading says
        return Judged(Verdict.COULD_NOT_CHECK, Reason.CHALLENGE)
    if not at_its_address(seen.url, known):
        return _wall_address(seen, known) or Judged(Verdict.PROBABLY_GONE, Reason.REDIRECT)
    standing, doubt = known.standing, _doubt(seen.page, known.reference)
    if known.said_gone is not None or (standing is not None and standing.verdict.is_gone):
        return doubt or Judged(Verdict.GONE, Reason.STATUS)
    if known.baseline or (standing is not None and standing.reason is Reason.NEVER_SEEN):
        return Judged(Verdict.NEEDS_EYES, Reason.NEVER_SEEN)
    if doubt is not None:
        return doubt
    since = seems_gone_since(known.before)
    if since is not None and now - since >= APART:
        return Judged(Verdict.GONE, Reason.TWICE)
    return Judged(Verdict.SEEMS_GONE, Reason.STATUS)


def _doubt(page: Page, before: Page | None) -> Judged | None:
    """Some sites send their whole page, or ask people to sign in, under the code for “not there”."""
    if _says_gone(page):
        return None
    if page.named and before is not None and similar(before, page):
        return Judged(Verdict.NEEDS_EYES, Reason.NAME)
    reason = next((why for sign, why in _WALLS if sign in page.signs), None)
    return None if reason is None else Judged(Verdict.COULD_NOT_CHECK, reason)


# -- walls -----------------------------------------------------------------------------------------


def _wall(seen: Seen, known: Known) -> Judged | None:
    found = _wall_address(seen, known)
    if found is not None:
        return found
    page, before = seen.page, known.reference
    if page.named and before is not None and similar(before, page):
        return None  # the page as it was, with a form to sign in on it
    for sign, reason in _WALLS:
        if sign in page.signs:
            return Judged(Verdict.COULD_NOT_CHECK, reason)
    return None


def _wall_address(seen: Seen, known: Known) -> Judged | None:
    """Sent on to a page to sign in at, or to agree to something."""
    for there in (seen.page.refresh, seen.url):
        if not there or at_its_address(there, known):
            continue
        if asks_to_sign_in(there) and not asks_to_sign_in(known.address):
            return Judged(Verdict.COULD_NOT_CHECK, Reason.LOGIN)
        if asks_for_consent(there) and not asks_for_consent(known.address):
            return Judged(Verdict.COULD_NOT_CHECK, Reason.CONSENT)
    return None


def _elsewhere(seen: Seen, known: Known) -> Judged | None:
    refreshed = Sign.REFRESH in seen.page.signs and not at_its_address(seen.page.refresh, known)
    if at_its_address(seen.url, known) and not refreshed:
        return None
    if known.baseline and seen.page.named and not refreshed:
        return None  # the address the person has leads here by way of another
    if seen.page.named and not _says_gone(seen.page) and not refreshed:
        return Judged(Verdict.MOVED, Reason.REDIRECT_NAMED)
    return Judged(Verdict.MOVED, Reason.REDIRECT)


# -- the page came ---------------------------------------------------------------------------------


def _there(seen: Seen, now: datetime, known: Known) -> Judged:
    page = seen.page
    if Sign.FILE in page.signs:
        return _file(page, now, known)
    first = known.reference
    if page.named:
        long_first = known.baseline and Sign.GONE_TEXT not in page.signs  # a story about something that is gone
        if _says_gone(page) and not long_first and not (first is not None and similar(first, page)):
            return Judged(Verdict.PROBABLY_GONE, Reason.ECHO)
        return _named(now, known, Reason.NAME)
    if first is not None and first.named:
        return _name_absent(seen, first, known)
    if _says_gone(page) and first is not None and not _says_gone(first):
        return Judged(Verdict.PROBABLY_GONE, Reason.PHRASE)
    if Sign.SCRIPTED in page.signs:
        return Judged(Verdict.NEEDS_EYES, Reason.SCRIPTED)
    return Judged(Verdict.NEEDS_EYES, Reason.NO_NAME if first is not None else Reason.NO_BASELINE)


def _name_absent(seen: Seen, first: Page, known: Known) -> Judged:
    """The first look could read the name there, and now it is not there."""
    page = seen.page
    if _says_gone(page):
        return Judged(Verdict.PROBABLY_GONE, Reason.PHRASE)
    if _canonical_elsewhere(seen, first, known):
        return Judged(Verdict.PROBABLY_GONE, Reason.CANONICAL)
    if known.sibling is not None and _same_as_sibling(page, known.sibling):
        return Judged(Verdict.PROBABLY_GONE, Reason.SIBLING)
    if Sign.SCRIPTED in page.signs:
        return Judged(Verdict.NEEDS_EYES, Reason.SCRIPTED)
    if similar(first, page):
        return Judged(Verdict.NAME_REMOVED, Reason.NO_NAME)
    if page.words < _TINY or page.length < first.length * _SHRUNK:
        return Judged(Verdict.PROBABLY_GONE, Reason.SHORT)
    return Judged(Verdict.PROBABLY_GONE, Reason.OTHER)


def _named(now: datetime, known: Known, reason: Reason) -> Judged:
    """It is there. Whether that means “still” or “again” depends on what was said before."""
    gone = known.standing if known.standing is not None and known.standing.verdict.is_gone else None
    if gone is None and known.said_gone is None:
        return Judged(Verdict.STILL_THERE, reason)
    if gone is None and known.standing is not None and known.standing.reason is Reason.DISAGREES:
        return Judged(Verdict.NEEDS_EYES, Reason.DISAGREES)
    if gone is not None and not gone.by_hand:
        return Judged(Verdict.CAME_BACK, reason)
    said = gone.at if gone is not None else known.said_gone
    assert said is not None
    if _nothing_changed(said, now, known.before):
        return Judged(Verdict.NEEDS_EYES, Reason.DISAGREES)
    return Judged(Verdict.CAME_BACK, reason)


def _nothing_changed(said: datetime, now: datetime, before: Sequence[Look]) -> bool:
    """The person said gone, and the app never saw anything but the page: their word stands."""
    if now - said < APART:
        return True
    told = [one for one in before if not one.by_hand and not one.tells_nothing]
    earlier = [one for one in told if one.at <= said][-1:]
    return bool(earlier) and not any(one.verdict in _ABSENT for one in (*earlier, *(x for x in told if x.at > said)))


def _file(page: Page, now: datetime, known: Known) -> Judged:
    mine = [one for one in known.shown if one.reason is Reason.SAME_FILE] or known.shown[:1]
    if page.digest and any(one.seen.page.digest == page.digest for one in mine):
        return _named(now, known, Reason.SAME_FILE)
    return Judged(Verdict.NEEDS_EYES, Reason.PICTURE)


def _says_gone(page: Page) -> bool:
    return bool(page.signs & {Sign.GONE_HEADING, Sign.GONE_TEXT})


def _canonical_elsewhere(seen: Seen, first: Page, known: Known) -> bool:
    """The page now says that it really is another one, such as the home page."""
    there = seen.page.canonical
    if not there or there == first.canonical:
        return False
    return not at_its_address(there, known)


def _same_as_sibling(page: Page, sibling: Seen) -> bool:
    if sibling.trouble is not None or sibling.status not in _SHOWS:
        return False
    other = sibling.page
    return bool(page.digest) and (page.digest == other.digest or (page.title == other.title and similar(other, page)))
