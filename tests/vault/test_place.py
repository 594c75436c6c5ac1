"""Where a vault may live: not on another computer's disk, and with a word about folders that are copied elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import vault as v
from footprint.vault import place

MOUNTINFO = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
40 27 0:40 / /home/sam/Office\040files rw,relatime shared:9 - cifs //server.example/sam rw,vers=3.0
41 27 0:41 / /mnt/nas rw - nfs4 nas.example:/export rw
42 27 254:1 / /mnt/nas/local rw - ext4 /dev/vdb rw
43 27 0:43 / /home/sam/remote rw - fuse.sshfs sam@host.example: rw
broken line
"""

MAC_MOUNT = """
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//sam@server.example/share on /Volumes/share (smbfs, nodev, nosuid, mounted by sam)
server.example:/export on /Volumes/with blank (nfs, nodev)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/home/sam/.local/share/Footprint", "ext4"),
        ("/home/sam/Office files/Footprint", "cifs"),
        ("/home/sam/Office", "ext4"),
        ("/mnt/nas/Footprint", "nfs4"),
        ("/mnt/nas/local/Footprint", "ext4"),
        ("/home/sam/remote", "fuse.sshfs"),
    ],
)
def test_the_deepest_mount_above_a_folder_counts(folder: str, kind: str) -> None:
    assert place.kind_of_disk(Path(folder), place.read_mountinfo(MOUNTINFO)) == kind


@pytest.mark.parametrize(
    ("folder", "kind"), [("/Users/sam", "apfs"), ("/Volumes/share/x", "smbfs"), ("/Volumes/with blank/x", "nfs")]
)
def test_mounts_of_macos_are_read_too(folder: str, kind: str) -> None:
    assert place.kind_of_disk(Path(folder), place.read_mount(MAC_MOUNT)) == kind


@given(st.text(max_size=200))
def test_any_list_of_mounts_can_be_read(text: str) -> None:
    for read in (place.read_mountinfo, place.read_mount):
        assert all(isinstance(kind, str) for _point, kind in read(text))


def test_this_computers_own_disk_will_do(tmp_path: Path) -> None:
    assert not place.on_network(tmp_path)
    assert not place.on_network(tmp_path / "not" / "made" / "yet")


def test_a_network_drive_is_refused_before_anything_is_made(
    kept: Any, tmp_path: Path, strength: v.Strength, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "_mounts", lambda: [(Path("/"), "nfs4")])
    with pytest.raises(v.NetworkPlace):
        v.create(tmp_path / "new", "lamp river stone orchard", strength=strength)
    assert not (tmp_path / "new").exists()
    with pytest.raises(v.NetworkPlace):
        v.unlock(kept.folder, kept.code)
    assert v.look(kept.folder).found is v.Found.NETWORK
    assert v.look(tmp_path / "new").found is v.Found.NETWORK


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("OneDrive/Footprint", "OneDrive"),
        ("OneDrive - Borough Council/Footprint", "OneDrive"),
        ("Dropbox/x", "Dropbox"),
        ("Library/Mobile Documents/x", "iCloud Drive"),
        ("Google Drive/x", "Google Drive"),
        ("Documents/Footprint", None),
        ("My OneDrive notes/x", None),
    ],
)
def test_a_folder_that_is_copied_elsewhere_is_named(tmp_path: Path, path: str, service: str | None) -> None:
    assert place.synced_by(tmp_path / path) == service
    assert v.look(tmp_path / path).synced_by == service


def test_the_folder_windows_names_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path / "Council"))
    assert place.synced_by(tmp_path / "Council" / "Footprint") == "OneDrive"
    assert place.synced_by(tmp_path / "Other") is None


def test_second_versions_beside_the_vault_are_named(kept: Any) -> None:
    for name in ("vault (1).db", "vault (Sam's conflicted copy 2026-11-16).db", "other (1).txt"):
        (kept.folder / name).write_bytes(b"")
    assert v.look(kept.folder).conflicts == ("vault (1).db", "vault (Sam's conflicted copy 2026-11-16).db")


def test_a_look_makes_nothing(tmp_path: Path) -> None:
    assert v.look(tmp_path / "missing").found is v.Found.NOTHING
    assert not (tmp_path / "missing").exists()
    (tmp_path / "file").write_text("")
    assert v.look(tmp_path / "file").found is v.Found.NOTHING


@pytest.mark.parametrize("name", ["x" * 300, "a/" + "y" * 300])
def test_a_name_no_disk_takes_is_said_in_words(tmp_path: Path, name: str, strength: v.Strength) -> None:
    assert not v.seems_kept(tmp_path / name)
    assert v.look(tmp_path / name).found is v.Found.NOTHING
    with pytest.raises(v.ReadOnlyPlace):
        v.create(tmp_path / name, "lamp river stone orchard", strength=strength)


def test_a_file_where_a_new_vault_is_made_is_in_the_way(tmp_path: Path, strength: v.Strength) -> None:
    (tmp_path / "incoming").write_text("mine")
    with pytest.raises(v.ReadOnlyPlace):
        v.create(tmp_path, "lamp river stone orchard", strength=strength)
    assert (tmp_path / "incoming").read_text() == "mine"
