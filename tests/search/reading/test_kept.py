"""Readings are kept as they were: every one, dated, with its outcome; only good ones count as the latest."""

from __future__ import annotations

from datetime import timedelta

from footprint.search import Outcome, reading
from footprint.search.reading import Exposed, Facet, Reading, Why, store
from footprint.vault import Done, Vault


def kept(vault: Vault, *several: Reading) -> Done[None]:
    with vault.writing() as write:
        for one in several:
            store.add(write.db, one, write.now)
    return write.done(None)


def test_everything_said_of_a_reading_comes_back(vault: Vault) -> None:
    whole = Reading(
        "r1", "f1", vault.now(), Outcome.RESULTS, None, True, "https://club.example/team", "https://club.example/t",
        "Team", "https://club.example/ada.jpg", "Sam Writer", "2024-05-01", "2024-06-02", "noindex", True,
        (Exposed(Facet.PHONE, "07700 900123"), Exposed(Facet.TOWN, "lives in Otherton")), "abcd",
    )  # fmt: skip
    kept(vault, whole)
    assert reading.readings(vault) == (whole,)
    assert whole.facets == (Facet.TOWN, Facet.PHONE)
    assert whole.hidden_from_search


def test_the_latest_is_the_latest_good_one(vault: Vault) -> None:
    now = vault.now()
    good = Reading("r1", "f1", now, Outcome.EMPTY)
    failed = Reading("r2", "f1", now + timedelta(hours=1), Outcome.BLOCKED, Why.LOGIN)
    never = Reading("r3", "f2", now, Outcome.NETWORK_ERROR, Why.NO_ANSWER)
    kept(vault, failed, never, good)
    assert reading.latest(vault) == {"f1": good}
    assert [one.id for one in reading.readings(vault, ["f1"])] == ["r1", "r2"]
    assert not failed.good
    assert failed.note


def test_a_reading_can_be_undone(vault: Vault) -> None:
    done = kept(vault, Reading("r1", "f1", vault.now(), Outcome.EMPTY))
    vault.undo(done.undo)
    assert reading.readings(vault) == ()


def test_each_reason_has_an_outcome_that_is_no_clean_result() -> None:
    assert not any(why.outcome.searched for why in Why)


def test_a_listing_for_work_is_told_by_the_latest_good_reading(vault: Vault) -> None:
    now, later = vault.now(), vault.now() + timedelta(days=1)
    kept(
        vault,
        Reading("r1", "still", now, Outcome.RESULTS, professional=True),
        Reading("r2", "still", later, Outcome.BLOCKED, Why.LOGIN),
        Reading("r3", "no longer", now, Outcome.RESULTS, professional=True),
        Reading("r4", "no longer", later, Outcome.EMPTY),
        Reading("r5", "never", now, Outcome.RESULTS),
    )
    assert reading.professional(vault) == {"still"}


def test_pages_of_the_same_words_are_counted_once_each(vault: Vault) -> None:
    one = Reading("r1", "f1", vault.now(), Outcome.EMPTY, text_hash="abc")
    twice = [Reading(f"r{n}", "f2", vault.now(), Outcome.EMPTY, text_hash="abc") for n in (2, 3)]
    kept(vault, one, *twice, Reading("r4", "f3", vault.now(), Outcome.EMPTY, text_hash="other"))
    assert reading.alike(vault, one) == 1
    assert reading.alike(vault, Reading("r5", "f4", vault.now(), Outcome.BLOCKED, Why.LOGIN)) == 0
