"""The copies of an item as one zip: the usual tools can check it, and nothing from outside names a file in it."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from footprint import log
from footprint.errors import NotFound
from footprint.log import Answer, Edit, Shows
from footprint.vault import Vault
from tests.log.copies.test_evidence import plain
from tests.log.copies.test_evidence_kinds import PAGE, mail_of, pdf_of


@pytest.fixture
def item(vault: Vault) -> log.Item:
    new = log.New("Photo from the party", "https://photos.example/7", origin=log.Origin.KNOWN)
    made = log.add(vault, new).value
    for content, name in (
        (plain(), "../../etc/me.png"),
        (PAGE, "page.html"),
        (pdf_of(), "a.pdf"),
        (mail_of(), "b.eml"),
    ):
        log.keep_copy(vault, made.id, content, name, shows=Shows(), address="https://photos.example/7")
    log.add_text(vault, made.id, "What it said")
    log.add_changed(vault, made.id, plain(), Edit(), original_too=False)
    return made


def packed(vault: Vault, item: log.Item, *, private: bool = False) -> bytes:
    out = io.BytesIO()
    log.write_bundle(vault, log.bundle_plan(vault, item.id, private=private), out)
    return out.getvalue()


def test_the_usual_tool_finds_every_file_as_it_was_kept(vault: Vault, item: log.Item, tmp_path: Path) -> None:
    tool = shutil.which("sha256sum")
    if tool is None:
        pytest.skip("there is no sha256sum here")
    with zipfile.ZipFile(io.BytesIO(packed(vault, item))) as opened:
        opened.extractall(tmp_path)
    said = subprocess.run(
        [tool, "--strict", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert said.returncode == 0, said.stdout + said.stderr
    assert said.stdout.count(": OK") == 7  # six copies and the README
    (tmp_path / "README.txt").write_text("changed", encoding="utf-8")
    assert subprocess.run([tool, "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, check=False).returncode == 1


def test_the_names_are_our_own_and_run_nothing(vault: Vault, item: log.Item) -> None:
    with zipfile.ZipFile(io.BytesIO(packed(vault, item))) as opened:
        names = opened.namelist()
        readme = opened.read("README.txt").decode()
    assert [name.split("-")[1] for name in names[:6]] == ["picture", "page", "pdf", "email", "text", "picture"]
    assert all("/" not in name and ".." not in name and "\\" not in name for name in names)
    assert not any(name.endswith((".html", ".htm", ".mhtml", ".exe", ".js")) for name in names)
    assert "Copies kept of: Photo from the party" in readme
    assert "Its name before: me.png" in readme
    assert "SHA-256 of the file before that" in readme


def test_the_preview_says_exactly_what_is_inside(vault: Vault, item: log.Item) -> None:
    plan = log.bundle_plan(vault, item.id)
    with zipfile.ZipFile(io.BytesIO(packed(vault, item))) as opened:
        assert opened.namelist() == [*(one.name for one in plan.files), "README.txt", "SHA256SUMS"]
        assert sum(opened.getinfo(one.name).file_size for one in plan.files) == plan.bytes


def test_private_pictures_stay_behind_unless_asked_for(vault: Vault, item: log.Item) -> None:
    shows = Shows(undressed=Answer.YES)
    log.keep_copy(vault, item.id, plain("GIF"), shows=shows, thought=True)
    plan = log.bundle_plan(vault, item.id)
    assert (len(plan.files), plan.left_out) == (6, 1)
    with zipfile.ZipFile(io.BytesIO(packed(vault, item))) as opened:
        assert "Private copies were left out." in opened.read("README.txt").decode()
    assert len(log.bundle_plan(vault, item.id, private=True).files) == 7


def test_without_copies_there_is_no_bundle(vault: Vault) -> None:
    bare = log.add(vault, log.New("A post")).value
    with pytest.raises(NotFound):
        log.bundle_plan(vault, bare.id)
