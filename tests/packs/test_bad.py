"""Every bad pack is refused, with the file and the place where it is wrong: the cases stand in `tests/data/packs`."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from footprint.packs import PackError
from tests.packs import example

CASES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "packs" / "bad.toml").read_text(encoding="utf-8")
)["case"]


def spoilt(case: dict[str, Any]) -> dict[str, str]:
    """The texts of the example with one thing wrong."""
    texts = example.texts()
    name = case["file"]
    text = texts.get(case.get("copy", name), "")
    if case.get("without"):
        del texts[name]
        return texts
    if "whole" in case:
        text = case["whole"]
    if "repeat" in case:
        start, piece, times = case["repeat"]
        text = start + piece * times
    if "replace" in case:
        old, new = case["replace"]
        assert old in text, f"{case['name']}: nothing to replace"
        text = text.replace(old, _grown(new), 1)
    if "top" in case:
        first = re.search(r"^\[", text, re.M)
        at = first.start() if first else len(text)
        text = f"{text[:at]}{case['top']}\n{text[at:]}"
    texts[name] = text + case.get("end", "")
    return texts


def _grown(text: str) -> str:
    for word, long in (("LONG", "x" * 600), ("MANY", '"g46",' * 50_000), ("RULE", "(a|b)*" * 20_000)):
        text = text.replace(word, long)
    return text


@pytest.mark.parametrize("case", CASES, ids=lambda one: one["name"])
def test_it_is_refused_with_the_file_and_the_place(case: dict[str, Any]) -> None:
    with pytest.raises(PackError) as raised:
        example.read(example.made(spoilt(case)))
    file, place = case.get("at", case["file"]), case.get("place", "")
    here = [one for one in raised.value.problems if one.file == file and one.place.startswith(place)]
    assert here, f"elsewhere: {[str(one) for one in raised.value.problems]}"
    assert any(case["says"] in str(one) for one in here), [str(one) for one in here]
    assert str(raised.value).startswith(f"{raised.value.problems[0]}"[:40])


def test_the_cases_have_names_of_their_own() -> None:
    names = [one["name"] for one in CASES]
    assert len(set(names)) == len(names) > 100


def test_the_example_itself_is_fine() -> None:
    assert example.read(example.made()).organisation == "Example Council"
