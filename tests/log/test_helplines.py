"""Who helps: every line has its source and its day, and nothing unsure is shown as sure."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from footprint import log
from footprint.checklists import Confidence
from footprint.log import Topic
from footprint.paths import shipped
from footprint.person import Nation
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading

FILE = shipped("resources") / "helplines" / "uk.toml"
NATIONS = [one for one in Nation if one]


@pytest.mark.parametrize("nation", NATIONS)
def test_every_nation_has_somebody_to_ring_at_any_hour(nation: Nation) -> None:
    now = [one for one in log.helplines(nation.value) if one.rings_now]
    assert {"999", "101", "116 123"} <= {one.number for one in now}
    assert any(Topic.HOME in one.topics for one in now)
    assert all(one.always and one.hours_sure and one.certain for one in now)


@pytest.mark.parametrize("topic", list(Topic))
@pytest.mark.parametrize("nation", NATIONS)
def test_every_trouble_has_a_line_in_every_nation(nation: Nation, topic: Topic) -> None:
    assert log.helplines(nation.value, topics=[topic])


def test_without_a_nation_all_lines_are_there() -> None:
    everything = log.helplines()
    assert {one.id for nation in NATIONS for one in log.helplines(nation.value)} == {one.id for one in everything}
    assert {"stopncii", "iwf", "revenge-porn", "report-remove"} <= {one.id for one in everything}


def test_what_is_not_certain_says_so() -> None:
    for one in log.helplines():
        assert bool(one.doubt) == (one.confidence is Confidence.UNVERIFIED or not one.hours_sure), one.id
        assert timedelta() <= log.helplines_checked() - one.verified < timedelta(days=190), one.id


def test_the_words_are_easy() -> None:
    for one in log.helplines():
        found = reading(f"{one.remit} {one.hours}.")
        assert found.longest <= MAX_SENTENCE, one.id
    everything = reading(" ".join(one.remit for one in log.helplines()))
    assert everything.grade <= MAX_GRADE


FAULTS = {
    "number = \"999\"": "number = \"ring 999\"",
    "source = \"https://www.iow.gov.uk": "source = \"http://www.iow.gov.uk",
    "verified = 2026-11-25": "verified = 2027-11-25",
    "id = \"police\"": "id = \"emergency\"",
    "format = 1": "format = 2",
    "ages = \"Anyone\"": "ages = \"Anyone\"\nfee = 0",
    "topics = [\"danger\"]": "topics = []",
    "confidence = \"official\"": "confidence = \"unverified\"",
}  # fmt: skip


@pytest.mark.parametrize("was", FAULTS)
def test_a_fault_in_the_file_is_named(tmp_path: Path, was: str) -> None:
    path = tmp_path / "uk.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(was, FAULTS[was], 1), encoding="utf-8")
    with pytest.raises(log.BadLetters, match=r"uk\.toml"):
        log.helplines(path=path)
