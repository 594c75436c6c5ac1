"""The table of names: read strictly, shipped without a mistake."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.search import BadNames
from footprint.search.matching.names import load, shipped

GOOD = 'name = [{ full = "robert", short = ["bob"] }]\nspelling = [["ann", "anne"]]\nfamily = [["clark", "clarke"]]\n'


def write(folder: Path, text: str) -> Path:
    path = folder / "names.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_short_forms_go_both_ways(tmp_path: Path) -> None:
    table = load(write(tmp_path, GOOD))
    assert table.short_forms("Robert") == {"bob"}
    assert table.short_forms("Bob") == {"robert"}
    assert table.spellings("Ann") == {"anne"}
    assert table.family_spellings("Clarke") == {"clark"}


@pytest.mark.parametrize(
    "text",
    [
        "name = [",
        GOOD + "more = 1\n",
        GOOD.replace('"bob"', '"Bob"'),
        GOOD.replace('"bob"', '"b0b"'),
        GOOD.replace('{ full = "robert"', '{ full = "robert", short = ["rob"] }, { full = "robert"'),
        GOOD.replace("family", "families"),
    ],
)
def test_a_mistake_names_the_file(tmp_path: Path, text: str) -> None:
    with pytest.raises(BadNames, match=r"names\.toml"):
        load(write(tmp_path, text))


def test_a_missing_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadNames, match=r"names\.toml"):
        load(tmp_path / "names.toml")


def test_what_ships_is_whole() -> None:
    table = shipped()
    assert len(table.called) > 150
    assert "kate" in table.short_forms("katherine")
    for full, shorts in table.called.items():
        assert full not in shorts
