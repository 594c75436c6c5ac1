"""The bands are as right as is promised; `make bench` prints the same figures over many more pictures."""

from __future__ import annotations

from benchmarks.likeness import figures
from benchmarks.portraits import PARTS, numbers


def test_a_picture_is_known_again_after_what_networks_do_to_it() -> None:
    found = figures("train", 6)
    assert found.recall_top_two.value >= 0.95
    assert found.recall_top.value >= 0.8
    assert found.precision_top.value >= 0.95
    strangers = [two for what, two in found.by_look_alike.items() if "shot" not in what]
    assert all(top.right == 0 for top, _two in strangers)
    assert found.stand_ins_in_top.right == 0
    assert found.stand_ins_known.value >= 0.95
    assert found.pictures_taken_for_none.value <= 0.05


def test_no_picture_is_in_both_parts() -> None:
    train, test = (set(numbers(part, 200)) for part in PARTS)
    assert not train & test and len(train) == len(test) == 200
