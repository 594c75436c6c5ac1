"""New, gone, back, different: and never because a look failed."""

from __future__ import annotations

import pytest

from footprint import search
from footprint.errors import NotFound
from footprint.search import Verdict, changes
from footprint.search.changes import Kind
from footprint.search.records import Outcome
from footprint.vault import Vault
from tests.search.changes.conftest import Past, failed, well


def test_there_is_nothing_to_compare_before_the_second_time(past: Past) -> None:
    assert changes.compare(past.vault) is None
    past.run({"a": well("x")})
    assert changes.compare(past.vault) is None
    assert past.compared(0, 0).changes == ()


def test_new_to_an_old_question_and_first_seen_by_a_new_one(past: Past) -> None:
    past.run({"a": well("x")})
    past.run({"a": well("xy"), "b": well("z")})
    assert past.kinds() == {"y": Kind.NEW, "z": Kind.FIRST}
    compared = past.compared()
    assert (compared.compared, compared.first, compared.same) == (1, 1, 1)
    assert changes.headline(compared) == "1 new result"
    new = compared.of(Kind.NEW)[0]
    assert "showed it on 5 May 2026" in changes.reasons(new)[0]
    assert "On 3 May 2026 it did not" in changes.reasons(new)[0]


def test_a_question_that_was_only_tried_before_makes_nothing_new(past: Past) -> None:
    past.run({"a": failed(), "b": well("x")})
    past.run({"a": well("y"), "b": well("x")})
    assert past.kinds() == {"y": Kind.FIRST}


def test_gone_when_all_that_showed_it_were_asked_again(past: Past) -> None:
    past.run({"a": well("xy"), "b": well("x")})
    past.run({"a": well("y"), "b": well()})
    assert past.kinds() == {"x": Kind.GONE}
    told = changes.reasons(past.compared().changes[0])
    assert "did not any more" in told[0]
    assert told[-1] == "The page itself may still be there. Open it to see."


def test_not_gone_while_one_of_them_still_shows_it(past: Past) -> None:
    past.run({"a": well("x"), "b": well("x")})
    past.run({"a": well(), "b": well("x")})
    assert past.kinds() == {}
    assert past.compared().same == 1


def test_not_gone_when_another_question_shows_it(past: Past) -> None:
    past.run({"a": well("x")})
    past.run({"a": well(), "c": well("x")})
    assert past.kinds() == {}


@pytest.mark.parametrize("how", [one for one in Outcome if not one.searched])
def test_a_look_that_failed_is_no_change(past: Past, how: Outcome) -> None:
    past.run({"a": well("x"), "b": well("x")})
    past.run({"a": well(), "b": failed(how)})
    assert past.kinds() == {"x": Kind.COULD_NOT}
    compared = past.compared()
    assert compared.real == ()
    assert changes.headline(compared) == "Nothing changed in what could be looked at"
    assert "1 search did not work." in changes.caution(compared)
    assert "that search did not work" in changes.reasons(compared.changes[0])[0]


def test_a_question_that_was_dropped_is_no_change(past: Past) -> None:
    past.run({"a": well("x"), "b": well("y")})
    past.run({"a": well("x")})
    assert past.kinds() == {"y": Kind.NOT_ASKED}
    assert past.compared().not_asked == 1
    assert "not asked again" in changes.reasons(past.compared().changes[0])[0]


def test_what_fell_below_the_cut_is_not_gone(past: Past) -> None:
    past.run({"a": well("xyz", more=True)})
    past.run({"a": well("xyw", more=True)})
    assert past.kinds() == {"z": Kind.BEYOND, "w": Kind.NEW}
    gone, new = past.compared().of(Kind.BEYOND)[0], past.compared().of(Kind.NEW)[0]
    assert "not in the first 3 any more" in changes.reasons(gone)[0]
    assert "was not in the first 3" in changes.reasons(new)[0]


def test_a_page_can_come_back(past: Past) -> None:
    past.write([{"a": well("x")}, {"a": well()}, {"a": well("x")}])
    assert past.kinds() == {"x": Kind.BACK}
    assert past.kinds(0) == {}
    assert past.kinds(0, 1) == {"x": Kind.GONE}


def test_a_failed_look_between_hides_nothing_and_adds_nothing(past: Past) -> None:
    past.write([{"a": well("x")}, {"a": failed()}, {"a": well("xy")}])
    assert past.kinds(0, 1) == {"x": Kind.COULD_NOT}
    assert past.kinds(1, 2) == past.kinds(0, 2) == {"y": Kind.NEW}


def test_a_part_of_an_answer_shows_what_is_there_and_takes_nothing_away(past: Past) -> None:
    past.run({"a": well("xy")})
    past.run({"a": failed(Outcome.PARTIAL, "xz")})
    assert past.kinds() == {"y": Kind.COULD_NOT, "z": Kind.FIRST}
    assert "only partly worked" in changes.reasons(past.compared().of(Kind.FIRST)[0])[0]


def test_the_tries_that_repeat_what_failed_belong_to_the_run(past: Past) -> None:
    past.run({"a": well("x"), "b": well("y")})
    past.run({"a": well("x"), "b": failed()}, days=0.01)
    past.run({"b": well("z")})
    moments = changes.moments(past.vault)
    assert [len(one.runs) for one in moments] == [1, 2]
    assert [one.failed for one in moments] == [0, 0]
    assert past.kinds() == {"y": Kind.GONE, "z": Kind.NEW}
    assert past.compared(0, 1) == past.compared(0, 2)


