"""While a complaint goes on, no command deletes without the answer; incident notes from the command line."""

from __future__ import annotations

from pathlib import Path

from footprint.demo.audit import invented_picture
from tests.cli.driver import App


def test_nothing_goes_without_the_answer(app: App) -> None:
    own = app.data("log", "add", "My old post", "--origin", "me")["id"]
    note = app.data("incident", "add", "posted", "--what", "A post")["id"]
    app.ok("log", "ladder", own, "--begins", "complaint")
    for command in (
        ("log", "delete", own), ("log", "move", own, "gone"), ("log", "ladder", own, "--did", "yourself"),
        ("incident", "delete", note), ("incident", "hand-over", note, "--delete"),
    ):  # fmt: skip
        said = app(*command)
        assert said.code != 0 and "--case" in said.err
    for command in (("log", "delete", own), ("incident", "delete", note)):
        said = app(*command, "--case", "unsure")
        assert said.code != 0 and "--yes-could-be-a-case" in said.err
    assert app.data("log", "list")["total"] == 1 and len(app.data("incident", "list")) == 1
    app.ok("incident", "delete", note, "--case", "no")
    app.ok("log", "delete", own, "--yes-could-be-a-case")
    assert app.data("log", "list")["total"] == 0 and app.data("incident", "list") == []


def test_a_copy_of_a_note_is_covered_marked_and_never_kept_of_a_child(app: App, tmp_path: Path) -> None:
    note = app.data("incident", "add", "posted", "--what", "A picture of me")["id"]
    file = tmp_path / "seen.png"
    file.write_bytes(invented_picture())
    assert app("incident", "evidence", note, str(file), "--undressed", "yes", "--child", "unsure").code != 0
    assert app("incident", "evidence", note, str(file), "--undressed", "yes").code != 0, "first it is thought about"
    assert app("incident", "evidence", note, str(file), "--cover", "0,0,2,1").code == 2
    assert app.data("incident", "show", note)["proofs"] == []
    made = app.data(
        "incident", "evidence", note, str(file), "--undressed", "yes", "--private", "--cover", "0,0,0.5,0.5",
        "--original-too",
    )  # fmt: skip
    first, second = app.data("incident", "show", note)["proofs"]
    assert first["shows"] == second["shows"] == "intimate"
    assert made["made_from"] == second["sha256"] and made["sha256"] != second["sha256"]


def test_who_there_is_to_tell_is_typed_in(app: App) -> None:
    (one,) = app.data("incident", "contact", "union", "--name", "Branch office", "--phone", "07700 900321")
    assert (one["post"], one["name"]) == ("union", "Branch office")
    assert len(app.data("incident", "contact")) == 10
    (gone,) = app.data("incident", "contact", "union")
    assert gone["name"] == "" and gone["phone"] == ""
