"""Automatic copies: one a day where something changed, thinned to days and weeks, honest when they fail."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import vault as v
from footprint.vault import automatic, backing, backupfile, disk
from footprint.vault.automatic import DAYS, WEEKS, Trouble, to_keep
from tests.torture.kept import make


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / "backups").iterdir())


def test_a_copy_is_made_once_a_day_and_only_after_a_change(opened: v.Vault, kept: Any, clock: Any) -> None:
    assert v.copy_due(opened)
    made = v.copy_now(opened)
    assert made.path.name == "automatic-2026-11-16.footprint" and made.automatic
    assert names(kept.folder) == ["automatic-2026-11-16.footprint", "last"]
    v.set_fact(opened, "test.greeting", "good evening")
    assert not v.copy_due(opened)
    clock.advance(days=1)
    assert v.copy_due(opened)
    v.copy_now(opened)
    clock.advance(days=1)
    assert not v.copy_due(opened), "nothing has changed since"
    stands = v.automatic_copies(opened)
    assert [one.day.day for one in stands.copies] == [17, 16]
    assert stands.trouble is Trouble.NONE and stands.bytes > 0


def test_a_copy_opens_with_the_recovery_code(opened: v.Vault, kept: Any, tmp_path: Path) -> None:
    made = v.copy_now(opened)
    other = v.restore(made.path, kept.code, tmp_path / "elsewhere")
    assert v.fact(other.vault, "test.greeting") == "good morning"
    other.vault.close()
    assert made in v.backups_made(opened)


def test_two_months_of_days_leave_seven_days_and_four_weeks(opened: v.Vault, kept: Any) -> None:
    place = kept.folder / "backups"
    disk.private_folder(place)
    first = date(2026, 9, 1)
    for number in range(60):
        (place / f"automatic-{first + timedelta(days=number)}.footprint").write_bytes(b"a copy")
        automatic.thin(kept.folder, "")
    left = [one.day for one in backupfile.automatic_backups(kept.folder)]
    last = first + timedelta(days=59)
    assert left[:DAYS] == [last - timedelta(days=back) for back in range(DAYS)]
    assert len(left) == DAYS + WEEKS and last - left[-1] >= timedelta(days=7 * WEEKS - 6)


@settings(max_examples=100)
@given(st.lists(st.dates(date(2020, 1, 1), date(2030, 1, 1)), max_size=60))
def test_the_newest_always_stays_and_never_more_than_eleven(days: list[date]) -> None:
    keep = to_keep(days)
    assert keep <= set(days) and len(keep) == min(len(keep), DAYS + WEEKS)
    assert set(sorted(set(days))[-DAYS:]) <= keep
    assert to_keep(keep) == keep


def test_copies_made_before_an_upgrade_stay_out_of_turn(opened: v.Vault, kept: Any) -> None:
    v.copy_now(opened)
    before = kept.folder / "backups" / "before-version-4-2020-01-01.footprint"
    before.write_bytes(b"a copy")
    automatic.thin(kept.folder, "")
    assert before.exists()
    assert v.delete_copies(opened) == 1 and before.exists()


def test_a_nearly_full_disk_keeps_fewer_and_a_full_one_says_so(
    opened: v.Vault, kept: Any, clock: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _day in range(4):
        v.set_fact(opened, "test.day", str(clock()))
        v.copy_now(opened)
        clock.advance(days=1)
    usage = disk_usage(free=v.automatic_copies(opened).bytes)
    monkeypatch.setattr(automatic.shutil, "disk_usage", usage)
    automatic.thin(kept.folder, backing.kept(opened).vault_id)
    assert len(v.automatic_copies(opened).copies) == 2, "what is left is at most a quarter of the room there is"
    monkeypatch.setattr(automatic.shutil, "disk_usage", disk_usage(free=10))
    v.set_fact(opened, "test.day", "later")
    with pytest.raises(v.DiskFull):
        v.copy_now(opened)
    stands = v.automatic_copies(opened)
    assert stands.trouble is Trouble.FULL and stands.tried == date(2026, 11, 20)
    assert len(stands.copies) == 1, "the newest copy never goes for one that may not come about"


def disk_usage(*, free: int) -> Any:
    class Usage:
        pass

    found: Any = Usage()
    found.free = free
    return lambda _path: found


def test_one_that_is_stopped_leaves_nothing_behind(opened: v.Vault, kept: Any) -> None:
    with pytest.raises(v.Locked):
        v.copy_now(opened, stop=lambda: True)
    assert names(kept.folder) == []
    assert v.automatic_copies(opened).trouble is Trouble.NONE
    assert v.fact(opened, "test.greeting") == "good morning"


def test_a_folder_that_takes_nothing_is_said(opened: v.Vault, kept: Any) -> None:
    (kept.folder / "backups").write_bytes(b"a file where the folder should be")
    with pytest.raises(v.ReadOnlyPlace):
        v.copy_now(opened)
    assert v.automatic_copies(opened).copies == ()
    assert v.copy_due(opened)


def test_an_older_copy_that_nobody_accepted_is_not_copied(opened: v.Vault, kept: Any, clock: Any) -> None:
    old = (kept.folder / "vault.db").read_bytes()
    v.set_fact(opened, "test.greeting", "good evening")
    opened.close()
    for left in kept.folder.glob("vault.db-*"):
        left.unlink()
    (kept.folder / "vault.db").write_bytes(old)
    again = v.unlock(kept.folder, kept.code, clock=clock)
    assert again.older is not None and not v.copy_due(again.vault)
    v.accept_older_copy(again.vault)
    assert v.copy_due(again.vault)
    again.vault.close()


def test_an_older_copy_never_takes_the_place_of_the_copy_of_today(
    opened: v.Vault, kept: Any, clock: Any, tmp_path: Path
) -> None:
    """It may be the only one that has what is newer."""
    older = (kept.folder / "vault.db").read_bytes()
    v.set_fact(opened, "test.greeting", "newer")
    first = v.copy_now(opened).path
    opened.close()
    newer = first.read_bytes()
    (kept.folder / "vault.db").write_bytes(older)
    again = v.unlock(kept.folder, kept.code, clock=clock)
    assert again.older is not None
    second = v.copy_now(again.vault).path
    again.vault.close()
    assert second != first and first.read_bytes() == newer
    assert {one.path for one in v.look(kept.folder).backups} == {first, second}


def test_copies_of_other_notes_are_let_be(opened: v.Vault, kept: Any, tmp_path: Path, clock: Any) -> None:
    """Whoever started again may yet find the old sheet: nothing of the old notes takes turns with the new ones."""
    others = make(tmp_path / "others", code=v.new_code())
    other = v.unlock(others.folder, others.code, clock=clock).vault
    copy = v.copy_now(other).path
    other.close()
    there = kept.folder / "backups" / copy.name
    disk.private_folder(there.parent)
    there.write_bytes(copy.read_bytes())
    (kept.folder / "set-aside" / "2026-11-15-120000").mkdir(parents=True)
    for name in ("vault.keys", "vault.db"):
        (kept.folder / "set-aside" / "2026-11-15-120000" / name).write_bytes((others.folder / name).read_bytes())
    assert v.copy_due(opened) and v.copy_now(opened).path.name == "automatic-2026-11-16-2.footprint"
    for _day in range(12):
        clock.advance(days=7)
        v.set_fact(opened, "test.day", str(_day))
        v.copy_now(opened)
    v.new_recovery_code(opened)
    assert v.delete_old_copies(opened) == DAYS + WEEKS
    assert v.automatic_copies(opened).copies == ()
    assert there.read_bytes() == copy.read_bytes() and len(v.set_asides(kept.folder)) == 1
