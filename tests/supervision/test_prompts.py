"""The prompts for both sides: each serves the guidance, reads easily and asks nobody what they found."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from footprint import checklists
from footprint.supervision.prompts import BadPrompts, Side, first_of, load, of_side, prompts, unknown

GOOD = """
format = 1
[[prompts]]
id = "m-time"
side = "manager"
text = "When would you have time?"
guidance = ["g04"]
"""


def test_both_sides_have_prompts_that_serve_statements_there_are() -> None:
    known = frozenset(checklists.load_guidance()[0].ids())
    assert not list(unknown(prompts(), known))
    for side in Side:
        assert len(of_side(side)) >= 12
        assert 2 <= len(first_of(side)) <= 4


def test_no_prompt_of_the_manager_asks_what_somebody_found_or_has() -> None:
    asking = re.compile(r"\b(show me|send me|tell me what|how many|what did you find|your result|your score)\b", re.I)
    for one in of_side(Side.MANAGER):
        assert not asking.search(one.text), one.id


def test_a_file_is_read() -> None:
    assert [one.side for one in prompts()] == sorted((one.side for one in prompts()), key=list(Side).index)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('side = "manager"', 'side = "boss"'), "boss"),
        (('guidance = ["g04"]', 'guidance = ["g04"]\nanswer = "yes"'), 'unknown field "answer"'),
        (('guidance = ["g04"]', "guidance = []"), "needs a text"),
        (('id = "m-time"', 'id = "p-time"'), "begins with"),
        (("When would", "x" * 161), "160 letters"),
        (("format = 1", "format = 2"), "newer form"),
        (("[[prompts]]", "[[prompts"), "not TOML"),
    ],
)
def test_a_fault_is_named_with_file_and_place(tmp_path: Path, change: tuple[str, str], said: str) -> None:
    path = tmp_path / "prompts.toml"
    path.write_text(GOOD.replace(*change), encoding="utf-8")
    with pytest.raises(BadPrompts, match=re.escape(said)) as caught:
        load(path)
    assert "prompts.toml" in str(caught.value)


def test_the_same_id_twice_is_a_fault(tmp_path: Path) -> None:
    path = tmp_path / "prompts.toml"
    path.write_text(GOOD + GOOD.replace("format = 1", ""), encoding="utf-8")
    with pytest.raises(BadPrompts, match="twice"):
        load(path)
