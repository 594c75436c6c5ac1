"""What stands beside a step: how old and how sure it is, what to try when the screen differs, a code for the phone."""

from __future__ import annotations

from datetime import date

import msgspec
import pytest

from footprint.checklists import (
    Age,
    Check,
    Confidence,
    NetworkFile,
    address,
    freshness,
    help_when_different,
    matrix,
    network_line,
    plain,
)
from footprint.reading import reading


@pytest.fixture
def posts(chirp: NetworkFile) -> Check:
    return chirp.checks[0]


@pytest.mark.parametrize(
    ("confidence", "sentence"),
    [
        (Confidence.OFFICIAL, "From Chirp’s own help, 2 May 2026."),
        (Confidence.INDEPENDENT, "From an independent guide of 2 May 2026, not Chirp itself."),
        (Confidence.UNVERIFIED, "Not confirmed yet. The steps may not fit your screen."),
    ],
)
def test_how_sure_we_are_is_said_in_a_sentence(posts: Check, confidence: Confidence, sentence: str) -> None:
    step = msgspec.structs.replace(posts, confidence=confidence)
    assert freshness("Chirp", step, date(2026, 6, 1)).sentence == sentence


def test_age_has_three_steps_and_the_last_one_is_said(posts: Check) -> None:
    days = [date(2026, 10, 28), date(2026, 10, 29), date(2027, 5, 1), date(2027, 5, 2)]
    assert [freshness("Chirp", posts, day).age for day in days] == [Age.FRESH, Age.AGEING, Age.AGEING, Age.OLD]
    assert "may have changed" in freshness("Chirp", posts, days[3]).sentence
    assert "may have changed" not in freshness("Chirp", posts, days[2]).sentence


def test_the_foot_of_the_card_counts_sources_and_names_the_oldest(chirp: NetworkFile) -> None:
    assert network_line(chirp) == (
        "Steps: 1 from Chirp’s own pages, 1 from independent guides. The oldest was seen on 4 March 2026."
    )
    unchecked = msgspec.structs.replace(
        chirp, checks=tuple(msgspec.structs.replace(one, confidence=Confidence.UNVERIFIED) for one in chirp.checks)
    )
    assert network_line(unchecked) == "Steps: 2 not yet checked."


def test_help_is_made_from_the_menu_unless_the_file_has_its_own(posts: Check) -> None:
    said = help_when_different(posts)
    assert said[0] == "Look for a setting called “Posts”."
    assert "“Privacy”" in said[1]
    assert any("website" in one for one in said)
    assert all(reading(one).grade < 8 for one in said)
    own = msgspec.structs.replace(posts, looks_different="Try the bird at the top.")
    assert help_when_different(own)[0] == "Try the bird at the top."
    bare = msgspec.structs.replace(posts, menu="", web=(), help="")
    assert help_when_different(bare)[0] == "Look for a setting called “Future posts”."


def test_an_address_with_a_handle_is_filled_in_or_left_out() -> None:
    assert address("https://chirp.example/{handle}", "@ada_example ") == "https://chirp.example/ada_example"
    assert address("https://chirp.example/{handle}", "a/b?c") == "https://chirp.example/a%2Fb%3Fc"
    assert address("https://chirp.example/{handle}") == ""
    assert address("https://chirp.example/settings") == "https://chirp.example/settings"


def test_bold_is_taken_out_for_plain_text() -> None:
    assert plain("Choose **Privacy**, then **Posts**.") == "Choose Privacy, then Posts."


def test_the_code_for_a_link_is_square_bordered_and_its_own() -> None:
    code = matrix("https://www.chirp.example/settings/privacy")
    assert {len(row) for row in code} == {len(code)}
    border = 4
    assert not any(any(row) for row in code[:border])
    inner = [row[border:-border] for row in code[border:-border]]
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert ["".join(str(int(one)) for one in row[:7]) for row in inner[:7]] == finder
    assert ["".join(str(int(one)) for one in row[-7:]) for row in inner[:7]] == finder
    assert code != matrix("https://www.chirp.example/settings/posts")
