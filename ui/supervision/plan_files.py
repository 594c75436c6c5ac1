"""Choosing a plan file; the page of plans reads it and says what it is, or why it is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from footprint.i18n import _
from ui.desk import Desk
from ui.kit import files

ENDING = ".footprint-plan"  # as `plans.ENDING`, which the start of the app does not load


def ask_for_file(parent: QWidget, then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose a plan they were given."""
    kinds = [_("Plan (*{ending})").format(ending=ENDING), _("All files (*)")]
    return files.ask_open(parent, _("Open a plan"), kinds, then)


def ask_for_plan(parent: QWidget, desk: Desk) -> QFileDialog:
    """The same, and show it."""
    return ask_for_file(parent, lambda path: desk.go("plan", file=path))
