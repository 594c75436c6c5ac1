"""Reading over real https: only what was shown is asked, robots are obeyed, and a failed reading shows nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from footprint.demo.web import LoopbackWeb
from footprint.errors import NotFound
from footprint.search import Outcome, reading
from footprint.search.reading import Exposed, Facet, NothingToRead, Reading, Why
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Offline, Purpose, Web, presses

from .conftest import PAGE, Site

RUN = "https://club.example/run"
Found = Callable[..., list[str]]


def read_one(vault: Vault, door: Web, found: Found, address: str = RUN) -> Reading:
    return reading.read(vault, door, reading.plan(vault, found(address)), Task()).value.readings[0]


def test_what_the_page_shows_is_kept_with_what_it_says_of_itself(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found
) -> None:
    loopback.misbehave("club.example", Site())
    one = read_one(ada, door, found)
    assert one.outcome is Outcome.RESULTS
    assert set(one.exposed) == {
        Exposed(Facet.TOWN, "Otherton"),
        Exposed(Facet.BIRTH, "Ada Example, 34"),
        Exposed(Facet.FAMILY, "her husband Tom"),
        Exposed(Facet.PHONE, "07700 900123"),
    }
    assert (one.title, one.author, one.published) == ("Ada Example, fun run", "Sam Writer", "2024-05-01")
    assert one.picture == "https://club.example/p/ada-at-the-run.jpg"
    assert one.hidden_from_search and not one.professional
    assert reading.latest(ada) == {one.finding_id: one}


def test_only_the_addresses_shown_are_asked_and_the_journal_knows_them(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found
) -> None:
    site = Site()
    loopback.misbehave("club.example", site)
    plan = reading.plan(ada, found(RUN))
    assert loopback.asked == []
    reading.read(ada, door, plan, Task())
    assert [f"https://club.example{one}" for one in site.asked] == list(plan.lines[0].requests)
    press = presses(ada)[0]
    assert press.purpose is Purpose.PAGE
    assert {one.host for one in press.entries} == {"club.example"}


@pytest.mark.parametrize(
    ("site", "why"),
    [
        (Site("<h1>Sign in</h1><p>Log in to see this page</p><input type=password>"), Why.LOGIN),
        (Site("<title>Just a moment...</title><p>Checking your browser</p>"), Why.CHALLENGE),
        (Site("<h1>Page not found</h1><p>Try the home page.</p>"), Why.GONE),
        (Site(status=404), Why.GONE),
        (Site(status=403), Why.REFUSED),
        (Site(status=429), Why.ASKED_TO_WAIT),
        (Site(status=451), Why.WITHHELD),
        (Site(status=999), Why.REFUSED),
        (Site(status=503), Why.TROUBLE),
        (Site(robots="User-agent: *\nDisallow: /"), Why.ROBOTS),
        (Site("%PDF-1.7 ...", kind="application/pdf"), Why.PDF),
        (Site("\x00\x01\x02" * 4000, kind="image/jpeg"), Why.WRONG_TYPE),
        (Site("<div id=app></div><script src=app.js></script>"), Why.SCRIPTED),
        (Site("<p>ok"), Why.UNREADABLE),
        (Site("x" * 3_000_000), Why.TOO_BIG),
    ],
    ids=lambda one: one.value if isinstance(one, Why) else "",
)
def test_a_failed_reading_has_its_reason_and_shows_nothing(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found, site: Site, why: Why
) -> None:
    loopback.misbehave("club.example", site)
    one = read_one(ada, door, found)
    assert one.why is why
    assert one.outcome is why.outcome and not one.outcome.searched
    assert one.exposed == () and one.note
    assert reading.latest(ada) == {}


@pytest.mark.parametrize(("how", "why"), [("hangs_up", Why.NO_ANSWER), ("expired", Why.NOT_PROVEN)])
def test_a_site_that_cannot_be_reached_is_no_clean_result(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found, how: str, why: Why
) -> None:
    loopback.misbehave("club.example", how)
    assert read_one(ada, door, found).why is why


def test_a_page_that_names_nobody_is_read_and_empty(ada: Vault, door: Web, loopback: LoopbackWeb, found: Found) -> None:
    loopback.misbehave("club.example", Site("<h1>Rules</h1><p>" + "The rules of the club are simple. " * 20))
    one = read_one(ada, door, found)
    assert one.outcome is Outcome.EMPTY and one.good and one.why is None


@pytest.mark.parametrize(
    ("there", "why"),
    [
        ("https://www.club.example/run", None),
        ("https://other.example/run", Why.SENT_ON),
        ("https://tiktok.com/@ada", Why.NETWORK),
        ("https://other.example/login?next=/run", Why.LOGIN),
        ("javascript:alert(1)", Why.SENT_ON),
    ],
)
def test_a_page_is_followed_within_its_site_only(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found, there: str, why: Why | None
) -> None:
    moved, elsewhere = Site(status=301), Site()
    moved.headers["Location"] = there
    loopback.misbehave("club.example", moved)
    for host in ("www.club.example", "other.example", "tiktok.com"):
        loopback.misbehave(host, elsewhere)
    assert read_one(ada, door, found).why is why
    assert bool(elsewhere.asked) is (why is None)


@pytest.mark.parametrize("address", ["https://facebook.com/ada", "https://www.tiktok.com/@ada", "https://x.com/ada"])
def test_networks_that_forbid_it_are_never_asked(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found, address: str
) -> None:
    plan = reading.plan(ada, found(address))
    assert plan.chosen == () and plan.by_hand[0].why is Why.NETWORK
    with pytest.raises(NothingToRead):
        reading.read(ada, door, plan.only([1]), Task())
    assert loopback.asked == []


def test_a_saved_page_is_read_without_the_network(ada: Vault, loopback: LoopbackWeb, found: Found) -> None:
    (finding,) = found("https://facebook.com/ada")
    one = reading.add_page(ada, finding, PAGE.encode(), Task()).value
    assert one.by_hand and Exposed(Facet.PHONE, "07700 900123") in one.exposed
    assert loopback.asked == []
    with pytest.raises(NotFound):
        reading.add_page(ada, "nobody", PAGE.encode(), Task())


@pytest.mark.parametrize(
    ("data", "why"),
    [(b"%PDF-1.4", Why.PDF), (b"\x89PNG\r\n\x1a\n" + b"\0" * 500, Why.WRONG_TYPE), (b"", Why.UNREADABLE)],
)
def test_a_saved_file_that_is_no_page_fails_with_its_reason(ada: Vault, found: Found, data: bytes, why: Why) -> None:
    assert reading.add_page(ada, found(RUN)[0], data, Task()).value.why is why


def test_offline_nothing_is_asked_and_nothing_kept(ada: Vault, loopback: LoopbackWeb, found: Found) -> None:
    door = Web(ada, offline=lambda: True, resolver=loopback.resolver, dial=loopback.dial)
    with pytest.raises(Offline):
        reading.read(ada, door, reading.plan(ada, found(RUN)), Task())
    assert reading.readings(ada) == ()


def test_stop_keeps_what_was_read_and_undo_takes_it_back(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found
) -> None:
    loopback.misbehave("club.example", Site())
    loopback.misbehave("paper.example", Site())
    task = Task(lambda done, total, note: task.stop() if done else None)
    plan = reading.plan(ada, found(RUN, "https://paper.example/a", "https://paper.example/b"))
    done = reading.read(ada, door, plan, task)
    assert done.value.stopped and done.value.left > 0
    assert len(reading.readings(ada)) == len(done.value.readings) == 3 - done.value.left
    ada.undo(done.undo)
    assert reading.readings(ada) == ()


def test_the_same_text_under_two_addresses_has_one_hash(
    ada: Vault, door: Web, loopback: LoopbackWeb, found: Found
) -> None:
    loopback.misbehave("club.example", Site())
    loopback.misbehave("paper.example", Site(PAGE.replace("Otherton Harriers", "The Paper")))
    made = reading.read(ada, door, reading.plan(ada, found(RUN, "https://paper.example/a")), Task()).value.readings
    assert made[0].text_hash == made[1].text_hash != ""


def test_a_finding_of_a_register_is_expected(ada: Vault, found: Found) -> None:
    register = (
        "<title>Register</title><h1>Ada Example</h1><p>Registered social worker. Town of employment: Otherton</p>"
    )
    (finding,) = found("https://www.socialworkengland.org.uk/umbraco/surface/searchregister/results/1")
    assert reading.add_page(ada, finding, register.encode(), Task()).value.professional
    staff = "<meta property=og:site_name content='Exampleshire Council'><title>Our team</title><p>Ada Example, lead"
    (other,) = found("https://exampleshire.example/our-team")
    assert reading.add_page(ada, other, staff.encode(), Task()).value.professional
    assert not reading.add_page(ada, found(RUN)[0], PAGE.encode(), Task()).value.professional
