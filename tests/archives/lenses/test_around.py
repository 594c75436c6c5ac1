"""Lenses that look at no words: hours by the clock of the United Kingdom, days, audiences, tags, places."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footprint.archives.lenses.about import AboutMe, Quiet
from footprint.archives.lenses.format import Looks
from footprint.archives.lenses.load import load_lenses
from footprint.archives.lenses.matcher import Matcher
from footprint.archives.records import Audience, Entry, Kind, Media

AROUND = tuple(one for one in load_lenses() if one.looks is not Looks.WORDS)
MATCHER = Matcher(AROUND, AboutMe(joined=date(2015, 9, 1)))
DATA = Path(__file__).resolve().parents[2] / "data" / "lenses"


def entry(text: str, said: dict[str, Any]) -> Entry:
    place = said.get("media_place", (None, None))
    return Entry(
        "x", Kind(said["kind"]), at=said.get("at"), text=text, title=said.get("title", ""),
        audience=Audience(said["audience"]), place=said.get("place", ""), lat=said.get("lat"), lon=said.get("lon"),
        media=tuple(Media(path, lat=place[0], lon=place[1]) for path in said.get("media", ())),
        local=said.get("local", False),
    )  # fmt: skip


@pytest.mark.parametrize("line", (DATA / "tuning_around.jsonl").read_text("utf-8").splitlines())
def test_labelled_entries(line: str) -> None:
    row = json.loads(line)
    raised = {one.lens for one in MATCHER.flags(entry(row["text"], row["entry"]))}
    assert raised == set(row.get("raises", ()))


def test_a_flag_says_what_it_saw() -> None:
    one = Entry("x", Kind.PHOTO, at=1_400_000_000, audience=Audience.PUBLIC, place="Leith", media=(Media("a.jpg"),))
    assert {flag.lens: flag.words for flag in MATCHER.flags(one)} == {
        "old_posts": "2014-05-13", "public_audience": "everyone can see it", "photo_with_place": "Leith",
    }  # fmt: skip


def test_without_a_day_nothing_is_old() -> None:
    assert not Matcher(AROUND).flags(Entry("x", Kind.POST, at=1_300_000_000 - 1_300_000_000 % 86400 + 43200))


def test_what_a_lens_saw_can_be_silenced() -> None:
    quiet = Quiet(words={"photo_with_place": ("leith",)})
    at = [Entry("x", Kind.PHOTO, place=place, media=(Media("a.jpg"),)) for place in ("Leith", "Perth")]
    assert [len(Matcher(AROUND, quiet=quiet).flags(one)) for one in at] == [0, 1]
