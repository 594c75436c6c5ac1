"""Evidence: kept exactly, and a hostile file gets a sentence while nothing else changes."""

from __future__ import annotations

import contextlib
import hashlib
import io
import struct
import warnings
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from footprint import log
from footprint.errors import NotFound
from footprint.log.copies import reader, reading
from footprint.vault import Vault

PNG = b"\x89PNG\r\n\x1a\n"


def plain(kind: str = "PNG", size: tuple[int, int] = (640, 360), **saved: object) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, (30, 90, 160)).save(out, kind, **saved)
    return out.getvalue()


def with_place() -> bytes:
    """A photograph whose notes hold where it was taken."""
    notes = Image.Exif()
    notes.get_ifd(0x8825).update({1: "N", 2: (51.0, 30.0, 0.0), 3: "W", 4: (0.0, 7.0, 0.0)})
    return plain("JPEG", exif=notes.tobytes())


def on_its_side() -> bytes:
    """640 by 360 pixels, with the note that the camera was held upright."""
    notes = Image.Exif()
    notes[0x0112] = 6
    return plain("JPEG", exif=notes.tobytes())


def bomb(width: int, height: int) -> bytes:
    """A small PNG file that says it has this many pixels."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return PNG + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\x00" * 1000)) + chunk(b"IEND", b"")


def full_bomb(side: int) -> bytes:
    """A valid PNG of `side` by `side` pixels, all of one colour, that is small as a file."""
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    row = b"\x00" + b"\x00" * ((side + 7) // 8)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(row * side)) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@pytest.fixture
def item(vault: Vault) -> log.Item:
    return log.add(vault, log.New("A photo", origin=log.Origin.KNOWN)).value


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_is_kept_byte_for_byte(vault: Vault, item: log.Item, kind: str) -> None:
    content = plain(kind)
    kept = log.add_picture(vault, item.id, content, address="club.example/team", name="C:\\me\\Holiday\x07.png").value
    assert log.evidence(vault, item.id) == (kept,)
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.width, kept.height, kept.bytes, kept.taken_at) == (640, 360, len(content), vault.now())
    assert (kept.name, kept.address) == ("Holiday .png", "https://club.example/team")
    assert log.evidence_bytes(vault, kept.id) == content
    assert log.is_unchanged(vault, kept.id)
    assert log.history(vault, item.id)[-1].words == "You kept a picture."


def test_the_small_copy_is_our_own_and_the_picture_can_be_painted(vault: Vault, item: log.Item) -> None:
    kept = log.add_picture(vault, item.id, with_place()).value
    with Image.open(io.BytesIO(log.thumbnail(vault, kept.id))) as small:
        assert (small.format, small.size) == ("PNG", (320, 180))
        assert not small.getexif()
    pixels = log.picture(vault, kept.id, most=100)
    assert (pixels.width, pixels.height, len(pixels.rgba)) == (100, 56, 100 * 56 * 4)


def test_where_it_was_taken_is_noticed(vault: Vault, item: log.Item) -> None:
    assert log.add_picture(vault, item.id, with_place()).value.says_where
    assert not log.add_picture(vault, item.id, plain("JPEG")).value.says_where
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><e exif:GPSLatitude='51,30N'/></x:xmpmeta>"
    assert log.add_picture(vault, item.id, plain("WEBP", xmp=xmp)).value.says_where


def test_a_picture_taken_upright_is_shown_upright() -> None:
    known = reading.read_picture(on_its_side(), most=100)
    assert (known.width, known.height) == (640, 360)
    assert (known.small.width, known.small.height) == (56, 100)


HOSTILE: list[tuple[str, Callable[[], bytes]]] = [
    ("empty", lambda: b""),
    ("no picture", lambda: b"hello " * 100),
    ("a page", lambda: b"<html><img src=x onerror=alert(1)></html>"),
    ("an SVG", lambda: b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
    ("another format", lambda: plain("BMP")),
    ("a TIFF", lambda: plain("TIFF")),
    ("cut off", lambda: plain("JPEG", size=(2000, 2000))[:5000]),
    ("cut off early", lambda: plain()[:40]),
    ("says it is huge", lambda: bomb(60_000, 60_000)),
    ("says it is large, and lies", lambda: bomb(9_000, 9_000)),
    ("is huge", lambda: full_bomb(20_000)),
    ("nothing wide", lambda: bomb(0, 10)),
    ("too many bytes", lambda: plain() + b"\x00" * 40_000_000),
]


@pytest.mark.parametrize(("name", "make"), HOSTILE, ids=[name for name, _make in HOSTILE])
def test_a_bad_picture_gets_a_sentence_and_nothing_is_lost(
    vault: Vault, item: log.Item, name: str, make: Callable[[], bytes]
) -> None:
    kept = log.add_text(vault, item.id, "Words").value
    with pytest.raises(log.BadEvidence) as caught:
        log.add_picture(vault, item.id, make())
    assert str(caught.value).endswith(".")
    assert log.evidence(vault, item.id) == (kept,)
    assert log.get(vault, item.id) == item


@given(data=st.data(), make=st.sampled_from([with_place, plain, lambda: plain("GIF"), lambda: plain("WEBP")]))
def test_a_damaged_picture_is_read_or_unfit_and_never_more(data: st.DataObject, make: Callable[[], bytes]) -> None:
    content = bytearray(make())
    for _change in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(content) - 1))
        content[at : at + data.draw(st.integers(0, 8))] = data.draw(st.binary(max_size=8))
        content = content or bytearray(b"x")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow says more about damage than anybody needs; the process swallows it
        try:
            told = reader.picture(bytes(content))
        except log.BadEvidence:
            return
    assert len(told.rgba) == told.small_width * told.small_height * 4


def test_a_reader_that_runs_out_of_time_is_only_a_picture_that_could_not_be_read() -> None:
    with pytest.raises(log.BadEvidence, match="Save it again"):
        reading.read_picture(plain("PNG", size=(3000, 3000)), most=100, seconds=0.0)


PAGE = b"""<!doctype html><html><head><title>T</title><style>p{}</style><script>steal()</script></head>
<body><h1>Our   team</h1><p>Ada Example &amp; <b>Jo</b></p><script>more()</script><ul><li>One<li>Two</ul>
</body></html>"""


def test_a_saved_page_is_kept_and_read_as_words(vault: Vault, item: log.Item) -> None:
    kept = log.add_page(vault, item.id, PAGE, "team.html", address="https://club.example/team").value
    assert log.evidence_bytes(vault, kept.id) == PAGE
    assert log.page_words(vault, kept.id) == "Our team\n\nAda Example & Jo\n\n• One\n• Two"
    assert log.thumbnail(vault, kept.id) == b""


def test_a_page_saved_in_one_file_is_read() -> None:
    whole = (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<p>Ada=20Example</p>\r\n--b--\r\n"
    )
    assert reading.read_page(whole) == "Ada Example"


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 x", b"PK\x03\x04\x00\x00", b"\x00" * 50, b"x" * 20_000_001])
def test_what_is_no_page_gets_a_sentence(vault: Vault, item: log.Item, content: bytes) -> None:
    with pytest.raises(log.BadEvidence):
        log.add_page(vault, item.id, content, "x.html")
    assert log.evidence(vault, item.id) == ()


@given(st.binary(max_size=300))
def test_any_bytes_read_as_a_page_give_words(content: bytes) -> None:
    with contextlib.suppress(log.BadEvidence):
        reader.page(content).encode("utf-8")


def test_words_are_kept_as_they_were_pasted(vault: Vault, item: log.Item) -> None:
    kept = log.add_text(vault, item.id, "  Line 1\n\tLine 2\x00").value
    assert log.page_words(vault, kept.id) == "  Line 1\n\tLine 2"
    with pytest.raises(log.BadEvidence):
        log.add_text(vault, item.id, " \n ")
    with pytest.raises(log.BadEvidence):
        log.add_text(vault, item.id, "x" * 200_001)


def test_evidence_goes_and_comes_back(vault: Vault, item: log.Item, clock: Any) -> None:
    done = log.add_text(vault, item.id, "Words")
    removed = log.remove_evidence(vault, done.value.id)
    assert log.evidence(vault, item.id) == ()
    vault.undo(removed.undo)
    assert log.evidence(vault, item.id) == (done.value,)
    assert log.evidence_bytes(vault, done.value.id) == b"Words"
    log.remove_evidence(vault, done.value.id)
    clock.advance(days=31)
    log.empty_deleted(vault)
    with pytest.raises(NotFound):
        log.evidence_bytes(vault, done.value.id)
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM log_evidence_bytes") == 0


def test_evidence_needs_its_item(vault: Vault, item: log.Item) -> None:
    log.delete(vault, [item.id])
    for item_id in (item.id, "unknown", ""):
        with pytest.raises(NotFound):
            log.add_picture(vault, item_id, plain())
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM log_evidence_bytes") == 0


def test_undo_does_not_carry_the_bytes_about(vault: Vault, item: log.Item) -> None:
    done = log.add_picture(vault, item.id, plain())
    carried = [value for row in done.undo.rows for value in (row.after or {}).values()]
    assert not any(isinstance(value, bytes) for value in carried)
    again = vault.undo(done.undo)
    assert log.evidence(vault, item.id) == ()
    vault.undo(again)
    assert log.is_unchanged(vault, done.value.id)


def test_nothing_of_a_picture_stands_readable_in_the_vault_file(vault: Vault, item: log.Item, tmp_path: Path) -> None:
    content = plain("JPEG", size=(300, 300))
    log.add_picture(vault, item.id, content, name="secret-name.jpg")
    stored = b"".join(path.read_bytes() for path in (tmp_path / "vault").iterdir())
    assert content[:64] not in stored
    assert b"secret-name" not in stored
