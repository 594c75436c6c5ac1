"""My pictures: the same one on several accounts, and profiles that show it and are not mine."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QVBoxLayout, QWidget

from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import likeness
from footprint.search.likeness import Added, Meeting, Plan
from footprint.tasks import Task
from footprint.vault import Done
from ui.arrival import focus_heading
from ui.changes import Changes
from ui.desk import Desk
from ui.incoming import Incoming, has_something, of_file, of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card, EmptyState
from ui.kit.progress import Working
from ui.kit.theme import space
from ui.page import clear
from ui.search.likeness.answers import Answers
from ui.search.likeness.cards import AskCard, FoundCard, GroupCard, ImpostorCard, MineCard
from ui.search.likeness.fetch import FetchPart
from ui.search.likeness.sheets import KINDS, PictureSheet, ProfileSheet
from ui.search.likeness.words import Shown, added_words, line_of, read_shown
from ui.search.stage import Seen, StagePart

MOST_ASKED = 3  # questions shown at once; the next comes when one is answered
_WATCHES = Changes(person=True, accounts=True, findings=True, items=True, settings=True)


class LikenessPart(StagePart):
    """Nothing leaves the computer from here but through the preview of `FetchPart`."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._vault = desk, desk.bench.vault
        self.shown: Shown | None = None
        self.fetching: FetchPart | None = None
        self.mine: MineCard | None = None
        self.asked: list[AskCard] = []
        self.impostors: list[ImpostorCard] = []
        self.groups: list[GroupCard] = []
        self.found: FoundCard | None = None
        self.sheet: QWidget | None = None
        self.primary: QAbstractButton | None = None
        self.answers = Answers(self, desk, self._failed)
        self.setAcceptDrops(True)
        self.problem = Banner("warn", "")
        self.problem.hide()
        self.working = Working(_("Reading pictures…"))
        self._parts = QVBoxLayout()
        space(self._parts, 16)
        column = QVBoxLayout(self)
        space(column, 16)
        column.addWidget(self.problem)
        column.addWidget(self.working)
        column.addLayout(self._parts)
        column.addStretch(1)
        desk.changed.connect(self._on_changed)
        self._reload()

    # -- what the page asks of a stage ---------------------------------------------------------------

    @property
    def busy(self) -> bool:
        return self.fetching is not None and self.fetching.busy

    def stop(self) -> bool:
        return self.fetching is not None and self.fetching.stop()

    def back(self) -> bool:
        """Out of the preview, back to the pictures."""
        if self.fetching is None:
            return False
        self._end_fetching()
        return True

    def line(self, _seen: Seen) -> str:
        if self.fetching is not None:
            return self.fetching.line
        return line_of(self.shown.standing) if self.shown is not None else ""

    def paste(self) -> None:
        if self.fetching is None and not self.take(QGuiApplication.clipboard().mimeData()):
            self.say_problem(_("There is no picture to paste. Copy one first."))

    # -- showing ---------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_WATCHES):
            self._reload()

    def _reload(self) -> None:
        self._desk.read(lambda task: read_shown(task, self._desk.bench), self._show)

    def _show(self, shown: Shown) -> None:
        self.shown = shown
        if self.fetching is not None:
            return
        focus = QApplication.focusWidget()
        here = focus is not None and self.isAncestorOf(focus)
        held = focus.objectName() if focus is not None and here else ""
        self._fill(shown)
        self.stepped.emit()
        if here:
            QTimer.singleShot(0, self, lambda: self._focus_again(held))

    def _focus_again(self, name: str) -> None:
        """Where it was; where that is gone, at the heading of what comes first now."""
        there = self.findChild(QWidget, name) if name else None
        first = next((card.heading for card in (*self.asked, *self.impostors, *self.groups) if card.heading), None)
        if there is not None:
            there.setFocus()
        elif first is not None:
            focus_heading(first)
        elif self.mine is not None and self.mine.heading is not None:
            focus_heading(self.mine.heading)

    def _fill(self, shown: Shown) -> None:
        clear(self._parts)
        standing = shown.standing
        self.mine = None
        self.asked = [self._ask_card(one, shown) for one in standing.to_ask[:MOST_ASKED]]
        self.impostors = [self._impostor_card(one, shown) for one in standing.impostors]
        to_list = next((card.on_list for card in self.impostors if card.on_list.kind == "primary"), None)
        self.groups = [self._group_card(one, shown) for one in standing.groups]
        if not standing.mine:
            self._parts.addWidget(self._empty())
        else:
            self.mine = self._mine_card(shown, main=not self.asked and to_list is None)
            for card in (*self.asked, *self.impostors, *self.groups, self.mine):
                self._parts.addWidget(card)
            self.primary = None if self.asked else to_list or self.mine.choose
        if standing.mine and standing.meetings:
            self.found = FoundCard(shown, len(self._plan().lines))
            self.found.row_asked.connect(self._open_profile)
            self.found.fetch_asked.connect(self._fetch)
            self._parts.addWidget(self.found)

    def _empty(self) -> Card:
        card = Card()
        choose = Btn(_("Choose pictures"), "primary", "image")
        choose.clicked.connect(self.choose_files)
        words = _(
            "Drop the pictures you use on your accounts here, or choose them. The app shows where one leads from an "
            "account to another. They stay on this computer. About 3 minutes."
        )
        card.add(EmptyState("image", _("Which pictures do you use?"), words, choose))
        self.primary = choose
        return card

    def _mine_card(self, shown: Shown, *, main: bool) -> MineCard:
        card = MineCard(shown, main=main)
        card.tile_asked.connect(self._open_picture)
        card.choose_asked.connect(self.choose_files)
        card.paste_asked.connect(self.paste)
        return card

    def _group_card(self, group: likeness.Group, shown: Shown) -> GroupCard:
        card = GroupCard(group, shown)
        card.check_asked.connect(lambda network, check: self._desk.go("checklists", network=network, check=check))
        card.guidance_asked.connect(lambda statement: self._desk.go("guidance", statement=statement))
        return card

    def _ask_card(self, one: Meeting, shown: Shown) -> AskCard:
        card = AskCard(one, shown)
        card.mine.connect(lambda: self.answers.mine(one))
        card.not_mine.connect(lambda: self.answers.not_mine(one))
        card.opened.connect(lambda: self._desk.open_link(one.found.finding.address))
        return card

    def _impostor_card(self, one: Meeting, shown: Shown) -> ImpostorCard:
        route = likeness.route(self._desk.bench.checklists, one.found, shown.who)
        first = next(
            each for each in shown.standing.impostors if each.found.finding.id not in shown.items or each is one
        )
        card = ImpostorCard(one, route, shown, main=first is one and not shown.standing.to_ask)
        card.listed.connect(lambda: self.answers.to_list(one, shown.items.get(one.found.finding.id, "")))
        card.page_asked.connect(self._desk.open_link)
        card.copied.connect(self.answers.copy)
        card.asked_again.connect(lambda: self.answers.ask_again(one))
        return card

    def say_problem(self, words: str) -> None:
        """At the top, where it is read first; "" takes it away."""
        self.problem.say(words)
        self.problem.setVisible(bool(words))
        if words:
            self.turned.emit()

    # -- adding ----------------------------------------------------------------------------------------

    def choose_files(self) -> None:
        kinds = _("Pictures ({kinds})").format(kinds=KINDS)
        files.ask_several(self.window(), _("The pictures you use"), [kinds], self._chosen)

    def _chosen(self, paths: Sequence[Path]) -> None:
        self.add([of_file(one) for one in paths])

    def take(self, data: QMimeData) -> bool:
        """Pictures that a paste or a drop carries; False when there is none."""
        found = [one for one in of_mime(data) if one.is_picture]
        if found:
            self.add(found)
        return bool(found)

    def add(self, things: Sequence[Incoming]) -> None:
        """Keep these as pictures of the person's own."""
        self.say_problem("")

        def work(task: Task) -> Done[Added]:
            contents, unread = _read(things)
            done = likeness.add_several(self._vault, contents, task)
            return Done(replace(done.value, problems=(*unread, *done.value.problems)), done.undo)

        job = self._desk.run(
            Operation(
                work, "bulk", Changes(findings=True), said=lambda made: added_words(made.problems, len(made.kept))
            ),
            then=self._added,
            failed=self._failed,
        )
        self.working.follow(job)

    def _added(self, made: Added) -> None:
        if made.problems:
            self.say_problem(" ".join(dict.fromkeys(made.problems)))

    def _failed(self, problem: Exception) -> None:
        if isinstance(problem, FootprintError):
            self.say_problem(str(problem))
        else:
            self._desk.show_problem(problem)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.fetching is None and has_something(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if not self.take(event.mimeData()):
            self.say_problem(_("This is not a picture the app can read. Use a PNG, JPEG, WebP or GIF file."))
        event.acceptProposedAction()

    # -- one picture -------------------------------------------------------------------------------------

    def _open_picture(self, key: str, title: str) -> None:
        if self.shown is None:
            return
        one = next((each for each in self.shown.standing.mine if each.id == key), None)
        if one is None:
            return
        sheet = PictureSheet(self.window(), title, one, self.shown.standing, self.shown.copy_of(one))
        sheet.placed.connect(lambda accounts: self._place(key, accounts))
        sheet.removed.connect(lambda: self._remove(key))
        sheet.accounts_asked.connect(lambda: self._desk.go("accounts", new=True))
        self.sheet = sheet
        sheet.open()

    def _place(self, key: str, accounts: Sequence[str]) -> None:
        self.answers.do(lambda _task: likeness.stands_on(self._vault, key, accounts), _("Saved"))

    def _remove(self, key: str) -> None:
        self.answers.do(lambda _task: likeness.remove(self._vault, [key]), _("Picture taken out"))

    # -- one profile ---------------------------------------------------------------------------------------

    def _open_profile(self, finding_id: str) -> None:
        if self.shown is None:
            return
        one = next((each for each in self.shown.standing.meetings if each.found.finding.id == finding_id), None)
        if one is None:
            return
        sheet = ProfileSheet(self.window(), one, self.shown)
        sheet.given.connect(lambda thing: self._give(finding_id, thing))
        sheet.opened.connect(lambda: self._desk.open_link(one.found.finding.address))
        sheet.asked_again.connect(lambda: self.answers.ask_again(one))
        sheet.result_asked.connect(lambda: self._desk.go("search", stage="sort", finding=finding_id))
        self.sheet = sheet
        sheet.open()

    def _give(self, finding_id: str, thing: Incoming) -> None:
        self.say_problem("")
        job = self._desk.run(
            Operation(
                lambda task: likeness.add_found(self._vault, finding_id, thing.read(), task),
                "bulk",
                Changes(findings=True),
                said=lambda _made: _("Picture of the profile kept"),
            ),
            failed=self._failed,
        )
        self.working.follow(job)

    # -- fetching --------------------------------------------------------------------------------------------

    def _plan(self) -> Plan:
        """Only profiles without a picture so far."""
        standing = self.shown.standing if self.shown is not None else None
        waiting = [one.found for one in standing.meetings if one.portrait is None] if standing is not None else []
        return likeness.plan(waiting)

    def _fetch(self) -> None:
        self.fetching = FetchPart(self._desk, self._plan())
        self.fetching.left.connect(self._end_fetching)
        self.fetching.stepped.connect(self._fetch_stepped)
        self.say_problem("")
        clear(self._parts)
        self._parts.addWidget(self.fetching)
        self._fetch_stepped()
        self.turned.emit()

    def _fetch_stepped(self) -> None:
        if self.fetching is not None:
            self.primary = self.fetching.primary
        self.stepped.emit()

    def _end_fetching(self) -> None:
        self.fetching = None
        if self.shown is not None:
            self._show(self.shown)
        self._reload()
        self.turned.emit()


def _read(things: Sequence[Incoming]) -> tuple[list[bytes], list[str]]:
    """The bytes of what can be read, and a sentence for each that cannot."""
    contents: list[bytes] = []
    unread: list[str] = []
    for one in things:
        try:
            contents.append(one.read())
        except FootprintError as problem:
            unread.append(str(problem))
    return contents, unread
