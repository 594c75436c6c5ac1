"""Looking with a picture, in the person's own browser: what leaves first, then which file to drop where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from footprint import search
from footprint.errors import FootprintError
from footprint.i18n import _
from footprint.search import PICTURE_ENGINES, HandOff, Outcome, PictureEngine, rounds
from footprint.search.picture_notes import PictureNotes, picture_notes, without_notes
from footprint.tasks import Task
from ui.desk import Desk
from ui.incoming import PICTURES, Incoming, of_file, of_mime
from ui.jobs import Operation
from ui.kit import files
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.clipboard import copy_text
from ui.kit.layout import Columns
from ui.kit.picture import PictureBox, read_image
from ui.kit.progress import Working
from ui.kit.steps import NumberedSteps, StepList, StepRow, StepState
from ui.kit.text import Heading, PlainLabel
from ui.kit.theme import space
from ui.page import clear
from ui.search.by_hand.look import LookCard
from ui.search.stage import Seen, Stage, StagePart


@dataclass(frozen=True)
class Chosen:
    """The picture the person looks with: a file of theirs, of which nothing is kept."""

    path: Path
    notes: PictureNotes
    seen: Mapping[str, Outcome] = field(default_factory=dict)  # how looks with it ended, by site

    @property
    def name(self) -> str:
        return self.path.name


class ByPicture(StagePart):
    """Choose a picture, choose a site, drop it there, write down what was seen; one site after the other."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.chosen: Chosen | None = None
        self.look: LookCard | None = None
        self.engine: PictureEngine = PICTURE_ENGINES[0]
        self._done: dict[str, Outcome] = {}
        self.working = Working(_("Reading the picture…"))
        self._column = QVBoxLayout(self)
        space(self._column, 16)
        self.problem = Banner("warn", "")
        self.problem.hide()
        self._column.addWidget(self.problem)
        self._column.addWidget(self.working)
        self._place = QVBoxLayout()
        space(self._place, 16)
        self._column.addLayout(self._place)
        self._column.addStretch(1)
        self.setAcceptDrops(True)
        self._show_choice()

    def line(self, _seen: Seen) -> str:
        return _("See where else a picture of you stands. You give it to the site yourself.")

    def back(self) -> bool:
        if self.look is not None:
            self._show_sites()
            return True
        if self.chosen is not None:
            self.chosen = None
            self._show_choice()
            return True
        return False

    def paste(self) -> None:
        if self.look is not None:
            self.look.paste()

    # -- the picture -----------------------------------------------------------------------------------

    def _show_choice(self) -> None:
        clear(self._place)
        self.look = None
        card = Card(title=_("Which picture do you want to look for?"))
        card.add(PlainLabel(_("Take one that strangers may have seen: your profile picture, or a photo of a club.")))
        card.add(
            PlainLabel(
                _("Take one with nobody else in it. Never take one of people you support or work with."), colour="text2"
            )
        )
        self.choose_button = Btn(_("Choose a picture"), "primary", "image")
        self.choose_button.clicked.connect(self._ask_file)
        card.add(ButtonRow(self.choose_button))
        words = _("You can also drop it here. The app only reads it on this computer, and keeps nothing of it.")
        card.add(PlainLabel(words, "small", "text2"))
        self._place.addWidget(card)
        self._step(self.choose_button)

    def _ask_file(self) -> None:
        kinds = " ".join(f"*{one}" for one in PICTURES[:5])
        files.ask_open(
            self.window(),
            _("Choose a picture"),
            [_("Pictures ({kinds})").format(kinds=kinds)],
            lambda path: self.take(Path(path)),
        )

    def take(self, path: Path) -> None:
        """Read what the file of a picture tells besides the picture."""
        self.problem.hide()
        incoming: Incoming = of_file(path)
        vault = self._desk.bench.vault

        def read(task: Task) -> Chosen:
            notes = picture_notes(incoming.read(), task)
            return Chosen(path, notes, rounds.seen_with_picture(vault, path.name))

        self.working.follow(self._desk.run(Operation(read, "bulk"), then=self._taken, failed=self._refused))

    def _taken(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._done = dict(chosen.seen)  # another day, it goes on where it was left
        self.engine = self._left() or PICTURE_ENGINES[0]
        self._show_sites()

    def _refused(self, problem: Exception) -> None:
        self.problem.say(_("This picture cannot be used"), str(problem))
        self.problem.show()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.look is None and any(one.is_picture for one in of_mime(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.take(paths[0])

    # -- the sites -------------------------------------------------------------------------------------

    def _show_sites(self) -> None:
        assert self.chosen is not None
        clear(self._place)
        self.look = None
        self.sites = StepList(_("Sites that look for a picture"))
        self.sites.chosen.connect(self._choose_engine)
        self._side = QWidget()
        self._about = QVBoxLayout(self._side)
        space(self._about, 12)
        card = Card(title=_("Give it to one site after the other"))
        card.add(Columns([self.sites, self._side], [1, 2], min_width=640, spacing=24))
        self._place.addWidget(self._picture_card(self.chosen))
        self._place.addWidget(card)
        self._show_engine()

    def _picture_card(self, chosen: Chosen) -> Card:
        card = Card()
        shown = PictureBox(_("The picture you chose"), most_height=104)
        shown.show_image(read_image(chosen.notes.small))
        side = QWidget()
        column = QVBoxLayout(side)
        space(column, 8)
        column.addWidget(PlainLabel(chosen.name, "h3"))
        column.addWidget(PlainLabel(_("In the folder {folder}").format(folder=chosen.path.parent), "small", "text2"))
        self.copy_place = Btn(_("Copy where it is"), "quiet", "copy")
        self.copy_place.clicked.connect(self._copy_place)
        other = Btn(_("Take another picture"), "quiet")
        other.clicked.connect(self.back)
        column.addWidget(ButtonRow(self.copy_place, other))
        column.addStretch(1)
        card.add(Columns([shown, side], [1, 3], min_width=420, spacing=16))
        if chosen.notes.tells:
            self.bare_button = Btn(_("Save a copy without that"))
            self.bare_button.clicked.connect(self._save_copy)
            tells = _("The site would get that too: {what}.").format(what=", ".join(chosen.notes.tells))
            card.add(
                Banner("warn", _("This file tells more than the picture shows"), tells, self.bare_button, quiet=True)
            )
        else:
            card.add(PlainLabel(_("No hidden details were found in this file."), "small", "ok"))
        return card

    def _choose_engine(self, name: str) -> None:
        self.engine = next(one for one in PICTURE_ENGINES if one.name == name)
        self._show_engine()

    def _show_engine(self) -> None:
        assert self.chosen is not None
        engine = self.engine
        self.sites.show([self._row(one) for one in PICTURE_ENGINES])
        clear(self._about)
        label = _(engine.label)
        self._about.addWidget(Heading(_("What leaves this computer"), "h3"))
        what = _("The picture itself, to {host}. You drop it there, the app sends nothing.").format(host=engine.host)
        self._about.addWidget(PlainLabel(what))
        self._about.addWidget(PlainLabel(engine.keeps, colour="text2"))
        self._about.addWidget(Heading(_("What to do"), "h3"))
        self._about.addWidget(NumberedSteps(self._steps(engine, self.chosen)))
        self._about.addWidget(PlainLabel(_(engine.finds), "small", "text2"))
        self.open_button = Btn(_("Open {site}").format(site=label), "primary", "external")
        self.open_button.clicked.connect(self._open)
        self._about.addWidget(ButtonRow(self.open_button))
        self._about.addStretch(1)
        self._step(self.open_button)

    def _steps(self, engine: PictureEngine, chosen: Chosen) -> list[str]:
        first = _("Choose **Open {site}** below. {advice}").format(site=_(engine.label), advice=_(engine.advice))
        file = _("The file is **{name}**.").format(name=chosen.name.replace("*", "·"))
        given, *rest = [_(one) for one in engine.steps]
        last = _("Come back here, and write down what you saw or paste the page.")
        return [first, f"{given} {file}", *rest, last]

    def _row(self, one: PictureEngine) -> StepRow:
        label = _(one.label)
        outcome = self._done.get(one.name)
        if outcome is not None and not outcome.searched:
            label = _("{site}, did not let you look").format(site=label)
        here = one.name == self.engine.name
        done = outcome is not None and outcome.searched
        return StepRow(one.name, label, StepState.HERE if here else StepState.DONE if done else StepState.TODO)

    # -- doing -----------------------------------------------------------------------------------------

    def _hand_off(self) -> HandOff:
        assert self.chosen is not None
        return search.picture_hand_off(self.engine, self.chosen.name)

    def _open(self) -> None:
        hand_off, vault = self._hand_off(), self._desk.bench.vault
        self._desk.open_link(hand_off.url)

        def remember(_task: Task) -> None:
            rounds.mark_opened(vault, hand_off)

        self._desk.run(Operation(remember))
        clear(self._place)
        self.look = LookCard(self._desk, hand_off)
        self.look.left.connect(self._next_site)
        self.look.next_chosen.connect(self._next_site)
        self.look.sort_chosen.connect(lambda: self.went.emit(Stage.SORT))
        self.look.stepped.connect(self._looked)
        self._place.addWidget(self.look)
        self._turn()
        self.look.arrive()

    def _looked(self) -> None:
        assert self.look is not None
        if self.look.outcome is not None:
            self._done[self.engine.name] = self.look.outcome
            left = self._left()
            name = _(left.label) if left is not None else ""
            self.look.offer_next(_("Go on with {site}").format(site=name) if name else "")
        self._turn()

    def _left(self) -> PictureEngine | None:
        return next((one for one in PICTURE_ENGINES if one.name not in self._done), None)

    def _next_site(self) -> None:
        left = self._left()
        if left is not None and self.engine.name in self._done:
            self.engine = left
        self._show_sites()

    def _copy_place(self) -> None:
        assert self.chosen is not None
        copy_text(str(self.chosen.path))
        self._desk.say(_("Copied. Paste it where the site asks for a file."))

    def _save_copy(self) -> None:
        assert self.chosen is not None
        files.ask_save(
            self.window(),
            _("Save a copy without hidden details"),
            "picture-without-details.jpg",
            [_("Pictures ({kinds})").format(kinds="*.jpg")],
            lambda path: self.save_copy(Path(path)),
        )

    def save_copy(self, path: Path) -> None:
        """Write a copy made of colours alone, and look with that one."""
        assert self.chosen is not None
        incoming = of_file(self.chosen.path)

        def write(task: Task) -> Chosen:
            try:
                path.write_bytes(without_notes(incoming.read(), task))
            except OSError as problem:
                raise FootprintError(_("The copy could not be saved there. Choose another folder.")) from problem
            return Chosen(path, picture_notes(path.read_bytes(), task))

        job = self._desk.run(Operation(write, "bulk"), then=self._copied, failed=self._refused)
        self.working.follow(job)

    def _copied(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self._show_sites()
        self._desk.say(_("Saved. Look with the copy from here on."))

    def _step(self, primary: Btn) -> None:
        self.primary = primary
        self._turn()

    def _turn(self) -> None:
        if self.look is not None:
            self.primary = self.look.primary
        self.stepped.emit()
        self.turned.emit()
