"""A TOML text that goes deeper than anybody writes is left unparsed; every file that ships is let through."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.nesting import DEEPEST, MOST_PARTS, is_too_deep

ROOT = Path(__file__).parents[1]
DEEP = (
    "a" + ".a" * 100_000 + " = 1",
    "[a" + " . 'a'" * 10_000 + "]",
    "a = " + "[" * 100_000,
    "a = " + "{b=" * 10_000,
    "x = 1\n" * 10 + "a" + ".a" * MOST_PARTS + " = 1",
)
FINE = (
    "",
    'a = "' + "." * 1000 + '"',
    "# " + "[" * 1000,
    "a = '''" + "[.'" * 1000 + "'''",
    'a = """\n' + "[{." * 1000 + '\n"""',
    'a = "\\"' + "[" * 100 + '"',
    "a = " + "[" * DEEPEST + "]" * DEEPEST,
    "a = 'without an end",
    'a = """without an end' + "[" * 100,
)


@pytest.mark.parametrize("text", DEEP, ids=range(len(DEEP)))
def test_it_is_too_deep(text: str) -> None:
    assert is_too_deep(text)


@pytest.mark.parametrize("text", FINE, ids=range(len(FINE)))
def test_it_is_fine(text: str) -> None:
    assert not is_too_deep(text)


def test_every_file_that_ships_is_let_through() -> None:
    files = [*ROOT.glob("checklists/*.toml"), *ROOT.glob("resources/**/*.toml")]
    assert [path.name for path in files if is_too_deep(path.read_text(encoding="utf-8"))] == []
    assert len(files) > 100


@given(st.text(alphabet="ab.=\n[]{}'\"#\\ 1,", max_size=60))
def test_it_ends_whatever_it_is_given(text: str) -> None:
    deep = is_too_deep(text)
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError):
        return
    assert not deep or text.count(".") >= MOST_PARTS or text.count("[") + text.count("{") > DEEPEST
