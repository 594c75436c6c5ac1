"""Rules of the windows that the source itself can be read for: plain text, our own widgets, one place for looks."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UI = ROOT / "ui"
KIT = UI / "kit"
FILES = sorted(path for path in UI.rglob("*.py"))

HEX_COLOUR = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{2})?)?\b")
# Black on white whatever the theme: paper, and codes that a phone reads.
PAPER = ("black", "white")
# Where the app's own event loop is started.
LOOPS = ("app.py", "start.py", "pictures.py", "kit/gallery.py")
KEYS_ALONE = {"Esc", "Escape", "F1", "F6"}

# What may be named where; anywhere else it is a fault.
ALLOWED: dict[str, set[str]] = {
    "QLabel": {"kit/text.py", "kit/marks.py", "kit/two_ends.py"},
    "QCheckBox": {"kit/choices.py", "kit/choice_cards.py"},
    "QRadioButton": {"kit/choices.py", "kit/choice_cards.py"},
    "QGroupBox": {"kit/group.py", "kit/choices.py", "kit/fields.py", "kit/date_field.py"},
    "QTextBrowser": set(),
    "QTextEdit": {"kit/text_marks.py"},
    "QToolTip": set(),
    "QWhatsThis": set(),
    "QMessageBox": set(),
    "QListWidget": set(),
    "QTableWidget": set(),
    "QTreeWidget": set(),
    "QTreeView": set(),
}


def say(path: Path, node: ast.AST, words: str) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}: {words}"


def within(path: Path) -> str:
    return path.relative_to(UI).as_posix()


def nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def imported(path: Path) -> Iterator[tuple[ast.AST, str]]:
    for node in nodes(path):
        if isinstance(node, ast.ImportFrom):
            for name in node.names:
                yield node, name.name


def called(path: Path) -> Iterator[tuple[ast.Call, str]]:
    """Calls with the last part of the name that is called."""
    for node in nodes(path):
        if isinstance(node, ast.Call):
            function = node.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            yield node, name


def docstrings(path: Path) -> set[int]:
    """The ids of the string nodes that are docstrings."""
    found = set()
    for node in nodes(path):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and node.body:
            first = node.body[0]
            if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
                found.add(id(first.value))
    return found


def test_there_are_files_to_read() -> None:
    assert len(FILES) > 20


def test_stock_widgets_stay_in_the_few_files_that_tame_them() -> None:
    faults = [
        say(path, node, f"{name} belongs in {sorted(ALLOWED[name]) or 'no file of ours'}")
        for path in FILES
        for node, name in imported(path)
        if name in ALLOWED and within(path) not in ALLOWED[name]
    ]
    assert faults == []


def test_no_text_becomes_markup() -> None:
    """Titles and snippets come from strangers: nothing may be read as rich text, and tooltips guess."""
    faults = []
    for path in FILES:
        for node, name in called(path):
            if name == "setToolTip" and within(path) != "kit/text.py":
                faults.append(say(path, node, "tooltips guess at markup; use set_tip"))
            if name == "setHtml" and within(path) != "kit/printing.py":
                faults.append(say(path, node, "HTML is for paper only"))
        for node in nodes(path):
            if isinstance(node, ast.Attribute) and node.attr in ("RichText", "MarkdownText", "AutoText"):
                faults.append(say(path, node, f"{node.attr} is markup"))
    assert faults == []


def test_looks_come_from_the_theme() -> None:
    """No colour and no style sheet outside the tokens and the theme, which alone sets the app's one sheet."""
    faults = []
    for path in FILES:
        if within(path) not in ("kit/theme.py", "kit/printing.py"):
            faults += [
                say(path, node, "style sheets are the theme's")
                for node, name in called(path)
                if name == "setStyleSheet"
            ]
        if within(path) == "kit/tokens.py":
            continue
        skipped = docstrings(path)
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
                faults += [say(path, node, f"the colour {one} is no token") for one in HEX_COLOUR.findall(node.value)]
    assert faults == []


def test_colours_by_number_or_name_are_made_only_by_the_theme() -> None:
    faults = [
        say(path, node, "take colours from theme.colour")
        for path in FILES
        if within(path) not in ("kit/theme.py",)
        for node, name in called(path)
        if name == "QColor" and any(isinstance(one, ast.Constant) and one.value not in PAPER for one in node.args)
    ]
    assert faults == []


def test_every_shortcut_is_held_with_another_key() -> None:
    """A single letter clashes with speech input (WCAG 2.1.4)."""
    faults = []
    for path in FILES:
        for node, name in called(path):
            if name in ("QShortcut", "QKeySequence", "setShortcut", "setShortcuts", "Shortcut"):
                for part in ast.walk(node):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str) and not is_held(part.value, name):
                        faults.append(say(path, part, f"{part.value!r} is pressed alone"))
    assert faults == []


def is_held(keys: str, call: str) -> bool:
    """Whether a string is a key combination, or no keys at all (the name and the words of a table line)."""
    if call == "Shortcut" and not re.fullmatch(r"(?:[A-Za-z]+\+)*(?:[A-Z0-9]|[A-Z][A-Za-z]+\d*|F\d+|[+=,-])", keys):
        return True
    if call == "Shortcut" and " " not in keys and "+" not in keys and len(keys) > 3 and keys not in KEYS_ALONE:
        return True
    parts = keys.split("+")
    return keys in KEYS_ALONE or any(part in ("Ctrl", "Alt", "Meta") for part in parts[:-1]) or keys == "Shift+F6"


@pytest.mark.parametrize(
    ("keys", "held"),
    [("Ctrl+1", True), ("Esc", True), ("A", False), ("Shift+D", False), ("Delete", False), ("F6", True)],
)
def test_the_rule_about_keys_tells_them_apart(keys: str, held: bool) -> None:
    assert is_held(keys, "QKeySequence") is held


def test_every_text_box_lets_tab_out() -> None:
    """`QPlainTextEdit` traps Tab unless told; one class of the kit tells it."""
    faults = []
    for path in FILES:
        source = path.read_text(encoding="utf-8")
        makes = [node for node, name in called(path) if name == "QPlainTextEdit"]
        inherits = [
            node
            for node in nodes(path)
            if isinstance(node, ast.ClassDef)
            and any(getattr(base, "id", "") == "QPlainTextEdit" for base in node.bases)
        ]
        if (makes or inherits) and "setTabChangesFocus(True)" not in source:
            faults.append(say(path, (makes or inherits)[0], "a text box that traps Tab"))
    assert faults == []


def test_dialogs_never_block() -> None:
    """`exec` runs an event loop of its own: a locked vault could not close the dialog."""
    faults = []
    for path in FILES:
        for node, name in called(path):
            if name in ("exec", "exec_") and within(path) not in (
                "app.py",
                "start.py",
                "pictures.py",
                "kit/gallery.py",
            ):
                faults.append(say(path, node, "open() instead of exec()"))
    assert faults == []
