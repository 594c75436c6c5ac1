"""Which accounts share a password: read from real files, in the process of its own, for an invented person."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from footprint import passwords, person
from footprint.checklists import Library
from footprint.passwords import AccountResult, BadExport, Grade, Look, Manager, NoAccounts, Report, Seen, Sort
from footprint.person import AccountState
from footprint.tasks import Stopped, Task
from footprint.vault import Vault
from footprint.worker import CannotRead
from tests.passwords.lists import SHAPES, Entry, bitwarden_json, chrome, firefox, onepassword_1pux

Put = Callable[[str, bytes], Path]
STRONG, OTHER = "velvet-otter-lamp-71", "quarry-mitten-noble-8"
OLD = 1_300_000_000  # March 2011
ENTRIES = (
    Entry("Facebook", "https://www.facebook.com", "ada.bluebell@mail.example", STRONG, "otpauth://x", OLD),
    Entry("Instagram", "https://www.instagram.com/accounts/login", "ada", STRONG),
    Entry("Twitter", "https://twitter.com", "ada_example", "Otherton1984"),
    Entry("Shop", "https://shop.example", "ada", STRONG),
    Entry("Club", "https://club.example", "ada", STRONG),
    Entry("Bank", "https://bank.example", "ada", OTHER),
)


def read(vault: Vault, library: Library, file: Path) -> Report:
    return passwords.read_list(vault, library, file, Task())


def by_name(found: Report) -> dict[str, AccountResult]:
    return {one.name: one for one in found.accounts}


def test_the_report_says_which_accounts_share_and_how_many_others(ada: Vault, library: Library, put: Put) -> None:
    found = read(ada, library, put("list.json", bitwarden_json(ENTRIES)))
    named = by_name(found)
    assert found.manager is Manager.BITWARDEN
    assert (named["Facebook"].shares_with, named["Facebook"].shares_with_others) == (("Instagram",), 2)
    assert named["Instagram"].shares_with == ("Facebook",)
    assert not named["X"].shares
    assert (named["X"].grade, named["X"].sorts) == (Grade.PERSONAL, (Sort.TOWN,))
    assert (named["Facebook"].two_step, named["Instagram"].two_step) == (True, False)
    assert not named["LinkedIn"].known
    assert [one.name for one in found.not_in_list] == ["LinkedIn"]
    assert [one.wants_change for one in found.accounts] == [True, True, True, False]
    counts = found.counts
    assert (counts.accounts, counts.shared, counts.weak, counts.leaked, counts.no_two_step) == (3, 2, 1, None, 2)


@pytest.mark.parametrize("name", ["bitwarden.csv", "1password.1pux", "keepassxc.xml", "firefox.csv", "proton.zip"])
def test_every_way_of_writing_it_says_the_same(name: str, ada: Vault, library: Library, put: Put) -> None:
    named = by_name(read(ada, library, put(name, SHAPES[name][0](ENTRIES))))
    assert named["Facebook"].shares_with == ("Instagram",)
    assert named["Facebook"].shares_with_others == 2
    assert named["X"].grade is Grade.PERSONAL


def test_old_is_told_where_the_list_has_dates_and_is_no_reason_by_itself(
    ada: Vault, library: Library, put: Put
) -> None:
    alone = [Entry("Facebook", "https://facebook.com", "ada", STRONG, changed=OLD)]
    found = read(ada, library, put("list.csv", firefox(alone)))
    facebook = by_name(found)["Facebook"]
    assert facebook.old
    assert not facebook.wants_change
    assert found.counts.old == 1
    assert read(ada, library, put("list2.csv", chrome(alone))).counts.old is None


def test_a_login_of_two_networks_does_not_share_with_itself(ada: Vault, library: Library, put: Put) -> None:
    person.add_account(ada, "messenger")
    found = by_name(read(ada, library, put("l.csv", chrome([Entry("F", "https://facebook.com", "a", STRONG)]))))
    assert found["Facebook"].known
    assert found["Messenger"].known
    assert not found["Facebook"].shares
    assert not found["Messenger"].shares


def test_a_facebook_login_is_not_taken_for_instagram(vault: Vault, library: Library, put: Put) -> None:
    person.add_account(vault, "instagram")
    found = by_name(read(vault, library, put("l.csv", chrome([Entry("F", "https://facebook.com", "a", STRONG)]))))
    assert not found["Instagram"].known


def test_two_accounts_on_one_network_are_told_apart(vault: Vault, library: Library, put: Put) -> None:
    person.add_account(vault, "x", handle="ada_example")
    person.add_account(vault, "x", handle="ada_work")
    entries = [Entry("X", "https://x.com", "ada_example", STRONG), Entry("X", "https://x.com", "ada_work", STRONG)]
    found = by_name(read(vault, library, put("l.csv", chrome(entries))))
    assert found["X (ada_example)"].shares_with == ("X (ada_work)",)


def test_closed_accounts_are_left_out(ada: Vault, library: Library, put: Put) -> None:
    facebook = next(one for one in person.accounts(ada) if one.network == "facebook")
    person.change_account(ada, facebook.id, state=AccountState.CLOSED)
    named = by_name(read(ada, library, put("l.json", bitwarden_json(ENTRIES))))
    assert "Facebook" not in named
    assert named["Instagram"].shares_with_others == 3


def test_somebody_without_accounts_is_told_what_to_do(vault: Vault, library: Library, put: Put) -> None:
    with pytest.raises(NoAccounts, match="My accounts"):
        read(vault, library, put("l.csv", chrome(ENTRIES)))


@pytest.mark.parametrize(
    ("data", "words"), [(b"", "not a list"), (b"{", "cut off"), (b'{"encrypted": true}', "locked")]
)
def test_what_is_no_list_says_so_through_the_other_process(
    data: bytes, words: str, ada: Vault, library: Library, put: Put
) -> None:
    with pytest.raises(BadExport, match=words):
        read(ada, library, put("x", data))


@pytest.mark.skipif(os.name == "nt", reason="pipes in folders are those of POSIX")
def test_a_file_that_is_not_there_or_is_no_file(ada: Vault, library: Library, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for place in (tmp_path / "none.csv", tmp_path, tmp_path / "pipe"):
        with pytest.raises(BadExport, match="could not be opened"):
            read(ada, library, place)


def test_a_file_far_too_big_is_not_read(ada: Vault, library: Library, tmp_path: Path) -> None:
    file = tmp_path / "big.csv"
    with file.open("wb") as opened:
        opened.truncate(70_000_000)
    with pytest.raises(BadExport, match="too big"):
        read(ada, library, file)


def test_reading_can_be_stopped(ada: Vault, library: Library, put: Put) -> None:
    task = Task()
    task.stop()
    with pytest.raises(Stopped):
        passwords.read_list(ada, library, put("l.csv", chrome(ENTRIES)), task)


def test_a_list_that_breaks_its_reader_is_only_unreadable(ada: Vault, library: Library, put: Put) -> None:
    bomb = b'{"items":' + b'[{"a":' * 200_000
    with pytest.raises((BadExport, CannotRead)):
        read(ada, library, put("x.json", bomb))


def test_what_the_lists_said_is_put_beside_each_account(ada: Vault, library: Library, put: Put) -> None:
    found = read(ada, library, put("l.1pux", onepassword_1pux(ENTRIES)))
    x = by_name(found)["X"]
    hashes = found.hashes[x.account_id]
    told = passwords.with_seen(found, {hashes[0]: Seen(Look.FOUND, 3)})
    assert by_name(told)["X"].seen == Seen(Look.FOUND, 3)
    assert by_name(told)["Facebook"].seen is None
    assert told.counts.leaked == 1
    bare = passwords.without_hashes(told)
    assert not bare.hashes
    assert hashes[0].hex() not in repr(told)


def test_bad_news_of_one_login_outweighs_a_failed_look_at_another(ada: Vault, library: Library, put: Put) -> None:
    two = [Entry("F", "https://facebook.com", "a", STRONG), Entry("F", "https://facebook.com", "b", OTHER)]
    found = read(ada, library, put("l.csv", chrome(two)))
    facebook = by_name(found)["Facebook"]
    first, second = found.hashes[facebook.account_id]
    for seen, look in (
        ({first: Seen(Look.NOT_FOUND), second: Seen(Look.FOUND, 2)}, Look.FOUND),
        ({first: Seen(Look.NOT_FOUND), second: Seen(Look.NOT_REACHED)}, Look.NOT_REACHED),
        ({first: Seen(Look.NOT_FOUND), second: Seen(Look.NOT_FOUND)}, Look.NOT_FOUND),
    ):
        told = by_name(passwords.with_seen(found, seen))["Facebook"].seen
        assert told is not None
        assert told.look is look


def test_only_numbers_are_kept_and_the_next_time_compares(ada: Vault, library: Library, put: Put) -> None:
    first = read(ada, library, put("l.json", bitwarden_json(ENTRIES))).counts
    kept = passwords.keep(ada, first)
    better = read(ada, library, put("m.json", bitwarden_json(ENTRIES[1:3]))).counts
    assert passwords.compared(first, better) == "Before, 2 accounts shared a password. Now none does."
    passwords.keep(ada, better)
    assert [one.counts for one in passwords.looks(ada)] == [better, first]
    ada.undo(kept.undo)
    assert [one.counts for one in passwords.looks(ada)] == [better]


def test_the_comparison_in_words() -> None:
    def counts(shared: int) -> passwords.Counts:
        return passwords.Counts(9, shared, 0)

    assert passwords.compared(counts(5), counts(2)) == "Before, 5 accounts shared a password. Now 2 do."
    assert passwords.compared(counts(2), counts(1)) == "Before, 2 accounts shared a password. Now 1 does."
    assert passwords.compared(counts(1), counts(1)) == "Before, 1 account shared a password. It is the same now."
    assert passwords.compared(counts(0), counts(0)) == ""
