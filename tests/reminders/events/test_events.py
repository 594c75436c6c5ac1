"""Life events: what ships is whole, each is tailored to the person, and what was done stays done."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest

from footprint import checklists, paths, person
from footprint.checklists import Library
from footprint.checklists.format import Pages
from footprint.log import ladder
from footprint.log.ladder import LifeEvent
from footprint.person import Nation, Regulator
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from footprint.reminders import events
from footprint.reminders.events import Audit, BadEvent, Form, Mark, Standing
from footprint.reminders.events.load import load
from footprint.vault import Vault
from tests.conftest import FakeClock

GOOD = """
format = 1
id = "moved"
name = "I moved"
line = "A new home."
icon = "home"
order = 1
first = "The old address first."

[[steps]]
id = "a"
form = "do"
title = "Do it"
why = "It cannot wait."
guidance = ["g67"]
"""


@pytest.fixture(scope="module")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


@pytest.fixture
def ada(vault: Vault) -> Vault:
    person.add_accounts(vault, ["facebook", "instagram", "linkedin"])
    return vault


def step(audit: Audit, name: str) -> events.Step:
    return next(one for one in audit.steps if one.file.id == name)


def test_every_name_in_the_files_stands_for_something(library: Library) -> None:
    files = library.files()
    networks = [one for one in files if one.kind is checklists.Kind.NETWORK]
    lists = {one.id for one in files} | {f"{one.id}/{check.id}" for one in files for check in one.checks}
    known = {one.id for one in checklists.load_guidance()[0].statements()}
    wrong = events.unknown(
        events.events(),
        guidance=frozenset(known),
        lists=frozenset(lists),
        checks=frozenset(check.id for one in networks for check in one.checks),
        groups=frozenset(group.id for one in networks for group in one.groups),
        pages=frozenset(Pages.__struct_fields__),
    )
    assert list(wrong) == []
    assert len(events.events()) == 11


@pytest.mark.parametrize("file", events.events(), ids=lambda one: one.id)
def test_each_is_short_and_asks_something_of_somebody_with_three_accounts(
    ada: Vault, library: Library, file: events.EventFile
) -> None:
    found = events.preview(ada, library, file.id)
    assert found.started is None and found.next is not None
    assert 3 <= len(found.asked) <= 10 and found.minutes <= 120
    assert not any("{who}" in f"{one.file.title}{one.file.why}{one.file.steps}" for one in found.steps)


@pytest.mark.parametrize("file", events.events(), ids=lambda one: one.id)
def test_each_can_be_read_by_somebody_tired(file: events.EventFile) -> None:
    pieces = [file.name, file.line, file.first]
    for one in file.steps:
        pieces += [one.title, one.why, *one.steps]
    words = [piece.replace("{who}", "your line manager") for piece in pieces]
    assert reading("\n".join(words)).grade < MAX_GRADE
    assert [one for one in words if reading(one).longest > MAX_SENTENCE] == []
    assert [one for one in words if re.search(r"[!]|\b(?:please|sorry|invalid|click|user)\b", one, re.IGNORECASE)] == []


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ('name = "I moved"|name = "I moved"\nnmae = 1', "nmae"),
        ('id = "moved"|id = "other"', "name of the file"),
        ('form = "do"|form = "pause"', "pause"),
        ('form = "do"|form = "checks"', "checks, groups, lists"),
        ('form = "do"|form = "do"\nplace = "search"', "another form"),
        ('guidance = ["g67"]|guidance = []', "guidance"),
        ('guidance = ["g67"]|guidance = ["g67"]\nlink = "http://a.example"\nlink_label = "A"', "https"),
        ("format = 1|format = 2", "newer"),
        ("order = 1|order = [", "TOML"),
    ],
)
def test_a_file_with_a_fault_is_refused_with_its_place(tmp_path: Path, change: str, words: str) -> None:
    before, after = change.split("|")
    (tmp_path / "moved.toml").write_text(GOOD, encoding="utf-8")
    assert [one.id for one in load(tmp_path)] == ["moved"]
    (tmp_path / "moved.toml").write_text(GOOD.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(BadEvent, match=words) as refused:
        load(tmp_path)
    assert "moved.toml" in str(refused.value)


def test_checks_come_from_their_own_networks_and_are_done_when_they_are_answered(
    ada: Vault, library: Library, clock: FakeClock
) -> None:
    begun = events.begin(ada, "taken-over").value
    before = step(events.look(ada, library, begun.id), "out")
    assert {one.network for one in before.parts} <= {"facebook", "instagram", "linkedin"}
    assert before.standing is Standing.OPEN and before.minutes
    clock.advance(minutes=1)
    for part in before.parts:
        for check_id in part.checks:
            check = next(one for one in library.network(part.network).checks if one.id == check_id)
            checklists.answer(ada, library.network(part.network), check, check.choices[0].id)
    after = step(events.look(ada, library, begun.id), "out")
    assert after.standing is Standing.DONE and [one.checks for one in after.parts] == [
        one.checks for one in before.parts
    ]


def test_a_hearing_puts_the_pause_on_and_undo_takes_it_off(ada: Vault, library: Library) -> None:
    begun = events.begin(ada, "court-hearing").value
    done = events.mark(ada, library, begun.id, "pause", Mark.DONE)
    assert LifeEvent.HEARING in ladder.life_events(ada)
    assert step(done.value, "pause").standing is Standing.DONE
    ada.undo(done.undo)
    assert not ladder.life_events(ada)
    assert step(events.look(ada, library, begun.id), "pause").standing is Standing.OPEN


def test_what_the_person_said_of_a_step_stays_and_can_be_taken_back(ada: Vault, library: Library) -> None:
    begun = events.begin(ada, "new-baby").value
    assert events.begin(ada, "new-baby").value == begun, "one that was begun is carried on"
    total = len(events.look(ada, library, begun.id).asked)
    events.mark(ada, library, begun.id, "agree", Mark.DONE)
    audit = events.mark(ada, library, begun.id, "work", Mark.LEFT_OUT).value
    assert (audit.settled, len(audit.asked)) == (2, total)
    assert audit.next is not None and audit.next.file.id == "told"
    audit = events.mark(ada, library, begun.id, "agree", None).value
    assert audit.settled == 1 and audit.next is not None and audit.next.file.id == "agree"


def test_what_belongs_to_another_nation_or_needs_a_register_is_not_asked(ada: Vault, library: Library) -> None:
    assert "register" not in [one.file.id for one in events.preview(ada, library, "changed-name").steps]
    person.set_profile(ada, nation=Nation.SCOTLAND, regulator=Regulator.SSSC)
    asked = step(events.preview(ada, library, "changed-name"), "register")
    assert {"sssc"} <= {one.network for one in asked.parts}
    assert not {"social-work-england", "social-care-wales", "niscc"} & {one.network for one in asked.parts}


def test_without_an_account_its_steps_ask_for_nothing(vault: Vault, library: Library) -> None:
    audit = events.preview(vault, library, "taken-over")
    assert step(audit, "back").standing is Standing.NOTHING
    assert step(audit, "back") not in audit.asked and audit.next is not None


def test_the_way_back_of_each_network_is_shown(ada: Vault, library: Library) -> None:
    found = step(events.preview(ada, library, "taken-over"), "back")
    assert found.file.form is Form.PAGE
    assert [one.network for one in found.pages] == ["facebook", "instagram", "linkedin"]
    assert all(one.page.source and one.page.verified for one in found.pages)


def test_one_that_is_finished_is_worth_a_second_look_in_its_time(
    ada: Vault, library: Library, clock: FakeClock
) -> None:
    begun = events.begin(ada, "holiday-photos").value
    ended = events.finish(ada, begun.id).value
    assert ended.ended_at is not None and not events.running(ada, library)
    assert events.due(ada, ended.ended_at.date() + timedelta(days=900)) == (), "holidays need no second look"
    begun = events.begin(ada, "complaint").value
    ended = events.finish(ada, begun.id).value
    assert ended.ended_at is not None
    day = ended.ended_at.date()
    assert not events.due(ada, day + timedelta(days=29))
    assert [(file.id, on) for file, on in events.due(ada, day + timedelta(days=31))] == [
        ("complaint", day + timedelta(days=30))
    ]
    events.begin(ada, "complaint")
    assert not events.due(ada, day + timedelta(days=31)), "it was begun again"


def test_one_that_is_forgotten_leaves_its_answers(ada: Vault, library: Library) -> None:
    begun = events.begin(ada, "new-job").value
    gone = events.forget(ada, begun.id)
    assert not events.history(ada)
    ada.undo(gone.undo)
    assert [one.id for _file, one in events.history(ada)] == [begun.id]
