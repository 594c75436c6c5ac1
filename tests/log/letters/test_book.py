"""`docs/letters.md` shows every letter as it is now."""

from __future__ import annotations

from pathlib import Path

from footprint import log
from footprint.log.letters.book import rendering

DOCUMENT = Path(__file__).parents[3] / "docs" / "letters.md"


def test_the_page_of_letters_is_up_to_date() -> None:
    """Make it anew with `footprint log letters --write`."""
    assert DOCUMENT.read_text(encoding="utf-8") == log.letter_book()


def test_it_shows_each_kind_tone_and_length_once() -> None:
    page = DOCUMENT.read_text(encoding="utf-8")
    for one in log.letter_files():
        assert page.count(f'<a id="{one.id}"></a>') == 1
        for tone in log.Tone:
            for length in log.Length:
                subject, text = rendering(one, tone, length)
                quoted = "\n".join(f"> {line}".rstrip() for line in text.splitlines())
                assert page.count(f"**{tone.label}, {length.label.lower()}.** {subject}\n\n{quoted}\n") == 1
                assert not set("[]{}") & set(text + subject)
