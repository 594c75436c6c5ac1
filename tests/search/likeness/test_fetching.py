"""Pictures of found profiles are fetched after a press, one by one; what does not come says nothing of the profile."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from footprint import person, search, web
from footprint.checklists import Library
from footprint.person import DetailKind
from footprint.search import likeness, reading
from footprint.search.likeness import Found, NothingToFetch, Plan
from footprint.search.likeness import fetching as door_of
from footprint.tasks import Task
from footprint.vault import Vault
from footprint.web import Offline, Web
from tests.search.likeness.picture_web import HOST, STRICT, PictureWeb

Jpeg = Callable[..., bytes]


@pytest.fixture
def pictures(jpeg: Jpeg) -> Iterator[PictureWeb]:
    with PictureWeb({"/ada.jpg": jpeg(0), "/other.jpg": jpeg(2), "/page": b"<html>no picture</html>"}) as made:
        yield made


@pytest.fixture
def door(vault: Vault, pictures: PictureWeb) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=pictures.resolver,
        dial=pictures.dial,
        authority=pictures.authority,
        pace=0,
        total=5,
    )


def profile(vault: Vault, name: str, picture: str, network: str = "") -> Found:
    finding = search.add_pasted(vault, f"https://chatterbox.example/{name} {name}").value.findings[0]
    return Found(finding, network, network or finding.host, name, True, picture)


def sent(vault: Vault) -> list[str]:
    return [one.url for one in reversed(web.entries(vault)) if one.kind is web.Kind.SENT]


def test_it_is_fetched_after_the_rules_of_the_site_and_written_down_first(
    vault: Vault, door: Web, pictures: PictureWeb, jpeg: Jpeg
) -> None:
    own = likeness.add_mine(vault, jpeg(0, "resized")).value
    found = profile(vault, "ada", f"https://{HOST}/ada.jpg")
    plan = likeness.plan([found])
    assert [one.url for one in plan.sendings] == [f"https://{HOST}/ada.jpg"]
    assert sent(vault) == []
    done = likeness.run(vault, door, plan, Task())
    (came,) = done.value.pictures
    assert not done.value.failures and not done.value.stopped
    assert sent(vault) == [f"https://{HOST}/robots.txt", f"https://{HOST}/ada.jpg"]
    assert likeness.likeness(own, came) is likeness.Likeness.SAME and came.finding_id == found.finding.id
    vault.undo(done.undo)
    assert [one.id for one in likeness.pictures(vault)] == [own.id]


def test_networks_that_forbid_it_are_only_by_hand(vault: Vault) -> None:
    mine = profile(vault, "ada", "https://scontent.cdninstagram.com/ada.jpg")
    instagram = replace(mine, network="instagram", finding=replace(mine.finding, address="https://instagram.com/ada"))
    named = replace(mine, picture=f"https://{HOST}/ada.jpg")
    plan = likeness.plan([mine, instagram, replace(mine, picture=""), replace(mine, picture="data:image/png,x"), named])
    assert [line.found for line in plan.lines] == [named]
    assert len(plan.by_hand) == 4
    linkedin = "https://media.licdn.com/x.jpg"
    assert likeness.plan([replace(mine, picture=linkedin)]).lines == ()


@pytest.mark.parametrize(
    ("picture", "why"),
    [
        (f"https://{HOST}/gone.jpg", "did not give"),
        (f"https://{HOST}/page", "no picture"),
        (f"https://{STRICT}/ada.jpg", "stay away"),
        ("https://nobody.pictures.example/x.jpg", "could not be reached"),
        ("https://127.0.0.1/x.jpg", "could not be reached"),
    ],
)
def test_what_does_not_come_is_told_with_its_reason(vault: Vault, door: Web, picture: str, why: str) -> None:
    found = profile(vault, "ada", picture)
    done = likeness.run(vault, door, likeness.plan([found]), Task()).value
    assert done.pictures == () and why in done.failures[0].why
    assert likeness.pictures(vault) == ()


def test_too_big_a_file_is_left(vault: Vault, door: Web, pictures: PictureWeb, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door_of, "LARGEST", 1_000)
    done = likeness.run(vault, door, likeness.plan([profile(vault, "ada", f"https://{HOST}/ada.jpg")]), Task()).value
    assert "too big" in done.failures[0].why


def test_stop_keeps_what_came(vault: Vault, door: Web) -> None:
    found = [profile(vault, name, f"https://{HOST}/{file}.jpg") for name, file in (("ada", "ada"), ("zoe", "other"))]
    task = Task(lambda _done, _total, _note: task.stop())
    done = likeness.run(vault, door, likeness.plan(found), task).value
    assert done.stopped and len(done.pictures) == 1
    assert len(likeness.pictures(vault)) == 1


def test_nothing_switched_on_and_no_internet(vault: Vault, door: Web, pictures: PictureWeb) -> None:
    plan = likeness.plan([profile(vault, "ada", f"https://{HOST}/ada.jpg")])
    with pytest.raises(NothingToFetch):
        likeness.run(vault, door, plan.only([]), Task())
    with pytest.raises(NothingToFetch):
        likeness.run(vault, door, Plan(()), Task())
    off = Web(vault, offline=lambda: True, resolver=pictures.resolver, dial=pictures.dial, pace=0)
    with pytest.raises(Offline):
        likeness.run(vault, off, plan, Task())
    assert sent(vault) == []


def test_the_picture_a_read_page_names_is_what_is_fetched(
    vault: Vault, door: Web, library: Library, jpeg: Jpeg
) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    likeness.add_mine(vault, jpeg(0))
    finding = search.add_pasted(vault, "https://github.com/ada-example Ada Example").value.findings[0]
    page = f"""<html><head><title>Ada Example</title><meta property="og:title" content="Ada Example">
      <meta property="og:image" content="https://{HOST}/ada.jpg"></head>
      <body><h1>Ada Example</h1><p>{"Writes about gardens in Otherton. " * 20}</p></body></html>"""
    reading.add_page(vault, finding.id, page.encode(), Task())
    (meeting,) = likeness.look(vault, library).meetings
    assert meeting.found.picture == f"https://{HOST}/ada.jpg" and meeting.found.network == "github"
    likeness.run(vault, door, likeness.plan([meeting.found]), Task())
    (meeting,) = likeness.look(vault, library).meetings
    assert meeting.asks and meeting.likeness is likeness.Likeness.SAME
