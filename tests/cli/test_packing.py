"""`footprint pack`: make a key, look for mistakes, build, show, compare. No vault is opened."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from tests.cli.driver import App
from tests.packs import example


@pytest.fixture
def mine(app: App, tmp_path: Path) -> Path:
    """A copy of the example, as its README says."""
    app.ok("pack", "new", str(tmp_path / "mine"))
    return tmp_path / "mine"


@pytest.fixture
def key(app: App, tmp_path: Path) -> Path:
    path = tmp_path / "council.key"
    app.ok("pack", "key", str(path))
    return path


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_a_key_is_for_one_alone_to_read_and_never_written_over(app: App, tmp_path: Path) -> None:
    path = tmp_path / "council.key"
    said = app.data("pack", "key", str(path))
    assert len(said["fingerprint"].split()) == 8
    assert b"ENCRYPTED PRIVATE KEY" in path.read_bytes()
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    before = path.read_bytes()
    again = app("pack", "key", str(path))
    assert again.code == 2 and path.read_bytes() == before


def test_the_example_is_copied_and_never_over_something(app: App, mine: Path) -> None:
    assert (mine / "README.md").is_file() and (mine / "pack.toml").is_file()
    assert app("pack", "new", str(mine)).code == 2


def test_lint_names_file_and_place_and_fails(app: App, mine: Path) -> None:
    assert "There are no mistakes." in app.ok("pack", "lint", str(mine))
    change(mine / "links.toml", "https://council.example/staff-support", "https://elsewhere.example/")
    change(mine / "contacts.toml", 'post = "hr"', 'post = "mayor"')
    said = app("pack", "lint", str(mine))
    assert said.code == 1
    assert "contacts.toml: contact[7].post: 'mayor' is not one of the words allowed here" in said.out
    found = app("pack", "lint", str(mine), json=True)
    assert found.code == 1
    (problem,) = found.data["problems"]  # what cannot be decoded is told before what is in it
    assert (problem["file"], problem["place"], problem["line"]) == ("contacts.toml", "contact[7].post", 49)
    change(mine / "contacts.toml", 'post = "mayor"', 'post = "hr"')
    said = app("pack", "lint", str(mine))
    assert "links.toml: link[1].address: “elsewhere.example” is not in the list of hosts" in said.out
    assert "(near line 11)" in said.out


def test_built_shown_and_compared(app: App, mine: Path, key: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one.footprint-pack", tmp_path / "two.footprint-pack"
    made = app.data("pack", "build", str(mine), "--key", str(key), "--out", str(first))
    shown = app.data("pack", "show", str(first))
    assert shown["signed"] and shown["fingerprint"] == made["fingerprint"] and shown["version"] == 1
    assert "Compare it with the mark your organisation gave you." in app.ok("pack", "show", str(first))
    change(mine / "pack.toml", "version = 1", "version = 2")
    change(mine / "contacts.toml", "01632 960 104", "01632 960 199")
    app.ok("pack", "build", str(mine), "--key", str(key), "--out", str(second), "--after", str(first))
    said = app.ok("pack", "differences", str(first), str(second))
    assert "Who to tell\n  The contact “IT security: IT help desk”: the number is now “01632 960 199”." in said
    assert app.data("pack", "differences", str(first), str(second))["other_key"] is False
    assert app.ok("pack", "differences", str(first), str(first)) == "They say the same.\n"


def test_the_same_folder_and_key_make_the_same_file(app: App, mine: Path, key: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        out = tmp_path / f"{name}.footprint-pack"
        app.ok("pack", "build", str(mine), "--key", str(key), "--out", str(out))
        made.append(out.read_bytes())
    assert made[0] == made[1]


def test_another_key_is_said(app: App, mine: Path, key: Path, tmp_path: Path) -> None:
    first, second, other = tmp_path / "one.footprint-pack", tmp_path / "two.footprint-pack", tmp_path / "other.key"
    app.ok("pack", "build", str(mine), "--key", str(key), "--out", str(first))
    app.ok("pack", "key", str(other))
    change(mine / "pack.toml", "version = 1", "version = 2")
    said = app("pack", "build", str(mine), "--key", str(other), "--out", str(second), "--after", str(first))
    assert said.code == 0 and "another key than before" in said.err
    assert "Signed with another key: now" in app.ok("pack", "differences", str(first), str(second))


def test_what_has_a_mistake_is_not_built(app: App, mine: Path, key: Path, tmp_path: Path) -> None:
    out = tmp_path / "one.footprint-pack"
    change(mine / "guidance.toml", 'id = "g11"', 'id = "g42"')
    said = app("pack", "build", str(mine), "--key", str(key), "--out", str(out))
    assert said.code == 2 and "guidance.toml: hide[0].id: “g42” keeps people safe" in said.err
    assert not out.exists()


def test_a_wrong_passphrase_another_kind_of_key_and_a_wrong_name(
    app: App, mine: Path, key: Path, tmp_path: Path
) -> None:
    out = tmp_path / "one.footprint-pack"
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("not this one at all\n", encoding="utf-8")
    said = app(
        "pack", "build", str(mine), "--key", str(key), "--out", str(out), options=("--passphrase-file", str(wrong))
    )
    assert said.code == 2 and "does not open this key" in said.err
    said = app("pack", "build", str(mine), "--key", str(mine / "pack.toml"), "--out", str(out))
    assert said.code == 2 and "does not hold a key" in said.err
    said = app("pack", "build", str(mine), "--key", str(key), "--out", str(tmp_path / "one.zip"))
    assert said.code == 2 and "must end in .footprint-pack" in said.err
    assert not out.exists()


def test_packs_of_two_organisations_are_not_compared(app: App, mine: Path) -> None:
    change(mine / "pack.toml", 'id = "example-council"', 'id = "other-council"')
    said = app("pack", "differences", str(example.FOLDER), str(mine))
    assert said.code == 2 and "example-council and other-council" in said.err


def test_a_pack_that_was_altered_is_refused_by_every_command(app: App, tmp_path: Path) -> None:
    path = tmp_path / "one.footprint-pack"
    path.write_bytes(example.made().replace(b"Press desk", b"Press d3sk"))
    for words in (("show", str(path)), ("differences", str(path), str(path))):
        said = app("pack", *words)
        assert (said.code == 2 and "signature" in said.err) or "broken" in said.err
    assert app("pack", "lint", str(path)).code == 1


def test_the_example_is_built_signed_installed_updated_and_removed(
    app: App, mine: Path, key: Path, tmp_path: Path
) -> None:
    """The whole life of a pack, from the folder of a policy officer to the answers of a person."""

    def handed_out(n: int) -> str:
        out = tmp_path / f"{n}.footprint-pack"
        app.ok("pack", "build", str(mine), "--key", str(key), "--out", str(out))
        return str(out)

    first = handed_out(1)
    assert app.data("pack", "install", first)["used"] is False
    assert app.data("pack", "status")["in_use"] is None
    app.ok("pack", "install", first, "--use")
    assert app.data("pack", "status")["in_use"]["pack"] == "example-council"
    shown = app.ok("checklists", "show", "facebook", "--standing")
    assert "Is your team’s Facebook group closed to outsiders? (from Example Council)" in shown
    app.ok("checklists", "answer", "facebook", "org:staff_group", "closed")

    change(mine / "pack.toml", "version = 1", "version = 2")
    change(mine / "checks" / "facebook.toml", 'short = "Team group"', 'short = "The group"')
    second = handed_out(2)
    found = app.data("pack", "install", second)
    assert [one["group"] for one in found["differences"]] == ["About this pack", "Checks"]
    assert found["other_key"] is False
    app.ok("pack", "install", second, "--use")
    assert app.data("checklists", "history", "facebook", "org:staff_group")
    assert app("pack", "install", first, "--use").code != 0  # an older one is never passed off as new

    app.ok("pack", "remove")
    assert "Example Council" not in app.ok("checklists", "show", "facebook", "--standing")
    app.ok("pack", "install", second, "--use")
    back = app.data("checklists", "history", "facebook", "org:staff_group")
    assert [one["choice"] for one in back] == ["closed"]
