"""All copies of an item as one file: first what will be in it and who could read it, then where to put it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import dates, log, web
from footprint.i18n import _, ngettext
from footprint.log import BundlePlan
from footprint.tasks import Task
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.buttons import Btn
from ui.kit.choices import Tick
from ui.kit.dialogs import Sheet
from ui.kit.text import PlainLabel
from ui.kit.theme import space
from ui.log.words import size
from ui.page import clear
from ui.saving import save_as, writing

_SHOWN = 12


class BundleSheet(Sheet):
    """The preview lists every file by its name in the zip. Private pictures stay behind until they are asked for."""

    WIDTH = 620

    def __init__(self, parent: QWidget, desk: Desk, item_id: str) -> None:
        super().__init__(parent, _("Copies as one file"))
        self._desk, self._vault, self._item = desk, desk.bench.vault, item_id
        self.plan: BundlePlan | None = None
        self.add(PlainLabel(_("One zip file for the police, your manager or a helpline. It holds:")))
        self._list = QVBoxLayout()
        space(self._list, 4)
        self.body.addLayout(self._list)
        self.private: Tick | None = None
        self._choice = QVBoxLayout()
        space(self._choice, 0)
        self.body.addLayout(self._choice)
        self.add(
            PlainLabel(_("With a list of fingerprints that shows nothing was changed, and a page that explains it."))
        )
        self.add(PlainLabel(_("It is not encrypted. Whoever has the file can read it."), "body", "warn"))
        close = self.add_button(Btn(_("Close")))
        close.clicked.connect(self.reject)
        self.save = self.add_button(Btn(_("Save the file…"), "primary"))
        self.save.setEnabled(False)
        self.save.clicked.connect(self._ask_where)
        self._read()

    def _read(self) -> None:
        private = self.private is not None and self.private.isChecked()
        self._desk.read(lambda _task: log.bundle_plan(self._vault, self._item, private=private), self._show)

    def _show(self, plan: BundlePlan) -> None:
        self.plan = plan
        clear(self._list)
        for one in plan.files[:_SHOWN]:
            words = _("{name}: {kind}, {size}").format(
                name=one.name, kind=one.copy.kind.label, size=size(one.copy.bytes)
            )
            self._list.addWidget(PlainLabel(words, "small"))
        left = len(plan.files) - _SHOWN
        if left > 0:
            self._list.addWidget(PlainLabel(ngettext("and {n} more", "and {n} more", left).format(n=left), "small"))
        if plan.left_out and self.private is None:
            words = ngettext("Put the {n} private copy in too", "Put the {n} private copies in too", plan.left_out)
            self.private = Tick(words.format(n=plan.left_out), _("Only if whoever gets the file has to see it."))
            self.private.toggled.connect(lambda _on: self._read())
            self._choice.addWidget(self.private)
        self.save.setEnabled(bool(plan.files))
        self.fit()

    def _ask_where(self) -> None:
        day = dates.local_day(self._vault.now()).isoformat()  # a name that says nothing about the person
        save_as(self.window(), _("Save the file"), f"copies-{day}.zip", [_("Zip file (*.zip)")], self.save_to)

    def save_to(self, path: Path) -> None:
        """Write it there, and note in the Privacy journal that it was made."""
        vault, plan = self._vault, self.plan
        if plan is None:
            return

        def work(_task: Task) -> Path:
            with writing(), path.open("wb") as out:
                path.chmod(0o600)
                log.write_bundle(vault, plan, out)
            web.note_made(vault, _("Copies of what you kept, as one file"), (path.name,))
            return path

        self._desk.run(
            Operation(
                work,
                lane="bulk",
                changes=Changes(ledger=True),
                said=lambda made: _("Saved {name}").format(name=made.name),
            )
        )
        self.accept()
