"""Saved filters, groups made by hand, the timeline and taking apart, from the command line."""

from __future__ import annotations

from tests.cli.driver import App

PAGE = "https://photos.example/p/17"


def add(app: App, *words: str) -> str:
    found: str = app("log", "add", *words, json=True).data["id"]
    return found


def test_a_filter_is_saved_and_listed_with(app: App) -> None:
    add(app, "Photo by Jo", "--kind", "photo", "--origin", "known")
    add(app, "Photo by the club", "--kind", "photo", "--origin", "organisation")
    add(app, "A post", "--origin", "work")
    saved = app("log", "views", "save", "Photos", "--kind", "photo", "--sort", "title")
    assert saved.out.strip() == "Photos: A photo. A to Z."
    listed = app("log", "list", "--view", "photos", json=True).data
    assert [one["title"] for one in listed["items"]] == ["Photo by Jo", "Photo by the club"]
    both = app("log", "list", "--view", "Photos", "--origin", "known", json=True).data
    assert [one["title"] for one in both["items"]] == ["Photo by Jo"]
    assert app("log", "list", "--view", "Nobody may be written to", json=True).data["total"] == 1
    assert app("log", "list", "--view", "No such").code == 2
    assert app("log", "views", "delete", "Due this week").code == 2
    assert app("log", "views", "hide", "Due this week", json=True).data["hidden"]
    assert not app("log", "views", "hide", "Due this week", "--show", json=True).data["hidden"]
    app("log", "views", "open-with", "Photos")
    assert "opens the list" in app("log", "views", "list").out
    assert app("log", "views", "open-with").out.strip() == "The list opens with everything."
    app("log", "views", "delete", "Photos")
    assert "Photos" not in app("log", "views", "list").out


def test_a_group_is_made_and_listed(app: App) -> None:
    one, two, three = (add(app, f"Place {n}") for n in range(3))
    group = app("log", "sets", "make", one, two, "--name", "The fair", json=True).data["id"]
    app("log", "sets", "add", group[:8], three)
    assert app("log", "list", "--set", group[:8], json=True).data["total"] == 3
    assert app("log", "sets", "take-out", two, json=True).data == {"taken_out": 1}
    assert "The fair" in app("log", "sets", "list").out
    assert app("log", "sets", "make", one).code == 2
    app("log", "sets", "take-apart", group)
    assert app("log", "sets", "list").out.strip() == "There is no group yet."
    assert app("log", "list", json=True).data["total"] == 3


def test_the_timeline_is_told_by_kind_and_from_a_day_on(app: App) -> None:
    item = add(app, "Photo", "--origin", "known", "--due", "2099-01-15")
    app("log", "move", item, "asked", "--note", "by phone", "--due", "2099-02-01")
    told = app("log", "timeline", json=True).data
    assert [one["sort"] for one in told["entries"]] == ["asked", "found"] and told["total"] == 2
    assert told["entries"][0]["note"] == "by phone"
    assert [(one["day"], one["what"]) for one in told["coming"]] == [("2099-02-01", "answer")]
    assert app("log", "timeline", "--kind", "found", json=True).data["total"] == 1
    assert app("log", "timeline", "--since", "2099-01-01", json=True).data["entries"] == []
    assert len(app("log", "timeline", "--limit", "1", "--offset", "1", json=True).data["entries"]) == 1
    words = app("log", "timeline").out
    assert "What is coming:" in words and "You put it in your list." in words and "2 steps so far." in words


def test_what_was_put_into_one_comes_apart(app: App) -> None:
    one = add(app, "Photo", "--address", PAGE, "--origin", "known")
    other = add(app, "Same photo", "--address", f"{PAGE}#top", "--origin", "known")
    app("log", "duplicates", "--merge")
    assert app("log", "duplicates", "--merge", "--split", one).code == 2
    told = app("log", "duplicates", "--split", one, json=True).data
    assert [each["id"] for each in told["split"]] == [other]
    assert app("log", "show", one, json=True).data["notes"] == ""
    assert app("log", "duplicates", "--split", one).code == 2, "there is nothing left to take out"
