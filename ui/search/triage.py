"""Sorting what was found: one result at a time, four choices, each with its keys; nothing is asked twice."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import log, search
from footprint.i18n import _, ngettext
from footprint.search import Finding, Verdict
from footprint.tasks import Task
from footprint.vault import Done
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Operation
from ui.kit.access import announce
from ui.kit.buttons import Btn
from ui.kit.cards import Card, EmptyState
from ui.kit.fields import Select
from ui.kit.layout import Columns, hbox
from ui.kit.lists import ListPane, PagedRows, RowLook
from ui.kit.progress import Progress
from ui.kit.theme import space
from ui.page import clear
from ui.search.result import ResultCard

_SHOWN = {
    "left": lambda: _("Still to sort"),
    "new": lambda: _("New since last time"),
    "remove": lambda: _("On your list"),
    "fine": lambda: _("Me, and fine"),
    "not me": lambda: _("Not me"),
}
_CHOICES = {1: Verdict.REMOVE, 2: Verdict.FINE, 3: Verdict.NOT_ME, 4: Verdict.NOT_SURE}


class Triage(QWidget):
    """A list on the left, the result chosen there on the right. After a choice the next one takes its place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._vault = desk.bench.vault
        self._found: tuple[Finding, ...] = ()
        self.result: ResultCard | None = None
        self._at = 0
        column = QVBoxLayout(self)
        space(column, 12)
        self._progress = Progress(_("Results sorted"))
        column.addWidget(self._progress)
        self._which = Select(_("Which results"), [(value, words()) for value, words in _SHOWN.items()])
        self._which.chosen.connect(lambda _value: self._restart())
        column.addLayout(hbox(self._which, None))
        self._rows = PagedRows(self._fetch, 0)
        self._list = ListPane(self._rows, _("Results"))
        self._list.chosen.connect(self._pick)
        self._side = Card()
        self._parts = Columns([self._list, self._side], [4, 5])
        column.addWidget(self._parts, 1)
        self._empty = QVBoxLayout()
        column.addLayout(self._empty)
        desk.changed.connect(self._on_changed)
        self.reload()

    def choose(self, number: int) -> None:
        """Ctrl+1 to Ctrl+4: what the person says about the result shown."""
        if self.result is not None and number in _CHOICES:
            self._say(self.result.finding, _CHOICES[number])

    def reload(self) -> None:
        which = self._which.value
        self._desk.read(lambda task: self._read(task, which), self._show)

    # -- reading and showing -----------------------------------------------------------------------

    def _read(self, _task: Task, which: str) -> tuple[tuple[Finding, ...], search.Counts]:
        if which == "left":
            found = search.findings(self._vault, left=True)
        elif which == "new":
            found = search.findings(self._vault, left=True, new_only=True)
        else:
            found = search.findings(self._vault, verdicts=[Verdict(which)])
        hidden = frozenset(search.hidden_sites(self._vault))
        if which in ("left", "new"):
            found = tuple(one for one in found if one.host not in hidden)
        return found, search.counts(self._vault)

    def _show(self, read: tuple[tuple[Finding, ...], search.Counts]) -> None:
        self._found, counts = read
        words = _("{done} of {total} results sorted").format(done=counts.sorted, total=counts.total)
        self._progress.show(counts.sorted, max(1, counts.total), words)
        self._progress.setVisible(bool(counts.total))
        self._rows.reload(len(self._found))
        self._parts.setVisible(bool(self._found))
        clear(self._empty)
        if not self._found:
            self.result = None
            self._empty.addWidget(self._nothing(counts))
            return
        self._show_result(min(self._at, len(self._found) - 1))

    def _nothing(self, counts: search.Counts) -> EmptyState:
        if not counts.total:
            return EmptyState(
                "search", _("Nothing has been found yet"), _("Search first. What comes up is sorted here.")
            )
        if self._which.value == "left":
            return EmptyState(
                "check_circle", _("All of it is sorted"), _("New results come here after the next search.")
            )
        return EmptyState("search", _("No results here"), _("Choose another group above."))

    def _fetch(self, offset: int, limit: int) -> Sequence[RowLook]:
        return [_row(one) for one in self._found[offset : offset + limit]]

    def _show_result(self, at: int) -> None:
        self._at = at
        clear(self._side.body)
        one = self._found[at]
        self.result = ResultCard(one, at + 1, len(self._found), self._desk.open_link)
        self.result.said.connect(lambda verdict: self._say(one, Verdict(verdict)))
        self.result.glad.connect(lambda: self._say(one, Verdict.FINE, glad=True))
        self.result.worried.connect(lambda: self._desk.go("happened"))
        self._side.add(self.result)
        self._list.select_key(one.id)

    def _pick(self, key: str) -> None:
        at = next((i for i, one in enumerate(self._found) if one.id == key), None)
        if at is not None and at != self._at:
            self._show_result(at)

    def _restart(self) -> None:
        self._at = 0
        self.reload()

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.findings or changes.person:
            self.reload()

    # -- saying ------------------------------------------------------------------------------------

    def _say(self, one: Finding, verdict: Verdict, *, glad: bool = False) -> None:
        """Keep the verdict; “me, and it should go” makes the item in the same breath."""
        if verdict is Verdict.NOT_SURE:
            self._at += 1  # it stays in the list, so the next one is one further down
        self._desk.run(
            Operation(
                lambda _task: self._judge(one, verdict, glad),
                changes=Changes(findings=True, items=verdict is Verdict.REMOVE),
                said=lambda _found: _said(verdict),
            ),
            then=lambda _found: self._after(one, verdict),
        )

    def _judge(self, one: Finding, verdict: Verdict, glad: bool) -> Done[object]:
        if verdict is Verdict.REMOVE:
            return log.put_on_list(self._vault, one)
        return search.verdict(self._vault, one.id, verdict, glad)

    def _after(self, one: Finding, verdict: Verdict) -> None:
        left = ngettext("{n} left", "{n} left", len(self._found)).format(n=max(0, len(self._found) - 1))
        announce(self, f"{_said(verdict)}. {left}")
        if self.result is not None:
            self.result.heading.setFocus(Qt.FocusReason.OtherFocusReason)
        if verdict is Verdict.NOT_ME:
            self._offer_to_hide(one)

    def _offer_to_hide(self, one: Finding) -> None:
        """“It is not me” offers to leave out the other results of that site as well."""
        others = sum(other.host == one.host and other.id != one.id for other in self._found)
        if not others:
            return
        words = ngettext("Hide {n} other result from {site}", "Hide {n} other results from {site}", others)
        hide = Btn(words.format(n=others, site=one.host), "quiet", "eye_off")
        hide.clicked.connect(lambda: self._hide(one.host))
        self._side.body.addWidget(hide)

    def _hide(self, host: str) -> None:
        self._desk.run(
            Operation(
                lambda _task: search.hide_site(self._vault, host),
                changes=Changes(findings=True),
                said=lambda site: _("Results from {site} are hidden").format(site=site),
            )
        )


def _row(one: Finding) -> RowLook:
    return RowLook(
        title=one.title or one.address,
        meta=one.host,
        pill=_("New") if one.is_new else "",
        tone="info",
        icon="search",
        key=one.id,
    )


def _said(verdict: Verdict) -> str:
    return {
        Verdict.REMOVE: _("Added to your list"),
        Verdict.FINE: _("Kept as fine"),
        Verdict.NOT_ME: _("Noted: not you"),
        Verdict.NOT_SURE: _("Left for later"),
    }[verdict]
