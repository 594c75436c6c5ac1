"""Asking a network for a copy, step by step, with a day for each."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from footprint import checklists, reminders
from footprint.archives import concierge
from footprint.archives.concierge import Ending, Stage
from footprint.errors import NotFound
from footprint.paths import shipped
from footprint.vault import Vault

MONDAY = date(2026, 11, 23)


def day(n: int) -> date:
    return MONDAY + timedelta(days=n)


def test_every_export_belongs_to_a_network_whose_page_leads_there() -> None:
    library = checklists.load(shipped("checklists"))
    for one in concierge.exports():
        page = library.network(one.network).pages.download
        assert page is not None and (page.steps or page.link)
        assert all(other in library for other in one.also)


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("ready_days = 9", "days"),
        ("own_way = true", "choose"),
        ('file = " "', "file"),
        ("colour = 1", "colour"),
        ('also = ["x"]', "twice"),
    ],
)
def test_a_fault_in_the_file_is_named(tmp_path: Path, line: str, fault: str) -> None:
    good = {
        "network": '"x"', "choose": "[]", "ready_days": "1", "most_days": "2", "kept_days": "0",
        "file": '"A ZIP file."', "source": '"Seen"', "verified": "2026-11-25", "confidence": '"independent"',
    }  # fmt: skip
    name, _eq, value = line.partition(" = ")
    lines = {**good, name: value}
    path = tmp_path / "exports.toml"
    path.write_text("[[exports]]\n" + "\n".join(f"{key} = {said}" for key, said in lines.items()), "utf-8")
    with pytest.raises(concierge.BadExports, match=fault):
        concierge.load(path)


def test_a_copy_goes_from_asked_to_deleted(vault: Vault) -> None:
    copy = concierge.ask(vault, "facebook", MONDAY).value
    assert copy.stage is Stage.ASKED
    due = concierge.next_of(copy, MONDAY)
    assert due is not None and due.day == day(1) and not due.late
    copy = concierge.not_yet(vault, copy.id, day(1)).value
    assert copy.look_on == day(2)
    copy = concierge.ready(vault, copy.id, day(2)).value
    due = concierge.next_of(copy, day(2))
    assert due is not None and due.day == day(2) and "29 November" in due.words and copy.fetch_by == day(6)
    copy = concierge.brought_in(vault, copy.id, day(3)).value
    due = concierge.next_of(copy, day(3))
    assert due is not None and due.day == day(4)
    copy = concierge.finish(vault, copy.id, Ending.SHREDDED).value
    assert concierge.next_of(copy, day(9)) is None
    assert concierge.under_way(vault) == () and concierge.copies(vault) == (copy,)


def test_a_network_that_takes_too_long_is_said_to_and_asked_about_less_often(vault: Vault) -> None:
    copy = concierge.ask(vault, "facebook", MONDAY).value
    due = concierge.next_of(copy, day(4))
    assert concierge.is_slow(copy, day(4)) and due is not None and due.late
    assert concierge.not_yet(vault, copy.id, day(4)).value.look_on == day(11)


def test_a_copy_that_was_not_fetched_in_time_may_be_over(vault: Vault) -> None:
    copy = concierge.ask(vault, "linkedin", MONDAY).value
    copy = concierge.ready(vault, copy.id, day(1)).value
    assert (in_time := concierge.next_of(copy, day(4))) is not None and not in_time.late
    assert (over := concierge.next_of(copy, day(5))) is not None and over.late


def test_one_that_comes_at_once_is_ready_at_once(vault: Vault) -> None:
    assert concierge.ask(vault, "bluesky", MONDAY).value.stage is Stage.READY


def test_what_was_read_ends_the_waiting_of_the_copy_it_came_in(vault: Vault) -> None:
    copy = concierge.ask(vault, "youtube", MONDAY).value
    assert copy.network == "google-account"
    assert concierge.network_brought_in(vault, "facebook", MONDAY) is None
    done = concierge.network_brought_in(vault, "google-maps", MONDAY)
    assert done is not None and done.value.stage is Stage.BROUGHT_IN
    assert concierge.network_brought_in(vault, "google-maps", MONDAY) is None


def test_each_step_can_be_taken_back(vault: Vault) -> None:
    asked = concierge.ask(vault, "x", MONDAY)
    ready = concierge.ready(vault, asked.value.id, day(1))
    vault.undo(ready.undo)
    assert concierge.get(vault, asked.value.id).stage is Stage.ASKED
    gone = concierge.forget(vault, asked.value.id)
    with pytest.raises(NotFound):
        concierge.get(vault, asked.value.id)
    vault.undo(gone.undo)
    assert concierge.get(vault, asked.value.id) == asked.value


def test_a_network_nobody_knows_how_to_ask_gets_a_sentence(vault: Vault) -> None:
    with pytest.raises(NotFound, match="copy"):
        concierge.ask(vault, "friendster", MONDAY)


def test_a_copy_on_its_way_is_a_reminder_on_its_day(vault: Vault) -> None:
    library = checklists.load(shipped("checklists"))
    copy = concierge.ask(vault, "facebook", MONDAY).value
    now = reminders.rhythm(vault, library, MONDAY, 6)
    thing = now.get(f"copy:{copy.id}")
    assert thing is not None and thing.due == day(1) and thing.title == "Your copy of Facebook"
    assert now.days[day(1)] == 1
    concierge.finish(vault, copy.id, Ending.GIVEN_UP)
    assert reminders.rhythm(vault, library, MONDAY, 6).get(f"copy:{copy.id}") is None


def test_a_copy_can_be_put_off_to_another_day(vault: Vault) -> None:
    library = checklists.load(shipped("checklists"))
    copy = concierge.ask(vault, "facebook", MONDAY).value
    reminders.snooze(vault, f"copy:{copy.id}", day(5), MONDAY, day(1))
    thing = reminders.rhythm(vault, library, day(2), 6).get(f"copy:{copy.id}")
    assert thing is not None and thing.due == day(5)
