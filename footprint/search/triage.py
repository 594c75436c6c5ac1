"""Sorting what was found: the person says what each result is, once and for good."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import store
from footprint.search.records import Band, Counts, Finding, Sighting, Verdict
from footprint.vault import Done, Vault

_SORTED = frozenset({Verdict.REMOVE, Verdict.FINE, Verdict.NOT_ME})


class GladOnlyIfFine(FootprintError):
    """“Glad” was said about something that should go or is somebody else."""


def findings(
    vault: Vault, *, left: bool | None = None, verdicts: Iterable[Verdict] = (), new_only: bool = False
) -> tuple[Finding, ...]:
    """Findings in the order to sort them: `left` True for those still to sort, False for the sorted ones."""
    wanted = frozenset(verdicts)
    with vault.reading() as db:
        known = [
            one
            for one in store.findings(db)
            if (left is None or is_left(one) is left)
            and (not wanted or one.verdict in wanted)
            and (one.is_new or not new_only)
        ]
    return tuple(sorted(map(_judging(vault), known), key=_order))


def finding(vault: Vault, finding_id: str) -> Finding:
    """One finding with its reasons; `NotFound` when it is gone."""
    with vault.reading() as db:
        found = store.finding(db, finding_id)
    return _judging(vault)(found)


def findings_of(vault: Vault, finding_ids: Iterable[str]) -> tuple[Finding, ...]:
    """These findings, in this order."""
    judged = _judging(vault)
    with vault.reading() as db:
        return tuple(judged(store.finding(db, one)) for one in finding_ids)


def sightings(vault: Vault, finding_id: str) -> tuple[Sighting, ...]:
    """Everybody who returned it, newest first."""
    with vault.reading() as db:
        return store.sightings(db, finding_id)


def verdict(vault: Vault, finding_id: str, said: Verdict | None, glad: bool = False) -> Done[Finding]:
    """What the person says about it; None takes it back. A later run that meets the address again keeps it."""
    if glad and said is not Verdict.FINE:
        raise GladOnlyIfFine(_("Only a result that is you and fine can be one you are glad about."))
    with vault.writing() as write:
        store.finding(write.db, finding_id)
        store.set_verdict(write.db, finding_id, said, glad, write.now)
    return write.done(finding(vault, finding_id))


def hide_site(vault: Vault, host: str) -> Done[str]:
    """Ask no more about results of this site. What is sorted already stays as it is."""
    site = _site(host)
    with vault.writing() as write:
        if site and site not in store.hidden_sites(write.db):
            store.hide_site(write.db, site, write.now)
    return write.done(site)


def show_site(vault: Vault, host: str) -> Done[str]:
    """Ask about this site again."""
    with vault.writing() as write:
        store.show_site(write.db, _site(host), write.now)
    return write.done(_site(host))


def _site(text: str) -> str:
    from footprint.search.addresses import host_of  # Home only counts, and does without it

    text = text.strip()
    return host_of(text if "://" in text else f"https://{text}") or text.lower()


def hidden_sites(vault: Vault) -> tuple[str, ...]:
    with vault.reading() as db:
        return store.hidden_sites(db)


def counts(vault: Vault) -> Counts:
    """How many are sorted, left and to remove; hidden sites do not count as left."""
    with vault.reading() as db:
        known: Counter[Verdict | None] = Counter()
        for said, number in store.tally(db):
            known[said] += number
    done = sum(known[said] for said in _SORTED)
    return Counts(done, known.total() - done, known[Verdict.REMOVE])


def is_left(found: Finding) -> bool:
    """Not judged yet, or put off with “not sure”."""
    return found.verdict not in _SORTED


def _judging(vault: Vault) -> Callable[[Finding], Finding]:
    """What says how likely a finding is the person, and why. Home only counts, and does without the names and rules."""
    from footprint.search.matching.judging import judging

    return judging(vault)


_BANDS = {Band.LIKELY: 0, Band.MAYBE: 1, Band.UNLIKELY: 2}


def _order(found: Finding) -> tuple[bool, int, bool, int, str]:
    """Not asked yet before put off, likely before unlikely, new before known."""
    return (found.verdict is not None, _BANDS[found.band], not found.is_new, -found.score, found.canonical)
