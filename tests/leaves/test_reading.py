"""How hard a text is to read, by its sentences and its syllables."""

from __future__ import annotations

import pytest

from footprint.reading import reading


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        ("", 0),
        ("...", 0),
        ("One two three. Four five!", 3),
        ("One two three... four five six seven", 4),
        ("Look here: one two three\nand four", 3),
        ("Version 3.11 is one sentence", 4),
    ],
)
def test_sentences_end_where_a_blank_follows_the_mark(text: str, longest: int) -> None:
    assert reading(text).longest == longest


def test_long_words_make_a_text_harder() -> None:
    assert reading("The cat sat on the mat.").grade < reading("Organisational accountability notwithstanding.").grade


@pytest.mark.parametrize("marks", [".", "::", ".!?:"])
def test_a_text_of_nothing_but_marks_is_read_at_once(marks: str) -> None:
    assert reading(marks * 100_000 + "end").longest == 1
