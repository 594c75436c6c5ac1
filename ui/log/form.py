"""Adding something, and changing what was added. What is typed stays when the person leaves it half done."""

from __future__ import annotations

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from footprint import log, search
from footprint.checklists import Kind, NetworkFile
from footprint.i18n import _
from footprint.log import BadItem, Item, New
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import ErrorSummary
from ui.kit.layout import hbox, vbox
from ui.kit.theme import px
from ui.kit.tokens import TEXT_COLUMN
from ui.log import drafts
from ui.log.caution import Caution, read_told
from ui.log.draft import Draft, listing_draft
from ui.log.fields import ItemFields
from ui.log.view import View


class FormView(View):
    """One form. Each thing it is opened for (by hand, a finding, a check, an item) keeps a draft of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._drafts = drafts.forms(self.vault)
        self._put_away = set(self._drafts)
        self._start = Draft()
        self._filled_for = ""
        self._about: dict[str, str] = {}
        self.summary = ErrorSummary()
        self.fields = ItemFields([(one.id, one.name) for one in desk.bench.checklists.heads(Kind.NETWORK)])
        self.fields.worry.worried.connect(lambda: desk.go("happened"))
        self.caution = Caution(self.fields.title, self.fields.place, self.fields.notes)
        self.caution.kept.connect(self._save)
        self.save = Btn(_("Add it"), "primary")
        self.save.clicked.connect(self._save)
        self.fresh = Btn(_("Start again"), "quiet", icon="undo")
        self.fresh.clicked.connect(self._start_again)
        self.primary = self.save
        # In a row, so that heights are worked out for the width the column really has.
        parts = (self.summary, self.fields, self.caution, ButtonRow(self.save, self.fresh))
        inner = QWidget()
        inner.setMaximumWidth(px(TEXT_COLUMN))
        inner.setLayout(vbox(*parts, spacing=16))
        row = hbox(inner, None)
        row.setStretch(0, 100)
        self.body.addLayout(row)
        self.body.addStretch(1)
        self.fields.fill(self._start)

    def show_at(self, **details: object) -> None:
        """`edit`: an item to change; `finding`: a finding to log; `listing`: a place of the library that lists one;
        `network` and `check`: where it was seen.
        """
        self._keep_draft()
        known = ("edit", "finding", "listing", "network", "check")
        wanted = {name: str(details[name]) for name in known if details.get(name)}
        if "fresh" in details or wanted:
            self._about = wanted
        self.summary.clear()
        self.desk.read(lambda _task: read_told(self.vault), self.caution.learn)
        self.save.setText(_("Save") if "edit" in self._about else _("Add it"))
        self._head()
        if "edit" in self._about:
            self.desk.read(lambda _task: log.get(self.vault, self._about["edit"]), self._show_item)
        elif "finding" in self._about:
            self.desk.read(lambda _task: search.finding(self.vault, self._about["finding"]), self._show_finding)
        elif "listing" in self._about:
            library = self.desk.bench.checklists
            self.desk.read(lambda _task: library.network(self._about["listing"]), self._show_listing)
        else:
            self._show(Draft(network=self._about.get("network", "")))

    def put_away(self) -> None:
        self._keep_draft()
        drafts.keep_forms(self.vault, self._drafts)

    def hideEvent(self, event: QHideEvent) -> None:
        self._keep_draft()
        super().hideEvent(event)

    # -- filling ---------------------------------------------------------------------------------------

    def _head(self) -> None:
        if "edit" in self._about:
            self.headed.emit(_("Change it"), "")
        else:
            self.headed.emit(_("Add something"), _("It takes about 2 minutes. It stays on this computer."))

    def _show_item(self, item: Item) -> None:
        if self._about.get("edit") == item.id:
            self._show(Draft.of(item))

    def _show_finding(self, found: search.Finding) -> None:
        if self._about.get("finding") == found.id:
            self._show(Draft(title=found.title or found.host, address=found.address, place=found.host))

    def _show_listing(self, found: NetworkFile) -> None:
        if self._about.get("listing") == found.id:
            self._show(listing_draft(found))

    def _show(self, start: Draft) -> None:
        """What it starts from, or what was left in it last time."""
        self._start, self._filled_for = start, self._key
        kept = self._drafts.get(self._key, start)
        self.fields.fill(start)
        self.caution.start(kept="edit" in self._about)
        if kept != start:
            self.fields.fill(kept)
        self.fresh.setVisible(kept != start)

    @property
    def _key(self) -> str:
        return " ".join(f"{name}={value}" for name, value in sorted(self._about.items()))

    def _keep_draft(self) -> None:
        draft = self.fields.draft
        if draft != self._start:
            self._drafts[self._filled_for] = draft

    def _forget_draft(self) -> None:
        """Here, and in the vault if it was put away there."""
        self._drafts.pop(self._filled_for, None)
        if self._filled_for in self._put_away:
            self._put_away.discard(self._filled_for)
            left = dict(self._drafts)
            self.desk.run(Operation(lambda _task: drafts.keep_forms(self.vault, left)))

    def _start_again(self) -> None:
        self._forget_draft()
        self.summary.clear()
        self.fields.fill(self._start)
        self.caution.start(kept="edit" in self._about)
        self.fresh.hide()

    # -- saving ----------------------------------------------------------------------------------------

    def _save(self) -> None:
        problems = self.fields.problems()
        if problems:
            self.summary.show_problems(problems)
            return
        self.summary.clear()
        if self.caution.asks():
            return
        draft, about = self.fields.draft, dict(self._about)
        said = _("Saved") if "edit" in about else _("Added to your list")
        work = Operation(lambda _task: self._put(draft, about), changes=Changes(items=True), said=lambda _item: said)
        self.desk.run(work, then=self._saved, failed=self._refused)

    def _put(self, draft: Draft, about: dict[str, str]) -> Done[Item]:
        """On the lane's thread."""
        if "edit" in about:
            return log.change(self.vault, about["edit"], **draft.values())
        if "finding" in about:
            found = search.finding(self.vault, about["finding"])
            return log.from_finding(self.vault, found, **draft.values())
        return log.add(self.vault, New(**draft.values(), check=_check(about)))

    def _saved(self, item: Item) -> None:
        self._forget_draft()
        self._start = self.fields.draft
        self.asked.emit("item", {"item": item.id})

    def _refused(self, problem: Exception) -> None:
        if isinstance(problem, BadItem):
            self.summary.show_problems([(str(problem), self.fields.show_problem(problem.field, str(problem)))])
        else:
            self.desk.show_problem(problem)


def _check(about: dict[str, str]) -> str:
    """The check it came from as the log names it: "network:check"."""
    network, check = about.get("network", ""), about.get("check", "")
    return f"{network}:{check}" if network and check and ":" not in check else check
