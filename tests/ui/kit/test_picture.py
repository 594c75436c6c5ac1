"""Pictures are decoded by what they are, never by what they claim, and never beyond a cap."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget

from ui.kit.picture import MOST_SIDE, PictureBox, format_of, read_image
from ui.kit.qr import QUIET_ZONE, QrCode


def picture(width: int, height: int, kind: str = "png") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind.upper())
    return bytes(held.data())


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def boast(width: int, height: int) -> bytes:
    """A tiny PNG file that says it is huge."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["png", "jpeg", "bmp", "webp"])
def test_common_formats_are_read(qapp: QApplication, kind: str) -> None:
    data = picture(40, 30, kind)
    assert format_of(data) == kind
    image = read_image(data)
    assert image is not None
    assert (image.width(), image.height()) == (40, 30)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"plain words",
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
        b"II*\0" + b"\0" * 60,
        b"\0\0\1\0" + b"\0" * 60,
        b"RIFF\0\0\0\0WAVE",
    ],
)
def test_other_formats_are_refused(qapp: QApplication, data: bytes) -> None:
    assert read_image(data) is None


def test_a_picture_that_says_it_is_huge_is_refused_before_it_is_decoded(qapp: QApplication) -> None:
    assert read_image(boast(60_000, 60_000)) is None


def test_a_large_picture_is_made_smaller_while_it_is_read(qapp: QApplication) -> None:
    image = read_image(picture(MOST_SIDE + 1000, 100, "jpeg"))
    assert image is not None
    assert image.width() == MOST_SIDE


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reader(data: bytes) -> None:
    assert format_of(data) in ("", "png", "jpeg", "gif", "bmp", "webp")


def test_a_picture_is_never_larger_than_itself_or_its_column(shown: Callable[..., QWidget]) -> None:
    box = PictureBox("Screenshot")
    shown(box, width=300)
    assert box.show_bytes(picture(100, 50))
    assert box.heightForWidth(280) == 50
    assert box.show_bytes(picture(1000, 500))
    assert box.heightForWidth(280) == 140
    QAccessible.setActive(True)
    heard = QAccessible.queryAccessibleInterface(box)
    assert heard.role() == QAccessible.Role.Graphic
    assert heard.text(QAccessible.Text.Name) == "Screenshot"


def test_what_cannot_be_shown_is_said(shown: Callable[..., QWidget]) -> None:
    box = PictureBox("Screenshot")
    shown(box)
    assert not box.show_bytes(b"not a picture")
    assert not box.has_picture
    assert box.accessibleDescription() == "This picture cannot be shown."
    box.clear()
    assert box.accessibleDescription() == ""


def test_a_code_is_dark_on_white_with_its_quiet_zone(shown: Callable[..., QWidget]) -> None:
    code = QrCode([[1, 0], [0, 1]], "Opens guidance.example")
    shown(code)
    module = code.width() // (2 + 2 * QUIET_ZONE)
    image = code.grab().toImage()
    inside = QUIET_ZONE * module + module // 2
    assert image.pixelColor(2, 2) == QColor("white")
    assert image.pixelColor(inside, inside) == QColor("black")
    assert image.pixelColor(inside + module, inside) == QColor("white")
    assert code.accessibleDescription() == "Opens guidance.example"
