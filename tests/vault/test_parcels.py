"""A parcel opens with its own passphrase and nothing else; whatever is wrong with it is a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footprint import vault as v
from footprint.vault import backupfile, schema
from tests.vault.conftest import STRENGTH, Kept, Waiting

PHRASE = "copper lantern meadow trumpet"


@pytest.fixture
def parcel(tmp_path: Path) -> Path:
    made = v.throw_away()
    v.set_fact(made, "test.word", "harbour")
    target = tmp_path / "parcel"
    assert v.write_parcel(made, target, PHRASE, strength=STRENGTH) == target.stat().st_size
    made.close()
    return target


def left(tmp_path: Path) -> list[Path]:
    return list(tmp_path.iterdir())


def test_it_comes_out_as_it_went_in(parcel: Path, tmp_path: Path) -> None:
    assert b"harbour" not in parcel.read_bytes()
    place = tmp_path / "temporary"
    place.mkdir()
    opened = v.open_parcel(parcel, PHRASE, temporary=place)
    assert v.fact(opened, "test.word") == "harbour" and not opened.kept
    opened.close()
    assert left(place) == []


def test_another_passphrase_takes_its_second(parcel: Path, waiting: Waiting) -> None:
    with pytest.raises(v.WrongParcelPassphrase):
        v.open_parcel(parcel, "another passphrase", patience=waiting.patience())
    assert waiting.waited == [1.0]


def test_a_weak_passphrase_makes_no_file(tmp_path: Path) -> None:
    made = v.throw_away()
    with pytest.raises(v.WeakPassphrase):
        v.write_parcel(made, tmp_path / "parcel", "password", strength=STRENGTH)
    made.close()
    assert left(tmp_path) == []


def cut(data: bytes) -> bytes:
    return data[: len(data) - 5000]


def flipped(at: int) -> Callable[[bytes], bytes]:
    return lambda data: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


@pytest.mark.parametrize(
    "harm",
    [cut, lambda data: data[:100], flipped(60), flipped(2000), flipped(-20_000)],
    ids=["end cut off", "head cut off", "slots", "first page", "a page"],
)
def test_damage_is_seen(parcel: Path, tmp_path: Path, harm: Callable[[bytes], bytes]) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    parcel.write_bytes(harm(parcel.read_bytes()))
    with pytest.raises(v.ParcelDamaged):
        v.open_parcel(parcel, PHRASE, temporary=place)
    assert left(place) == []


def test_backup_and_parcel_are_told_apart(parcel: Path, kept: Kept, opened: v.Vault, tmp_path: Path) -> None:
    v.backup(opened, tmp_path / "backup")
    with pytest.raises(v.BackupGiven):
        v.open_parcel(tmp_path / "backup", PHRASE)
    with pytest.raises(v.ParcelGiven):
        v.restore(parcel, PHRASE, tmp_path / "new")


def test_anything_else_is_no_parcel(tmp_path: Path) -> None:
    (tmp_path / "photo").write_bytes(b"\x89PNG and so on")
    for path in (tmp_path / "photo", tmp_path / "none", tmp_path):
        with pytest.raises(v.NotAParcel):
            v.open_parcel(path, PHRASE)


def test_one_of_a_newer_version_says_so(tmp_path: Path) -> None:
    made = v.throw_away()
    with made.using() as db:
        db.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    target = tmp_path / "parcel"
    v.write_parcel(made, target, PHRASE, strength=STRENGTH)
    made.close()
    with pytest.raises(v.ParcelTooNew):
        v.open_parcel(target, PHRASE)
    target.write_bytes(target.read_bytes().replace(backupfile.PARCEL, b"Footprint parcel 2\n", 1))
    with pytest.raises(v.ParcelTooNew):
        v.open_parcel(target, PHRASE)
