"""The whole kit at once, in both themes and at every size: nothing cut off, all named, all in reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import delete

from tests.ui.looks import (
    SIZES,
    THEMES,
    Size,
    clipped_labels,
    out_of_reach,
    show_at,
    themed,
    too_wide,
    unnamed_or_small,
)
from ui.kit.gallery import gallery, preview
from ui.kit.layout import scroll


@pytest.fixture
def framed() -> Iterator[Callable[[QWidget], QScrollArea]]:
    """What is framed is deleted while its look is still on."""
    held: list[QScrollArea] = []

    def frame(widget: QWidget) -> QScrollArea:
        held.append(scroll(widget))
        return held[-1]

    yield frame
    for area in held:
        delete(area)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off_at_any_size(framed: Callable[[QWidget], QScrollArea], size: Size) -> None:
    with themed(scale=size.scale):
        window = framed(gallery())
        show_at(window, size)
        assert clipped_labels(window) == []
        assert too_wide(window) == []
        assert unnamed_or_small(window) == []


@pytest.mark.parametrize("dark", THEMES)
def test_tab_reaches_every_control(framed: Callable[[QWidget], QScrollArea], dark: bool) -> None:
    with themed(dark):
        window = framed(gallery())
        show_at(window, Size(1200, 800, 1.0))
        assert out_of_reach(window) == []


@pytest.mark.parametrize("size", [*SIZES, Size(360, 640, 1.0)], ids=str)
def test_a_preview_of_forty_lines_fits(framed: Callable[[QWidget], QScrollArea], size: Size) -> None:
    with themed(scale=size.scale):
        window = framed(preview(40))
        show_at(window, size)
        assert clipped_labels(window) == []
        assert too_wide(window) == []
        assert unnamed_or_small(window) == []


def test_a_change_of_look_reaches_what_is_on_the_screen(framed: Callable[[QWidget], QScrollArea]) -> None:
    window = framed(gallery())
    show_at(window, Size(900, 800, 1.0))
    with themed(dark=True, scale=2.0):
        show_at(window, Size(900, 800, 2.0))
        assert clipped_labels(window) == []
        assert too_wide(window) == []


def test_everything_paints_from_the_right_and_in_high_contrast(framed: Callable[[QWidget], QScrollArea]) -> None:
    with themed(contrast=True):
        window = framed(gallery())
        window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        show_at(window, Size(700, 800, 1.0))
        assert clipped_labels(window) == []
        assert too_wide(window) == []
        assert not window.widget().grab().isNull()
    QApplication.processEvents()
