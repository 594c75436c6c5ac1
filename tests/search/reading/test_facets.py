"""The list of what a page shows is as right as is promised, on pages whose truth is known."""

from __future__ import annotations

import pytest

from benchmarks.facet_pages import FOLDER, cases
from benchmarks.facets import PRECISION, RECALL, figures
from footprint.search.reading import Facet


@pytest.mark.parametrize("part", ["tune", "test", "fresh"])
def test_what_is_listed_is_right_and_hardly_anything_is_missed(part: str) -> None:
    for one in figures(cases(part)):
        assert one.precision.value >= PRECISION, one
        assert one.recall.value >= RECALL, one
        assert one.recall.of >= 10, one  # right because it dares, not because there is nothing to find


def test_on_pages_nobody_tuned_on_what_is_listed_is_right() -> None:
    several = figures(cases("unread"))
    assert sum(one.precision.right for one in several) >= PRECISION * sum(one.precision.of for one in several)
    assert sum(one.recall.right for one in several) >= 0.75 * sum(one.recall.of for one in several)


def test_there_are_enough_pages_of_every_kind_and_nobody_is_in_both_parts() -> None:
    tune, test = tuple(cases("tune")), tuple(cases("test"))
    assert len(tune) + len(test) >= 200 and len(test) >= 100
    assert not {one.kind for one in tune} & {one.kind for one in test}
    for part in (tune, test):
        assert {thing.facet for case in part for thing in case.truth} == set(Facet)
    assert "{" not in "".join(case.source for case in test if "<script" not in case.source)
    assert (FOLDER / "README.md").is_file()
