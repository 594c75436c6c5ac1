"""Vaults of all earlier versions open, are brought up to date and lose nothing; a newer one is refused kindly."""

from __future__ import annotations

from contextlib import closing

from footprint import vault as v
from footprint.vault import backupfile, schema, slotfile, slots
from footprint.vault.backing import DATABASE
from footprint.vault.connection import open_store
from tests.torture import fixtures, kept
from tests.torture.outcome import Outcome, Row, scratch


def every_version(_runs: int) -> Outcome:
    """Each by passphrase and by code; and the copy made before the upgrade is the old vault, whole."""
    tried = bad = 0
    for fixture in fixtures.every():
        for secret in (fixture.phrase, fixture.code):
            with scratch() as place:
                folder = fixture.copy(place / "vault")
                opened = v.unlock(folder, secret)
                with opened.vault.reading() as db:
                    bad += bool(fixtures.lost(fixture.rows, db)) or not db.sound()
                    bad += schema.version(db) != schema.newest() or opened.older is not None
                v.set_fact(opened.vault, "test.new", "can be written")
                opened.vault.close()
                copies = backupfile.automatic_backups(folder)
                bad += len(copies) != (fixture.version < schema.newest())
                bad += any(not _is_the_old_one(copy, fixture) for copy in copies)
                tried += 1
    versions = ", ".join(str(one.version) for one in fixtures.every())
    return Outcome(tried, bad, f"versions {versions} to {schema.newest()}", _missed(), "a missing row is missed")


def _is_the_old_one(copy: v.BackupFile, fixture: fixtures.Fixture) -> bool:
    with scratch() as place:
        container = backupfile.open_container(copy.path)
        container.unpack(place / DATABASE)
        key = slots.enter(container.slots, fixture.code).key.page_key()
        with closing(open_store(place / DATABASE, key)) as db:
            return schema.version(db) == fixture.version and fixtures.read_rows(db) == fixture.rows


def _missed() -> int:
    """The control: the comparison sees one row taken out, and one value changed."""
    seen, fixture = 0, fixtures.every()[0]
    for change in ("DELETE FROM person_detail WHERE rowid = 1", "UPDATE vault_fact SET value = value || '!'"):
        with scratch() as place:
            opened = v.unlock(fixture.copy(place / "vault"), fixture.code).vault
            with opened.writing(undo=False) as write:
                write.db.execute(change)
            with opened.reading() as db:
                seen += bool(fixtures.lost(fixture.rows, db))
            opened.close()
    return seen if seen == 2 else 0


def newer(_runs: int) -> Outcome:
    """A vault, and a backup, of a version still to come: a sentence, and not a byte changed."""
    with scratch() as place:
        vault = kept.make(place / "vault")
        opened = vault.open().vault
        with opened.using() as db:
            db.execute("PRAGMA user_version = 999")
        backup = v.backup(opened, place / "b.footprint").path
        opened.close()
        before = {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.name != "app.lock"}
        bad = 0
        for secret in (vault.code, vault.phrase):
            try:
                v.unlock(vault.folder, secret)
                bad += 1
            except v.DatabaseTooNew as problem:
                bad += not all((problem.title, problem.happened, problem.safe, problem.do))
        try:
            v.restore(backup, vault.code, place / "elsewhere")
            bad += 1
        except v.DatabaseTooNew:
            pass
        after = {path.name: path.read_bytes() for path in vault.folder.iterdir() if path.name != "app.lock"}
        bad += before != after or (place / "elsewhere" / DATABASE).exists()
        bad += slotfile.candidates(vault.folder)[0].ways != (v.Way.PASSPHRASE, v.Way.CODE)
    return Outcome(3, bad)


ROWS = (
    Row("20", "vaults of every earlier version", 1, every_version),
    Row("20 newer", "a vault of a newer version", 1, newer),
)
