"""`footprint password`: one password from standard input, one list from a file, and nothing kept of either."""

from __future__ import annotations

from pathlib import Path

import pytest

from footprint.demo.leaked import LEAKED_LISTS
from footprint.demo.web import LoopbackWeb
from tests.cli.driver import App, process
from tests.passwords.lists import Entry, bitwarden_csv

STRONG = "velvet-otter-lamp-71"


@pytest.fixture
def export(tmp_path: Path) -> Path:
    file = tmp_path / "logins.csv"
    file.write_bytes(
        bitwarden_csv([
            Entry("Facebook", "https://facebook.com", "ada", STRONG),
            Entry("Instagram", "https://instagram.com", "ada", STRONG, "otpauth://x"),
            Entry("Shop", "https://shop.example", "ada", STRONG),
        ])
    )  # fmt: skip
    return file


def test_one_password_in_words_and_never_repeated(app: App) -> None:
    app.ok("person", "add", "town", "Otherton")
    weak = app("password", "check", stdin="Otherton1984\n")
    assert weak.code == 1
    assert "Has your own details in it. It has your town in it." in weak.out
    assert "3 random words" in weak.out
    assert "1984" not in weak.out + weak.err
    assert app.ok("password", "check", stdin=f"{STRONG}\n").startswith("Strong.")


@pytest.mark.parametrize("typed", ["", "\n", "   \n"])
def test_nothing_typed_is_wrong_use(app: App, typed: str) -> None:
    for name in ("check", "leaked"):
        said = app("password", name, stdin=typed)
        assert said.code == 2
        assert "Type a password first" in said.err


def test_three_words_are_others_each_time(app: App) -> None:
    assert app.ok("password", "suggest") != app.ok("password", "suggest")


def test_five_letters_are_shown_before_and_sent_only_when_asked(app: App, loopback: LoopbackWeb) -> None:
    shown = app("password", "leaked", stdin="password\n")
    assert shown.code == 0
    assert "api.pwnedpasswords.com: 5BAA6" in shown.out
    assert "Nothing was sent" in shown.out
    assert loopback.asked == []
    sent = app("password", "leaked", "--send", stdin="password\n")
    assert sent.code == 1
    assert "9,545,824 times" in sent.out
    assert app("password", "leaked", "--send", stdin=f"{STRONG}\n").code == 0
    assert "5BAA6" not in app.ok("ledger")


def test_no_answer_is_never_a_clean_one(app: App, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, "broken")
    said = app("password", "leaked", "--send", stdin=f"{STRONG}\n", json=True)
    assert said.code == 1
    assert said.data["answer"]["look"] == "turned away"
    offline = app("password", "leaked", "--send", stdin=f"{STRONG}\n", options=("--offline",))
    assert offline.code == 1
    assert "nothing was sent" in offline.err


def test_a_list_on_this_computer_needs_no_web(app: App, tmp_path: Path) -> None:
    file = tmp_path / "list.txt"
    file.write_text("5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:42\n")
    said = app("password", "leaked", "--list", str(file), stdin="password\n")
    assert said.code == 1
    assert "42 times" in said.out
    assert app("password", "leaked", "--list", str(file), stdin=f"{STRONG}\n").code == 0
    file.write_text("hello\n")
    assert "not a list of leaked passwords" in app("password", "leaked", "--list", str(file), stdin="x\n").err


def test_a_list_of_logins_says_who_shares_and_keeps_numbers_only(app: App, export: Path) -> None:
    for network in ("facebook", "instagram", "linkedin"):
        app.ok("account", "add", network)
    said = app("password", "reuse", str(export))
    assert said.code == 1
    assert "Instagram, 1 other login" in said.out
    assert "Not in this list: LinkedIn" in said.out
    assert "2-step shows only what this manager holds" in said.out
    assert STRONG not in said.out + said.err
    assert "shop.example" not in said.out + said.err
    assert export.exists()
    again = app("password", "reuse", str(export), "--shred", json=True)
    assert again.data["compared"] == "Before, 2 accounts shared a password. It is the same now."
    assert not export.exists()
    assert len(again.data["left"]) >= 2
    assert [one["shared"] for one in app.data("password", "history")] == [2, 2]


def test_nothing_is_noted_when_the_person_says_so(app: App, export: Path) -> None:
    app.ok("account", "add", "facebook")
    app("password", "reuse", str(export), "--no-note")
    assert app.data("password", "history") == []


def test_all_prefixes_go_with_one_press(app: App, export: Path, loopback: LoopbackWeb) -> None:
    app.ok("account", "add", "facebook")
    app.ok("account", "add", "instagram")
    said = app("password", "reuse", str(export), "--send", json=True)
    assert {one["seen"]["look"] for one in said.data["accounts"]} == {"not found"}
    assert len(loopback.asked) == 1  # the two accounts share one password


def test_a_shred_that_is_refused_says_why_and_leaves_the_file(app: App, export: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.csv"
    link.symlink_to(export)
    said = app("password", "shred", str(link))
    assert said.code == 2
    assert "link" in said.err
    assert export.exists()


def test_a_process_of_its_own_reads_a_pipe(folder: Path, phrase: Path) -> None:
    from tests.cli.driver import command

    said = process(*command(folder, phrase), "password", "check", stdin="qwerty\n")
    assert said.code == 1
    assert said.out.startswith("Used by many people.")


def test_habits_of_an_account_are_said_and_listed(app: App) -> None:
    one = app.data("account", "add", "facebook")["id"]
    said = app.data(
        "password", "habit", one[:6], "--only-here", "no", "--two-step", "none", "--reason", "left-job",
        "--sessions", "2026-11-01",
    )  # fmt: skip
    assert said["reasons"] == ["reused", "left job"]
    assert said["sessions_on"] == "2026-11-01"
    assert [point["do"] for point in said["points"]] == ["change", "two step"]
    [listed] = app.data("password", "habits")
    assert listed == said
    assert "Change the password; Turn on 2-step verification" in app.ok("password", "habits")
    after = app.data("password", "habit", one, "--changed", "--two-step", "app")
    assert (after["reasons"], after["points"]) == ([], [])
    assert "All is well here" in app.ok("password", "habit", one)
    assert app("password", "habit", one, "--reason", "its-age").code == 2
