"""The encrypted store: everything the person keeps, under a key only they can make.

Starting: `harden()` first thing; then `look(folder)` says what is there. `seems_kept(folder)` is a first glance that
costs nothing, so that a lock page can stand before the careful look.

- Nothing yet: `throw_away()` gives a vault that goes when it is closed (`vault.kept` is False). `keep(vault, folder,
  phrase)` moves all of it into a kept one and gives the recovery sheet; `create(folder, phrase)` makes an empty one.
- A vault: `unlock(folder, phrase)` or `unlock(folder, read_code(text))` gives `Opened`; its `older` is a warning to
  show, with `accept_older_copy` as one of the answers.
- Locking is `vault.close()`. Afterwards every use raises `Locked`; unlock again for a new `Vault`.

Using: `with vault.reading() as db`, `with vault.writing() as write`, `write.done(value)` after it, `vault.undo(...)`,
`vault.settle()` after 30 s without a change. `fact` and `set_fact` keep small facts.

Ways in: `suggest()`, `judge(phrase)`; `new_code()`, `check_group`, `RecoveryCode.is_group`; `change_passphrase`,
`set_passphrase` (after recovery), `new_recovery_code`, `list_ways`, `remove_way`, `ways_in`, `opened_with`,
`vault_name`; `sheet_written`, `sheet_confirmed`, `sheet_due`. The keyring: `turn_on_keyring`, `turn_off_keyring`, and
`unlock(folder, keyring_secret(folder))`; whatever `KeyringUnavailable` says, the passphrase opens as before.
A passphrase that was seen: `rotate`, then `old_copies`, `delete_old_copies`.

Parcels: `write_parcel(vault, file, phrase)` puts a vault into a file with a passphrase of its own, `open_parcel` gives
it back as a throw-away vault; what is in it is the business of the room that fills it.

Copies: `backup`, `last_backup`, `backups_made`, `restore`; `wipe` deletes all.

Every problem is a `VaultError` with `title`, `happened`, `safe` and `do`; none of them has changed anything on disk.
What derives keys or copies files takes up to seconds and belongs off the main thread.
"""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.vault.anew import set_aside
    from footprint.vault.aside import Aside, delete_aside, put_back, set_asides
    from footprint.vault.automatic import Automatic, Trouble, automatic_copies, copy_due, copy_now, delete_copies
    from footprint.vault.backups import Backup, backup, backup_name, backups_made, last_backup, restore
    from footprint.vault.beside import Inside, look_inside, second_versions
    from footprint.vault.changes import CannotUndo, Done, Undo
    from footprint.vault.connection import Connection
    from footprint.vault.errors import (
        BackupFile,
        BackupGiven,
        CodeMistyped,
        DatabaseDamaged,
        DatabaseMissing,
        DatabaseTooNew,
        DiskFull,
        FolderGone,
        InUse,
        KeyringNotSet,
        KeyringUnavailable,
        KeysDamaged,
        KeysMissing,
        LastWay,
        Locked,
        NetworkPlace,
        NotABackup,
        NotAParcel,
        NotKept,
        NoVault,
        OnlyToLook,
        ParcelDamaged,
        ParcelGiven,
        ParcelTooNew,
        PartsTooOld,
        ReadOnlyPlace,
        Situation,
        TooManyWays,
        VaultError,
        VaultThere,
        WeakPassphrase,
        WrongCode,
        WrongParcelPassphrase,
        WrongSecret,
    )
    from footprint.vault.facts import fact, set_fact
    from footprint.vault.glance import seems_kept
    from footprint.vault.hardening import harden, make_private
    from footprint.vault.keys import FLOOR, Strength
    from footprint.vault.looking import Found, Look, look
    from footprint.vault.making import Created, create, keep
    from footprint.vault.moving import move_folder
    from footprint.vault.oldcopies import OldCopy, delete_old_copies, old_copies
    from footprint.vault.opening import OlderCopy, Opened, Patience, accept_older_copy, keyring_secret, unlock
    from footprint.vault.parcel import open_parcel, write_parcel
    from footprint.vault.passphrase import Guess, Judgement, judge, suggest
    from footprint.vault.place import Hold, hold, synced_by
    from footprint.vault.recovery import RecoveryCode, check_group, new_code, read_code
    from footprint.vault.rotation import Rotated, may_rotate, rotate
    from footprint.vault.sheet import Sheet, is_sheet_written, sheet_confirmed, sheet_due, sheet_written
    from footprint.vault.slots import Way
    from footprint.vault.systemkeyring import SlotSecret, SystemKeyring
    from footprint.vault.throwaway import throw_away
    from footprint.vault.vault import Vault, Writing
    from footprint.vault.ways import (
        WayIn,
        change_passphrase,
        list_ways,
        new_recovery_code,
        opened_with,
        remove_way,
        set_passphrase,
        turn_off_keyring,
        turn_on_keyring,
        vault_name,
        ways_in,
    )
    from footprint.vault.wiping import vault_files, wipe
