"""The rules of table F one by one, and what may never happen however a site behaves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.log.recheck import APART, Judged, Known, Look, Page, Reason, Seen, Verdict, judge
from footprint.log.recheck.schedule import next_look
from footprint.search.reading.sign import Sign
from footprint.search.reading.walls import asks_for_consent, asks_to_sign_in, by_hand_only

URL = "https://club.example/people/ada"
START = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)
NAMED = Page(title="t", length=900, words=150, named=True, digest="a", shape="f0f0f0f0f0f0f0f0")
THERE = Seen(200, URL, page=NAMED)
GONE = Seen(404, URL, page=Page(length=20, words=3, digest="n", shape="0f"))


def look(judged: Judged, at: datetime, seen: Seen, *, by_hand: bool = False) -> Look:
    return Look("l", "i", at, judged.verdict, judged.reason, by_hand=by_hand, seen=seen)


def walk(steps: Sequence[tuple[float, Seen]], **more: object) -> list[Look]:
    """Judge one look after another, each so many hours after the one before."""
    before: list[Look] = []
    now = START
    for hours, seen in steps:
        now += timedelta(hours=hours)
        known = Known(URL, tuple(before), baseline=not before, **more)  # type: ignore[arg-type]
        before.append(look(judge(seen, now, known), now, seen))
    return before


def last(*steps: tuple[float, Seen]) -> Verdict:
    return walk(steps)[-1].verdict


def test_gone_takes_two_looks_a_day_apart() -> None:
    assert last((0, THERE), (48, GONE)) is Verdict.SEEMS_GONE
    assert last((0, THERE), (48, GONE), (23.9, GONE)) is Verdict.SEEMS_GONE
    assert last((0, THERE), (48, GONE), (24, GONE)) is Verdict.GONE
    assert last((0, THERE), (48, GONE), (12, Seen(503, URL)), (12, GONE)) is Verdict.GONE
    assert last((0, THERE), (48, GONE), (12, THERE), (12, GONE)) is Verdict.SEEMS_GONE
    assert last((0, THERE), (48, GONE), (30, GONE), (48, THERE)) is Verdict.CAME_BACK


def test_a_page_the_app_was_never_shown_is_not_called_gone() -> None:
    assert last((0, GONE), (48, GONE), (48, GONE)) is Verdict.NEEDS_EYES
    assert last((0, GONE), (48, THERE), (48, GONE), (48, GONE)) is Verdict.GONE


def test_a_404_at_another_address_or_with_a_test_for_robots_is_none() -> None:
    elsewhere = replace(GONE, url="https://club.example/errors/404")
    assert last((0, THERE), (48, elsewhere), (48, elsewhere)) is Verdict.PROBABLY_GONE
    tested = replace(GONE, page=Page(signs=frozenset({Sign.CHALLENGE})))
    assert last((0, THERE), (48, tested), (48, tested)) is Verdict.COULD_NOT_CHECK


@pytest.mark.parametrize("sign", [Sign.LOGIN, Sign.CONSENT, Sign.TROUBLE])
def test_a_wall_under_the_code_of_a_404_is_a_wall(sign: Sign) -> None:
    wall = replace(GONE, page=Page(words=9, signs=frozenset({sign})))
    assert last((0, THERE), (48, wall), (48, wall)) is Verdict.COULD_NOT_CHECK
    told = replace(GONE, page=Page(words=9, signs=frozenset({sign, Sign.GONE_HEADING})))
    assert last((0, THERE), (48, told), (48, told)) is Verdict.GONE, "a corner of it may ask to sign in"


def test_a_page_that_still_shows_the_name_is_not_gone_whatever_its_code() -> None:
    shown = replace(GONE, page=NAMED)
    assert last((0, THERE), (48, shown), (48, shown)) is Verdict.NEEDS_EYES
    echoed = replace(GONE, page=replace(NAMED, signs=frozenset({Sign.GONE_HEADING})))
    assert last((0, THERE), (48, echoed), (48, echoed)) is Verdict.GONE


def said_gone(before: list[Look], at: datetime) -> list[Look]:
    return [*before, look(Judged(Verdict.GONE, Reason.BY_HAND), at, Seen(), by_hand=True)]


def test_the_word_of_the_person_stands_against_a_page_that_never_changed() -> None:
    before = said_gone(walk([(0, THERE), (48, THERE)]), START + timedelta(hours=60))
    found = judge(THERE, START + timedelta(days=30), Known(URL, tuple(before), said_gone=before[-1].at))
    assert found == Judged(Verdict.NEEDS_EYES, Reason.DISAGREES)


def test_what_the_person_saw_go_and_the_app_too_comes_back() -> None:
    before = said_gone(walk([(0, THERE), (48, GONE)]), START + timedelta(hours=60))
    known = Known(URL, tuple(before), said_gone=before[-1].at)
    assert judge(THERE, START + timedelta(hours=70), known).verdict is Verdict.NEEDS_EYES
    assert judge(THERE, START + timedelta(days=30), known).verdict is Verdict.CAME_BACK


# -- what may never happen -------------------------------------------------------------------------

URLS = st.sampled_from(
    [
        URL, "https://club.example/", "https://club.example/login", "https://club.example/consent?x=1",
        "https://other.example/p", "https://club.example/people/ada/", "",
    ]
)  # fmt: skip
PAGES = st.builds(
    Page,
    title=st.sampled_from(["", "t", "u"]),
    canonical=URLS,
    length=st.integers(0, 5_000),
    words=st.integers(0, 900),
    named=st.booleans(),
    digest=st.sampled_from(["", "a", "b"]),
    shape=st.sampled_from(["", "f0f0f0f0f0f0f0f0", "0f0f0f0f0f0f0f0f"]),
    signs=st.frozensets(st.sampled_from(Sign)),
    refresh=URLS,
)
TROUBLES = st.sampled_from(
    [
        Reason.NO_ANSWER, Reason.TOO_SLOW, Reason.NOT_PROVEN, Reason.TOO_BIG, Reason.REFUSED, Reason.ROBOTS,
        Reason.NETWORK,
    ]
)  # fmt: skip
NOT_GONE = st.integers(0, 999).filter(lambda status: status not in (404, 410))
WALLS = st.one_of(
    st.builds(Seen, trouble=TROUBLES),
    st.builds(Seen, status=NOT_GONE, url=URLS, page=PAGES),
)
ANY = st.one_of(WALLS, st.builds(Seen, status=st.sampled_from([404, 410]), url=URLS, page=PAGES))
STEPS = st.tuples(st.floats(0, 2_000), WALLS)


@settings(max_examples=300, deadline=None)
@given(st.lists(STEPS, max_size=8), st.booleans())
def test_no_row_of_walls_errors_and_soft_404s_ever_gives_gone(steps: list[tuple[float, Seen]], seen: bool) -> None:
    first = [(0.0, THERE)] if seen else []
    assert not any(one.verdict.is_gone or one.verdict is Verdict.SEEMS_GONE for one in walk([*first, *steps]))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 100), ANY), min_size=1, max_size=8))
def test_gone_always_rests_on_two_404s_a_day_apart(steps: list[tuple[float, Seen]]) -> None:
    told = walk([(0.0, THERE), *steps])
    for at, one in enumerate(told):
        if one.verdict is not Verdict.GONE or one.reason is not Reason.TWICE:
            continue
        pair = [x for x in told[:at] if x.verdict is Verdict.SEEMS_GONE and one.at - x.at >= APART]
        assert pair and pair[-1].seen.status in (404, 410)
        between = told[told.index(pair[-1]) : at]
        assert all(x.verdict in (Verdict.SEEMS_GONE, Verdict.COULD_NOT_CHECK) or x.tells_nothing for x in between)


@settings(max_examples=300, deadline=None)
@given(ANY, st.lists(st.tuples(st.floats(0, 100), ANY), max_size=5), st.booleans())
def test_every_look_ends_in_a_verdict_with_its_words(seen: Seen, steps: list[tuple[float, Seen]], gone: bool) -> None:
    from footprint.log.recheck import why

    said = START if gone else None
    found = judge(seen, START + timedelta(days=90), Known(URL, tuple(walk(steps)), said_gone=said, sibling=seen))
    assert why(found.verdict, found.reason)


# -- addresses and days ----------------------------------------------------------------------------


def test_walls_are_known_by_their_address() -> None:
    for place in ("/login", "/users/sign_in", "/accounts/x", "/auth/", "/authwall?x", "/checkpoint/1", "/sso.php"):
        assert asks_to_sign_in(f"https://club.example{place}"), place
    for place in ("/", "/people/login-smith-obituary".replace("login", "logan"), "/author/ada", "/authors"):
        assert not asks_to_sign_in(f"https://club.example{place}"), place
    assert asks_for_consent("https://consent.club.example/m") and asks_for_consent("https://a.example/cookie-wall")
    assert not asks_for_consent("https://a.example/people/ada")
    assert not asks_to_sign_in("https://[broken/login")


@pytest.mark.parametrize("host", ["www.facebook.com", "m.facebook.com", "instagram.com", "uk.linkedin.com", "x.com"])
def test_four_networks_are_never_asked_by_the_app(host: str) -> None:
    assert by_hand_only(f"https://{host}/ada")
    assert not by_hand_only(f"https://{host}.example/ada") and not by_hand_only("https://notfacebook.com/")


def test_looks_are_planned_2_7_14_30_90_days_on_and_when_a_letter_is_due() -> None:
    day = date(2026, 11, 1)
    seen, last_look = [], day
    for _turn in range(7):
        last_look = next_look(day, last_look)
        seen.append((last_look - day).days)
    assert seen == [2, 7, 14, 30, 90, 180, 270]
    assert next_look(day, date(2026, 11, 8), [date(2026, 11, 12)]) == date(2026, 11, 12)
    assert next_look(day, date(2026, 11, 8), [date(2026, 11, 5)]) == date(2026, 11, 15)
    assert next_look(day, date(2026, 11, 8), confirm=date(2026, 11, 9)) == date(2026, 11, 9)
    assert next_look(date(2026, 11, 20), date(2026, 11, 8)) == date(2026, 11, 22)
