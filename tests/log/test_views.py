"""Filters under a name: kept as they are, the made ones hidden but never lost, one opens the list; all undone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import log
from footprint.errors import NotFound
from footprint.log import Group, Kind, New, Origin, Query, Sort, State, Status, views
from footprint.log.views import MOST, BadView
from footprint.log.views.stored import from_json, to_json
from footprint.vault import Vault
from tests.conftest import FakeClock

TODAY = date(2026, 11, 16)
QUERIES = st.builds(
    Query,
    text=st.text(max_size=20).filter(lambda text: "\ud800" not in text),
    group=st.none() | st.sampled_from(Group),
    status=st.none() | st.sampled_from(Status),
    kinds=st.lists(st.sampled_from(Kind), max_size=3, unique=True).map(tuple),
    origins=st.lists(st.sampled_from(Origin), max_size=3, unique=True).map(tuple),
    network=st.sampled_from(["", "facebook"]),
    due_before=st.none() | st.dates(),
    due_within=st.none() | st.integers(0, 365),
    set_id=st.sampled_from(["", "abc"]),
    sort=st.sampled_from(Sort),
)


def names(vault: Vault, *, hidden: bool = False) -> list[str]:
    return [one.name for one in views.views(vault, hidden=hidden)]


@given(query=QUERIES)
def test_a_filter_comes_back_as_it_was_kept(query: Query) -> None:
    assert from_json(to_json(query)) == query


@given(text=st.text(max_size=60) | st.sampled_from(['{"sort": "by moon", "kinds": 3}', "[1]", '{"due_within": -1}']))
def test_what_is_no_filter_shows_everything_rather_than_failing(text: str) -> None:
    assert isinstance(from_json(text), Query)


def test_own_filters_are_saved_replaced_renamed_and_deleted_with_undo(vault: Vault) -> None:
    query = Query(kinds=(Kind.PHOTO,), origins=(Origin.KNOWN, Origin.ORGANISATION), sort=Sort.NEWEST)
    one = views.save(vault, "  Photos   of family ", query).value
    assert (one.name, one.query, one.made) == ("Photos of family", query, False)
    assert names(vault)[-1] == "Photos of family"
    assert views.save(vault, "PHOTOS OF FAMILY", Query(text="fair")).value.id == one.id
    assert views.view(vault, "photos of family").query == Query(text="fair")
    renamed = views.rename(vault, one.id, "Fair")
    assert names(vault)[-1] == "Fair"
    vault.undo(renamed.undo)
    gone = views.delete(vault, one.id)
    with pytest.raises(NotFound):
        views.view(vault, one.id)
    vault.undo(gone.undo)
    assert views.view(vault, one.id).query == Query(text="fair")


def test_the_made_ones_can_be_hidden_but_not_changed(vault: Vault) -> None:
    made = [one for one in views.views(vault) if one.made]
    assert "Waiting for an answer" in names(vault) and "Nobody may be written to" in names(vault)
    for change in (views.delete, lambda v, i: views.rename(v, i, "Mine")):
        with pytest.raises(BadView):
            change(vault, made[0].id)
    with pytest.raises(BadView):
        views.save(vault, "waiting for an answer", Query())
    hidden = views.hide(vault, made[0].id)
    assert made[0].name not in names(vault) and made[0].name in names(vault, hidden=True)
    vault.undo(hidden.undo)
    assert made[0].name in names(vault)


def test_one_at_most_opens_the_list(vault: Vault) -> None:
    one, two = (views.save(vault, name, Query(text=name)).value.id for name in ("One", "Two"))
    assert views.opening(vault) is None
    views.open_with(vault, one)
    second = views.open_with(vault, two)
    assert [each.name for each in views.views(vault) if each.opens] == ["Two"]
    vault.undo(second.undo)
    assert [each.name for each in views.views(vault) if each.opens] == ["One"]
    views.open_with(vault, "this-week")
    views.hide(vault, "this-week")
    assert views.opening(vault) is None, "what is hidden does not open the list"
    views.open_with(vault, "this-week")
    assert not views.view(vault, "this-week").hidden
    views.open_with(vault, "")
    assert views.opening(vault) is None


@pytest.mark.parametrize("name", ["", "  \n ", "x" * 61])
def test_a_name_that_is_none_is_refused(vault: Vault, name: str) -> None:
    with pytest.raises(BadView):
        views.save(vault, name, Query())


def test_there_is_an_end_to_them(vault: Vault) -> None:
    for n in range(MOST):
        views.save(vault, f"Filter {n}", Query(text=str(n)))
    with pytest.raises(BadView):
        views.save(vault, "One more", Query())


def test_each_made_one_shows_what_its_name_says(vault: Vault, clock: FakeClock) -> None:
    def add(title: str, origin: Origin, due: date | None = None, state: State | None = None) -> None:
        item = log.add(vault, New(title, origin=origin, due=due)).value
        if state is not None:
            log.move(vault, [item.id], state, day=due)

    soon, late = TODAY + timedelta(days=7), TODAY + timedelta(days=8)
    add("asked", Origin.KNOWN, late, State.ASKED)
    add("overdue", Origin.KNOWN, TODAY - timedelta(days=1), State.ASKED)
    add("soon", Origin.ME, soon)
    add("done", Origin.KNOWN, None, State.GONE)
    add("work", Origin.WORK)
    add("unsure", Origin.UNSURE)

    def shown(key: str) -> set[str]:
        query = views.view(vault, key).query
        rows = log.page(vault, query, 0, 50, TODAY)
        assert log.count(vault, query, TODAY) == len(rows)
        return {row.title for row in rows}

    assert shown("waiting") == {"asked"}
    assert shown("no-reply") == {"overdue"}
    assert shown("this-week") == {"soon", "overdue"}
    assert shown("nobody") == {"work", "unsure"}
    assert shown("came-back") == set()


def test_due_within_stays_true_as_days_pass(vault: Vault) -> None:
    log.add(vault, New("A page", due=TODAY + timedelta(days=10)))
    query = Query(due_within=7)
    assert log.count(vault, query, TODAY) == 0
    assert log.count(vault, query, TODAY + timedelta(days=3)) == 1


def test_a_filter_is_told_in_words() -> None:
    query = Query(text="fair", group=Group.WAITING, network="facebook", due_within=7, set_id="s", sort=Sort.NEWEST)
    told = views.query_words(query, networks={"facebook": "Facebook"}, sets={"s": "Fair"})
    assert told == (
        "With the words: fair. Waiting for others. Facebook. Due in the next 7 days. In the group: Fair. Newest first."
    )
    assert views.query_words(Query(due_before=date(2026, 12, 1))) == "Due by 30 November 2026."
