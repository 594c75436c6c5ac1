"""The leaked lists are asked with five letters; whatever goes wrong there is never “not found”."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import web as web_room
from footprint.demo.leaked import LEAKED_LISTS
from footprint.demo.misbehaviour import KNOWN, Visit
from footprint.demo.web import LoopbackWeb
from footprint.passwords import Look, look_up, plan, sha1_of
from footprint.passwords.hashing import prefix_of, suffix_of
from footprint.passwords.rows import NotRows, read_rows
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Offline, Web

PASSWORD = sha1_of("password")
UNUSUAL = sha1_of("velvet-otter-lamp-71")


def test_a_leaked_one_is_found_with_how_often(door: Web) -> None:
    seen = look_up(door, plan([PASSWORD]), Task())[PASSWORD]
    assert (seen.look, seen.times) == (Look.FOUND, 9_545_824)
    assert "9,545,824" in seen.sentence


def test_another_is_not_found_and_that_is_not_called_strong(door: Web) -> None:
    seen = look_up(door, plan([UNUSUAL]), Task())[UNUSUAL]
    assert seen.look is Look.NOT_FOUND
    assert "does not make a weak password strong" in seen.sentence


def test_only_five_letters_leave_and_padding_is_asked_for(door: Web, loopback: LoopbackWeb) -> None:
    look_up(door, plan([PASSWORD, UNUSUAL]), Task())
    assert sorted(one.path for one in loopback.asked) == sorted(
        f"/range/{prefix_of(one)}" for one in (PASSWORD, UNUSUAL)
    )
    for asked in loopback.asked:
        assert asked.headers["add-padding"] == "true"
        assert not asked.query
        whole = f"{asked.place}{dict(asked.headers)}"
        assert suffix_of(PASSWORD) not in whole.upper()
        assert "password" not in whole.replace("pwnedpasswords", "")


def test_the_preview_shows_the_letters_and_the_journal_leaves_them_out(door: Web, vault: Vault) -> None:
    asked = plan([PASSWORD])
    assert asked.preview.words == prefix_of(PASSWORD) == "5BAA6"
    assert asked.preview.url.endswith("/range/5BAA6")
    look_up(door, asked, Task())
    [press] = web_room.presses(vault)
    assert press.purpose is web_room.Purpose.BREACH
    [entry] = press.entries
    assert entry.host == LEAKED_LISTS
    assert entry.url.endswith("/range/•••")
    assert "5BAA6" not in repr(press).upper()


def test_two_passwords_with_one_beginning_are_asked_once(door: Web, loopback: LoopbackWeb) -> None:
    twin = PASSWORD[:3] + bytes(17)
    found = look_up(door, plan([PASSWORD, twin, PASSWORD]), Task())
    assert (found[PASSWORD].look, found[twin].look) == (Look.FOUND, Look.NOT_FOUND)
    assert len(loopback.asked) == 1


def test_padding_is_no_finding(door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, _answers(_rows(f"{suffix_of(UNUSUAL)}:0")))
    assert look_up(door, plan([UNUSUAL]), Task())[UNUSUAL].look is Look.NOT_FOUND


def test_small_letters_and_line_ends_make_no_difference(door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, _answers(_rows(f"{suffix_of(UNUSUAL)}:7").lower().replace(b"\r\n", b"\n")))
    assert look_up(door, plan([UNUSUAL]), Task())[UNUSUAL].times == 7


@pytest.mark.parametrize("how", sorted(set(KNOWN) - {"slow", "slow_head", "silent"}))
def test_whatever_a_site_does_to_us_is_no_answer(how: str, door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, how)
    seen = look_up(door, plan([PASSWORD]), Task())[PASSWORD]
    assert not seen.look.answered
    assert seen.sentence


def _rows(*more: str) -> bytes:
    return "\r\n".join([*(f"{number:035X}:1" for number in range(800)), *more]).encode()


def _answers(body: bytes, status: int = 200, **headers: str) -> Callable[[Visit], None]:
    return lambda visit: visit.send(status, body, "text/plain", **headers)


@pytest.mark.parametrize(
    ("answer", "look"),
    [
        (_answers(b""), Look.UNREADABLE),
        (_answers(b"\r\n" * 900), Look.UNREADABLE),
        (_answers(b"0" * 35 + b":1\r\n"), Look.UNREADABLE),  # far too short to be a padded answer
        (_answers(_rows() + b"\r\n<html>Sign in to the hotel</html>"), Look.UNREADABLE),
        (_answers(_rows("0" * 34 + ":1")), Look.UNREADABLE),
        (_answers(_rows("0" * 35 + ":many")), Look.UNREADABLE),
        (_answers(_rows("0" * 35 + ":-1")), Look.UNREADABLE),
        (_answers(_rows("0" * 35 + ":" + "9" * 400)), Look.UNREADABLE),
        (_answers(_rows(), 429), Look.ASKED_TO_WAIT),
        (_answers(_rows(), 503), Look.ASKED_TO_WAIT),
        (_answers(_rows(), 404), Look.TURNED_AWAY),
        (_answers(_rows(), 206), Look.TURNED_AWAY),
        (_answers(b"", 302, Location="https://search.example/range/5BAA6"), Look.TURNED_AWAY),
        (_answers(b"x" * 1_500_000), Look.UNREADABLE),
    ],
)
def test_hostile_answers(answer: Callable[[Visit], None], look: Look, door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, answer)
    assert look_up(door, plan([UNUSUAL]), Task())[UNUSUAL].look is look
    assert {one.host for one in loopback.asked} == {LEAKED_LISTS}  # a redirect is not followed


def test_what_is_there_is_there_however_short_the_answer(door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, _answers(f"{suffix_of(UNUSUAL)}:5".encode()))
    assert look_up(door, plan([UNUSUAL]), Task())[UNUSUAL].look is Look.FOUND


def test_a_certificate_of_somebody_else_is_no_answer(door: Web, loopback: LoopbackWeb) -> None:
    loopback.misbehave(LEAKED_LISTS, "other_name")
    seen = look_up(door, plan([PASSWORD]), Task())[PASSWORD]
    assert seen.look is Look.NOT_REACHED
    assert "could not prove" in seen.sentence


def test_offline_nothing_is_tried(vault: Vault, loopback: LoopbackWeb) -> None:
    door = Web(vault, offline=lambda: True, resolver=loopback.resolver, dial=loopback.dial)
    with pytest.raises(Offline):
        look_up(door, plan([PASSWORD]), Task())
    assert not loopback.look_ups


def test_stopping_keeps_what_is_known(door: Web) -> None:
    hashes = [sha1_of(str(number)) for number in range(4)]
    asked = plan([*hashes, PASSWORD])
    task = Task(lambda done, _total, _note: task.stop() if done == 2 else None)
    found = look_up(door, asked, task)
    assert len(found) == 5
    assert sum(one.look.answered for one in found.values()) == 2
    assert sum(one.look is Look.NOT_ASKED for one in found.values()) == 3


def test_one_failed_question_leaves_the_others_be(door: Web, loopback: LoopbackWeb) -> None:
    def once(visit: Visit) -> None:
        if visit.asked.path.endswith(prefix_of(PASSWORD)):
            visit.send(500, b"")
        else:
            visit.send(200, _rows(), "text/plain")

    loopback.misbehave(LEAKED_LISTS, once)
    found = look_up(door, plan([PASSWORD, UNUSUAL]), Task())
    assert (found[PASSWORD].look, found[UNUSUAL].look) == (Look.TURNED_AWAY, Look.NOT_FOUND)


def test_without_a_press_the_door_stays_shut(door: Web) -> None:
    from footprint.web import NotConsented, Purpose, Request

    asked = plan([PASSWORD])
    with door.consented(Purpose.BREACH, (asked.noted,)) as consent:
        pass
    with pytest.raises(NotConsented):
        door.fetch(Request(asked.preview.url, Purpose.BREACH), consent, Task())


def test_a_plan_shows_no_hash() -> None:
    assert PASSWORD.hex() not in repr(plan([PASSWORD]))
    assert replace(plan([PASSWORD]), hashes=()).prefixes == ()


@given(body=st.binary(max_size=300))
def test_any_bytes_are_rows_or_none(body: bytes) -> None:
    try:
        counts, rows = read_rows(body, ["A" * 35])
    except NotRows:
        return
    assert rows == sum(bool(line) for line in body.removeprefix(b"\xef\xbb\xbf").splitlines())
    assert counts["A" * 35] >= 0
