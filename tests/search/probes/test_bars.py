"""The bars: nobody is found who is not there, no wall is taken for “nobody”, and sites that behave are read right."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint.search.probes import Answer, Run
from tests.search.probes.site_web import SiteWeb
from tests.search.probes.table import HANDLES, rows

# The slow one has a test of its own, with a shorter limit.
FEW = tuple(row for row in rows(one_in=12) if row.kind != "too slow")


@pytest.mark.parametrize("sites", [FEW], indirect=True)
def test_the_bars(sites: SiteWeb, ask: Callable[..., Run]) -> None:
    handles = HANDLES[:10]
    run = ask(FEW, *handles)

    truth = {row.site.id: row for row in FEW}
    false_found = [one for one in run.of(Answer.FOUND) if not truth[one.site].has(one.handle)]
    wrongly_absent = [one for one in run.of(Answer.ABSENT) if truth[one.site].has(one.handle)]
    walls_absent = [one for one in run.of(Answer.ABSENT) if not truth[one.site].behaves]
    behaving = [one for one in run.results if truth[one.site].behaves]
    there = [one for one in behaving if truth[one.site].has(one.handle)]

    assert false_found == []
    assert wrongly_absent == []
    assert walls_absent == []
    assert len(there) >= 15
    assert [one for one in there if one.answer is not Answer.FOUND] == []
    assert [one for one in behaving if one.answer is Answer.CANNOT_TELL] == []
    assert len(run.results) == len(FEW) * len(handles)
    assert sites.crowded == set()
