"""What holds for every past, however its runs went."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.search import changes
from footprint.search.changes import CHANGES, Comparison, Kind
from footprint.search.records import Outcome
from tests.search.changes.conftest import Answer, Past, Run, failed, well

QUESTIONS, PAGES = "abc", "vwxyz"
CAME, WENT = (Kind.NEW, Kind.BACK, Kind.FIRST), (Kind.GONE, Kind.BEYOND)

some_pages = st.lists(st.sampled_from(PAGES), unique=True, max_size=4).map("".join)
good = st.builds(lambda pages, more: well(pages, more=more), some_pages, st.booleans())
silent = st.sampled_from([one for one in Outcome if not one.searched]).map(failed)
partial = some_pages.map(lambda pages: failed(Outcome.PARTIAL, pages))


def pasts(*answers: st.SearchStrategy[Answer]) -> st.SearchStrategy[list[Run]]:
    run = st.dictionaries(st.sampled_from(QUESTIONS), st.one_of(*answers), min_size=1, max_size=3)
    return st.lists(run, min_size=2, max_size=6)


def every(strategy: st.SearchStrategy[list[Run]]) -> Callable[..., object]:
    given_ = given(runs=strategy)
    calm = settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
    return lambda test: calm(given_(test))


def written(past: Past, runs: Sequence[Run]) -> Past:
    past.forget()
    past.write(runs)
    return past


def real(past: Past, compared: Comparison) -> dict[str, Kind]:
    return {page: kind for page, kind in past.kinds_of(compared).items() if kind in CHANGES}


@every(pasts(good, silent, partial))
def test_a_run_compared_with_itself_gives_nothing(past: Past, runs: list[Run]) -> None:
    written(past, runs)
    for number in range(len(runs)):
        compared = past.compared(number, number)
        assert (compared.changes, compared.failed, compared.not_asked) == ((), (), 0)


@every(pasts(good, silent))
def test_without_the_looks_that_failed_the_changes_are_the_same(past: Past, runs: list[Run]) -> None:
    """Each failed look may as well not have been: it neither makes a change nor hides one."""
    last = len(runs) - 1
    asked_well = [{words: one for words, one in run.items() if one.outcome.searched} for run in runs]
    written(past, runs)
    with_them = [real(past, past.compared(at, last)) for at in range(last)]
    filler: Answer = well()
    written(past, [run or {"nobody": filler} for run in asked_well])
    assert [real(past, past.compared(at, last)) for at in range(last)] == with_them


@every(pasts(good, silent, partial))
def test_every_change_rests_on_a_look_that_ended_well(past: Past, runs: list[Run]) -> None:
    written(past, runs)
    compared = past.compared(0, len(runs) - 1)
    for one in compared.real:
        assert one.evidence
        assert all(each.now is not None and each.now.outcome.searched for each in one.evidence)
        assert all(each.now.order > compared.since.order for each in one.evidence if each.now is not None)
        assert changes.reasons(one)
        if one.kind in WENT:
            assert all(each.before is not None for each in one.evidence)


@every(pasts(good, silent, partial))
def test_a_look_that_fails_instead_makes_no_change_of_its_own(past: Past, runs: list[Run]) -> None:
    """Between two runs, side by side; of the pages it would have shown nothing more is known then."""
    *earlier, last = runs
    end = len(runs) - 1
    before = real(written(past, runs), past.compared(end - 1, end))
    for words in last:
        broken = [*earlier, {**last, words: failed()}]
        after = real(written(past, broken), past.compared(end - 1, end))
        assert {page: kind for page, kind in after.items() if page not in last[words].pages}.items() <= before.items()


@every(pasts(good, silent, partial))
def test_all_pages_of_both_sides_are_told_once(past: Past, runs: list[Run]) -> None:
    """What came, what went, what could not be told and what is still there are all there is."""
    written(past, runs)
    last = len(runs) - 1
    for at in range(last):
        compared = past.compared(at, last)
        before, now = there(runs[: at + 1]), there(runs)
        kinds = past.kinds_of(compared)
        assert len(kinds) == len(compared.changes)
        assert {page for page, kind in kinds.items() if kind in CAME} == now - before
        assert {page for page, kind in kinds.items() if kind in WENT} == before - now
        assert len(kinds) + compared.same == len(before | now)


def there(runs: Sequence[Run]) -> set[str]:
    """The pages that are there as far as anybody can know, worked out the slow way."""
    found: set[str] = set()
    for question in QUESTIONS:
        answers = [run[question] for run in runs if question in run]
        full = [at for at, one in enumerate(answers) if one.outcome.searched]
        for one in answers[full[-1] if full else 0 :]:
            found |= set(one.pages)
    return found


@every(pasts(good, silent, partial))
def test_step_by_step_comes_to_the_same_as_all_at_once(past: Past, runs: list[Run]) -> None:
    written(past, runs)
    moments = changes.moments(past.vault)
    steps = [
        past.kinds_of(found)
        for one, other in itertools.pairwise(moments)
        if (found := changes.compare(past.vault, one.id, other.id)) is not None
    ]
    whole = changes.compare(past.vault, moments[0].id, moments[-1].id)
    assert whole is not None
    came, went = set[str](), set[str]()
    for step in steps:
        for page, kind in step.items():
            if kind in CAME:
                came, went = (came, went - {page}) if page in went else (came | {page}, went)
            elif kind in WENT:
                came, went = (came - {page}, went) if page in came else (came, went | {page})
    kinds = past.kinds_of(whole)
    assert {page for page, kind in kinds.items() if kind in CAME} == came
    assert {page for page, kind in kinds.items() if kind in WENT} == went
    for page in came:
        first = next(step[page] for step in steps if step.get(page) in CAME)
        assert kinds[page] is first or (kinds[page], first) == (Kind.BACK, Kind.FIRST)