def test_looks_by_hand_say_what_was_seen_and_never_that_the_rest_is_gone(past: Past) -> None:
    engine = "hand-off:google"
    past.run({"ada": well("xy")}, by_hand=True, provider=engine)
    past.run({"ada": well("xz")}, by_hand=True, provider=engine)
    assert past.kinds() == {"y": Kind.COULD_NOT, "z": Kind.FIRST}
    told = changes.reasons(past.compared().of(Kind.COULD_NOT)[0])
    assert told == ("You looked on 5 May 2026, and did not write it down. That does not mean it is gone.",)


def test_nothing_about_me_by_hand_is_an_answer(past: Past) -> None:
    engine = "hand-off:google"
    past.run({"ada": well("x")}, by_hand=True, provider=engine)
    past.run({"ada": well()}, by_hand=True, provider=engine)
    past.run({"ada": well("xz")}, by_hand=True, provider=engine)
    assert past.kinds(0, 1) == {"x": Kind.GONE}
    assert past.kinds(1, 2) == {"x": Kind.BACK, "z": Kind.NEW}


def test_an_address_that_was_typed_in_is_no_look(past: Past) -> None:
    past.run({"a": well("x")})
    search.add_pasted(past.vault, "https://typed.example/ada")
    past.at = past.vault.now()
    past.run({"a": well("x")})
    assert len(changes.moments(past.vault)) == 2
    assert past.compared().real == ()


def test_looks_by_hand_of_one_day_belong_together(past: Past) -> None:
    past.run({"a": well("x")})
    for words in ("ada", "ada otherton"):
        past.run({words: well("y")}, by_hand=True, provider="hand-off:bing", days=0.05)
    assert [len(one.runs) for one in changes.moments(past.vault)] == [1, 2]


def test_other_words_of_a_search_are_a_change_and_cuts_and_days_are_not(past: Past) -> None:
    was = {
        "x": ("Otherton netball results", "Ada Example scored twice for Otherton on Sunday in the league."),
        "y": ("Staff list", "Ada Example, social worker, Exampleshire Council"),
        "z": ("Old", "Ada Example"),
    }
    now = {
        "x": ("Otherton netball res…", "3 days ago - Ada Example scored twice for Otherton on Sunday …"),
        "y": ("Staff list", "This page lists nobody. The council has moved the names of its teams elsewhere."),
        "z": ("A quite different page", "Ada Example"),
    }
    past.run({"a": well("xyz", **was)})
    past.run({"a": well("xyz", **now)})
    assert past.kinds() == {"y": Kind.CHANGED, "z": Kind.CHANGED}
    changed = next(one for one in past.compared().changes if one.finding_id == past.pages["y"])
    assert (changed.reworded[0].was, changed.reworded[0].now) == (was["y"][1], now["y"][1])


def test_other_words_of_another_question_are_no_change(past: Past) -> None:
    past.run({"a": well("x", x=("Page", "Ada Example won the race."))})
    past.run(
        {
            "a": well("x", x=("Page", "Ada Example won the race.")),
            "b": well("x", x=("Page", "Opening hours of the club house and bar.")),
        }
    )
    assert past.kinds() == {}


def test_words_that_went_and_came_back_did_not_change(past: Past) -> None:
    one, other = ("Page", "Ada Example won the race."), ("Page", "Nothing but opening hours here.")
    past.write([{"a": well("x", x=one)}, {"a": well("x", x=other)}, {"a": well("x", x=one)}])
    assert past.kinds(0, 1) == past.kinds(1, 2) == {"x": Kind.CHANGED}
    assert past.kinds(0, 2) == {}


def test_somebody_else_and_hidden_sites_can_be_left_out(past: Past) -> None:
    past.run({"a": well("x")})
    past.run({"a": well("xyz")})
    search.verdict(past.vault, past.pages["y"], Verdict.NOT_ME)
    search.hide_site(past.vault, "z.example")
    compared = past.compared()
    assert past.kinds_of(compared) == {"y": Kind.NEW}
    assert compared.about(not_me=False).changes == ()
    assert compared.about(not_me=True) == compared


def test_what_was_taken_back_never_was(past: Past, vault: Vault) -> None:
    past.run({"a": well("x")})
    past.run({"a": well("xy")})
    with vault.writing() as write:
        for table, column in (("search_run", "id"), ("search_look", "run_id"), ("search_sighting", "run_id")):
            write.db.execute(f"UPDATE {table} SET deleted_at = ? WHERE {column} = ?", (write.now, past.runs[1]))
    assert changes.compare(vault) is None


def test_a_moment_is_found_by_a_run_its_beginning_or_a_day(past: Past) -> None:
    from datetime import date

    past.write([{"a": well("x")}, {"a": well("x")}, {"a": well("x")}])
    every = changes.moments(past.vault)
    assert changes.find(every, past.runs[1]) == every[1]
    assert changes.find(every, past.runs[1][:8]) == every[1]
    with pytest.raises(NotFound):
        changes.find(every, "nothing")
    assert changes.on_day(every, date(2026, 5, 6)) == every[1]
    assert changes.on_day(every, date(2026, 1, 1)) == every[0]


def test_by_itself_it_compares_with_before_the_last_search(past: Past) -> None:
    past.write([{"a": well("x")}, {"a": well("xy")}])
    past.run({"ada": well("z")}, by_hand=True, provider="hand-off:google")
    compared = past.compared()
    assert compared.since.id == past.runs[0]
    assert compared.until.id == past.runs[2]
    assert past.kinds_of(compared) == {"y": Kind.NEW, "z": Kind.FIRST}
