"""What speaks against a result, and what is only said of a neighbour in a list."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.person import Detail, DetailKind
from footprint.search.addresses import canonical, host_of
from footprint.search.matching import gazetteer, occupations
from footprint.search.matching.gazetteer import Where
from footprint.search.matching.names import shipped
from footprint.search.matching.people import person_name
from footprint.search.matching.phrases import Phrases, in_words
from footprint.search.matching.surroundings import around
from footprint.search.matching.weighing import judge, profile
from footprint.search.records import Band, Finding, Match

_NOW = datetime(2026, 11, 16, tzinfo=UTC)
WHO = profile(
    [
        Detail("1", DetailKind.NAME, "Nerys Mary Quillbrook", "Nerys Mary", "Quillbrook", True),
        Detail("2", DetailKind.TOWN, "Wakefield", "", "", True),
        Detail("3", DetailKind.EMPLOYER, "Harrowfold Council", "", "", False),
        Detail("4", DetailKind.JOB_TITLE, "Social worker", "", "", False),
        Detail("5", DetailKind.FORMER_NAME, "Tansley", "", "Tansley", False),
        Detail("6", DetailKind.HANDLE, "mossy_nerys7", "", "", True),
    ]
)


def judged(title: str, snippet: str = "", address: str = "https://club.example/page") -> Match:
    form = canonical(address)
    return judge(
        WHO, Finding("x", address, form, host_of(form), title, snippet, "", _NOW, _NOW, False, False, None, False)
    )


def words(match: Match) -> str:
    return " ".join(one.text for one in match.reasons)


@pytest.mark.parametrize(
    ("title", "snippet", "says"),
    [
        ("Nerys Quillbrook - wedding photographer - Mumbai", "", "Mumbai, abroad"),
        ("Nerys Quillbrook - wedding photographer", "", "other work: “wedding photographer”"),
        ("Nerys Quillbrook - Perth", "Nerys Quillbrook, Perth, WA", "Perth, abroad"),
        ("Nerys Quillbrook", "Nerys Quillbrook is an American poet.", "from abroad: “American”"),
        ("Nerys Quillbrook of Truro", "", "It puts the name in Truro. You live in Wakefield."),
        ("Nerys Quillbrook (1824-1890)", "", "who lived 1824-1890"),
        ("Nerys Quillbrook obituary", "", "who has died"),
        ("Village news", "Nerys Quillbrook, 84, cut the ribbon.", "aged 84"),
        ("Trades", "N Quillbrook & Sons, butchers", "the name of a firm"),
        ("Kraków school news", "Thanks to Nerys Quillbrook for the cakes.", "names Kraków, abroad"),
    ],
)
def test_what_speaks_against_is_said_and_costs_points(title: str, snippet: str, says: str) -> None:
    match = judged(title, snippet)
    assert says in words(match)
    assert min(one.points for one in match.reasons) < 0
    assert match.band is not Band.LIKELY


@pytest.mark.parametrize(
    ("title", "snippet", "says"),
    [
        ("Our team", "Nerys Quillbrook, key worker", "work like yours: “key worker”"),
        ("Our team", "Nerys Quillbrook joined Harrowfold Borough Council", "A name like that of your employer"),
        ("Nerys Quillbrook of Ossett", "", "Ossett is named, which is near you."),
        ("Reunion", "Nerys Quillbrook (née Tansley)", "Your name and your former name stand together."),
        ("Nerys Mary Quillbrook", "", "All your first names are there."),
        ("Which boiler?", "mossy_nerys7 wrote: same here", "Your username mossy_nerys7 is there."),
        ("In memory", "Ivor Quillbrook died. Dad of Nerys and Dewi.", "as one of a family"),
    ],
)
def test_what_speaks_for_is_said(title: str, snippet: str, says: str) -> None:
    assert says in words(judged(title, snippet))


def test_the_site_of_the_employer_speaks_for() -> None:
    match = judged("Team", "Nerys Quillbrook", "https://www.harrowfold-council.example/team")
    assert "The site has the name of your employer" in words(match)
    assert match.band is Band.LIKELY


def test_in_a_list_the_neighbours_town_and_work_say_nothing() -> None:
    row = "201 Bo Lumb Truro Harriers 44:10 202 Nerys Quillbrook Wakefield AC 45:01 203 Ada Varley Mumbai RC 45:09"
    assert "Truro" not in words(judged("10K results", row)) and "Mumbai" not in words(judged("10K results", row))
    assert "Your town Wakefield is named." in words(judged("10K results", row))
    speakers = "Bo Lumb (plumber, Truro), Nerys Quillbrook (social worker), Ada Varley (chef, Mumbai)."
    assert "plumber" not in words(judged("Speakers", speakers)) and "chef" not in words(judged("Speakers", speakers))


def test_a_name_many_have_needs_more_than_the_town() -> None:
    common = profile([
        Detail("1", DetailKind.NAME, "Nerys Jones", "Nerys", "Jones", True),
        Detail("2", DetailKind.TOWN, "Wakefield", "", "", True),
        Detail("3", DetailKind.JOB_TITLE, "Social worker", "", "", False),
    ])  # fmt: skip
    form = canonical("https://a.example/")

    def band(title: str) -> Band:
        made = Finding("x", form, form, host_of(form), title, "", "", _NOW, _NOW, False, False, None, False)
        return judge(common, made).band

    assert band("Nerys Jones, Wakefield") is Band.MAYBE
    assert band("Nerys Jones, social worker, Wakefield") is Band.LIKELY
    assert band("Nerys Jones, florist, Mumbai") is Band.UNLIKELY


@pytest.mark.parametrize(
    ("name", "text", "whole"),
    [
        ("Ada Example", "Ada Sample, Bo Example", False),
        ("Ada Example", "Example, Ada", True),
        ("Ada Example", "Bo Example, Ada", False),
        ("Ada Example", "Ada and Bo Example", True),
        ("Ada Example", "Ada Varley says the example is good", False),
        ("Daisy Smith", "D Smith", True),
        ("Olive Smith", "O Smith", True),
        ("Mary O’Brien", "M. O Brien", True),
    ],
)
def test_whose_forename_it_is(name: str, text: str, whole: bool) -> None:
    from footprint.search.matching.people import look_for

    own = person_name(name)
    assert own is not None
    seen = look_for((own,), text, shipped())
    assert (seen is not None and seen.whole) is whole


def test_places_that_are_people_are_told_apart() -> None:
    known, own = gazetteer.shipped(), gazetteer.own_places(["Wakefield"])
    home = known.home(["Wakefield"])

    def found(text: str) -> list[tuple[Where, str]]:
        return [(one.where, one.text) for one in known.find(in_words(text), own, home)]

    assert found("Keith Bolton lives in Bolton") == [(Where.ELSEWHERE, "Bolton")]
    assert found("in Wakefield, near Leeds; New York; reading") == [
        (Where.OWN, "Wakefield"), (Where.NEAR, "Leeds"), (Where.ABROAD, "New York")
    ]  # fmt: skip
    assert found("Birmingham, AL and Halifax, Nova Scotia")[0] == (Where.ABROAD, "Birmingham")


def test_every_job_of_the_list_has_one_field() -> None:
    lists = occupations.shipped()
    assert lists.fields(["Senior social worker"]) == {"care"}
    assert lists.fields(["Astronaut"]) == frozenset()


def test_longer_phrases_count_before_shorter_ones() -> None:
    phrases = Phrases([("art", 1), ("art therapist", 2)])
    assert [(hit.at, hit.length, hit.value) for hit in phrases.find(in_words("An art therapist of art").folded)] == [
        (1, 2, 2), (4, 1, 1)
    ]  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=90), st.text(max_size=90))
def test_any_surroundings_can_be_read(title: str, snippet: str) -> None:
    match = judged(f"Nerys Quillbrook {title}", f"{snippet} Nerys Quillbrook {title}")
    assert match.score == sum(one.points for one in match.reasons)
    near = around(title, snippet, WHO.names[0], shipped())
    assert len(near.near.folded) == len(near.near.spans)
