"""Every way a vault can fail to open or to save, each with what happened, what is safe and what to do."""

from __future__ import annotations

from footprint.errors import FootprintError
from footprint.i18n import _


class VaultError(FootprintError):
    """A vault problem; the text is the sentence shown."""


class DatabaseMissing(VaultError):
    def __init__(self) -> None:
        super().__init__(_("The file with your notes is not where it was. Put it back, or restore a backup."))


class DatabaseDamaged(VaultError):
    def __init__(self) -> None:
        super().__init__(_("The file with your notes is damaged. Nothing was changed. Restore your newest backup."))


class DiskFull(VaultError):
    def __init__(self) -> None:
        super().__init__(_("There is no room left on this disk, so this was not saved. Make room, then try again."))


class DatabaseTooNew(VaultError):
    def __init__(self) -> None:
        super().__init__(_("These notes were saved by a newer version of the app. Install that version to open them."))


class Locked(VaultError):
    def __init__(self) -> None:
        super().__init__(_("Footprint Check is locked. Enter your passphrase to carry on."))
