"""Every pair of colours that is drawn can be read, in light, dark and high contrast."""

from __future__ import annotations

import pytest

from ui.kit import tokens
from ui.kit.tokens import DARK, LIGHT, PAIRS, contrast, high_contrast

# What systems hand out: Windows' high contrast themes, and a pale one that does not deserve the name.
SYSTEMS = (
    ("#000000", "#FFFFFF", "#1AEBFF", "#000000"),
    ("#FFFFFF", "#000000", "#37006E", "#FFFFFF"),
    ("#2D3236", "#FFFFFF", "#A6D8FF", "#2D3236"),
    ("#FFFAEF", "#3D3D3D", "#903909", "#FFF5E3"),
    ("#EFEFEF", "#000000", "#308CC6", "#FFFFFF"),
    ("#EEEEEE", "#999999", "#DDDDDD", "#CCCCCC"),
)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_pair_reaches_its_floor(theme: dict[str, str]) -> None:
    weak = [(p, round(contrast(theme[p.front], theme[p.back]), 2)) for p in PAIRS]
    assert [one for one in weak if one[1] < one[0].floor] == []


def test_the_themes_have_the_same_tokens() -> None:
    assert list(LIGHT) == list(DARK)


def test_black_on_white_is_twenty_one_to_one() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#FFFFFF") == pytest.approx(1)


@pytest.mark.parametrize("system", SYSTEMS)
def test_high_contrast_keeps_the_floors_whatever_the_system_says(system: tuple[str, str, str, str]) -> None:
    made = high_contrast(*system)
    assert set(made) == set(LIGHT)
    weak = [p for p in PAIRS if contrast(made[p.front], made[p.back]) < p.floor]
    assert weak == []
    assert contrast(made["text"], made["bg"]) >= 7


def test_soft_fills_are_gone_in_high_contrast() -> None:
    made = high_contrast(*SYSTEMS[0])
    assert {made[name] for name in made if name.endswith("_soft")} == {"#000000"}


def test_no_role_is_smaller_than_the_smallest_text() -> None:
    assert all(size >= tokens.SMALLEST_TEXT for size, _weight in tokens.ROLES.values())
