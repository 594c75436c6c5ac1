"""The networks' own ways to report somebody who pretends to be you: sourced, dated, no more certain than they are."""

from __future__ import annotations

from datetime import date

from footprint.checklists import Confidence, Library
from footprint.person import Profile, Role
from footprint.search import Finding, likeness
from footprint.search.likeness import Found
from tests.conftest import FakeClock

NEEDED = {"facebook", "instagram", "linkedin", "x", "tiktok", "threads", "snapchat", "youtube", "pinterest", "reddit"}


def found(network: str) -> Found:
    now = FakeClock().now
    address = "https://site.example/ada"
    finding = Finding("f", address, address, "site.example", "Ada", "", "", now, now, True, True, None, False)
    return Found(finding, network, network.title(), "ada", True, "")


def test_twenty_networks_and_more_say_how_and_where_that_comes_from(library: Library) -> None:
    pages = {one.id: one.pages.impersonation for one in library.networks() if one.pages.impersonation is not None}
    assert len(pages) >= 20 and pages.keys() >= NEEDED
    for page in pages.values():
        assert page.steps and page.source.strip() and page.verified > date(2020, 1, 1)
        assert page.confidence is not Confidence.UNVERIFIED


def test_every_network_has_a_route_and_the_general_one_says_that_nobody_checked_it(library: Library) -> None:
    for one in library.networks():
        route = likeness.route(library, found(one.id))
        assert len(route.steps) == 4 and all(step.lines for step in route.steps)
        assert route.certain is (likeness.impersonation_page(one) is not None)
        assert bool(route.source) is route.certain
    elsewhere = likeness.route(library, found(""))
    assert not elsewhere.certain and not elsewhere.link


def test_friends_are_not_asked_to_report_where_the_network_does_not_want_that(library: Library) -> None:
    alone = {one.id for one in library.networks() if (page := one.pages.impersonation) is not None and page.alone}
    assert {"discord", "snapchat"} <= alone
    assert "Do not ask them" in likeness.route(library, found("discord")).steps[2].lines[1]
    assert "Ask 2 or 3" in likeness.route(library, found("instagram")).steps[2].lines[1]


def test_the_manager_is_called_by_what_the_person_is(library: Library) -> None:
    student = likeness.route(library, found("x"), Profile(role=Role.STUDENT))
    assert "practice educator" in student.steps[3].title
