"""Looks passwords up in the leaked lists without telling anybody the password (Pwned Passwords, range API v3).

Only the first five of the forty letters and numbers of the SHA-1 leave the computer. The answer holds every listed
password that begins so, padded with invented rows of count 0, and the rest is compared here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from footprint.i18n import _, ngettext
from footprint.passwords.hashing import prefix_of, suffix_of
from footprint.passwords.records import Look, Seen
from footprint.passwords.rows import NotRows, read_rows
from footprint.tasks import Stopped, Task
from footprint.web import Purpose, Request, Sending, WebProblem

if TYPE_CHECKING:
    from footprint.web import Consent, Web

HOST = "api.pwnedpasswords.com"
_ADDRESS = f"https://{HOST}/range/"
_MASK = "•••"
_CAP = 1_000_000  # an answer is about 40 kB to 80 kB
_FEWEST = 400  # padded answers hold 800 rows and more: far fewer are a cut or a made-up answer
_BUSY = frozenset({429, 503})


@dataclass(frozen=True)
class Plan:
    """What would be sent: five letters for each password. The hashes stay here."""

    hashes: tuple[bytes, ...] = field(repr=False)

    @property
    def prefixes(self) -> tuple[str, ...]:
        """Each once, sorted, so that their order tells nothing."""
        return tuple(sorted({prefix_of(one) for one in self.hashes}))

    @property
    def preview(self) -> Sending:
        """The line the person reads, with the letters in full."""
        urls = "\n".join(_ADDRESS + one for one in self.prefixes)
        return self._sending(", ".join(self.prefixes), urls)

    @property
    def noted(self) -> Sending:
        """The same line as the journal keeps it: without the letters, since they would narrow a guess down."""
        return self._sending(_("5 letters and numbers made from a password"), _ADDRESS + _MASK)

    def _sending(self, words: str, url: str) -> Sending:
        why = ngettext(
            "To see if it was leaked. We send 5 letters and numbers made from your password, never the password.",
            "To see if {n} passwords were leaked. We send 5 letters and numbers made from each, never a password.",
            len(self.prefixes),
        ).format(n=len(self.prefixes))
        keeps = _("Have I Been Pwned may keep these letters and your internet address. Many passwords share them.")
        return Sending(HOST, words, why, url, (), keeps)


def plan(hashes: Iterable[bytes]) -> Plan:
    """What asking about these passwords (their SHA-1) would send."""
    return Plan(tuple(dict.fromkeys(hashes)))


def look_up(web: Web, wanted: Plan, task: Task) -> dict[bytes, Seen]:
    """Ask what `wanted` shows; calling this is the press of the button. Every hash of the plan gets an answer.

    A look that failed is an outcome of its own, never “not found”. Stopping keeps what is known by then.
    Raises `web.Offline` before anything is tried.
    """
    found: dict[bytes, Seen] = {}
    with web.consented(Purpose.BREACH, (wanted.noted,)) as consent:
        for done, prefix in enumerate(wanted.prefixes, 1):
            mine = [one for one in wanted.hashes if prefix_of(one) == prefix]
            try:
                found |= _ask(web, prefix, mine, consent, task)
                task.step(done, len(wanted.prefixes), _("Asking"))
            except Stopped:
                break
    return {one: found.get(one, Seen(Look.NOT_ASKED)) for one in wanted.hashes}


def _ask(web: Web, prefix: str, mine: Sequence[bytes], consent: Consent, task: Task) -> dict[bytes, Seen]:
    # A redirect would hand the letters to somebody the person has not seen, so none is followed.
    request = Request(
        _ADDRESS + prefix, Purpose.BREACH, headers={"Add-Padding": "true"}, cap=_CAP, secrets=(prefix,), follow=False
    )
    try:
        reply = web.fetch(request, consent, task)
    except WebProblem as problem:
        failed = Seen(_look_of(problem), note=str(problem))
        return dict.fromkeys(mine, failed)
    if reply.status != 200:
        look = Look.ASKED_TO_WAIT if reply.status in _BUSY else Look.TURNED_AWAY
        return dict.fromkeys(mine, Seen(look))
    return _read(reply.body, mine)


def _read(body: bytes, mine: Sequence[bytes]) -> dict[bytes, Seen]:
    try:
        counts, rows = read_rows(body, [suffix_of(one) for one in mine])
    except NotRows:
        return dict.fromkeys(mine, Seen(Look.UNREADABLE))
    # What is there is there, however short the answer; that something is not there needs a whole answer.
    missing = Seen(Look.NOT_FOUND if rows >= _FEWEST else Look.UNREADABLE)
    return {one: Seen(Look.FOUND, counts[suffix_of(one)]) if counts[suffix_of(one)] else missing for one in mine}


def _look_of(problem: WebProblem) -> Look:
    from footprint.web import AskedToStop, TooBig, Unreadable

    if isinstance(problem, AskedToStop):
        return Look.ASKED_TO_WAIT
    if isinstance(problem, TooBig | Unreadable):
        return Look.UNREADABLE
    return Look.NOT_REACHED