else:
    __getattr__ = front_door(
        __name__,
        {
            "moving": "move_folder",
            "aside": "Aside delete_aside put_back set_asides",
            "beside": "Inside look_inside second_versions",
            "automatic": "Automatic Trouble automatic_copies copy_due copy_now delete_copies",
            "anew": "set_aside",
            "backups": "Backup backup backup_name backups_made last_backup restore",
            "changes": "CannotUndo Done Undo",
            "connection": "Connection",
            "errors": (
                "BackupFile BackupGiven CodeMistyped DatabaseDamaged DatabaseMissing DatabaseTooNew DiskFull "
                "FolderGone InUse KeyringNotSet KeyringUnavailable KeysDamaged KeysMissing LastWay Locked "
                "NetworkPlace NotABackup NotAParcel NotKept NoVault OnlyToLook ParcelDamaged ParcelGiven ParcelTooNew "
                "PartsTooOld ReadOnlyPlace Situation TooManyWays VaultError VaultThere WeakPassphrase WrongCode "
                "WrongParcelPassphrase WrongSecret"
            ),
            "facts": "fact set_fact",
            "glance": "seems_kept",
            "hardening": "harden make_private",
            "keys": "FLOOR Strength",
            "looking": "Found Look look",
            "making": "Created create keep",
            "oldcopies": "OldCopy delete_old_copies old_copies",
            "opening": "OlderCopy Opened Patience accept_older_copy keyring_secret unlock",
            "parcel": "open_parcel write_parcel",
            "passphrase": "Guess Judgement judge suggest",
            "place": "Hold hold synced_by",
            "recovery": "RecoveryCode check_group new_code read_code",
            "rotation": "Rotated may_rotate rotate",
            "sheet": "Sheet is_sheet_written sheet_confirmed sheet_due sheet_written",
            "slots": "Way",
            "systemkeyring": "SlotSecret SystemKeyring",
            "throwaway": "throw_away",
            "vault": "Vault Writing",
            "ways": (
                "WayIn change_passphrase list_ways new_recovery_code opened_with remove_way set_passphrase "
                "turn_off_keyring turn_on_keyring vault_name ways_in"
            ),
            "wiping": "vault_files wipe",
        },
    )

__all__ = [
    "FLOOR",
    "Aside",
    "Automatic",
    "Backup",
    "BackupFile",
    "BackupGiven",
    "CannotUndo",
    "CodeMistyped",
    "Connection",
    "Created",
    "DatabaseDamaged",
    "DatabaseMissing",
    "DatabaseTooNew",
    "DiskFull",
    "Done",
    "FolderGone",
    "Found",
    "Guess",
    "Hold",
    "InUse",
    "Inside",
    "Judgement",
    "KeyringNotSet",
    "KeyringUnavailable",
    "KeysDamaged",
    "KeysMissing",
    "LastWay",
    "Locked",
    "Look",
    "NetworkPlace",
    "NoVault",
    "NotABackup",
    "NotAParcel",
    "NotKept",
    "OldCopy",
    "OlderCopy",
    "OnlyToLook",
    "Opened",
    "ParcelDamaged",
    "ParcelGiven",
    "ParcelTooNew",
    "PartsTooOld",
    "Patience",
    "ReadOnlyPlace",
    "RecoveryCode",
    "Rotated",
    "Sheet",
    "Situation",
    "SlotSecret",
    "Strength",
    "SystemKeyring",
    "TooManyWays",
    "Trouble",
    "Undo",
    "Vault",
    "VaultError",
    "VaultThere",
    "Way",
    "WayIn",
    "WeakPassphrase",
    "Writing",
    "WrongCode",
    "WrongParcelPassphrase",
    "WrongSecret",
    "accept_older_copy",
    "automatic_copies",
    "backup",
    "backup_name",
    "backups_made",
    "change_passphrase",
    "check_group",
    "copy_due",
    "copy_now",
    "create",
    "delete_aside",
    "delete_copies",
    "delete_old_copies",
    "fact",
    "harden",
    "hold",
    "is_sheet_written",
    "judge",
    "keep",
    "keyring_secret",
    "last_backup",
    "list_ways",
    "look",
    "look_inside",
    "make_private",
    "may_rotate",
    "move_folder",
    "new_code",
    "new_recovery_code",
    "old_copies",
    "open_parcel",
    "opened_with",
    "put_back",
    "read_code",
    "remove_way",
    "restore",
    "rotate",
    "second_versions",
    "seems_kept",
    "set_aside",
    "set_asides",
    "set_fact",
    "set_passphrase",
    "sheet_confirmed",
    "sheet_due",
    "sheet_written",
    "suggest",
    "synced_by",
    "throw_away",
    "turn_off_keyring",
    "turn_on_keyring",
    "unlock",
    "vault_files",
    "vault_name",
    "ways_in",
    "wipe",
    "write_parcel",
]
