"""One picture on several accounts, and found profiles that show it: what is said, what is asked, what follows."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from benchmarks import portraits
from footprint import log, person, search
from footprint.checklists import Library
from footprint.person import DetailKind, Purpose
from footprint.search import Finding, Verdict, likeness
from footprint.search.likeness import Answer, Likeness, Meeting
from footprint.vault import Vault

Jpeg = Callable[..., bytes]


@pytest.fixture
def ada(vault: Vault) -> Vault:
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.EMPLOYER, "Exampleshire Council")
    return vault


def found(vault: Vault, address: str) -> Finding:
    return search.add_pasted(vault, address).value.findings[0]


def meeting(vault: Vault, library: Library) -> Meeting:
    return likeness.look(vault, library).meetings[0]


def test_the_same_picture_on_several_accounts_is_said_with_why_it_matters(
    ada: Vault, library: Library, jpeg: Jpeg
) -> None:
    insta = person.add_account(ada, "instagram", handle="ada.example").value
    work = person.add_account(ada, "linkedin", handle="ada-example", purpose=Purpose.PROFESSIONAL).value
    book = person.add_account(ada, "facebook", handle="ada.example.demo").value
    likeness.add_mine(ada, jpeg(0), [insta.id])
    likeness.add_mine(ada, jpeg(0, "cropped, resized, circle"), [work.id])
    likeness.add_mine(ada, jpeg(2), [book.id])
    (group,) = likeness.look(ada, library).groups
    assert group.crosses and "work account" in group.why
    assert [one.account for one in group.places] == [insta, work]
    assert "on 2 of your accounts: Instagram (personal) and LinkedIn (professional)." in group.sentence
    assert [one.check for one in group.places] == ["profile_text", "profile_photo"]


def test_one_picture_ticked_for_three_accounts(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    ids = [person.add_account(ada, one).value.id for one in ("instagram", "facebook", "whatsapp")]
    likeness.add_mine(ada, jpeg(0), ids)
    (group,) = likeness.look(ada, library).groups
    assert group.sentence.startswith("The same picture is on 3 of your accounts: ")
    assert not group.crosses and "work" not in group.why


def test_letters_on_two_accounts_are_no_same_picture(ada: Vault, library: Library) -> None:
    ids = [person.add_account(ada, one).value.id for one in ("instagram", "facebook")]
    for number, one in enumerate(ids):
        likeness.add_mine(ada, portraits.saved(portraits.tile(0), random.Random(number)), [one])
    assert likeness.look(ada, library).groups == ()


def test_a_closed_account_does_not_count(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    ids = [person.add_account(ada, one).value.id for one in ("instagram", "facebook")]
    likeness.add_mine(ada, jpeg(0), ids)
    person.change_account(ada, ids[0], state=person.AccountState.CLOSED)
    assert likeness.look(ada, library).groups == ()


def test_a_profile_with_my_name_and_my_picture_is_asked_about(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    assert meeting(ada, library).sentence == "It has your name. Its picture is not here yet."
    assert not meeting(ada, library).asks
    likeness.add_found(ada, profile.id, jpeg(0, "cropped"))
    seen = meeting(ada, library)
    assert seen.asks and seen.found.network == "instagram" and seen.found.handle == "ada.example.real"
    assert seen.likeness is not Likeness.OTHER and "your name" in seen.sentence and "picture" in seen.sentence


def test_another_picture_or_no_real_one_is_not_asked_about(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    likeness.add_found(ada, profile.id, jpeg(2))
    assert not meeting(ada, library).asks
    assert meeting(ada, library).sentence == "It has your name, but another picture."
    likeness.add_found(ada, profile.id, portraits.saved(portraits.tile(0), random.Random(0)))
    assert not meeting(ada, library).asks and "no real picture" in meeting(ada, library).sentence


def test_my_picture_under_another_name_is_asked_about_too(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/rosa.other/")
    assert likeness.look(ada, library).meetings == ()
    likeness.add_found(ada, profile.id, jpeg(0))
    seen = meeting(ada, library)
    assert seen.asks and seen.sentence == "It shows your picture under another name."


def test_an_account_of_mine_is_not_asked_about_and_its_picture_counts(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    insta = person.add_account(ada, "instagram", handle="ada.example").value
    work = person.add_account(ada, "linkedin", handle="ada-example", purpose=Purpose.PROFESSIONAL).value
    likeness.add_mine(ada, jpeg(0), [work.id])
    profile = found(ada, "https://instagram.com/Ada.Example?igsh=1")
    likeness.add_found(ada, profile.id, jpeg(0, "resized"))
    standing = likeness.look(ada, library)
    assert standing.meetings == ()
    assert {one.account.id for one in standing.groups[0].places} == {insta.id, work.id}


def test_mine_adds_an_account_and_undo_takes_it_back(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    likeness.add_found(ada, profile.id, jpeg(0))
    done = likeness.mine(ada, meeting(ada, library))
    assert done.value is not None and done.value.network == "instagram" and done.value.handle == "ada.example.real"
    assert search.finding(ada, profile.id).verdict is Verdict.FINE
    assert likeness.look(ada, library).to_ask == ()
    ada.undo(done.undo)
    assert person.accounts(ada) == () and meeting(ada, library).asks
    assert search.finding(ada, profile.id).verdict is None


def test_not_mine_leads_to_the_route_of_the_network(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    likeness.add_found(ada, profile.id, jpeg(0))
    done = likeness.not_mine(ada, meeting(ada, library))
    standing = likeness.look(ada, library)
    assert standing.to_ask == () and [one.answer for one in standing.impostors] == [Answer.NOT_MINE]
    route = likeness.route(library, standing.impostors[0].found)
    assert [one.title for one in route.steps][:2] == ["Keep a copy first", "Report it to Instagram"]
    assert profile.address in route.words
    ada.undo(done.undo)
    assert meeting(ada, library).asks


def test_what_the_person_said_is_fine_is_not_asked_about(ada: Vault, library: Library, jpeg: Jpeg) -> None:
    likeness.add_mine(ada, jpeg(0))
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    likeness.add_found(ada, profile.id, jpeg(0))
    search.verdict(ada, profile.id, Verdict.FINE)
    assert not meeting(ada, library).asks
    search.verdict(ada, profile.id, Verdict.NOT_ME)
    assert meeting(ada, library).asks


def test_the_list_of_things_to_remove_says_the_same_way(ada: Vault, library: Library) -> None:
    profile = found(ada, "https://www.instagram.com/ada.example.real/")
    item = log.from_finding(
        ada, profile, network="instagram", kind=log.Kind.PROFILE, action=log.Action.REPORT, severity=log.Severity.HIGH
    ).value
    network = library.network("instagram")
    page = likeness.impersonation_page(network)
    steps = log.steps_for(item, network)
    assert steps.worries and not steps.may_ask
    if page is not None:
        assert page.steps == steps.oneself[1:]
        rung = next(one for one in log.ladder.ladder_for(item, network) if one.rung is log.ladder.Rung.NETWORK)
        assert rung.applies and rung.entry.takes == page.steps
