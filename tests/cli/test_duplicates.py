"""What is there twice, from the command line."""

from __future__ import annotations

from tests.cli.driver import App

PAGE = "https://photos.example/p/17"


def test_duplicates_are_shown_and_then_put_into_one(app: App) -> None:
    app("init")
    one = app("log", "add", "Photo", "--address", PAGE, "--origin", "known", json=True).data["id"]
    other = app("log", "add", "Same photo", "--address", f"{PAGE}#top", "--origin", "work", json=True).data["id"]
    app("log", "add", "Another")
    shown = app("log", "duplicates", json=True).data
    assert [[item["id"] for item in group["items"]] for group in shown["groups"]] == [[one, other]]
    assert shown["merged"] == 0
    words = app("log", "duplicates").out
    assert "the same address" in words and "add --merge" in words
    assert app("log", "duplicates", "--merge", json=True).data["merged"] == 1
    kept = app("log", "show", one, json=True).data
    assert kept["origin"] == "work" and "Same photo" in kept["notes"]
    assert app("log", "show", other).code != 0
    assert app("log", "duplicates").out.strip() == "Nothing is there twice."
