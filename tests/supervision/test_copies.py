"""What is kept of a copy is its closed words alone, and nothing else can be read back as one."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import web
from footprint.errors import NotFound
from footprint.supervision import copies, summary
from footprint.supervision.copies import Form
from footprint.supervision.copies.coded import coded, decoded
from footprint.supervision.summary import Area, Month, Network, Summary, Tens
from footprint.vault import Vault
from tests.conftest import FakeClock

MONTHS = st.none() | st.builds(Month, st.integers(2020, 2099), st.integers(1, 12))
SUMMARIES = st.builds(
    Summary,
    st.none() | st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.frozensets(st.sampled_from(Area)),
    st.none() | st.builds(Tens, st.integers(0, 99)),
    MONTHS,
    MONTHS,
    st.frozensets(st.sampled_from(Network)),
)


@given(SUMMARIES)
def test_every_summary_comes_back_as_it_was(one: Summary) -> None:
    assert decoded(coded(one)) == one


@given(st.text() | st.dictionaries(st.text(), st.text() | st.integers()).map(json.dumps))
def test_no_other_text_is_read_as_one(text: str) -> None:
    found = decoded(text)
    assert found is None or found == Summary()


@pytest.mark.parametrize("said", [
    '{"note": "my ex"}', '{"areas": ["dating"]}', '{"networks": ["tinder"]}', '{"tens": 31.5}', '{"tens": 100}',
    '{"last": [2026, 13]}', '{"last": [2026, 1, 9]}', '{"made_on": "2026-11-16T14:30:00Z"}', '{"networks": "facebook"}',
])  # fmt: skip
def test_what_somebody_puts_in_its_place_is_not_shown(vault: Vault, said: str) -> None:
    copies.made(vault, Summary(), Form.TEXT)
    with vault.writing(undo=False) as write:
        write.db.execute("UPDATE summary_copy SET said = ?", (said,))
    assert copies.copies(vault) == ()


def test_a_copy_is_listed_with_its_day_and_taken_off_with_undo(vault: Vault, clock: FakeClock) -> None:
    first = copies.made(vault, Summary(finished=Tens(3)), Form.PDF, "online-check.pdf").value
    clock.advance(days=2)
    second = copies.made(vault, Summary(), Form.COPIED).value
    assert copies.copies(vault) == (second, first)
    assert [one.details for one in web.entries(vault)] == [(), ("online-check.pdf",)]
    gone = copies.forget(vault, first.id)
    assert copies.copies(vault) == (second,)
    vault.undo(gone.undo)
    assert copies.copies(vault) == (second, first)
    with pytest.raises(NotFound):
        copies.forget(vault, "nothing")


def test_what_is_kept_is_short_and_in_closed_words(vault: Vault) -> None:
    whole = Summary(date(2026, 11, 16), frozenset(Area), Tens(3), Month(2026, 11), Month(2027, 5), frozenset(Network))
    copies.made(vault, whole, Form.WORD)
    with vault.reading() as db:
        (said,) = db.row("SELECT said FROM summary_copy") or ("",)
    kept = json.loads(said)
    assert set(kept) == {"made_on", "areas", "tens", "last", "next", "networks"}
    assert set(kept["networks"]) == {one.value for one in Network} and kept["areas"] == list(range(1, 8))
    assert summary.summary_text(copies.copies(vault)[0].summary) == summary.summary_text(whole)
