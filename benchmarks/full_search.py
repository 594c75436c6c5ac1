"""A vault after years of looking: 10,000 results and 500 runs, with texts as on the labelled pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import count, islice

from benchmarks import labelled
from footprint import dates, ids, person
from footprint.person import DetailKind
from footprint.search import Hit, Look, Outcome, Verdict
from footprint.search import store as search_store
from footprint.search.addresses import canonical, host_of
from footprint.vault import Vault, Writing

FINDINGS, RUNS = 10_000, 500
LOOKS, SHOWN = 24, 10  # lines of a run, results of a line
JUDGED = 1_500
_SAID = (Verdict.FINE, Verdict.NOT_ME, Verdict.NOT_ME, Verdict.NOT_SURE, Verdict.REMOVE)


def fill(vault: Vault, findings: int = FINDINGS, runs: int = RUNS, judged: int = JUDGED) -> None:
    """The person, all their runs, and what these found, part of it judged already."""
    _add_person(vault)
    hits = tuple(islice(_hits(), findings))
    with vault.writing(undo=False) as write:
        known = _add_runs(write, hits, runs)
        for at, found in enumerate(known[:judged]):
            search_store.set_verdict(write.db, found, _SAID[at % len(_SAID)], False, write.now)


def _add_person(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Sarah Louise Jones", given="Sarah Louise", family="Jones")
    person.add_detail(vault, DetailKind.FORMER_NAME, "Sarah Pritchard", given="Sarah", family="Pritchard")
    for town in ("Wakefield", "Leicester"):
        person.add_detail(vault, DetailKind.TOWN, town)
    person.add_detail(vault, DetailKind.EMPLOYER, "Harrowmere Council")
    person.add_detail(vault, DetailKind.JOB_TITLE, "Social worker")
    person.add_detail(vault, DetailKind.HANDLE, "mrssarah2")


def _hits() -> Iterator[Hit]:
    """The labelled pages over and over, each time at another address, all of them naming the one person."""
    part = labelled.read("train")
    for turn in count():
        for page in part.pages:
            name = part.people[page.person].names[0]
            called = f"{name.given[0]} {name.family[-1]}".title() if name.given else name.text
            title, snippet = (
                words.replace(name.text, "Sarah Jones").replace(called, "Sarah Jones")
                for words in (page.finding.title, page.finding.snippet)
            )
            yield Hit(f"{page.finding.address.rstrip('/')}/{turn}-{page.person}", title, snippet)


def _add_runs(write: Writing, hits: tuple[Hit, ...], runs: int) -> list[str]:
    """As `running` keeps them: every run sees some of what is known, and a little that is new."""
    db, known, at = write.db, [], 0
    forms = [canonical(hit.address) for hit in hits]
    each = LOOKS * SHOWN
    fresh = -(-len(hits) // runs)
    for number in range(runs):
        now = dates.to_text(write.instant - timedelta(days=runs - number))
        run_id = search_store.add_run(db, now)
        new = range(at, min(at + fresh, len(hits)))
        old = [(number * 7919 + step) % at for step in range(each - len(new))] if at else []
        for line in range(LOOKS):
            look = Look(ids.new_id(), run_id, "searxng", f'"Sarah Jones" {line}', Outcome.RESULTS, "", SHOWN, False)
            search_store.add_look(db, look, line, now)
            for rank, one in enumerate([*new, *old][line * SHOWN : (line + 1) * SHOWN], 1):
                if one >= len(known):
                    known.append(
                        search_store.save_hit(db, hits[one], forms[one], host_of(forms[one]), run_id, True, now)
                    )
                search_store.add_sighting(db, known[one], look, rank, now)
        at = new.stop
        search_store.end_run(db, run_id, Outcome.RESULTS, False, now)
    return known
