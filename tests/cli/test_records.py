"""Person, accounts, checklists and the log through their commands."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import timedelta
from pathlib import Path

import pytest

from footprint.dates import local_day, utc_now
from footprint.demo.audit import invented_picture
from tests.cli.driver import PHRASE, App


def test_details_are_added_changed_used_and_removed(app: App) -> None:
    made = app.data("person", "add", "former-name", "Ada Sample")
    assert made["kind"] == "former name" and made["searchable"] is False
    start = made["id"][:8]
    assert app.data("person", "use", start)["searchable"] is True
    assert app.data("person", "change", start, "Ada Samples")["text"] == "Ada Samples"
    assert "Ada Samples" in app.ok("person", "show")
    app.ok("person", "remove", start)
    assert app.data("person", "show")["details"] == []


def test_why_a_detail_is_not_used_is_said(app: App) -> None:
    assert "Off, because" in app.ok("person", "add", "email", "ada@example.example")


def test_the_profile_takes_several_choices_at_once(app: App) -> None:
    said = app.data("person", "set", "--nation", "northern-ireland", "--role", "student", "--regulator", "niscc")
    assert (said["nation"], said["role"], said["regulator"]) == ("northern ireland", "student", "niscc")
    refused = app("person", "set", "--regulator", "swe")
    assert refused.code == 2 and refused.err.count("\n") == 1


def test_accounts_read_handles_by_the_rule_of_the_network(app: App) -> None:
    made = app.data("account", "add", "facebook", "--handle", "https://www.facebook.com/ada.example.demo?ref=x")
    assert made["handle"] == "ada.example.demo"
    changed = app.data("account", "change", made["id"][:6], "--state", "dormant", "--purpose", "both")
    assert (changed["state"], changed["purpose"]) == ("dormant", "both")
    assert app("account", "add", "facebook", "--handle", "https://linkedin.com/in/ada").code == 2
    app.ok("account", "remove", made["id"])
    assert app.data("account", "list") == []


def test_an_id_that_fits_none_or_several_is_refused(app: App) -> None:
    assert app("account", "remove", "zz").code == 2
    for number in range(17):  # two of 17 begin with the same of 16 digits
        app.ok("log", "add", f"Thing {number}")
    ids = [one["id"] for one in app.data("log", "list")["items"]]
    twice = next(one[0] for one in ids if sum(other[0] == one[0] for other in ids) > 1)
    several, empty = app("log", "show", twice), app("log", "show", "")
    assert several.code == 2 and "Give more of it" in several.err
    assert empty.code == 2
    assert app.data("log", "show", ids[0][:16].upper())["id"] == ids[0]


def test_checks_are_answered_and_remembered(app: App) -> None:
    shown = app.data("checklists", "show", "linkedin")
    check = next(one for one in shown["checks"] if any(not choice["safer"] for choice in one["choices"]))
    other = next(choice["id"] for choice in check["choices"] if not choice["safer"])
    safer = next(choice["id"] for choice in check["choices"] if choice["safer"])
    day = (local_day(utc_now()) + timedelta(days=40)).isoformat()
    app.ok("checklists", "answer", "linkedin", check["id"], other, "--decision", "later", "--until", day)
    kept = app.data("checklists", "answer", "linkedin", check["id"], other, "--changed-to", safer)
    assert (kept["decision"], kept["set_to"], kept["dealt_with"]) == ("changed", safer, 1)
    found = app.data("checklists", "history", "linkedin", check["id"])
    assert [one["decision"] for one in found] == ["changed", "later"]
    assert found[1]["until"] == day
    standing = app.data("checklists", "show", "linkedin", "--standing")["checks"]
    assert next(one for one in standing if one["id"] == check["id"])["standing"] == "safer"


@pytest.mark.parametrize(
    "arguments",
    [
        ("nowhere", "public_profile", "off"),
        ("linkedin", "no_such_check", "off"),
        ("linkedin", "public_profile", "no_such_choice"),
        ("linkedin", "public_profile", "most", "--decision", "later"),
        ("linkedin", "public_profile", ""),
    ],
)
def test_an_answer_that_cannot_be_kept_is_refused(app: App, arguments: tuple[str, ...]) -> None:
    said = app("checklists", "answer", *arguments)
    assert said.code == 2
    assert said.err.count("\n") == 1
    assert app.data("status")["networks"] == []


def test_items_are_listed_filtered_moved_deleted_and_restored(app: App) -> None:
    photo = app.data(
        "log", "add", "Photo from the fair", "--kind", "photo", "--origin", "known", "--network", "facebook",
        "--address", "photoshelf.example/7", "--due", "2026-01-02",
    )  # fmt: skip
    post = app.data("log", "add", "Old post", "--kind", "post", "--origin", "me")
    assert photo["host"] == "photoshelf.example"
    assert [one["id"] for one in app.data("log", "list", "--text", "fai")["items"]] == [photo["id"]]
    assert app.data("log", "list", "--kind", "post", "--kind", "photo")["total"] == 2
    assert app.data("log", "list", "--origin", "me")["items"][0]["id"] == post["id"]
    assert app.data("log", "list", "--due-before", "2026-02-01")["total"] == 1
    assert app.data("log", "list", "--network", "facebook", "--status", "not-started")["total"] == 1
    both = ("log", "move", photo["id"][:8], post["id"][:8], "gone", "--note", "It was quick")
    first = app(*both)  # before the very first thing of one's own goes it is asked once
    assert first.code != 0 and "--case no" in first.err
    moved = app.data(*both, "--case", "no")
    assert {one["status"] for one in moved} == {"done"}
    history = app.data("log", "show", photo["id"])["history"]
    assert history[-1]["note"] == "It was quick"
    assert app("log", "move", photo["id"], "asked").code == 2
    app.ok("log", "delete", post["id"][:8])
    assert [one["id"] for one in app.data("log", "deleted")] == [post["id"]]
    app.ok("log", "restore", post["id"][:8])
    assert app.data("log", "list")["total"] == 2


def test_a_change_keeps_what_is_not_said(app: App) -> None:
    made = app.data("log", "add", "A review", "--kind", "review", "--notes", "From 2019")
    changed = app.data("log", "change", made["id"][:10], "--severity", "high")
    assert (changed["severity"], changed["notes"], changed["kind"]) == ("high", "From 2019", "review")


def test_a_message_with_a_blank_is_refused_and_says_how_to_fill_it(app: App) -> None:
    made = app.data("log", "add", "Photo", "--kind", "photo", "--origin", "known", "--action", "ask")
    refused = app("log", "request", made["id"][:8])
    assert refused.code == 2 and refused.out == ""
    assert "--to" in refused.err and "--reason" in refused.err and refused.err.count("\n") == 1
    filled = ("--to", "Bo", "--where", "your page", "--reason", "It is old.", "--me", "Ada Example")
    assert "Subject: " in app.ok("log", "request", made["id"], *filled)
    assert app.data("log", "show", made["id"])["state"] == "found"
    sent = app.data("log", "request", made["id"], *filled, "--tone", "firm", "--sent", "email")
    assert "Bo" in sent["text"] and "[" not in sent["text"]
    assert sent["request"]["how"] == "email"
    assert app.data("log", "show", made["id"])["state"] == "asked"


def test_asking_face_to_face_needs_no_letter(app: App) -> None:
    made = app.data("log", "add", "Photo", "--kind", "photo", "--origin", "known", "--action", "ask")
    asked = app.data("log", "request", made["id"], "--sent", "in-person", "--day", "2026-01-05")
    assert (asked["text"], asked["request"]["sent_on"]) == ("", "2026-01-05")


def test_nobody_is_asked_who_frightens(app: App) -> None:
    made = app.data("log", "add", "A comment", "--origin", "frightening")
    said = app("log", "request", made["id"], "--sent", "in-person")
    assert said.code == 2 and "Do not write" in said.err
    shown = app.data("log", "show", made["id"])
    assert shown["steps"]["worries"] is True and shown["routes"] and "asked" not in shown["next_states"]


def test_evidence_comes_back_byte_for_byte(app: App, tmp_path: Path) -> None:
    picture, page = tmp_path / "seen.png", tmp_path / "seen.html"
    picture.write_bytes(invented_picture())
    page.write_text("<p>Ada Example came second</p>", encoding="utf-8")
    item = app.data("log", "add", "Photo")["id"][:8]
    kept = app.data("log", "evidence", "add", item, str(picture), "--address", "https://photoshelf.example/7")
    assert kept["kind"] == "picture"
    assert kept["sha256"] == hashlib.sha256(picture.read_bytes()).hexdigest()
    assert app.data("log", "evidence", "add", item, str(page))["kind"] == "page"
    assert app.data("log", "evidence", "add", item, "-", stdin="What it said")["kind"] == "text"
    assert len(app.data("log", "evidence", "list", item)) == 3
    saved = app.data("log", "evidence", "save", item, kept["id"][:8], str(tmp_path / "out.png"))
    assert saved["unchanged"] is True
    assert (tmp_path / "out.png").read_bytes() == picture.read_bytes()
    assert (tmp_path / "out.png").stat().st_mode & 0o077 == 0
    assert app.data("ledger")[0]["kind"] == "made"


def test_what_may_never_be_kept_is_refused_here_too(app: App, tmp_path: Path) -> None:
    picture = tmp_path / "seen.png"
    picture.write_bytes(invented_picture())
    item = app.data("log", "add", "Photo")["id"]
    for answers in (("--undressed", "yes", "--child", "unsure"), ("--undressed", "yes")):
        refused = app("log", "evidence", "add", item, str(picture), *answers)
        assert refused.code != 0 and refused.err
    assert app(
        "log", "evidence", "add", item, str(picture), "--undressed", "unsure", "--child", "yes", "--private"
    ).code
    assert app.data("log", "evidence", "list", item) == []
    kept = app.data("log", "evidence", "add", item, str(picture), "--undressed", "yes", "--private")
    assert kept["shows"] == "intimate"
    assert app.data("log", "evidence", "bundle", item, str(tmp_path / "out.zip"))["left_out"] == 1


def test_an_export_cannot_run_as_a_formula(app: App, tmp_path: Path) -> None:
    app.ok("log", "add", "=HYPERLINK(1)", "--kind", "post")
    app.ok("log", "add", "Photo", "--kind", "photo")
    file = tmp_path / "list.csv"
    assert app.data("log", "export", str(file), "--as", "csv", "--kind", "post")["items"] == 1
    rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert len(rows) == 2 and rows[1][0] == "'=HYPERLINK(1)"
    assert len(app.ok("log", "export", "-", "--as", "csv").splitlines()) == 3


def test_a_list_without_the_details_holds_no_words_of_it(app: App, tmp_path: Path) -> None:
    app.ok("log", "add", "Secret title", "--kind", "photo", "--network", "facebook", "--notes", "Secret note")
    app.ok("log", "export", str(tmp_path / "list.html"), "--as", "redacted", "--text", "secret")
    page = (tmp_path / "list.html").read_text(encoding="utf-8")
    text = app.ok("log", "export", "-", "--as", "redacted-text")
    for made in (page, text, str(app.data("ledger"))):
        assert "ecret" not in made
    assert "Facebook" in page and ">A photo</th><td>1<" in page and "A photo: 1" in text
    assert page.startswith("<!doctype html>")


def test_a_file_that_cannot_be_written_is_one_sentence(app: App, tmp_path: Path) -> None:
    said = app("log", "export", str(tmp_path / "no such folder" / "list.csv"), "--as", "csv")
    assert said.code == 2 and said.err.count("\n") == 1


def test_a_backup_is_restored_elsewhere(app: App, tmp_path: Path, phrase: Path) -> None:
    app.ok("person", "add", "name", "Ada Example")
    made = app.data("backup", str(tmp_path / "copy.backup"))
    assert made["bytes"] == (tmp_path / "copy.backup").stat().st_size
    app.ok("wipe", "--yes")
    assert app("status").code == 3
    app.ok("restore", str(tmp_path / "copy.backup"))
    assert app.data("person", "show")["details"][0]["text"] == "Ada Example"
    (tmp_path / "no.backup").write_bytes(b"something else")
    assert app("restore", str(tmp_path / "no.backup")).code == 2


def test_a_vault_is_never_made_over_another(app: App) -> None:
    said = app("init")
    assert said.code == 2 and "already" in said.err


def test_a_weak_passphrase_is_refused(app: App, tmp_path: Path) -> None:
    weak = tmp_path / "weak.txt"
    weak.write_text("secret", encoding="utf-8")
    said = app("init", options=("--vault", str(tmp_path / "other"), "--passphrase-file", str(weak)))
    assert said.code == 2
    assert app("status", options=("--vault", str(tmp_path / "other"))).code == 3


def test_a_passphrase_file_may_carry_the_mark_of_a_windows_editor(app: App, tmp_path: Path) -> None:
    marked = tmp_path / "marked.txt"
    marked.write_bytes(b"\xef\xbb\xbf" + PHRASE.encode() + b"\r\n")
    assert app("status", options=("--passphrase-file", str(marked))).code == 0


def test_wiping_asks_unless_told(app: App) -> None:
    said = app("wipe")
    assert said.code == 2 and "--yes" in said.err
    assert app("status").code == 0
