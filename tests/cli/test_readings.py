"""What a page shows, through the commands, against a web that lives on this computer."""

from __future__ import annotations

from pathlib import Path

from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from tests.cli.driver import App

PAGE = "<title>Team</title><h1>Team</h1><p>Ada Example, phone 07700 900123</p>"


def shows_page(visit: Visit) -> None:
    robots = visit.asked.path == "/robots.txt"
    visit.send(200, b"" if robots else PAGE.encode(), "text/plain" if robots else "text/html")


def test_nothing_is_asked_without_send_and_then_it_says_what_the_page_shows(app: App, loopback: LoopbackWeb) -> None:
    app.ok("person", "add", "name", "Ada Example")
    app.ok("search", "add", "https://othertonfc.example/teams", "https://facebook.com/ada.example")
    loopback.misbehave("othertonfc.example", shows_page)
    told = app.data("search", "read")
    assert not told["sent"] and told["readings"] == [] and loopback.asked == []
    assert [one["requests"][-1] for one in told["plan"] if one["on"]] == ["https://othertonfc.example/teams"]
    assert "add --send" in app.ok("search", "read")
    told = app.data("search", "read", "--send")
    assert told["readings"][0]["exposed"] == [{"facet": "phone", "words": "07700 900123"}]
    assert {one.host for one in loopback.asked} == {"othertonfc.example"}
    assert "Phone number: “07700 900123”" in app.ok("search", "read", "--shown")


def test_a_saved_page_needs_its_result_and_a_wall_is_no_clean_result(app: App, tmp_path: Path) -> None:
    app.ok("person", "add", "name", "Ada Example")
    found = app.data("search", "add", "https://facebook.com/ada.example")["findings"][0]["id"]
    saved = tmp_path / "saved.html"
    saved.write_text(PAGE, encoding="utf-8")
    assert app("search", "read", "--page", str(saved)).code == 2
    assert app.data("search", "read", found[:8], "--page", str(saved))["readings"][0]["outcome"] == "results"
    saved.write_text("<h1>Log in</h1><p>Log in to see this page</p><input type=password>", encoding="utf-8")
    said = app("search", "read", found[:8], "--page", str(saved), json=True)
    assert said.code == 1 and said.data["readings"][0]["why"] == "login"
