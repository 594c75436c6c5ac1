"""Every problem a vault can have, each with what happened, what is safe and what to do.

One page shows any of them: `title` as its heading, then `happened`, `safe` and `do`. `str(problem)` is the last three
as one text. No path that raises one of these creates, truncates or overwrites a vault.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from footprint.errors import FootprintError
from footprint.i18n import N_, _, ngettext


@dataclass(frozen=True)
class BackupFile:
    """A backup that was there when last looked: the day it was made, and whether the app made it by itself."""

    path: Path
    day: date
    automatic: bool


class VaultError(FootprintError):
    """A vault problem. Subclasses give their words; an empty part is left out."""

    title_text: ClassVar[str] = ""
    happened_text: ClassVar[str] = ""
    safe_text: ClassVar[str] = ""
    do_text: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__(" ".join(part for part in (self.happened, self.safe, self.do) if part))

    @property
    def title(self) -> str:
        return _said(self.title_text)

    @property
    def happened(self) -> str:
        return _said(self.happened_text)

    @property
    def safe(self) -> str:
        return _said(self.safe_text)

    @property
    def do(self) -> str:
        return _said(self.do_text)


def _said(text: str) -> str:
    """Translated; the empty text stays empty (gettext would answer it with the header of its catalogue)."""
    return _(text) if text else ""


class NoVault(VaultError):
    """The folder holds no vault at all."""

    title_text = N_("No notes are kept here")
    happened_text = N_("There are no notes in this folder.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Choose another folder, start new, or restore a backup.")


class VaultThere(VaultError):
    """A vault would have been made where one is already."""

    title_text = N_("There are notes here already")
    happened_text = N_("This folder already holds notes, so no new ones were put there.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Open those notes, or choose another folder.")


class NotKept(VaultError):
    """Asked of a throw-away vault, which has no passphrase, no recovery code and no backup."""

    title_text = N_("Nothing is kept yet")
    happened_text = N_("Your notes are not kept yet, so there is no passphrase to them.")
    do_text = N_("Choose “Keep this” first.")


class KeysMissing(VaultError):
    """`vault.db` is there; neither `vault.keys` nor its copy is."""

    title_text = N_("The key file is missing")
    happened_text = N_("The file that opens your notes is not beside them.")
    safe_text = N_("Your notes are still here, but without it nobody can read them.")
    do_text = N_("Put the file “vault.keys” back, or restore a backup.")


class KeysDamaged(VaultError):
    """Neither the slot file nor its copy can be read, or its seal does not fit."""

    title_text = N_("The key file is damaged")
    happened_text = N_("The file that opens your notes is damaged.")
    safe_text = N_("Your notes were not changed.")
    do_text = N_("Restore your newest backup.")


class WrongSecret(VaultError):
    """No slot opens with this passphrase."""

    title_text = N_("That did not open your notes")
    happened_text = N_("The passphrase does not match.")
    do_text = N_("Check Caps Lock and try again.")


class WrongCode(WrongSecret):
    """The recovery code is well formed, but it is not the one of this vault."""

    happened_text = N_("This recovery code belongs to other notes, or it was replaced by a newer one.")
    do_text = N_("Look for a newer recovery sheet, and try again.")


class CodeMistyped(VaultError):
    """A recovery code cannot be right as typed; `groups` counts from 1 and says where to look."""

    title_text = N_("The code is not quite right")

    def __init__(self, groups: tuple[int, ...]) -> None:
        self.groups = groups
        super().__init__()

    @property
    def happened(self) -> str:
        if len(self.groups) == 4:
            return _("This does not look like a recovery code.")
        listed = ", ".join(str(group) for group in self.groups)
        return ngettext(
            "Group {groups} of the code does not fit.", "Groups {groups} of the code do not fit.", len(self.groups)
        ).format(groups=listed)

    @property
    def do(self) -> str:
        return _("Look at your recovery sheet and type it again.")


class WeakPassphrase(VaultError):
    """A new passphrase is too short or too easy; the sentence is `judge`'s."""

    title_text = N_("Choose a longer passphrase")

    def __init__(self, sentence: str) -> None:
        self.sentence = sentence
        super().__init__()

    @property
    def happened(self) -> str:
        return self.sentence


class Situation(StrEnum):
    """What became of the question to the computer's password store (`vault-design` 4.5)."""

    NO_STORE = "no_store"  # none that we know is running here
    CLOSED = "closed"  # locked, never set up, or its question was dismissed
    NO_ANSWER = "no_answer"  # nothing within the time that is waited
    EMPTY = "empty"  # it holds nothing for these notes: reset, or on another computer
    OTHER = "other"  # what it holds does not open these notes
    NOT_KEPT = "not_kept"  # it took what it was given and kept nothing
    FAILED = "failed"  # anything else


_KEYRING_WORDS = {
    Situation.NO_STORE: N_("This computer has no password store that the app can use."),
    Situation.CLOSED: N_("Your computer’s password store is locked, so it could not open your notes."),
    Situation.NO_ANSWER: N_("Your computer’s password store did not answer within 10 seconds."),
    Situation.EMPTY: N_("Your computer’s password store holds nothing for these notes. It may have been reset."),
    Situation.OTHER: N_("What your computer’s password store holds does not open these notes."),
    Situation.NOT_KEPT: N_("Your computer’s password store did not keep what it was given."),
    Situation.FAILED: N_("Your computer’s password store did not work."),
}


class KeyringUnavailable(VaultError):
    """The computer's own password store could not open the notes; `situation` says why."""

    title_text = N_("Your computer’s password store did not answer")
    safe_text = N_("Your notes are safe.")

    def __init__(self, situation: Situation = Situation.FAILED) -> None:
        self.situation = situation
        super().__init__()

    @property
    def happened(self) -> str:
        return _(_KEYRING_WORDS[self.situation])

    @property
    def do(self) -> str:
        if self.situation in (Situation.EMPTY, Situation.OTHER):
            return _("Enter your passphrase. Then you can turn it on again in Settings.")
        return _("Enter your passphrase instead.")


