"""The bands are as right as is promised, on pages whose answer is known (`tests/data/people/README.md`)."""

from __future__ import annotations

import pytest

from benchmarks.labelled import Share, figures, read
from benchmarks.matching import PRECISION, RECALL, lines
from footprint.search.records import Band


@pytest.mark.parametrize("part", ["train", "test"])
def test_the_top_band_is_right_and_hardly_anything_is_put_last_by_mistake(part: str) -> None:
    found = figures(read(part).judged())
    assert found.precision[Band.LIKELY].value >= PRECISION
    assert found.recall_top_two.value >= RECALL
    assert found.precision[Band.LIKELY].of > 100  # right because it dares, not because it is silent
    assert found.namesakes_put_last.value > 0.5


def test_nobody_is_in_both_parts_and_there_is_enough_of_them() -> None:
    train, test = read("train"), read("test")
    assert not train.people.keys() & test.people.keys()
    assert len(train.people) + len(test.people) == 60
    assert len(train.pages) + len(test.pages) >= 1_200
    assert {page.person for page in test.pages} == set(test.people)


def test_every_page_has_a_reason_in_words() -> None:
    for page, match in read("train").judged():
        assert match.reasons, page
        assert all(one.text.endswith((".", "”")) for one in match.reasons)
        assert match.score == sum(one.points for one in match.reasons)


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [(0, 10, 0.0, 0.2775), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962), (0, 0, 0.0, 1.0)],
)
def test_intervals_are_wilsons(right: int, of: int, low: float, high: float) -> None:
    assert Share(right, of).interval == pytest.approx((low, high), abs=0.0001)


def test_the_report_says_whether_the_bars_are_met() -> None:
    said = "\n".join(lines(figures(read("train").judged()), bars=True))
    assert said.count("bar 0.97: met") == said.count("bar 0.95: met") == 1
