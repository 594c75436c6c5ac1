"""The Privacy journal: complete, word for word, with keys masked, and never rewritten."""

from __future__ import annotations

import csv
import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint import web
from footprint.demo.misbehaviour import redirect_to
from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.vault.vault import Vault
from footprint.web import Consent, Kind, Purpose, Request, Sending, Unreachable, Web, WebProblem
from tests.conftest import FakeClock

HOST = "page.example"
URL = f"https://{HOST}/"
TODAY = date(2026, 11, 16)
Allow = Callable[..., Consent]


@pytest.fixture
def in_auckland() -> Iterator[None]:
    """Somebody whose day starts 13 hours before the UTC one."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Pacific/Auckland"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


def test_an_entry_says_word_for_word_what_left(door: Web, allow: Allow, vault: Vault, clock: FakeClock) -> None:
    consent = allow(door, details=("Ada Example", "Otherton"))
    request = Request(
        f"{URL}search?q=%22Ada+Example%22+Otherton&key=pass%20w%C3%B6rd",
        Purpose.SEARCH,
        headers={"Accept": "application/json"},
        secret_headers={"X-Key": "hush-hush"},
        secrets=("pass wörd",),
        details=("Ada Example", "Otherton"),
    )
    reply = door.fetch(request, consent, Task())
    (entry,) = web.entries(vault)
    assert (entry.kind, entry.at, entry.purpose, entry.host) == (Kind.SENT, clock.now, Purpose.SEARCH, HOST)
    assert (entry.method, entry.url) == ("GET", f"{URL}search?q=%22Ada+Example%22+Otherton&key=•••")
    assert entry.details == ("Ada Example", "Otherton")
    assert "Accept: application/json" in entry.headers
    assert "X-Key: •••" in entry.headers
    assert (entry.outcome, entry.status, entry.bytes) == ("answered", 404, len(reply.body))
    assert entry.connected
    assert "hush-hush" not in repr(entry)


def test_the_entry_stands_before_the_first_byte_leaves(
    door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    seen: list[tuple[str, int | None]] = []
    usual = loopback.resolver

    def resolver(host: str) -> tuple[str, ...]:
        seen.extend((one.outcome, one.status) for one in web.entries(vault))
        return usual(host)

    door._resolver = resolver
    door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert seen == [("", None)]
    vault.connection  # noqa: B018


def test_connections_and_entries_are_the_same_number(
    door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    """Several runs at once, with redirects, failures and refusals among them."""
    loopback.misbehave("other.example", redirect_to(URL + "landed"))
    loopback.misbehave("search.example", "garbage")
    loopback.misbehave("api.github.com", "hangs_up")
    loopback.misbehave("api.search.brave.com", "expired")
    hosts = [HOST, "other.example", "search.example", "api.github.com", "api.search.brave.com", "nowhere.example"]

    def run(host: str) -> None:
        consent = allow(door, host=host)
        for number in range(4):
            try:
                door.fetch(Request(f"https://{host}/{number}", Purpose.SEARCH), consent, Task())
            except WebProblem:
                continue

    threads = [threading.Thread(target=run, args=(host,)) for host in hosts]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    kept = web.entries(vault)
    assert sum(one.connected for one in kept) == loopback.accepted == 6 * 4
    assert len(kept) == 7 * 4  # those to a name nobody knows got no further than the look-up
    assert all(one.outcome for one in kept)
    assert web.sent_today(vault, TODAY) == loopback.accepted


def test_entries_are_grouped_by_the_button_that_was_pressed(
    door: Web, allow: Allow, vault: Vault, clock: FakeClock
) -> None:
    first = allow(door, details=("Ada Example",))
    door.fetch(Request(URL + "1", Purpose.SEARCH), first, Task())
    clock.advance(seconds=60)
    web.note_made(vault, "Summary saved as PDF")
    clock.advance(seconds=60)
    door.fetch(Request(URL + "2", Purpose.SEARCH), first, Task())
    clock.advance(seconds=60)
    door.fetch(Request(URL + "3", Purpose.PROBE), allow(door, Purpose.PROBE), Task())
    presses = web.presses(vault)
    assert [[one.url or one.note for one in press.entries] for press in presses] == [
        [URL + "3"],
        [URL + "2", URL + "1"],
        ["Summary saved as PDF"],
    ]
    assert [press.purpose for press in presses] == [Purpose.PROBE, Purpose.SEARCH, None]
    assert presses[1].sendings == first.sendings
    assert presses[1].pressed_at == clock.now - timedelta(seconds=180)
    assert presses[2].pressed_at is None


def test_the_end_of_a_run_ends_its_consent(door: Web, vault: Vault, clock: FakeClock) -> None:
    with door.consented(Purpose.SEARCH, [Sending(host=HOST, words="x", why="y", keeps="90 days")]):
        clock.advance(seconds=5)
    with vault.reading() as db:
        rows = list(db.execute("SELECT pressed_at, ended_at FROM web_consent"))
    assert rows == [("2026-11-16T14:30:00.000000Z", "2026-11-16T14:30:05.000000Z")]


def test_days_are_the_persons_own(in_auckland: None, door: Web, allow: Allow, vault: Vault, clock: FakeClock) -> None:
    consent = allow(door)
    clock.now = datetime(2026, 11, 16, 10, 59, tzinfo=UTC)  # a minute to midnight there
    door.fetch(Request(URL + "1", Purpose.SEARCH), consent, Task())
    clock.now = datetime(2026, 11, 16, 11, 1, tzinfo=UTC)
    door.fetch(Request(URL + "2", Purpose.SEARCH), consent, Task())
    door.fetch(Request(URL + "3", Purpose.SEARCH), consent, Task())
    monday, tuesday = date(2026, 11, 16), date(2026, 11, 17)
    assert [web.sent_today(vault, day) for day in (monday, tuesday, date(2026, 11, 18))] == [1, 2, 0]
    assert [one.url for one in web.entries(vault, until=monday)] == [URL + "1"]
    assert len(web.entries(vault, since=tuesday)) == 2


def test_nothing_sent_is_nothing(vault: Vault) -> None:
    assert (web.sent_today(vault, TODAY), web.entries(vault), web.presses(vault)) == (0, (), ())


def test_a_name_nobody_knows_is_noted_but_nothing_left(door: Web, allow: Allow, vault: Vault) -> None:
    with pytest.raises(Unreachable):
        door.fetch(Request("https://nowhere.example/", Purpose.SEARCH), allow(door, host="nowhere.example"), Task())
    assert [(one.host, one.outcome, one.connected) for one in web.entries(vault)] == [
        ("nowhere.example", "Unreachable", False)
    ]
    assert web.sent_today(vault, TODAY) == 0


def test_clearing_is_itself_an_entry(door: Web, vault: Vault, clock: FakeClock) -> None:
    seen = Sending(host=HOST, words="Ada Example", why="")
    for _turn in range(2):
        with door.consented(Purpose.SEARCH, [seen]) as consent:
            door.fetch(Request(URL, Purpose.SEARCH), consent, Task())
        clock.advance(days=40)
    done = web.clear_before(vault, date(2026, 12, 1))
    assert not done.undo
    kept = web.entries(vault)
    assert [one.kind for one in kept] == [Kind.CLEARED, Kind.SENT]
    assert kept[0].note == "1 entry from before 1 December 2026 cleared"
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM web_consent") == 1


@pytest.mark.parametrize(
    "change",
    ["url = 'https://x.example/'", "at = '2020'", "host = ''", "details = '[]'", "status = 200", "outcome = ''"],
)
def test_what_was_sent_is_never_rewritten(door: Web, allow: Allow, vault: Vault, change: str) -> None:
    door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    before = web.entries(vault)
    with pytest.raises(apsw.ConstraintError), vault.writing() as write:
        write.db.execute(f"UPDATE web_ledger SET {change}")
    assert web.entries(vault) == before


def test_undo_does_not_reach_the_ledger(vault: Vault) -> None:
    done = web.note_made(vault, "Letter copied", ("Ada Example",))
    assert not done.undo
    assert web.entries(vault) == (done.value,)


# Export


def test_the_journal_as_csv_reads_back(door: Web, allow: Allow, vault: Vault) -> None:
    door.fetch(Request(f'{URL}?q="a,b"', Purpose.SEARCH, details=("=HYPERLINK(1)",)),
               allow(door, details=("=HYPERLINK(1)",)), Task())  # fmt: skip
    web.note_made(vault, "+44 note")
    rows = list(csv.reader(io.StringIO(web.journal_csv(vault), newline="")))
    assert rows[0][:4] == ["When", "Kind", "What for", "Where to"]
    assert rows[1][1:5] == ["made", "", "", "'+44 note"]
    assert rows[2][2:6] == ["search", HOST, f"GET {URL}?q=%22a,b%22", "'=HYPERLINK(1)"]
    assert rows[2][7:9] == ["answered", "404"]


@pytest.mark.parametrize(
    "start", ["=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠", "  =", "\u3000@"]
)
def test_a_cell_a_spreadsheet_would_run_is_made_text(start: str) -> None:
    assert web.safe_cell(start + "1").startswith("'")
    assert web.safe_cell("\u202e" + start + "1").startswith("'")


def test_numbers_of_our_own_pass_by_their_type() -> None:
    assert [web.safe_cell(one) for one in (-1, -0.5, date(2026, 11, 16), "-1", "a=b")] == [
        "-1", "-0.5", "2026-11-16", "'-1", "a=b",
    ]  # fmt: skip


TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # left out of every cell: the test above


@settings(deadline=None)
@given(st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters=TURNING)), min_size=1)))
def test_any_rows_read_back_and_no_cell_starts_with_a_trigger(rows: list[list[str]]) -> None:
    back = list(csv.reader(io.StringIO(web.csv_text(rows), newline="")))
    assert [[cell.removeprefix("'") for cell in row] for row in back] == [
        [cell.removeprefix("'") for cell in row] for row in rows
    ]
    for row in back:
        for cell in row:
            assert cell.lstrip(" ")[:1] not in tuple("=+-@\t\r\n\x00＝＋－＠")


def test_the_last_day_there_is_has_no_day_after_it(vault: Vault) -> None:
    web.note_made(vault, "A backup of your notes")
    assert len(web.entries(vault, since=date(1, 1, 2), until=date.max)) == 1
