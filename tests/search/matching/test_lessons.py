"""What “me” and “not me” teach, said in words, and forgotten when the person wants."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import pytest

from footprint import person, search
from footprint.person import DetailKind
from footprint.search import Finding, LessonKind, Verdict, add_pasted, store
from footprint.search.records import Hit
from footprint.vault import Vault

Add = Callable[..., Finding]


class FakeClock(Protocol):
    def advance(self, **by: float) -> None: ...


@pytest.fixture
def add(ada: Vault) -> Add:
    def one(title: str, snippet: str, host: str = "") -> Finding:
        number = len(search.findings(ada))
        address = f"https://{host or f'site{number}.example'}/{number}"
        found = add_pasted(ada, address).value.findings[0]
        with ada.writing() as write:
            run = store.add_run(write.db, write.now)
            store.save_hit(
                write.db, Hit(address, title, snippet), found.canonical, found.host, run, new=False, now=write.now
            )
        return search.finding(ada, found.id)

    return one


def keys(vault: Vault, kind: LessonKind) -> list[str]:
    return [one.text for one in search.learned(vault) if one.kind is kind]


def reasons(vault: Vault, one: Finding) -> str:
    return " ".join(reason.text for reason in search.finding(vault, one.id).reasons)


def test_my_pages_teach_the_site_who_is_with_me_and_where(ada: Vault, add: Add) -> None:
    mine = add("Quiz night", "Ada Example and Keith Dewhirst of Harrogate won.", "quiz.example")
    again = add("Pub walk", "Ada Example, Keith Dewhirst and a dog.")
    before = search.finding(ada, again.id).score
    search.verdict(ada, mine.id, Verdict.FINE)
    assert keys(ada, LessonKind.SITE) == ["quiz.example"]
    assert keys(ada, LessonKind.PERSON) == ["Keith Dewhirst"]
    assert keys(ada, LessonKind.PLACE) == ["Harrogate"]
    assert "Keith Dewhirst is named here too" in reasons(ada, again)
    assert search.finding(ada, again.id).score > before


def test_a_place_of_a_page_of_mine_no_longer_speaks_against(ada: Vault, add: Add) -> None:
    person.add_detail(ada, DetailKind.TOWN, "Wakefield")
    mine = add("Talk", "Ada Example, Harrogate")
    other = add("Another talk", "Ada Example, Harrogate")
    assert "It puts the name in Harrogate" in reasons(ada, other)
    search.verdict(ada, mine.id, Verdict.FINE)
    assert "Harrogate is named, as on a page you said is you" in reasons(ada, other)


def test_words_of_other_peoples_pages_speak_against(ada: Vault, add: Add) -> None:
    for n in range(2):
        search.verdict(ada, add("Ada Example weddings", f"Bridal {n}").id, Verdict.NOT_ME)
    third = add("Ada Example", "More weddings")
    assert keys(ada, LessonKind.WORD) == ["bridal", "weddings"]
    assert "words from pages you said are not you: weddings" in reasons(ada, third)


def test_a_site_with_pages_of_both_teaches_nothing(ada: Vault, add: Add) -> None:
    search.verdict(ada, add("Ada Example", "x", "many.example").id, Verdict.FINE)
    search.verdict(ada, add("Ada Example", "y", "many.example").id, Verdict.NOT_ME)
    assert not keys(ada, LessonKind.SITE)


def test_taking_a_verdict_back_unlearns_it(ada: Vault, add: Add) -> None:
    done = search.verdict(ada, add("Ada Example", "x", "quiz.example").id, Verdict.FINE)
    assert search.learned(ada)
    ada.undo(done.undo)
    assert not search.learned(ada)


def test_one_lesson_is_forgotten_and_brought_back(ada: Vault, add: Add) -> None:
    search.verdict(ada, add("Quiz", "Ada Example and Keith Dewhirst", "quiz.example").id, Verdict.FINE)
    lesson = next(one for one in search.learned(ada) if one.kind is LessonKind.PERSON)
    done = search.forget_lesson(ada, lesson)
    assert not keys(ada, LessonKind.PERSON)
    assert keys(ada, LessonKind.SITE)
    ada.undo(done.undo)
    assert keys(ada, LessonKind.PERSON) == ["Keith Dewhirst"]


def test_all_is_forgotten_and_learning_starts_anew(ada: Vault, add: Add, clock: FakeClock) -> None:
    first = add("Ada Example", "x", "quiz.example")
    search.verdict(ada, first.id, Verdict.FINE)
    done = search.forget_all_lessons(ada)
    assert done.value == 1
    assert not search.learned(ada)
    assert search.finding(ada, first.id).verdict is Verdict.FINE  # what was said stays
    clock.advance(minutes=1)
    search.verdict(ada, add("Ada Example", "x", "later.example").id, Verdict.FINE)
    assert keys(ada, LessonKind.SITE) == ["later.example"]
    ada.undo(done.undo)
    assert keys(ada, LessonKind.SITE) == ["later.example", "quiz.example"]


def test_every_lesson_is_a_sentence(ada: Vault, add: Add) -> None:
    search.verdict(ada, add("Quiz", "Ada Example and Keith Dewhirst, Harrogate", "quiz.example").id, Verdict.FINE)
    for n in range(2):
        search.verdict(ada, add("Ada Example weddings", f"{n}").id, Verdict.NOT_ME)
    said = [one.sentence for one in search.learned(ada)]
    assert said == [
        "You said 1 page on quiz.example is you.",
        "Keith Dewhirst is on 1 page you said is you.",
        "Harrogate is on 1 page you said is you.",
        "“weddings” is on 2 pages you said are not you.",
    ]
