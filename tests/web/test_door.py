"""What goes out through the door, and what never does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from footprint import web
from footprint.demo.misbehaviour import redirect_to
from footprint.demo.web import LOOPBACK, PUBLIC, LoopbackWeb
from footprint.tasks import Stopped, Task
from footprint.vault.errors import DiskFull
from footprint.vault.vault import Vault
from footprint.web import (
    Consent,
    NotConsented,
    Offline,
    Purpose,
    Refused,
    Reply,
    Request,
    Sending,
    TimedOut,
    Unreachable,
    Web,
)
from tests.web.test_links import NEVER

HOST = "page.example"
URL = f"https://{HOST}/"
Get = Callable[..., Reply]
Allow = Callable[..., Consent]
MakeDoor = Callable[..., Web]


def test_a_page_of_the_invented_web_comes_back_over_real_https(door: Web, allow: Allow, loopback: LoopbackWeb) -> None:
    url = "https://othertonharriers.example/about/committee"
    reply = door.fetch(Request(url, Purpose.PAGE), allow(door, Purpose.PAGE, "othertonharriers.example"), Task())
    assert (reply.status, reply.url, reply.hops) == (200, url, ())
    assert "Welfare officer: Ada Example" in reply.text()
    assert loopback.accepted == 1


def test_only_honest_headers_leave(door: Web, allow: Allow, loopback: LoopbackWeb) -> None:
    request = Request(URL, Purpose.SEARCH, headers={"Accept": "application/json"}, secret_headers={"X-Key": "k3y"})
    door.fetch(request, allow(door), Task())
    assert loopback.asked[0].headers == {
        "host": HOST,
        "accept": "application/json",
        "accept-encoding": "gzip",
        "connection": "close",
        "user-agent": web.USER_AGENT,
        "x-key": "k3y",
    }


def test_settings_of_the_computer_change_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, get: Get, loopback: LoopbackWeb
) -> None:
    monkeypatch.setenv("SSLKEYLOGFILE", str(tmp_path / "keys.log"))
    for name in ("HTTPS_PROXY", "HTTP_PROXY", "ALL_PROXY", "https_proxy", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):
        monkeypatch.setenv(name, "/nowhere/ca.pem")
    get()
    assert loopback.accepted == 1
    assert not (tmp_path / "keys.log").exists()


def test_a_netrc_file_gives_no_password_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: object, get: Get, loopback: LoopbackWeb
) -> None:
    netrc = f"{tmp_path}/netrc"
    with open(netrc, "w", encoding="utf-8") as file:  # noqa: PTH123
        file.write(f"machine {HOST} login ada password secret\n")
    monkeypatch.setenv("NETRC", netrc)
    get()
    assert "authorization" not in loopback.asked[0].headers


@pytest.mark.parametrize("name", ["Cookie", "Host", "Referer", "user-agent", "Accept-Encoding"])
def test_nobody_sets_the_headers_that_are_the_doors_own(get: Get, loopback: LoopbackWeb, name: str) -> None:
    with pytest.raises(ValueError, match="own"):
        get(headers={name: "x"})
    assert loopback.accepted == 0


@pytest.mark.parametrize("key", ["two\r\nX-Evil: 1", "kéy", "tab\t", "\x00"])
def test_a_key_that_is_no_plain_line_is_refused(get: Get, loopback: LoopbackWeb, key: str) -> None:
    with pytest.raises(Refused):
        get(secret_headers={"X-Key": key})
    assert loopback.accepted == 0


@pytest.mark.parametrize("url", ["http://page.example/", *NEVER])
def test_bad_addresses_are_refused_without_a_look_up(get: Get, loopback: LoopbackWeb, url: str) -> None:
    with pytest.raises(Refused):
        get(url)
    assert (loopback.accepted, loopback.look_ups.total()) == (0, 0)


@pytest.mark.parametrize("purpose", [Purpose.SEARCH, Purpose.PROBE, Purpose.BREACH, Purpose.UPDATE])
def test_what_the_app_asks_by_itself_is_never_plain_http(get: Get, purpose: Purpose) -> None:
    with pytest.raises(Refused):
        get("http://gazette.example/news/2009/06/student-sit-in", purpose, "gazette.example")


@pytest.mark.parametrize("purpose", [Purpose.PAGE, Purpose.RECHECK])
def test_a_page_the_person_found_may_be_plain_http(get: Get, purpose: Purpose) -> None:
    reply = get("http://gazette.example/news/2009/06/student-sit-in", purpose, "gazette.example")
    assert "Ada Sample" in reply.text()


def test_one_look_up_decides_so_a_changing_answer_has_no_second_chance(make_door: MakeDoor, allow: Allow) -> None:
    asked: list[str] = []
    dialled: list[str] = []

    def changing(host: str) -> list[str]:
        asked.append(host)
        return [PUBLIC if len(asked) == 1 else LOOPBACK]

    def dial(address: str, port: int) -> tuple[str, int]:
        dialled.append(address)
        raise ConnectionRefusedError

    door = make_door(resolver=changing, dial=dial)
    with pytest.raises(Unreachable):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert (asked, dialled) == ([HOST], [PUBLIC])
    with pytest.raises(Refused):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert dialled == [PUBLIC]


def test_a_name_that_leads_inside_is_never_dialled(
    make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    door = make_door(resolver=lambda host: [PUBLIC, "10.1.2.3"])
    with pytest.raises(Refused):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert loopback.accepted == 0
    assert [(one.outcome, one.connected) for one in web.entries(vault)] == [("Refused", False)]


def test_the_next_answer_is_tried_when_the_first_does_not_connect(
    make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb
) -> None:
    def dial(address: str, port: int) -> tuple[str, int]:
        if address == "2606:2800:220:1::1":
            raise OSError("no route")
        return loopback.dial(address, port)

    door = make_door(resolver=lambda host: ["2606:2800:220:1::1", PUBLIC], dial=dial)
    assert door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task()).status == 404
    assert loopback.accepted == 1


def test_a_name_nobody_knows_is_said_as_such(get: Get) -> None:
    with pytest.raises(Unreachable, match=r"not found: nowhere\.example"):
        get("https://nowhere.example/", host="nowhere.example")


def test_a_look_up_that_hangs_ends_with_the_time(make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb) -> None:
    def hang(host: str) -> list[str]:
        loopback.closing(30)
        return []

    door = make_door(resolver=hang, total=0.2)
    with pytest.raises(TimedOut):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())


# Consent


def test_without_consent_nothing_leaves(door: Web, loopback: LoopbackWeb, allow: Allow, make_door: MakeDoor) -> None:
    request = Request(URL, Purpose.SEARCH)
    seen = Sending(host=HOST, words="Ada Example", why="")
    with door.consented(Purpose.SEARCH, [seen]) as ended:
        pass
    made_up = Consent("0" * 32, Purpose.SEARCH, (seen,))
    for consent in (
        ended,
        made_up,
        allow(make_door()),  # another door's
        allow(door, Purpose.PROBE),
        allow(door, host="other.example"),
    ):
        with pytest.raises(NotConsented):
            door.fetch(request, consent, Task())
    assert (loopback.accepted, loopback.look_ups.total()) == (0, 0)
    assert door.fetch(request, allow(door), Task()).status == 404


def test_only_the_details_in_the_preview_go_along(door: Web, allow: Allow, loopback: LoopbackWeb) -> None:
    consent = allow(door, details=("Ada Example",))
    door.fetch(Request(URL, Purpose.SEARCH, details=("Ada Example",)), consent, Task())
    with pytest.raises(NotConsented):
        door.fetch(Request(URL, Purpose.SEARCH, details=("Ada Example", "Otherton")), consent, Task())
    assert loopback.accepted == 1


def test_offline_nothing_is_even_looked_up(make_door: MakeDoor, loopback: LoopbackWeb, vault: Vault) -> None:
    offline = False
    door = make_door(offline=lambda: offline)
    with door.consented(Purpose.SEARCH, [Sending(host=HOST, words="x", why="")]) as consent:
        offline = True
        with pytest.raises(Offline):
            door.fetch(Request(URL, Purpose.SEARCH), consent, Task())
    with pytest.raises(Offline), door.consented(Purpose.SEARCH, []):
        pass
    assert (loopback.accepted, loopback.look_ups.total(), web.entries(vault)) == (0, 0, ())


def test_going_offline_stops_a_chain_of_redirects(make_door: MakeDoor, allow: Allow, loopback: LoopbackWeb) -> None:
    loopback.misbehave(HOST, "redirects")
    door = make_door(offline=lambda: loopback.accepted > 0)
    with pytest.raises(Offline):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), Task())
    assert loopback.accepted == 1


def test_a_stopped_task_sends_nothing(door: Web, allow: Allow, loopback: LoopbackWeb) -> None:
    task = Task()
    task.stop()
    with pytest.raises(Stopped):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), task)
    assert loopback.accepted == 0


def test_cancel_ends_a_request_that_is_under_way(door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault) -> None:
    task = Task()

    def stop_then_drip(visit: object) -> None:
        task.stop()
        from footprint.demo.misbehaviour import slow

        slow(visit)  # type: ignore[arg-type]

    loopback.misbehave(HOST, stop_then_drip)
    with pytest.raises(Stopped):
        door.fetch(Request(URL, Purpose.SEARCH), allow(door), task)
    assert [one.outcome for one in web.entries(vault)] == ["stopped"]


def test_a_full_disk_sends_nothing(
    monkeypatch: pytest.MonkeyPatch, door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    consent = allow(door)
    with vault.reading() as db:
        pages = db.value("PRAGMA page_count")
    vault.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull):
        for _turn in range(500):
            door.fetch(Request(URL + "x" * 3000, Purpose.SEARCH), consent, Task())
    written = len(web.entries(vault))
    assert loopback.accepted == written
    assert written == loopback.look_ups.total()
    vault.connection.execute("PRAGMA max_page_count = 1000000")


# The person's own search server


def test_the_persons_own_server_may_be_private_plain_and_on_any_port(
    door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    origin = f"http://{LOOPBACK}:{loopback.plain_port}"
    assert web.allow_own_origin(vault, origin + "/").value == origin
    assert web.own_origin(vault) == origin
    consent = allow(door, host=f"{LOOPBACK}:{loopback.plain_port}")
    request = Request(f"{origin}/search?q=Ada", Purpose.SEARCH, own_origin=True)
    assert door.fetch(request, consent, Task()).status == 404  # heard there, and an answer came back
    assert loopback.asked[0].path == "/search"


def test_its_redirects_are_not_followed(door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault) -> None:
    loopback.misbehave("search.example", redirect_to("https://page.example/"))
    web.allow_own_origin(vault, "https://search.example")
    request = Request("https://search.example/search?q=Ada", Purpose.SEARCH, own_origin=True)
    reply = door.fetch(request, allow(door, host="search.example"), Task())
    assert (reply.status, loopback.accepted) == (302, 1)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:8889/search", "http://127.0.0.2:8888/", "https://127.0.0.1:8888/", "http://localhost:8888/",
     "http://127.0.0.1:8888@evil.example/", "http://127.1:8888/", "http://127.0.0.1/"],
)  # fmt: skip
def test_only_the_exact_origin_is_let_through(
    door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault, url: str
) -> None:
    web.allow_own_origin(vault, "http://127.0.0.1:8888")
    with pytest.raises(Refused):
        door.fetch(Request(url, Purpose.SEARCH, own_origin=True), allow(door), Task())
    assert loopback.look_ups.total() == 0


def test_without_an_allowed_origin_there_is_no_exception(
    door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault
) -> None:
    request = Request(f"http://{LOOPBACK}:{loopback.plain_port}/", Purpose.SEARCH, own_origin=True)
    with pytest.raises(Refused):
        door.fetch(request, allow(door), Task())
    done = web.allow_own_origin(vault, f"http://{LOOPBACK}:{loopback.plain_port}")
    vault.undo(done.undo)
    assert web.own_origin(vault) is None
    with pytest.raises(Refused):
        door.fetch(request, allow(door), Task())
    assert loopback.accepted == 0


def test_other_requests_gain_nothing_from_it(door: Web, allow: Allow, loopback: LoopbackWeb, vault: Vault) -> None:
    origin = web.allow_own_origin(vault, f"http://{LOOPBACK}:{loopback.plain_port}").value
    with pytest.raises(Refused):
        door.fetch(Request(f"{origin}/", Purpose.PAGE), allow(door, Purpose.PAGE, LOOPBACK), Task())
    assert loopback.accepted == 0


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("https://Search.example/", "https://search.example"), ("http://[::1]:8080", "http://[::1]:8080"),
     ("http://nas:80", "http://nas"), ("https://search.example:443", "https://search.example")],
)  # fmt: skip
def test_an_origin_is_kept_in_one_form(vault: Vault, typed: str, kept: str) -> None:
    assert web.allow_own_origin(vault, typed).value == kept
    web.forget_own_origin(vault)
    assert web.own_origin(vault) is None


@pytest.mark.parametrize(
    "typed", ["", "search.example", "ftp://nas", "http://u:p@nas", "http://nas/path", "http://nas?x", "http://nas:0",
              "http://na s", "http://[::1", "http://[zz]", "http://nas:99999", "file:///etc"],
)  # fmt: skip
def test_what_is_no_origin_is_refused(vault: Vault, typed: str) -> None:
    with pytest.raises(Refused):
        web.allow_own_origin(vault, typed)
    assert web.own_origin(vault) is None
