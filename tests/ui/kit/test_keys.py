"""The table of keys: no key alone, none twice, all of them ones that Qt knows."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from ui.kit.keys import SHORTCUTS, choice_keys, shortcut

ALONE = {Qt.Key.Key_Escape, Qt.Key.Key_F1, Qt.Key.Key_F6}


def test_no_single_key_clashes_with_speech_input(qtbot: QtBot) -> None:
    for one in SHORTCUTS:
        for sequence in one.sequences:
            pressed = sequence[0]
            held = pressed.keyboardModifiers() & ~Qt.KeyboardModifier.ShiftModifier
            assert held != Qt.KeyboardModifier.NoModifier or pressed.key() in ALONE, one


def test_no_keys_mean_two_things(qtbot: QtBot) -> None:
    used = Counter(QKeySequence(keys).toString() for one in SHORTCUTS for keys in one.keys)
    assert [keys for keys, times in used.items() if times > 1 or not keys] == []


def test_each_has_words_and_keys_to_show(qtbot: QtBot) -> None:
    assert all(one.said and one.shown for one in SHORTCUTS)
    assert shortcut("lock").keys == ("Ctrl+L",)
    assert [choice_keys(number) for number in (1, 5, 6)] == ["Ctrl+1", "Ctrl+5", ""]
