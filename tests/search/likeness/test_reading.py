"""Foreign pictures, however broken, end in a sentence; prints behave as prints do."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from benchmarks import portraits
from footprint.search import likeness
from footprint.search.likeness import comparing
from footprint.search.likeness.prints import distance, prints_of
from footprint.search.likeness.reader import BadPicture, told
from footprint.vault import Vault


def _whole(kind: str) -> bytes:
    out = io.BytesIO()
    portraits.picture(0).resize((64, 64)).save(out, kind)
    return out.getvalue()


WHOLE = {kind: _whole(kind) for kind in ("JPEG", "PNG", "WEBP", "GIF")}
PRINTS = [prints_of(portraits.picture(number).resize((160, 160))) for number in range(4)]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_a_damaged_file_is_read_or_refused_in_words(kind: str, data: st.DataObject) -> None:
    content = bytearray(WHOLE[kind])
    for _time in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        read = told(cut)
    except BadPicture as problem:
        assert str(problem).endswith(".")
    else:
        assert 0 <= read.plain <= 1 and read.small.startswith(b"\xff\xd8\xff")


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_at_all(content: bytes) -> None:
    with pytest.raises(BadPicture):
        told(content)


@given(st.sampled_from(PRINTS), st.sampled_from(PRINTS))
def test_a_distance_is_the_same_both_ways_and_none_to_itself(one: object, other: object) -> None:
    assert distance(one, one) == 0
    assert distance(one, other) == distance(other, one)
    assert 0 <= distance(one, other) <= 1


@pytest.mark.parametrize("mode", ["1", "L", "P", "LA", "RGBA", "CMYK", "I;16"])
def test_every_way_to_write_colours_is_read(mode: str) -> None:
    image = portraits.picture(0).resize((96, 96))
    kind = {"CMYK": "JPEG"}.get(mode, "PNG")
    out = io.BytesIO()
    (image.convert("L").convert("I;16") if mode == "I;16" else image.convert(mode)).save(out, kind)
    assert told(out.getvalue()).small


def test_a_long_thin_picture_is_read_from_its_middle() -> None:
    wide = Image.new("RGB", (1600, 400), "white")
    wide.paste(portraits.picture(0).resize((400, 400)), (600, 0))
    out = io.BytesIO()
    wide.save(out, "PNG")
    assert distance(told(out.getvalue()).prints, prints_of(portraits.picture(0))) < 0.1


@pytest.mark.parametrize("top", [0, 60, 140, 200])
def test_a_tall_photo_is_known_again_wherever_the_square_was_cut_out(top: int) -> None:
    tall = Image.new("RGB", (300, 500))
    tall.paste(portraits.picture(2).resize((300, 300)), (0, 0))
    tall.paste(portraits.picture(4).resize((300, 300)), (0, 200))
    square = tall.crop((0, top, 300, top + 300)).resize((150, 150))
    assert distance(prints_of(tall), prints_of(square)) <= comparing.SAME


def test_nothing_is_left_where_temporary_files_are(
    vault: Vault, jpeg: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "temporary"
    empty.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(empty))
    monkeypatch.setenv("TMPDIR", str(empty))
    likeness.add_mine(vault, jpeg(0))
    assert list(empty.iterdir()) == []
