"""Matches are kept while all they were made of is the same: what comes out is always as if judged from the start."""

from __future__ import annotations

import gc
import random
import weakref
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import full_search
from benchmarks.vaults import open_vault
from footprint import person, search
from footprint.person import DetailKind
from footprint.search import Finding, Verdict, store
from footprint.search.matching import judging
from footprint.search.matching.learning import Learned, learn
from footprint.search.matching.weighing import judge, profile
from footprint.vault import Vault

FINDINGS = 120


@pytest.fixture
def full(vault: Vault) -> Vault:
    full_search.fill(vault, findings=FINDINGS, runs=6, judged=0)
    return vault


def from_the_start(vault: Vault) -> dict[str, Finding]:
    """Every finding judged with nothing remembered."""
    who = profile(person.details(vault), person.accounts(vault))
    with vault.reading() as db:
        since, never = store.forgotten(db)
        known, said = list(store.findings(db)), store.judged(db, since)
    lessons = learn(said, who.life, who.names, who.table).lessons
    learned = Learned(tuple(one for one in lessons if (one.kind, one.key) not in never), who.table)
    made = ((one, judge(who, one, learned)) for one in known)
    return {one.id: replace(one, band=m.band, score=m.score, reasons=m.reasons) for one, m in made}


def kept(vault: Vault) -> dict[str, Finding]:
    return {one.id: one for one in search.findings(vault)}


STEPS = 24
ACTS = ("say", "say", "say", "say", "forget one", "forget all", "town", "account", "text")


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_what_is_kept_is_as_if_judged_from_the_start(full: Vault, seed: int) -> None:
    chance = random.Random(seed)
    ids = [one.id for one in search.findings(full)]
    for step in range(STEPS):
        _do(full, chance, step, ids)
        assert kept(full) == from_the_start(full)


def _do(vault: Vault, chance: random.Random, step: int, ids: list[str]) -> None:
    what, one = chance.choice(ACTS), search.finding(vault, chance.choice(ids))
    if what == "say":
        search.verdict(vault, one.id, chance.choice([None, *Verdict]))
    elif what == "forget one":
        for lesson in search.learned(vault)[:1]:
            search.forget_lesson(vault, lesson)
    elif what == "forget all":
        search.forget_all_lessons(vault)
    elif what == "town":
        person.add_detail(vault, DetailKind.TOWN, f"{chance.choice(['Leeds', 'Bath', 'Otherton'])} {step}")
    elif what == "account":
        person.add_account(vault, "chirp", handle=f"mrs_sarah{step}", address=one.address)
    else:
        search.add_pasted(vault, f"{one.address} Sarah Jones of Wakefield, social worker {step}")


def test_a_verdict_has_only_what_it_touches_judged_again(full: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []

    def counted(*given: object) -> object:
        judged.append(given[1].id)  # type: ignore[attr-defined]
        return judge(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(judging, "judge", counted)
    first = search.findings(full)
    assert len(judged) == FINDINGS
    search.findings(full)
    assert len(judged) == FINDINGS
    search.verdict(full, first[0].id, Verdict.FINE)
    search.findings(full)
    assert len(judged) < 2 * FINDINGS
    assert kept(full) == from_the_start(full)


def test_what_is_kept_goes_with_the_vault(tmp_path: Path) -> None:
    opened = open_vault(tmp_path)
    full_search.fill(opened, findings=5, runs=1, judged=1)
    search.findings(opened)
    alive = weakref.ref(judging._KNOWN[opened])
    opened.close()
    del opened
    gc.collect()
    assert alive() is None
