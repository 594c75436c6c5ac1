"""One call changes the look of everything that exists; widgets follow without being built anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.looks import settle
from ui.kit import theme, tokens
from ui.kit.buttons import Btn
from ui.kit.layout import hbox, vbox
from ui.kit.text import PlainLabel


def test_sizes_and_fonts_follow_the_text_size(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False, scale=2.0)
    assert theme.px(16) == 32
    assert theme.font("body").pixelSize() == 30
    assert theme.scale() == 2.0
    theme.apply(qapp, dark=False, scale=1.0)
    assert theme.font("h2").pixelSize() == 18
    assert theme.font("tiny").pixelSize() >= tokens.SMALLEST_TEXT


def test_a_colour_handed_out_is_a_copy() -> None:
    theme.colour("text").setAlpha(0)
    assert theme.colour("text").alpha() == 255


def test_widgets_that_exist_follow_a_new_look(qapp: QApplication, qtbot: QtBot) -> None:
    label, button, window = PlainLabel("Words", "body", "ok"), Btn("Save"), QWidget()
    row = hbox(label, None, spacing=10)
    window.setLayout(vbox(row, button, spacing=8, margins=(20, 0, 20, 0)))
    qtbot.addWidget(window)
    window.show()
    before, height = window.grab().toImage(), button.sizeHint().height()
    theme.apply(qapp, dark=True, scale=1.5)
    settle()
    assert label.palette().color(label.foregroundRole()).name().upper() == tokens.DARK["ok"]
    assert label.font().pixelSize() == round(15 * 1.5)
    assert button.sizeHint().height() == height * 1.5
    assert (row.spacing(), window.layout().spacing()) == (15, 12)
    assert window.layout().contentsMargins().left() == 30
    assert window.grab().toImage() != before


def test_high_contrast_widens_edges_and_takes_soft_fills_away(qapp: QApplication) -> None:
    theme.apply(qapp, dark=False, scale=1.0, contrast=True)
    assert theme.is_high_contrast()
    assert theme.line() == 2
    assert theme.colour("warn_soft") == theme.colour("bg")
    theme.apply(qapp, dark=False, scale=1.0, contrast=False)
    assert theme.line() == 1


def test_an_unknown_system_scheme_counts_as_light(qapp: QApplication) -> None:
    if qapp.styleHints().colorScheme() == Qt.ColorScheme.Unknown:
        assert not theme.system_is_dark(qapp)


@pytest.mark.parametrize("role", sorted(tokens.ROLES))
def test_every_role_has_a_font(role: str, qapp: QApplication) -> None:
    assert theme.font(role).pixelSize() == round(tokens.ROLES[role][0])
