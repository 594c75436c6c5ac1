"""Shredding: what is overwritten, what is refused, and what is said about what it cannot do."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from footprint import passwords
from footprint.passwords import CannotShred

SECRET = b"velvet-otter-lamp-71\n" * 5000

posix = pytest.mark.skipif(os.name == "nt", reason="links and owners are those of POSIX")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "logins.csv"
    made.write_bytes(SECRET)
    return made


def test_the_file_and_its_name_are_gone(file: Path, tmp_path: Path) -> None:
    done = passwords.shred(file)
    assert done.overwritten
    assert list(tmp_path.iterdir()) == []


@posix
def test_its_bytes_are_overwritten_before_it_goes(file: Path, tmp_path: Path) -> None:
    """Whoever still holds it open sees what is on the disk now."""
    with file.open("rb") as held:
        passwords.shred(file)
        held.seek(0)
        left = held.read()
    assert len(left) == len(SECRET)
    assert b"velvet" not in left


def test_an_empty_file_goes_too(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_bytes(b"")
    passwords.shred(empty)
    assert not empty.exists()


@posix
def test_a_link_is_refused_and_what_it_leads_to_stays(file: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(file)
    with pytest.raises(CannotShred, match="link"):
        passwords.shred(link)
    assert file.read_bytes() == SECRET
    assert link.is_symlink()


@posix
def test_a_file_with_a_second_name_is_refused(file: Path, tmp_path: Path) -> None:
    os.link(file, tmp_path / "other.csv")
    with pytest.raises(CannotShred, match="second name"):
        passwords.shred(file)
    assert file.read_bytes() == SECRET


def test_a_write_protected_file_is_left_alone(file: Path) -> None:
    file.chmod(0o400)
    with pytest.raises(CannotShred, match="write-protected"):
        passwords.shred(file)
    assert file.read_bytes() == SECRET


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can give a file away")
def test_a_file_of_somebody_else_is_refused(file: Path) -> None:
    os.chown(file, 12345, 12345)
    with pytest.raises(CannotShred, match="someone else"):
        passwords.shred(file)
    assert file.read_bytes() == SECRET


@posix
def test_folders_and_pipes_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path, tmp_path / "pipe"):
        with pytest.raises(CannotShred, match="single file"):
            passwords.shred(place)


def test_a_file_that_is_gone_says_so(tmp_path: Path) -> None:
    with pytest.raises(CannotShred, match="not there any more"):
        passwords.shred(tmp_path / "none.csv")


def test_what_it_cannot_do_is_always_said(file: Path) -> None:
    words = " ".join(passwords.shred(file).left)
    assert "SSD" in words
    assert "backup" in words


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Exampleshire", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("com~apple~CloudDocs", "iCloud"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_synchronised_folder_is_named_first(folder: str, service: str, tmp_path: Path) -> None:
    file = tmp_path / folder / "logins.csv"
    assert service in passwords.left_over(file)[0]
    assert len(passwords.left_over(tmp_path / "Documents" / "logins.csv")) == 2
