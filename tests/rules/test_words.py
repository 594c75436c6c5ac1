"""Words: every string a person reads is plain, kind and short. It finds suspects; a person decides (`ui-design` 7)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading

ROOT = Path(__file__).parents[2]
FILES = sorted(path for room in ("ui", "footprint") for path in (ROOT / room).rglob("*.py"))
MARKS = {"_", "N_", "ngettext"}
# Too few words say nothing about how hard a file is to read: three labels can score anything.
LEAST_WORDS = 40

BANNED: dict[str, str] = {
    r"please": "say what to do",
    r"sorry": "say what happened and what to do",
    r"oops": "say what happened",
    r"invalid": "say what is expected",
    r"users?": "say you, someone, people",
    r"clicks?|clicked|clicking": "say choose or select",
    r"exposure": "say what can be found",
    r"compliance|compliant": "this is not for an employer",
    r"threats?": "do not frighten",
    r"attack surface": "do not frighten",
    r"exfiltrate[ds]?": "say sent out",
    r"OSINT": "say looking things up",
    r"footprint audit": "say check what people can find",
    r"2FA|MFA": "say 2-step verification",
    r"takedown": "say ask for it to be removed",
    r"remediate[ds]?": "say sort out",
    r"configure[ds]?": "say set up",
    r"authenticat\w+": "say what does not match",
    r"successfully": "say what was done",
    r"are you sure": "ask the question itself",
    r"you forgot": "do not blame",
    r"military[- ]grade": "say what happens",
    r"can't|don't|won't|isn't|doesn't|can’t|don’t|won’t|isn’t|doesn’t": "write negatives out",
}
# The product's own name holds a word that may not be used alone.
NAMES = re.compile(r"Footprint Check")


class Words(NamedTuple):
    """A string a person reads and where it stands."""

    place: str
    text: str


def words_of(path: Path) -> Iterator[Words]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in MARKS:
            continue
        for part in node.args:
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                yield Words(f"{path.relative_to(ROOT)}:{part.lineno}", NAMES.sub("", part.value))


def without_fields(text: str) -> str:
    """The text as read: a field becomes one short word, marks go."""
    return re.sub(r"\{[^}]*\}|%[sd]", "it", text.replace("**", ""))


EVERY = [one for path in FILES for one in words_of(path)]


def test_there_are_words_to_read() -> None:
    assert len(EVERY) > 50


@pytest.mark.parametrize("pattern", BANNED)
def test_words_we_do_not_use(pattern: str) -> None:
    found = re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)
    assert [f"{one.place}: {one.text!r}: {BANNED[pattern]}" for one in EVERY if found.search(one.text)] == []


def test_no_exclamation_marks() -> None:
    assert [one for one in EVERY if "!" in one.text] == []


def test_apostrophes_and_quotes_are_curly() -> None:
    """Straight ones are for machines; names of fields in braces are left out."""
    assert [one for one in EVERY if re.search(r"['\"]", re.sub(r"\{[^}]*\}", "", one.text))] == []


def test_no_sentence_is_too_long() -> None:
    long = [
        f"{one.place}: {measured.longest} words: {one.text!r}"
        for one in EVERY
        if (measured := reading(without_fields(one.text))).longest > MAX_SENTENCE
    ]
    assert long == []


def test_no_string_is_all_capitals() -> None:
    shouted = [one for one in EVERY if re.search(r"[A-Z]{4,}", one.text) and not re.search(r"[a-z]", one.text)]
    assert shouted == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_file_s_words_can_be_read_by_a_ten_year_old(path: Path) -> None:
    text = "\n".join(without_fields(one.text) for one in words_of(path))
    if len(text.split()) >= LEAST_WORDS:
        assert reading(text).grade < MAX_GRADE


def test_words_are_not_stuck_together_from_pieces() -> None:
    """`_("a") + _("b")` and f-strings inside `_()` cannot be translated."""
    faults = []
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in MARKS:
                faults += [
                    f"{path.relative_to(ROOT)}:{node.lineno}" for part in node.args if isinstance(part, ast.JoinedStr)
                ]
    assert faults == []