class KeyringNotSet(KeyringUnavailable):
    """It was to be a way in and could not be made one; nothing has changed."""

    title_text = N_("This computer cannot open your notes for you")
    safe_text = ""

    @property
    def do(self) -> str:
        return _("Nothing was changed. Your passphrase opens your notes as before.")


class LastWay(VaultError):
    """Without this way in there would be no passphrase, or no recovery code."""

    title_text = N_("This way in is needed")
    happened_text = N_("Your notes need a passphrase and a recovery sheet, so that a forgotten one is no loss.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Make a new one first.")


class TooManyWays(VaultError):
    """The slot file is full."""

    title_text = N_("There are many ways in already")
    happened_text = N_("Your notes have as many ways in as there can be.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Remove one first.")


class DatabaseMissing(VaultError):
    title_text = N_("Your notes are not where they were")
    happened_text = N_("The file with your notes is not where it was.")
    safe_text = N_("The key to it is still here.")
    do_text = N_("Put it back, or restore a backup.")


class DatabaseDamaged(VaultError):
    """The key is right, the file is not. `backups` are those known of, newest first."""

    title_text = N_("The file with your notes is damaged")
    happened_text = N_("The file with your notes is damaged.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Restore your newest backup.")

    def __init__(self, backups: tuple[BackupFile, ...] = ()) -> None:
        self.backups = backups
        super().__init__()


class DatabaseTooNew(VaultError):
    title_text = N_("These notes need a newer version")
    happened_text = N_("These notes were saved by a newer version of the app.")
    safe_text = N_("They were not changed.")
    do_text = N_("Install that version to open them.")


class InUse(VaultError):
    title_text = N_("Your notes are already open")
    happened_text = N_("Another window or command has these notes open.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Close that one first, or carry on there.")


class ReadOnlyPlace(VaultError):
    title_text = N_("Nothing can be saved here")
    happened_text = N_("This folder does not let the app save anything.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Choose a folder of your own on this computer.")


class NetworkPlace(VaultError):
    """A vault needs a disk of this computer: over a network its files can be damaged by two writers."""

    title_text = N_("This folder is on another computer")
    happened_text = N_("This folder is on a network drive, where notes can get damaged.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Choose a folder on this computer.")


class FolderGone(VaultError):
    """The folder the person chose is not there: on a stick that is not plugged in, or moved."""

    title_text = N_("The folder with your notes is not there")
    happened_text = N_("The app was told to keep your notes in a folder that it cannot find now.")
    safe_text = N_("Nothing was changed.")
    do_text = N_("Plug in the disk it is on, then try again. Or choose another folder.")


class DiskFull(VaultError):
    title_text = N_("There is no room left on this disk")
    happened_text = N_("There is no room left on this disk, so this was not saved.")
    safe_text = N_("Everything saved before is safe.")
    do_text = N_("Make room, then try again.")


class NotABackup(VaultError):
    title_text = N_("This is not a backup")
    happened_text = N_("This file is not a backup of the app, or it is damaged.")
    safe_text = N_("Your notes were not changed.")
    do_text = N_("Choose another file.")


class OnlyToLook(VaultError):
    """A copy is open that is only looked into."""

    title_text = N_("This copy is only to look at")
    happened_text = N_("Nothing can be changed in this copy.")
    safe_text = N_("Your own notes are as you left them.")
    do_text = N_("Close this copy to go back to them.")


class ParcelGiven(NotABackup):
    """Restore was given a copy of the list."""

    happened_text = N_("This file is a copy of a list, not a backup of all your notes.")
    do_text = N_("Import it into your list, or choose a backup.")


class NotAParcel(VaultError):
    """What was given is no copy of a list, or its head is damaged."""

    title_text = N_("This is not a copy of a list")
    happened_text = N_("This file is not a locked copy of a list, or it is damaged.")
    safe_text = N_("Your list was not changed.")
    do_text = N_("Choose another file.")


class BackupGiven(NotAParcel):
    """An import was given a backup."""

    happened_text = N_("This file is a backup of all your notes, not a copy of a list.")
    do_text = N_("Restore it in Settings, or choose a copy of a list.")


class ParcelDamaged(NotAParcel):
    """The passphrase is right, what it opens is not whole."""

    title_text = N_("This copy is damaged")
    happened_text = N_("This copy of a list is damaged. A part of it is missing or changed.")
    do_text = N_("Get the file again from where it was made.")


class ParcelTooNew(NotAParcel):
    """Made by a later version."""

    title_text = N_("This copy needs a newer version")
    happened_text = N_("This copy of a list was made by a newer version of the app.")
    do_text = N_("Install that version here, then import it.")


class WrongParcelPassphrase(WrongSecret):
    """The passphrase of a parcel is its own, not that of the notes."""

    title_text = N_("That did not open this copy")
    happened_text = N_("This is not the passphrase the copy was made with.")
    safe_text = N_("Your list was not changed.")
    do_text = N_("Check Caps Lock and try again.")


class PartsTooOld(VaultError):
    """The encrypted store is older than the floor of safe versions (`vault-design` 2)."""

    title_text = N_("A part of the app is too old")
    happened_text = N_("The part that encrypts your notes is too old to be safe.")
    safe_text = N_("Your notes were not opened or changed.")
    do_text = N_("Install the app again.")


class Locked(VaultError):
    title_text = N_("Footprint Check is locked")
    happened_text = N_("Footprint Check is locked.")
    do_text = N_("Enter your passphrase to carry on.")
