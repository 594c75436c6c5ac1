"""Lock and passphrase: whose computer it is, when the app locks, the passphrase and the recovery sheet."""

from __future__ import annotations

import sys

from footprint.i18n import _, ngettext
from ui.desk import Desk
from ui.kit.buttons import Btn
from ui.kit.cards import Banner, Card
from ui.kit.choices import Choices, Option, Tick
from ui.kit.fields import Field, Select
from ui.kit.text import PlainLabel
from ui.lock.sharing import can_hide
from ui.settings.keyring import KeyringCard
from ui.settings.look import label_of, options_of
from ui.settings.passphrase import ChangePassphrase
from ui.settings.rotation import RotationCard
from ui.settings.section import Section
from ui.settings.sheet import NewSheet
from ui.settings.ways import WaysCard

WHOSE = {
    "mine": lambda: _("Locks after 10 minutes away."),
    "employer": lambda: _("Locks after 5 minutes. Your employer may see files and web visits here."),
    "shared": lambda: _("Locks after 2 minutes. Others use this computer too."),
}


class LockSection(Section):
    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.keep: Btn | None = None
        self.passphrase: ChangePassphrase | None = None
        self.sheet: NewSheet | None = None
        self.keyring: KeyringCard | None = None
        self.ways: WaysCard | None = None
        self.rotation: RotationCard | None = None
        if not self.vault.kept:
            self._add_not_kept()
        self.body.addWidget(self._when())
        if self.vault.kept:
            self.passphrase = ChangePassphrase(desk)
            self.sheet = NewSheet(desk)
            self.keyring = KeyringCard(desk)
            self.ways = WaysCard(desk)
            self.rotation = RotationCard(desk)
            for card in (self.passphrase, self.sheet, self.keyring, self.ways, self.rotation):
                self.body.addWidget(card)
        self.body.addStretch(1)

    def reload(self) -> None:
        self.computer.set_value(self.now.computer)
        self.copies.setChecked(self.now.keep_evidence)
        self.sharing.setChecked(self.now.hide_from_sharing)
        self._show_minutes()
        for card in (self.sheet, self.keyring, self.ways):
            if card is not None:
                card.reload()

    def escape(self) -> bool:
        cards = (self.rotation, self.passphrase, self.sheet)
        return any(one.close_form() for one in cards if one is not None)

    def _add_not_kept(self) -> None:
        self.keep = Btn(_("Keep this"), "primary", "lock")
        self.keep.clicked.connect(self.desk.keep_asked)
        self.primary = self.keep
        words = _("Your notes go when you close the app, and Lock cannot lock. Choose a passphrase to keep them.")
        self.body.addWidget(Banner("warn", _("Nothing is kept yet"), words, self.keep, quiet=True))

    def _when(self) -> Card:
        card = Card()
        options = [Option(one.value, one.title, WHOSE[one.value]()) for one in options_of("computer")]
        self.computer = Choices(label_of("computer"), options)
        self.computer.chosen.connect(self._choose_computer)
        card.add(self.computer)
        self.minutes = Select(label_of("lock_after_minutes"), [])
        self.minutes.chosen.connect(self._choose_minutes)
        card.add(Field(label_of("lock_after_minutes"), self.minutes))
        card.add(PlainLabel(self._system_words(), "small", "text2"))
        card.add(PlainLabel(_("Ctrl+L locks at once. Ctrl+Shift+H locks and hides the window."), "small", "text2"))
        self.copies = Tick(label_of("keep_evidence"), _("Pictures and pages you keep are locked with your notes."))
        self.copies.clicked.connect(self._choose_copies)
        card.add(self.copies)
        self.sharing = Tick(label_of("hide_from_sharing"), sharing_words())
        self.sharing.setEnabled(can_hide())
        self.sharing.clicked.connect(self._choose_sharing)
        card.add(self.sharing)
        self._show_minutes()
        return card

    def _system_words(self) -> str:
        if self.desk.system_lock_works:
            words = _("The app also locks when this computer locks its screen or goes to sleep.")
            return f"{words} {not_tried()}".strip()
        return _("This computer does not tell the app when its screen locks. Only the minutes above count here.")

    def _show_minutes(self) -> None:
        """The choices there are, and the number in force where it is none of them."""
        offered = {int(one.value) for one in options_of("lock_after_minutes")} | {self.now.lock_after_minutes}
        self.minutes.clear()
        for count in sorted(offered):
            self.minutes.addItem(_minutes(count), str(count))
        self.minutes.set_value(str(self.now.lock_after_minutes))

    def _choose_computer(self, whose: str) -> None:
        new = self.now.on_computer(whose)
        said = _("Saved. The app now locks after {time}.").format(time=_minutes(new.lock_after_minutes))
        self.put(new, said)
        self.reload()

    def _choose_copies(self, on: bool) -> None:
        if not self.change(keep_evidence=on):
            self.reload()

    def _choose_sharing(self, on: bool) -> None:
        if not self.change(hide_from_sharing=on):
            self.reload()

    def _choose_minutes(self, value: str) -> None:
        if not self.change(lock_after_minutes=int(value)):
            self._show_minutes()


def not_tried(platform: str = sys.platform) -> str:
    """What was written from the documentation of a system and never seen to work there says so."""
    if platform == "win32":
        return _("This has not been tried on Windows yet.")
    return _("This has not been tried on macOS yet.") if platform == "darwin" else ""


def sharing_words(platform: str = sys.platform) -> str:
    """What the tick does, or that this computer cannot do it."""
    if not can_hide(platform):
        return _("This computer gives apps no way to do that.")
    words = _("People who help you from afar, and pictures of the screen, then see nothing of it. It is no guarantee.")
    return f"{words} {not_tried(platform)}"


def _minutes(count: int) -> str:
    return ngettext("{n} minute", "{n} minutes", count).format(n=count)
