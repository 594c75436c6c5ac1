"""Making a copy of what is previewed: a file, the clipboard, or paper. Each is listed and noted in the journal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from footprint.i18n import N_, _
from footprint.supervision import copies
from footprint.supervision.copies import Form
from footprint.supervision.summary import Summary, summary_html, summary_text, summary_word, title
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.clipboard import copy_text
from ui.kit.printing import print_html
from ui.saving import save_as, writing

FILTERS = {
    Form.PDF: N_("PDF (*.pdf)"),
    Form.WORD: N_("Word file (*.docx)"),
    Form.HTML: N_("Web page (*.html)"),
    Form.TEXT: N_("Plain words (*.txt)"),
}
_CHANGES = Changes(supervision=True, ledger=True)


class Maker:
    """Works for one view, which says what is previewed now."""

    def __init__(self, desk: Desk, view: QWidget, now: Callable[[], Summary]) -> None:
        self._desk, self._view, self._now = desk, view, now

    def ask(self, form: Form) -> None:
        """Ask where. The name says nothing, not even the day: that is a line of its own to choose."""
        made = self._now()
        name, kinds = f"online-check.{form.value}", [_(FILTERS[form])]
        save_as(self._view.window(), _("Save the summary"), name, kinds, lambda path: self.save_to(made, form, path))

    def save_to(self, made: Summary, form: Form, path: Path) -> None:
        """Write exactly what was previewed, and list it."""
        vault = self._desk.bench.vault

        def work(_task: Task) -> str:
            with writing():
                _WRITERS[form](made, path)
            copies.made(vault, made, form, path.name)
            return path.name

        self._desk.run(
            Operation(work, lane="bulk", changes=_CHANGES, said=lambda name: _("Saved {name}").format(name=name))
        )

    def copy(self) -> None:
        made = self._now()
        copy_text(summary_text(made))
        self._note(made, Form.COPIED, _("Copied as text"))

    def print(self) -> None:
        made = self._now()
        dialog = print_html(self._view.window(), summary_html(made), title())
        dialog.accepted.connect(lambda: self._note(made, Form.PRINTED, _("Printed")))

    def _note(self, made: Summary, form: Form, words: str) -> None:
        vault = self._desk.bench.vault

        def work(_task: Task) -> None:
            copies.made(vault, made, form)

        self._desk.run(Operation(work, changes=_CHANGES, said=lambda _none: words))


def _pdf(made: Summary, path: Path) -> None:
    from ui.supervision.pdf import summary_pdf

    summary_pdf(made, path)


_WRITERS: dict[Form, Callable[[Summary, Path], object]] = {
    Form.PDF: _pdf,
    Form.WORD: lambda made, path: path.write_bytes(summary_word(made)),
    Form.HTML: lambda made, path: path.write_text(summary_html(made), encoding="utf-8"),
    Form.TEXT: lambda made, path: path.write_text(summary_text(made), encoding="utf-8"),
}
