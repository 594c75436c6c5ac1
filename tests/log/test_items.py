"""Items: added, changed, deleted, brought back, and undone exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from footprint import log, person, search
from footprint.errors import NotFound
from footprint.person import DetailKind
from footprint.search import reading
from footprint.tasks import Task
from footprint.vault import Vault

TODAY = date(2026, 11, 16)


def finding(**values: Any) -> search.Finding:
    told: dict[str, Any] = {
        "id": "f1", "address": "https://www.club.example/team?id=4", "canonical": "https://club.example/team?id=4",
        "host": "club.example", "title": "Ada Example\n- our team", "snippet": "", "named": "",
        "is_new": True, "seen_last_time": False, "verdict": None, "glad": False, **values,
    }  # fmt: skip
    instant = search.Finding.__dataclass_fields__  # the two dates are of no interest here
    assert "first_seen" in instant
    from datetime import UTC, datetime

    at = datetime(2026, 11, 16, tzinfo=UTC)
    return search.Finding(first_seen=at, last_seen=at, **told)


def test_an_item_is_kept_whole(vault: Vault) -> None:
    new = log.New(
        "An old photo", address="club.example/team", place="Club page", network="facebook", kind=log.Kind.PHOTO,
        origin=log.Origin.KNOWN, action=log.Action.UNTAG, contact="Jo Sample", notes="Line 1\nLine 2",
        severity=log.Severity.HIGH, due=date(2026, 12, 1), check="facebook:fb01", account_id="a1",
    )  # fmt: skip
    made = log.add(vault, new).value
    assert log.get(vault, made.id) == made
    assert made.address == "https://club.example/team"
    assert (made.host, made.state, made.found_at) == ("club.example", log.State.FOUND, vault.now())
    assert log.of_check(vault, "facebook:fb01") == (made,)


def test_a_result_becomes_an_item(vault: Vault) -> None:
    made = log.from_finding(vault, finding(), origin=log.Origin.ORGANISATION).value
    assert made.title == "Ada Example - our team"
    assert made.address == "https://www.club.example/team?id=4"
    assert log.of_finding(vault, "f1") == (made,)
    assert log.from_finding(vault, finding(title="x" * 900)).value.title == "x" * 300
    assert log.from_finding(vault, finding(title="")).value.title == "club.example"


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"title": "  \n "}, "title"),
        ({"title": "x" * 301}, "title"),
        ({"title": "A", "notes": "x" * 20_001}, "notes"),
        ({"title": "A", "address": "javascript:alert(1)"}, "address"),
        ({"title": "A", "address": "my page"}, "address"),
    ],
)
def test_what_cannot_be_kept_is_named_with_its_field(vault: Vault, values: dict[str, Any], field: str) -> None:
    with pytest.raises(log.BadItem) as caught:
        log.add(vault, log.New(**values))
    assert caught.value.field == field
    assert log.count(vault, log.Query(), TODAY) == 0


def test_a_result_with_no_real_address_is_listed_all_the_same(vault: Vault) -> None:
    for address in ("javascript:alert(1)", "x" * 9000, "http://", "\ud800"):
        made = log.from_finding(vault, finding(address=address, host="")).value
        assert (made.address, made.host) == ("", "")
        assert made.notes == address.replace("\ud800", "")


def test_a_day_found_that_is_still_to_come_is_refused(vault: Vault) -> None:
    with pytest.raises(log.BadItem, match="today or in the past"):
        log.add(vault, log.New("A", found_at=vault.now() + timedelta(days=2)))


def test_odd_letters_are_kept_or_left_out_but_never_break(vault: Vault) -> None:
    made = log.add(vault, log.New("A\x00b\ud800 \u202ec", notes="n\x00\udfff")).value
    assert made.title == "Ab \u202ec"
    assert made.notes == "n"
    assert log.get(vault, made.id) == made


def test_a_change_notes_what_was_changed_and_can_be_undone(vault: Vault, clock: Any) -> None:
    made = log.add(vault, log.New("A photo", notes="one")).value
    clock.advance(minutes=5)
    done = log.change(vault, made.id, notes="two", title="A photo", severity=log.Severity.LOW)
    assert log.get(vault, made.id) == done.value
    assert [one.words for one in log.history(vault, made.id)] == [
        "You put it in your list.",
        "You changed it: notes, how much it matters.",
    ]
    vault.undo(done.undo)
    assert replace(log.get(vault, made.id), changed_at=made.changed_at) == made
    assert len(log.history(vault, made.id)) == 1
    with pytest.raises(TypeError):
        log.change(vault, made.id, state=log.State.GONE)


def test_an_unchanged_change_leaves_no_trace(vault: Vault) -> None:
    made = log.add(vault, log.New("A photo")).value
    assert not log.change(vault, made.id, title=" A  photo ").undo
    assert len(log.history(vault, made.id)) == 1


def test_many_are_changed_and_undone_together(vault: Vault) -> None:
    made = [log.add(vault, log.New(f"Item {n}")).value for n in range(5)]
    some = [one.id for one in made[:3]]
    done = log.change_many(vault, some, severity=log.Severity.HIGH, due=date(2026, 12, 24))
    assert done.value == 3
    assert [log.get(vault, one.id).severity for one in made] == [log.Severity.HIGH] * 3 + [log.Severity.MEDIUM] * 2
    assert log.get(vault, some[0]).due == date(2026, 12, 24)
    vault.undo(done.undo)
    assert {log.get(vault, one.id).due for one in made} == {None}


def test_deleted_items_come_back_for_30_days(vault: Vault, clock: Any) -> None:
    kept, gone = (log.add(vault, log.New(name, notes="secret words")).value for name in ("Kept", "Gone"))
    log.delete(vault, [gone.id])
    with pytest.raises(NotFound):
        log.get(vault, gone.id)
    (row,) = log.recently_deleted(vault)
    assert (row.id, row.title, row.until) == (gone.id, "Gone", date(2026, 12, 16))
    assert log.restore(vault, [gone.id]).value == 1
    assert log.get(vault, gone.id).notes == "secret words"
    assert [one.kind for one in log.history(vault, gone.id)][-2:] == [log.EventKind.DELETED, log.EventKind.RESTORED]

    log.delete(vault, [gone.id])
    clock.advance(days=31)
    assert log.recently_deleted(vault) == ()
    assert log.empty_deleted(vault) == 1
    assert log.restore(vault, [gone.id]).value == 0
    assert log.get(vault, kept.id) == kept
    assert log.empty_deleted(vault) == 0


def test_an_item_undone_is_not_recently_deleted(vault: Vault) -> None:
    done = log.add(vault, log.New("Slip"))
    vault.undo(done.undo)
    assert log.recently_deleted(vault) == ()


def test_what_the_page_of_a_result_showed_goes_into_the_notes_of_its_item(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    search.add_pasted(vault, "https://club.example/team")
    (found,) = search.findings(vault)
    reading.add_page(vault, found.id, b"<title>Team</title><p>Ada Example, phone 07700 900123</p>", Task())
    done = log.put_on_list(vault, found)
    assert "Phone number: “07700 900123”" in done.value.notes
    vault.undo(done.undo)
    assert log.count(vault, log.Query(), TODAY) == 0


def test_a_result_put_on_the_list_twice_is_one_item(vault: Vault) -> None:
    search.add_pasted(vault, "https://club.example/team")
    (found,) = search.findings(vault)
    done = log.put_on_list(vault, found)
    assert search.finding(vault, found.id).verdict is search.Verdict.REMOVE
    assert log.put_on_list(vault, found).value.id == done.value.id
    assert log.count(vault, log.Query(), TODAY) == 1
