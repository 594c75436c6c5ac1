"""Asking for a file to open or a place to save. Nothing is left in lists of recent files or in Qt's own settings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from footprint.i18n import _

# The start of a folder's name -> the service that copies it elsewhere.
_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "pcloud": "pCloud",
    "box sync": "Box",
}


def ask_open(parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose one file that is there; `then` gets it. `filters` as "Saved pages (*.html *.htm)"."""
    dialog = _dialog(parent, title, filters, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_several(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Sequence[Path]], object]
) -> QFileDialog:
    """Let the person choose one file or several that are there; `then` gets all of them at once."""
    dialog = _dialog(parent, title, filters, lambda _path: None)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda paths: then([Path(path) for path in paths]))
    dialog.open()
    return dialog


def ask_save(
    parent: QWidget, title: str, suggested: str, filters: Sequence[str], then: Callable[[Path], object]
) -> QFileDialog:
    """Let the person say where to save; the system asks before a file is written over.

    `suggested` is a file name without anything personal in it, such as "online-check-2026-11-16.pdf".
    """
    dialog = _dialog(parent, title, filters, then)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(suggested).suffix.lstrip("."))
    dialog.selectFile(suggested)
    dialog.open()
    return dialog


def ask_folder(parent: QWidget, title: str, then: Callable[[Path], object]) -> QFileDialog:
    """Let the person choose or make a folder; `then` gets it."""
    dialog = _dialog(parent, title, (), then)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], object]) -> QFileDialog:
    dialog = QFileDialog(parent, title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if filters:
        dialog.setNameFilters(list(filters))
    dialog.fileSelected.connect(lambda path: then(Path(path)))
    dialog.destroyed.connect(_forget_places)
    return dialog


def _forget_places() -> None:
    """Qt notes the folders that were visited in a settings file of its own; they are nobody's business."""
    kept = QSettings(QSettings.Scope.UserScope, "QtProject")
    kept.beginGroup("FileDialog")
    for name in ("history", "lastVisited"):
        kept.remove(name)
    kept.endGroup()


def synced_folder_words(path: Path) -> str:
    """A sentence when files in this folder are copied to somewhere else, to say before saving; "" otherwise."""
    for part in path.parts:
        for start, service in _SYNCED.items():
            if part.lower().startswith(start):
                words = _(
                    "Files here are also copied to {service}. To keep this file to yourself, choose another folder."
                )
                return words.format(service=service)
    return ""
