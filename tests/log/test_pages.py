"""The list: every filter, sort and page against plain Python over the same items, and 100,000 of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import log
from footprint.log import items, store
from footprint.log.words import match
from footprint.vault import Vault

TODAY = date(2026, 11, 16)
NETWORKS = ("facebook", "linkedin", "")


def fill(vault: Vault, number: int) -> list[log.Item]:
    """Items of every make, straight into the store (their history is of no interest here), oldest first."""
    states, kinds, origins = list(log.State), list(log.Kind), list(log.Origin)
    severities, now = list(log.Severity), vault.now()
    made = []
    with vault.writing(undo=False) as write:
        for n in range(number):
            new = log.New(
                f"{['Été', 'Äpfel', 'zoo', 'post'][n % 4]} {n % 97}", address=f"https://s{n % 7}.example/{n}",
                place="Club page" if n % 3 else "School", network=NETWORKS[n % 3], kind=kinds[n % 11],
                origin=origins[n % 7], severity=severities[n % 3], notes=f"about river {n}",
                due=TODAY + timedelta(days=n % 61 - 30) if n % 2 else None,
                found_at=now - timedelta(minutes=n * 7919 % 10_007),
            )  # fmt: skip
            one = replace(items._checked(items._item(new, now), now), state=states[n % 8])
            store.add(write.db, one, items.title_key(one.title))
            made.append(one)
    return made


def sorted_as(made: list[log.Item], sort: log.Sort) -> list[str]:
    newest = list(reversed(made))
    late = date(9999, 12, 31)
    keys: dict[log.Sort, Any] = {
        log.Sort.DUE: lambda one: one.due or late,
        log.Sort.NEWEST: lambda one: -one.found_at.timestamp(),
        log.Sort.TITLE: lambda one: items.title_key(one.title),
        log.Sort.SEVERITY: lambda one: (["high", "medium", "low"].index(one.severity.value), one.due or late),
    }
    return [one.id for one in sorted(newest, key=keys[sort])]


@pytest.mark.parametrize("sort", list(log.Sort))
def test_pages_follow_on_and_are_sorted(vault: Vault, sort: log.Sort) -> None:
    made = fill(vault, 300)
    query = log.Query(sort=sort)
    seen = [row.id for at in range(0, 400, 37) for row in log.page(vault, query, at, 37, TODAY)]
    assert seen == sorted_as(made, sort)
    assert log.ids(vault, query, TODAY) == tuple(seen)
    assert log.page(vault, query, 300, 37, TODAY) == ()


FILTERS: list[tuple[log.Query, Any]] = [
    (log.Query(group=log.Group.YOUR_TURN), lambda one: one.status(TODAY).group is log.Group.YOUR_TURN),
    (log.Query(group=log.Group.WAITING), lambda one: one.status(TODAY).group is log.Group.WAITING),
    (log.Query(group=log.Group.DONE), lambda one: one.status(TODAY).group is log.Group.DONE),
    *((log.Query(status=each), lambda one, each=each: one.status(TODAY) is each) for each in log.Status),
    (log.Query(kinds=(log.Kind.TAG, log.Kind.POST)), lambda one: one.kind in (log.Kind.TAG, log.Kind.POST)),
    (log.Query(origins=(log.Origin.ME,)), lambda one: one.origin is log.Origin.ME),
    (log.Query(network="linkedin"), lambda one: one.network == "linkedin"),
    (log.Query(due_before=TODAY), lambda one: one.due is not None and one.due < TODAY),
    (log.Query(text="river 12", network="facebook"), lambda one: one.network == "facebook" and has(one, "12")),
    (log.Query(text="ÉTÉ"), lambda one: one.title.startswith("Été")),
    (log.Query(text="apf"), lambda one: one.title.startswith("Äpfel")),
]


def has(one: log.Item, start: str) -> bool:
    return any(word.startswith(start) for word in [*one.title.split(), one.address.split("/")[-1], *one.notes.split()])


@pytest.mark.parametrize(("query", "fits"), FILTERS)
def test_a_filter_finds_what_fits_and_counts_it(vault: Vault, query: log.Query, fits: Any) -> None:
    wanted = {one.id for one in fill(vault, 300) if fits(one)}
    assert wanted
    rows = log.page(vault, query, 0, 1000, TODAY)
    assert {row.id for row in rows} == wanted
    assert log.count(vault, query, TODAY) == len(wanted)


def test_counts_and_what_is_due(vault: Vault) -> None:
    made = fill(vault, 300)
    counts = log.counts_by_status(vault, TODAY)
    for status in log.Status:
        assert counts[status] == sum(one.status(TODAY) is status for one in made)
    due = log.due(vault, TODAY)
    assert {row.id for row in due} == {one.id for one in made if one.due and one.due <= TODAY}
    assert [row.due for row in due] == sorted(row.due for row in due if row.due)
    assert log.due(vault, TODAY, limit=3) == due[:3]


def test_words_follow_changes_undo_and_delete(vault: Vault) -> None:
    item = log.add(vault, log.New("Old title", notes="before")).value
    done = log.change(vault, item.id, title="New words", notes="after")

    def found(text: str) -> int:
        return log.count(vault, log.Query(text=text), TODAY)

    assert (found("before"), found("old ti"), found("new"), found("after")) == (0, 0, 1, 1)
    vault.undo(done.undo)
    assert (found("before"), found("old ti"), found("new"), found("after")) == (1, 1, 0, 0)
    log.delete(vault, [item.id])
    assert found("before") == 0
    log.restore(vault, [item.id])
    assert found("before") == 1


def test_words_dropped_for_good_leave_no_trace_in_the_index(vault: Vault, clock: Any) -> None:
    item = log.add(vault, log.New("Zanzibar", notes="quagga")).value
    log.delete(vault, [item.id])
    clock.advance(days=31)
    log.empty_deleted(vault)
    with vault.reading() as db:
        blocks = [bytes(row[0]) for row in db.execute("SELECT block FROM log_words_data")]
        db.execute("INSERT INTO log_words (log_words) VALUES ('integrity-check')")
    assert not any(b"quagga" in one or b"zanzibar" in one for one in blocks)


AWKWARD = ['"', "'", "a AND", "NOT", "a OR b", "(a", "*", "^x", "title:a", "{a b}: c", "NEAR(a b)", "-a", "a\x00b", "+",
           "a*b", "“x”", "\ud800", "\u0301", "a.b@c.example", "x" * 5000, "ﬁ ² Ⅻ", "--",
           "; DROP TABLE log_item"]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
def test_whatever_is_typed_is_only_words(vault: Vault, text: str) -> None:
    log.add(vault, log.New("a b c"))
    assert log.count(vault, log.Query(text=text), TODAY) in (0, 1)


def test_typed_words_of_any_kind_never_raise(vault: Vault) -> None:
    log.add(vault, log.New("a b c"))

    @given(st.text(st.characters(), max_size=40))
    def whatever(text: str) -> None:
        assert log.count(vault, log.Query(text=text), TODAY) in (0, 1)
        assert bool(match(text)) or log.count(vault, log.Query(text=text), TODAY) == 1

    whatever()


@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=20))
def test_a_word_is_quoted_whole(text: str) -> None:
    query = match(text)
    assert query.count('"') % 2 == 0
    assert not query or (query.startswith('"') and query.endswith('"*'))


@pytest.mark.slow
def test_a_hundred_thousand_items_page_rightly_by_one_index_each(vault: Vault) -> None:
    made = fill(vault, 100_000)
    for sort in log.Sort:
        wanted = sorted_as(made, sort)
        query = log.Query(sort=sort)
        for at in (0, 50_000, 99_950):
            assert [row.id for row in log.page(vault, query, at, 50, TODAY)] == wanted[at : at + 50]
    assert log.count(vault, log.Query(), TODAY) == 100_000
    assert sum(log.counts_by_status(vault, TODAY).values()) == 100_000
    assert log.count(vault, log.Query(text="river 99999"), TODAY) == 1


@pytest.mark.parametrize("sort", list(log.Sort))
def test_a_page_is_a_walk_along_an_index_not_a_sort(vault: Vault, sort: log.Sort) -> None:
    query = log.Query(group=log.Group.YOUR_TURN, kinds=(log.Kind.TAG,), network="facebook", text="a", sort=sort)
    sql, values = store._listed("num", query, TODAY, 0, 50)
    with vault.reading() as db:
        plan = " / ".join(str(row[3]) for row in db.execute(f"EXPLAIN QUERY PLAN {sql}", values))
    assert "USING COVERING INDEX log_item_by_" in plan
    assert "TEMP B-TREE" not in plan
