"""`due.json` holds dates and counts, and there is no way to make it hold anything else."""

from __future__ import annotations

import json
import re
import stat
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import log, person, reminders
from footprint import vault as vaults
from footprint.checklists import Library
from footprint.reminders import Due, duefile
from footprint.vault import FLOOR

TODAY = date(2026, 11, 16)
SHAPE = re.compile(
    r'\{"version": 1, "days": \{("\d{4}-\d\d-\d\d": \d+(, "\d{4}-\d\d-\d\d": \d+)*)?\}, '
    r'"told": (null|"\d{4}-\d\d-\d\d")\}'
)
dates = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(st.dictionaries(dates, st.integers(-5, 10**9)), st.none() | dates)
def test_whatever_is_put_in_it_is_dates_and_counts(days: dict[date, int], told: date | None) -> None:
    assert SHAPE.fullmatch(duefile.text_of(Due(days, told)))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=12), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["version", "days", "told", "name"]), json_values) | json_values)
def test_a_file_made_by_anybody_brings_nothing_but_dates_and_counts_in(found: object) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        (Path(place) / duefile.FILE).write_text(json.dumps(found))
        due = duefile.load(Path(place))
    assert all(type(day) is date and type(count) is int and count > 0 for day, count in due.days.items())
    assert SHAPE.fullmatch(duefile.text_of(due))


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b'{"version": 2, "days": {"2026-11-16": 1}}', b"[" * 9999]
)
def test_a_damaged_file_is_as_good_as_none(tmp_path: Path, data: bytes) -> None:
    (tmp_path / duefile.FILE).write_bytes(data)
    assert duefile.load(tmp_path) == Due({})
    duefile.keep_days(tmp_path, {TODAY: 1})
    assert duefile.load(tmp_path) == Due({TODAY: 1})


def test_it_holds_nothing_of_what_the_vault_knows(tmp_path: Path, library: Library) -> None:
    folder = tmp_path / "notes"
    vault = vaults.create(folder, "olive kettle harbour mitten wagon prune", strength=FLOOR).vault
    person.add_account(vault, "facebook", handle="ada.marker")
    log.add(vault, log.New(title="A marker photo", due=TODAY))
    reminders.add(vault, "Marker of my own", TODAY, today=TODAY)
    assert reminders.note_due(folder, vault, library, TODAY, 6)
    vault.close()
    text = (folder / duefile.FILE).read_text()
    assert SHAPE.fullmatch(text) and duefile.load(folder).count(TODAY) == 2
    assert stat.S_IMODE((folder / duefile.FILE).stat().st_mode) == 0o600


def test_a_vault_that_is_not_kept_leaves_no_file(tmp_path: Path, library: Library) -> None:
    vault = vaults.throw_away(temporary=tmp_path)
    assert not reminders.note_due(tmp_path, vault, library, TODAY, 6)
    vault.close()
    assert not (tmp_path / duefile.FILE).exists()


def test_of_many_that_would_say_it_at_once_one_does(tmp_path: Path) -> None:
    duefile.keep_days(tmp_path, {TODAY: 2})
    said: list[bool] = []
    threads = [threading.Thread(target=lambda: said.append(duefile.claim(tmp_path, TODAY))) for _at in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(said) == [False] * 7 + [True]
    assert duefile.load(tmp_path).told == TODAY and duefile.load(tmp_path).days == {TODAY: 2}
    duefile.keep_days(tmp_path, {TODAY + timedelta(days=1): 1})
    assert duefile.load(tmp_path).told == TODAY, "what is due changes, and what was said stays"
