"""What would be asked: shown word for word, capped, switched line by line, and only with what may be used."""

from __future__ import annotations

import pytest

from footprint import person
from footprint.person import DetailKind
from footprint.search import BUDGETS, PROVIDERS, Kind, Options, Plan, Provider, forget, give, plan, plan_copies, ready
from footprint.search.planning import CAP, queries
from footprint.vault import Vault


def words(vault: Vault, kind: Kind = Kind.PAGES, options: Options | None = None) -> list[str]:
    return [one.words for one in queries(kind, person.searchable(vault), options or Options())]


def test_the_most_telling_questions_come_first(ada: Vault) -> None:
    asked = words(ada)
    assert asked[0] == '"Ada Example" Otherton'
    assert '"Ada Example"' in asked
    assert '"Example, Ada" Otherton' in asked
    assert '"A Example" Otherton' in asked
    assert '"Ada Example" site:linkedin.com' in asked
    assert '"ada_example"' in asked
    assert words(ada, Kind.PEOPLE) == ["Ada Example", "ada_example"]


def test_a_first_letter_is_only_asked_with_a_place(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    assert not [one for one in words(vault) if "A Example" in one or "Example, Ada" in one]


def test_what_may_not_be_used_is_in_no_question(ada: Vault, four: tuple[Provider, ...]) -> None:
    person.add_detail(ada, DetailKind.EMAIL, "ada@mail.example")
    person.add_detail(ada, DetailKind.PHONE, "07700 900123")
    made = plan(ada, four)
    everything = " ".join(line.words + " ".join(line.details) for line in made.lines)
    for kept in ("Sample", "Council", "mail.example", "900123"):
        assert kept not in everything
    for detail in person.details(ada):
        person.set_searchable(ada, detail.id, True)
    everything = " ".join(words(ada))
    for used in ("Ada Sample", "Exampleshire Council", "ada@mail.example", "07700 900123"):
        assert used in everything


def test_each_question_names_the_details_in_it(ada: Vault) -> None:
    person.add_detail(ada, DetailKind.KNOWN_AS, "Addie")
    by_words = {one.words: one.details for one in queries(Kind.PAGES, person.searchable(ada))}
    assert by_words['"Ada Example" Otherton'] == ("Ada Example", "Otherton")
    assert by_words['"Addie Example" Otherton'] == ("Addie", "Ada Example", "Otherton")
    assert by_words['"ada_example"'] == ("ada_example",)


def test_looking_from_work_is_offered_for_one_search_and_not_kept(ada: Vault, four: tuple[Provider, ...]) -> None:
    def asks_for_work(options: Options) -> bool:
        return any("Exampleshire Council" in line.words for line in plan(ada, four, options).lines)

    assert not asks_for_work(Options())
    assert asks_for_work(Options(from_work=True))
    assert not any(one.searchable for one in person.details(ada, DetailKind.EMPLOYER))
    assert not any("Otherton" in line.words for line in plan(ada, four, Options(towns=False)).lines)


def test_a_maiden_name_borrows_the_forename_and_a_nickname_the_family_name(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.KNOWN_AS, "Addie")
    person.add_detail(vault, DetailKind.FORMER_NAME, "Sample", searchable=True)
    assert words(vault, Kind.PEOPLE) == []  # a lone common word is no question
    person.add_detail(vault, DetailKind.NAME, "Ada Mary Example")
    assert words(vault, Kind.PEOPLE) == ["Ada Example", "Addie Example", "Ada Sample"]


def test_a_single_name_is_asked_as_it_is(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Exampla")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    assert words(vault)[0] == '"Exampla" Otherton'


def test_quotes_in_a_detail_do_not_change_a_question(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, 'Ada "Addie" Example')
    person.add_detail(vault, DetailKind.TOWN, 'Other "ton')
    for asked in words(vault):
        assert asked.count('"') % 2 == 0


def test_lines_are_numbered_capped_and_chosen(ada: Vault, four: tuple[Provider, ...]) -> None:
    for town in range(30):
        person.add_detail(ada, DetailKind.TOWN, f"Town {'abcdefghijklmnopqrstuvwxyzabcdef'[town]}{town}")
    made = plan(ada, four)
    assert [line.number for line in made.lines] == list(range(1, len(made.lines) + 1))
    for provider in four:
        mine = [line for line in made.lines if line.provider == provider.name]
        assert sum(line.on for line in mine) <= CAP
        assert len({line.words for line in mine}) == len(mine)
    first = made.lines[0]
    less = made.only(line.number for line in made.chosen if line is not first)
    assert first.number not in [line.number for line in less.chosen]
    assert less.requests == made.requests - len(first.sendings)
    assert [line.number for line in made.only([2, 3]).chosen] == [2, 3]
    assert made.minutes > 0
    assert made.only([]).minutes == 0
    hosts = [one.host for one in made.sendings]
    busiest = max(hosts.count(host) for host in hosts)
    assert made.minutes == max(1, round(busiest / 20))  # three seconds each, the sources side by side


def test_every_line_says_where_it_goes_and_why(ada: Vault, four: tuple[Provider, ...]) -> None:
    for line in plan(ada, four).lines:
        assert line.label
        assert line.why
        for sending in line.sendings:
            assert sending.host
            assert sending.words == line.words
            assert sending.details == line.details
            assert sending.keeps
            assert "demo-brave-key" not in repr(sending)


def test_only_sources_that_are_set_up_are_in_the_plan(ada: Vault, four: tuple[Provider, ...]) -> None:
    assert {line.provider for line in plan(ada, four).lines} == {"searxng", "brave", "bluesky", "github"}
    forget(ada, four[0])
    forget(ada, four[1])
    assert [one.name for one in ready(ada, four)] == ["bluesky", "github"]
    assert {line.provider for line in plan(ada, four).lines} == {"bluesky", "github"}


def test_a_source_with_limits_gets_words_that_fit(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada " + "Verylongname" * 15)
    person.add_detail(vault, DetailKind.TOWN, "Town " * 38 + "end")
    give(vault, PROVIDERS[1], "demo-brave-key-0000")
    for line in plan(vault, [PROVIDERS[1]]).lines:
        assert len(line.words) <= 400
        assert len(line.words.split()) <= 50


def test_nobody_known_means_nothing_to_ask(vault: Vault) -> None:
    assert plan(vault, PROVIDERS).lines == ()


@pytest.mark.parametrize("kind", [Kind.PAGES, Kind.PEOPLE, Kind.NAMES])
def test_the_same_words_are_asked_once(vault: Vault, kind: Kind) -> None:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.KNOWN_AS, "ADA EXAMPLE")
    person.add_detail(vault, DetailKind.KNOWN_AS, "Ada  Éxample")
    asked = words(vault, kind)
    assert len({one.casefold() for one in asked}) == len(asked)
    assert len([one for one in asked if one.strip('"') in ("Ada Example", "Ada Éxample")]) == 1


def test_a_contact_is_in_a_plan_only_with_a_yes_for_it_this_time(ada: Vault) -> None:
    for kind, text in ((DetailKind.EMAIL, "ada@mail.example"), (DetailKind.PHONE, "07700 900123")):
        person.add_detail(ada, kind, text, searchable=True)
    give(ada, PROVIDERS[0], "https://search.example")
    (phone,) = (one.text for one in person.details(ada, DetailKind.PHONE))
    assert not contacts_in(plan(ada, PROVIDERS, Options(more=True)))
    yes = plan(ada, PROVIDERS, Options(more=True, contacts=("ada@mail.example",), budget=200))
    assert contacts_in(yes) == {"ada@mail.example"}
    assert {"gravatar", "xposedornot", "searxng"} == {
        one.provider for one in yes.lines if "ada@mail.example" in one.details
    }
    called = {one.words for one in plan(ada, PROVIDERS, Options(contacts=(phone,))).lines}
    for written in ("07700 900123", "07700900123", "+44 7700 900123", "+447700900123"):
        assert f'"{written}"' in called


def contacts_in(made: Plan) -> set[str]:
    return {detail for line in made.lines for detail in line.details if "@" in detail or "900123" in detail}


def test_the_ways_others_write_a_name(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Zoë Anne Smith-Jones")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    asked = words(vault)
    for expected in (
        '"Smith-Jones, Zoë" Otherton',
        '"Z Smith-Jones" Otherton',
        '"Zoe Smith-Jones"',
        '"Zoë Smith Jones"',
        '"Zoë Jones" Otherton',
        '"Zoë A Smith-Jones"',
        '"Zoë Anne Smith-Jones" Otherton',
        '"Zoë Smith-Jones" filetype:pdf',
    ):
        assert expected in asked


def test_short_forms_are_asked_with_a_place_only(vault: Vault) -> None:
    person.add_detail(vault, DetailKind.NAME, "Elizabeth Example")
    assert not [one for one in words(vault) if "Liz " in one]
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    assert any(
        one.endswith(' Example" Otherton') and "Elizabeth" not in one and "E " not in one for one in words(vault)
    )


def test_a_team_is_looked_for_with_the_name_and_by_itself(ada: Vault) -> None:
    asked = words(ada, options=Options(team='Otherton "Hospital" Team'))
    assert '"Ada Example" "Otherton Hospital Team"' in asked
    assert '"Otherton Hospital Team"' in asked


def test_a_budget_switches_on_the_most_telling_of_all_sources(ada: Vault, four: tuple[Provider, ...]) -> None:
    for budget in (1, 5, *BUDGETS):
        made = plan(ada, four, Options(budget=budget))
        assert len(made.chosen) <= budget
        worst = max(line.tier for line in made.chosen)
        assert all(line.on or line.tier >= worst for line in made.lines if line.number <= CAP)
    assert {line.provider for line in plan(ada, four, Options(budget=5)).chosen} >= {"bluesky", "github"}


def test_the_smaller_sources_wait_for_a_wish(ada: Vault) -> None:
    assert {line.provider for line in plan(ada, PROVIDERS).lines} == {"bluesky", "github"}
    more = {line.provider for line in plan(ada, PROVIDERS, Options(more=True)).lines}
    assert more == {"bluesky", "github", "wikipedia", "wikidata", "orcid", "stackexchange", "hackernews"}


def test_copies_are_asked_for_one_address(ada: Vault) -> None:
    (line,) = plan_copies(ada, PROVIDERS, "https://othertonfc.example/teams").lines
    assert (line.provider, line.words, line.details) == ("wayback", "https://othertonfc.example/teams", ())
