"""New steps by file, or from the one address of this copy: shown before they are used, refused in a sentence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from footprint import checklists
from footprint.checklists import fetching, installed, release
from footprint.checklists.installed import Offered
from footprint.checklists.release import ENDING, BadSteps
from footprint.dates import number
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.tasks import Task
from footprint.vault.disk import is_file
from ui.changes import Changes
from ui.desk import Desk
from ui.jobs import Job, Operation
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.dialogs import Question
from ui.kit.files import ask_open
from ui.kit.layout import vbox
from ui.kit.progress import Working
from ui.kit.send_preview import SendLine, SendPreview
from ui.kit.text import PlainLabel
from ui.settings.section import focus_soon, titled
from ui.settings.step_changes import ChangesSheet

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

# Every page that shows a check, or counts them, looks again. No answer changed, so nothing new has to be kept.
RENEWED = Changes(steps=True)


class NewSteps(QWidget):
    """Nothing is used before the person has seen what it changes. `keys` is for tests alone."""

    previewed = Signal(object)  # the button that sends, while the preview is open, or None

    def __init__(self, desk: Desk, keys: tuple[Ed25519PublicKey, ...] | None = None) -> None:
        super().__init__()
        self._desk, self._bench, self._keys = desk, desk.bench, keys
        self._address, self._from_file = "", False
        self._job: Job | None = None
        self.preview: SendPreview | None = None
        self.sheet: ChangesSheet | None = None
        self._card = titled(_("New steps"))
        self._fill(self._card)
        self._column = vbox(self._card)
        self.setLayout(self._column)

    # -- how it stands -----------------------------------------------------------------------------

    def show_ways(self, address: str, *, from_file: bool) -> None:
        """`address`: where this copy may look, or none. `from_file`: whether there is a file to go back from."""
        self._address, self._from_file = address, from_file
        self._show_buttons()

    def show_switch(self) -> None:
        """The internet may have been switched off or on meanwhile."""
        self._show_buttons()

    def escape(self) -> bool:
        """Esc stops what is running, or puts the preview away."""
        if self._job is not None:
            self.working.cancel()
            return True
        if self.preview is None:
            return False
        self._not_sent()
        return True

    @property
    def _offline(self) -> bool:
        return self._bench.offline or self._bench.settings.now.never_use_internet

    def _fill(self, card: Card) -> None:
        card.add(
            PlainLabel(
                _("Networks move their settings. New steps come in one signed file, and your answers always stay.")
            )
        )
        self.problem = Banner("warn", _("These steps were not used"))
        self.newest = Banner("ok", _("You have the newest steps"))
        self.working = Working(_("Reading the new steps"))
        self.working.cancel_button.setText(_("Stop"))
        self.file_button = Btn(_("Use a file of new steps…"), icon="download")
        self.file_button.clicked.connect(self.choose_file)
        self.look_button = Btn(_("Look for new steps"), icon="refresh")
        self.look_button.clicked.connect(self.show_preview)
        self.back_button = Btn(_("Go back to the steps that came with the app"), "quiet", "undo")
        self.back_button.clicked.connect(self.ask_back)
        self.where = PlainLabel("", "small", "text2")
        for part in (self.problem, self.newest, self.working):
            card.add(part)
            part.hide()
        for part in (ButtonRow(self.file_button, self.look_button), self.where, self.back_button):
            card.add(part)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.look_button.setVisible(bool(self._address) and not self._offline)
        self.back_button.setVisible(self._from_file)
        if not self._address:
            self.where.setText(_("This copy of the app has no address to look at. New steps come as a file."))
        elif self._offline:
            self.where.setText(_("The internet is switched off, so new steps can only come as a file."))
        else:
            self.where.setText(_("The app never looks by itself."))

    # -- by file -----------------------------------------------------------------------------------

    def choose_file(self) -> None:
        kinds = [_("New steps (*{ending})").format(ending=ENDING), _("All files (*)")]
        ask_open(self.window(), _("Use a file of new steps"), kinds, self.take_file)

    def take_file(self, path: Path) -> None:
        """Read, check and compare; a hundred checklists take a second or two."""
        if self._job is None:
            self._hide_banners()
            job = self._desk.read(lambda task: self._offer_file(path, task), self.show_offer, failed=self._refused)
            self._follow(job, _("Reading the new steps"))

    def _offer_file(self, path: Path, task: Task) -> Offered:
        """On the lane's thread. What is no plain file could be read from for ever."""
        if not is_file(path):
            raise BadSteps(_("Choose a file that is there, not a folder. Nothing changed."))
        data = installed.read_file(path)
        task.check()
        return self._offer(data, task)

    def _offer(self, data: bytes, task: Task) -> Offered:
        answers = checklists.latest_of_all(self._bench.vault)
        offered = installed.offer(self._bench.folder, data, answers, keys=self._keys)
        task.check()
        return offered

    # -- from the address --------------------------------------------------------------------------

    def show_preview(self) -> None:
        """Exactly what would leave, in place of the buttons."""
        try:
            sending = fetching.sending(self._address)
        except BadSteps as problem:
            self._refused(problem)
            return
        self._hide_banners()
        line = SendLine(1, sending.words, sending.host, sending.why, sending.details, sending.url, sending.keeps)
        self.preview = SendPreview(_("To look for new steps, this leaves your computer"), self._verb, [line])
        if self.preview.heading is not None:
            self.preview.heading.set_role("h3")
        self.preview.send.connect(self._fetch)
        self.preview.not_sent.connect(self._not_sent)
        self._card.hide()
        self._column.addWidget(self.preview)
        self.previewed.emit(self.preview.send_button)
        focus_soon(self.preview.send_button)

    def _verb(self, _count: int) -> str:
        return _("Fetch new steps from {host}").format(host=fetching.sending(self._address).host)

    def _not_sent(self) -> None:
        self._put_preview_away()
        focus_soon(self.look_button)

    def _put_preview_away(self) -> None:
        if self.preview is not None:
            self.preview.hide()
            self._column.removeWidget(self.preview)
            self.preview.deleteLater()
            self.preview = None
            self.previewed.emit(None)
        self._card.show()

    def _fetch(self, _numbers: list[int]) -> None:
        self._put_preview_away()
        address = self._address
        job = self._desk.run(
            Operation(lambda task: self._fetched(address, task), "web", Changes(ledger=True)),
            then=self.show_found,
            failed=self._not_fetched,
        )
        job.stopped.connect(self._stopped)
        self._follow(job, _("Fetching new steps"))
        focus_soon(self.file_button)

    def _fetched(self, address: str, task: Task) -> Offered | None:
        """On the lane's thread; none where there is nothing newer than what is in use."""
        data = fetching.fetch(self._bench.web, address, task)
        task.check()
        try:
            return self._offer(data, task)
        except BadSteps:
            newest = installed.steps(self._bench.folder, keys=self._keys).serial
            if release.read_release(data, self._keys).serial <= newest:
                return None
            raise

    def show_found(self, offered: Offered | None) -> None:
        if offered is not None:
            self.show_offer(offered)
            return
        self._job = None
        self.newest.show()

    def _not_fetched(self, problem: Exception) -> None:
        """The journal has what was sent, whatever came back."""
        self._desk.changed.emit(Changes(ledger=True), None)
        self._refused(problem)

    def _stopped(self) -> None:
        self._job = None
        self._desk.changed.emit(Changes(ledger=True), None)
        self._desk.say(_("Stopped. Nothing changed."))

    # -- using them --------------------------------------------------------------------------------

    def show_offer(self, offered: Offered) -> None:
        """What would change, before anything does."""
        self._job = None
        self.sheet = ChangesSheet(self.window(), offered)
        self.sheet.accepted.connect(lambda: self._use(offered))
        self.sheet.rejected.connect(lambda: self._desk.say(_("Not used. Nothing changed.")))
        self.sheet.open()

    def _use(self, offered: Offered) -> None:
        again = len(offered.again)
        asks = ngettext("{n} check asks you again.", "{n} checks ask you again.", again).format(n=number(again))
        said = _("The new steps are in use. {again}").format(again=asks if again else _("Nothing asks you again."))
        self._desk.run(
            Operation(lambda _task: self._put(offered), changes=RENEWED, said=lambda _done: said),
            failed=self._refused,
        )

    def _put(self, offered: Offered) -> None:
        installed.use(self._bench.folder, offered)
        self._renew()

    def _renew(self) -> None:
        if self._keys is None:
            self._bench.renew_checklists()
        else:
            self._bench.checklists.renew(installed.newer_files(self._bench.folder, keys=self._keys))

    # -- going back --------------------------------------------------------------------------------

    def ask_back(self) -> None:
        self.question = Question(
            self.window(),
            _("Go back to the steps that came with the app?"),
            _("Your answers stay. To use the new steps again, you need their file again."),
            _("Go back"),
            _("Keep the new steps"),
        )
        self.question.accepted.connect(self._go_back)
        self.question.open()

    def _go_back(self) -> None:
        self._desk.run(
            Operation(
                lambda _task: self._take_back(),
                changes=RENEWED,
                said=lambda _done: _("The steps that came with the app are in use"),
            ),
            failed=self._refused,
        )
        focus_soon(self.file_button)

    def _take_back(self) -> None:
        installed.go_back(self._bench.folder)
        self._renew()

    # -- what went wrong ---------------------------------------------------------------------------

    def _hide_banners(self) -> None:
        self.problem.hide()
        self.newest.hide()

    def _follow(self, job: Job, words: str) -> None:
        self._job = job
        job.ended.connect(self._ended)
        self.working.follow(job, words)

    def _ended(self) -> None:
        self._job = None

    def _refused(self, problem: Exception) -> None:
        """A sentence in place; the crash page for what is ours to mend."""
        self._job = None
        if isinstance(problem, FootprintError):
            self.problem.say(self.problem.title.text(), str(problem))
            self.problem.show()
        else:
            self._desk.show_problem(problem)
