"""Before a picture is handed to a site: what its file tells besides the picture, and a copy that tells nothing."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from footprint.search import BadPicture
from footprint.search.picture_notes import LARGEST, bare_copy, picture_notes, read_notes, without_notes


def jpeg(*, place: bool = False, more: bool = False, turn: int = 1, size: tuple[int, int] = (80, 60)) -> bytes:
    notes = Image.Exif()
    notes[0x0112] = turn
    if place:
        notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 35.0, 0.0), 3: "W", 4: (2.0, 17.0, 0.0)})
    if more:
        notes[0x0110], notes[0x0132], notes[0x010E] = "Phone 7", "2024:06:03 10:00:00", "Ada at the fair"
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, "JPEG", exif=notes)
    return out.getvalue()


def test_what_a_file_tells_is_said_the_place_first() -> None:
    found = picture_notes(jpeg(place=True, more=True))
    assert (found.width, found.height, found.place) == (80, 60, True)
    assert found.tells == (
        "where it was taken",
        "words somebody wrote into it",
        "when it was taken",
        "which phone or camera took it",
    )
    assert Image.open(io.BytesIO(found.small)).format == "JPEG"
    assert picture_notes(jpeg()).tells == ()


def test_a_copy_tells_nothing_and_stands_upright() -> None:
    copy = without_notes(jpeg(place=True, more=True, turn=6))
    assert read_notes(copy).tells == ()
    assert Image.open(io.BytesIO(copy)).size == (60, 80)
    assert b"Phone" not in copy
    assert b"Ada" not in copy
    large = Image.open(io.BytesIO(bare_copy(jpeg(size=(4000, 100)))))
    assert max(large.size) == 2400


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a picture"),
        (b"<svg></svg>", "not a picture"),
        (b"%PDF-1.4", "not a picture"),
        (jpeg()[:200], "could not be read|not a picture"),
        (b"\xff\xd8\xff" + bytes(LARGEST), "too big"),
    ],
)
def test_what_is_none_says_what_to_do(content: bytes, says: str) -> None:
    for read in (picture_notes, without_notes):
        with pytest.raises(BadPicture, match=says):
            read(content)


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    out = io.BytesIO()
    Image.new("1", (9_000, 7_000)).save(out, "PNG")
    with pytest.raises(BadPicture, match="too big"):
        read_notes(out.getvalue())


@given(st.binary(max_size=80), st.integers(0, 600))
@settings(max_examples=40)
def test_any_bytes_are_read_or_refused_in_words(more: bytes, at: int) -> None:
    whole = jpeg(place=True)
    for content in (more, whole[:at] + more + whole[at:]):
        try:
            assert read_notes(content).small
        except BadPicture as problem:
            assert str(problem)
