"""Looking as a stranger: what is opened, what is kept, and that nothing nobody looked at ever reads as clean."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import person
from footprint.checklists import NetworkFile, stranger
from footprint.checklists.format import Opening, Sign, Stranger
from footprint.checklists.stranger import Look, Mark, NothingLookedAt, Seen
from footprint.errors import FootprintError, NotFound
from footprint.vault import Vault
from tests.conftest import FakeClock

START = datetime(2026, 11, 16, 14, 30, tzinfo=UTC)


def account(vault: Vault, handle: str = "", address: str = "") -> person.Account:
    return person.add_account(vault, "chirp", handle=handle, address=address).value


def opening(network: NetworkFile, *more: Opening, logged_out: str = "") -> NetworkFile:
    pages = msgspec.structs.replace(
        network.pages, logged_out=msgspec.structs.replace(network.pages.logged_out, link=logged_out)
    )
    profile = msgspec.structs.replace(network.profile, address="https://chirp.example/{handle}")
    return msgspec.structs.replace(network, pages=pages, profile=profile, stranger=Stranger(open=more))


# -- what to open ----------------------------------------------------------------------------------


def test_the_profile_comes_first_and_each_address_once(vault: Vault, chirp: NetworkFile) -> None:
    mine = account(vault, handle="ada_example", address="https://www.chirp.example/Ada_Example/")
    network = opening(
        chirp,
        Opening(label="Your profile", link="https://chirp.example/{handle}"),
        Opening(label="Your photos", link="https://chirp.example/{handle}/photos"),
        logged_out="https://chirp.example/settings/public",
    )
    assert [(one.label, one.link, one.own_view) for one in stranger.openings(network, mine)] == [
        ("Your profile", "https://chirp.example/ada_example", False),
        ("Your photos", "https://chirp.example/ada_example/photos", False),
        ("How Chirp itself shows your profile", "https://chirp.example/settings/public", True),
    ]


def test_the_name_the_file_gives_an_address_is_the_closer_one(vault: Vault, chirp: NetworkFile) -> None:
    network = opening(chirp, Opening(label="Your channel", link="https://chirp.example/{handle}"))
    for who in (None, account(vault, handle="ada_example")):
        assert [one.label for one in stranger.openings(network, who)] == ["Your channel"]


def test_without_a_username_it_is_asked_for(vault: Vault, chirp: NetworkFile) -> None:
    network = opening(chirp, Opening(label="Your photos", link="https://chirp.example/{handle}/photos"))
    for who in (None, account(vault)):
        found = stranger.openings(network, who)
        assert [(one.label, one.needs_handle) for one in found] == [("Your profile", True), ("Your photos", True)]


def test_an_address_without_a_username_is_opened_as_it_is(vault: Vault, chirp: NetworkFile) -> None:
    mine = account(vault, address="https://chirp.example/profile.php?id=4821")
    found = stranger.openings(opening(chirp), mine)
    assert [(one.label, one.link) for one in found] == [("Your profile", "https://chirp.example/profile.php?id=4821")]


def test_a_server_nobody_named_is_not_opened_with_its_mark_in_it(vault: Vault, chirp: NetworkFile) -> None:
    profile = msgspec.structs.replace(chirp.profile, address="https://{server}/@{handle}")
    found = stranger.openings(msgspec.structs.replace(chirp, profile=profile), account(vault, handle="ada_example"))
    assert all("{" not in one.link for one in found)


def test_what_can_show_there_is_what_is_asked(chirp: NetworkFile) -> None:
    assert stranger.signs(msgspec.structs.replace(chirp, stranger=Stranger())) == tuple(Sign)
    few = msgspec.structs.replace(chirp, stranger=Stranger(look_for=(Sign.PHONE, Sign.NAME)))
    assert stranger.signs(few) == (Sign.NAME, Sign.PHONE)


# -- keeping ---------------------------------------------------------------------------------------


def test_a_look_is_kept_with_its_first_tick_and_carried_on(vault: Vault, chirp: NetworkFile, clock: FakeClock) -> None:
    begun = stranger.begin(vault, chirp)
    assert stranger.looks(vault) == ()
    kept = stranger.keep(vault, begun, Sign.TOWN, seen=Seen.SEEN, note="  Under the\nphoto ").value
    assert kept.marks[Sign.TOWN] == Mark(Seen.SEEN, "Under the photo")
    clock.advance(days=1)
    again = stranger.unfinished(vault, chirp.id)
    assert again == kept
    more = stranger.keep(vault, again, Sign.NAME, seen=Seen.NOT_SEEN).value
    assert (more.seen, more.not_seen, len(more.not_looked)) == ((Sign.TOWN,), (Sign.NAME,), 6)
    assert stranger.looks(vault) == (more,)
    done = stranger.finish(vault, more.id).value
    assert (done.finished, done.at, done.looked_at) == (True, clock(), begun.looked_at)
    assert stranger.unfinished(vault, chirp.id) is None
    assert stranger.look(vault, done.id) == done


def test_looks_of_two_accounts_are_two(vault: Vault, chirp: NetworkFile) -> None:
    one, other = account(vault, handle="ada"), account(vault, handle="bo_sample")
    kept = stranger.keep(vault, stranger.begin(vault, chirp, one.id), Sign.NAME, seen=Seen.SEEN).value
    assert stranger.unfinished(vault, chirp.id, one.id) == kept
    assert stranger.unfinished(vault, chirp.id, other.id) is None


def test_looking_at_nothing_is_no_look(vault: Vault, chirp: NetworkFile) -> None:
    begun = stranger.begin(vault, chirp)
    with pytest.raises(NothingLookedAt):
        stranger.finish(vault, begun.id)
    kept = stranger.keep(vault, begun, Sign.NAME, seen=Seen.SEEN).value
    kept = stranger.keep(vault, kept, Sign.NAME, seen=Seen.NOT_LOOKED).value
    with pytest.raises(NothingLookedAt):
        stranger.finish(vault, kept.id)


def test_a_finished_look_with_every_tick_taken_out_is_finished_no_more(vault: Vault, chirp: NetworkFile) -> None:
    kept = stranger.keep(vault, stranger.begin(vault, chirp), Sign.NAME, seen=Seen.SEEN).value
    done = stranger.finish(vault, kept.id).value
    assert stranger.keep(vault, done, Sign.NAME, seen=Seen.NOT_SEEN).value.finished
    assert not stranger.keep(vault, done, Sign.NAME, seen=Seen.NOT_LOOKED).value.finished
    assert not stranger.look(vault, kept.id).finished


def test_undo_takes_back_one_tick_at_a_time_and_the_look_with_the_first(vault: Vault, chirp: NetworkFile) -> None:
    begun = stranger.begin(vault, chirp)
    first = stranger.keep(vault, begun, Sign.NAME, seen=Seen.SEEN)
    second = stranger.keep(vault, first.value, Sign.PHONE, seen=Seen.NOT_SEEN)
    ended = stranger.finish(vault, begun.id)
    vault.undo(ended.undo)
    assert stranger.unfinished(vault, chirp.id) == second.value
    vault.undo(second.undo)
    assert stranger.looks(vault) == (first.value,)
    redo = vault.undo(first.undo)
    assert stranger.looks(vault) == ()
    vault.undo(redo)
    assert stranger.looks(vault) == (first.value,)


def test_a_tick_after_the_first_was_undone_brings_back_that_tick_alone(vault: Vault, chirp: NetworkFile) -> None:
    begun = stranger.begin(vault, chirp)
    first = stranger.keep(vault, begun, Sign.NAME, seen=Seen.SEEN)
    vault.undo(first.undo)
    again = stranger.keep(vault, first.value, Sign.PHONE, seen=Seen.SEEN).value
    assert again.seen == (Sign.PHONE,), "the window may still hold what was undone"
    assert stranger.looks(vault) == (again,)


def test_a_look_can_be_forgotten_and_brought_back(vault: Vault, chirp: NetworkFile) -> None:
    kept = stranger.keep(vault, stranger.begin(vault, chirp), Sign.NAME, seen=Seen.SEEN).value
    gone = stranger.remove(vault, kept.id)
    assert stranger.looks(vault) == ()
    for call in (stranger.look, stranger.remove):
        with pytest.raises(NotFound):
            call(vault, kept.id)
    vault.undo(gone.undo)
    assert stranger.looks(vault) == (kept,)


def test_something_the_network_does_not_ask_for_can_be_seen_all_the_same(vault: Vault, chirp: NetworkFile) -> None:
    few = msgspec.structs.replace(chirp, stranger=Stranger(look_for=(Sign.PHOTO, Sign.TOWN)))
    kept = stranger.keep(vault, stranger.begin(vault, few), Sign.NAME, seen=Seen.SEEN).value
    assert list(kept.marks) == [Sign.NAME, Sign.PHOTO, Sign.TOWN]
    assert stranger.looks(vault) == (kept,)
    assert stranger.counted(kept) == "1 of 3 can be seen, 2 not looked at"


def test_the_item_it_was_logged_as_is_remembered(vault: Vault, chirp: NetworkFile) -> None:
    begun = stranger.begin(vault, chirp)
    kept = stranger.keep(vault, begun, Sign.TAGGED, seen=Seen.SEEN, item="4821").value
    assert stranger.keep(vault, kept, Sign.TAGGED, note="Summer fair").value.marks[Sign.TAGGED] == Mark(
        Seen.SEEN, "Summer fair", "4821"
    )


def test_what_cannot_be_kept_is_refused_in_words(vault: Vault, chirp: NetworkFile) -> None:
    begun = stranger.begin(vault, msgspec.structs.replace(chirp, stranger=Stranger(look_for=(Sign.NAME,))))
    with pytest.raises(FootprintError, match="too long"):
        stranger.keep(vault, begun, Sign.NAME, note="x" * (stranger.LONGEST_NOTE + 1))
    assert stranger.keep(vault, begun, Sign.NAME, note="a\x00b\ud83d").value.marks[Sign.NAME].note == "a b"


# -- what a stranger could learn -------------------------------------------------------------------


def made(network: str = "chirp", *, days: int = 0, account_id: str = "", finished: bool = True, **ticks: str) -> Look:
    at = START + timedelta(days=days)
    marks = {one: Mark(Seen(ticks.get(one.value, Seen.NOT_LOOKED))) for one in Sign}
    return Look(f"{network}{account_id}{days}", network, account_id, at, at if finished else None, marks)


MARKS = st.dictionaries(st.sampled_from(list(Sign)), st.sampled_from(list(Seen)).map(Mark))
LOOKS = st.builds(
    lambda number, network, account_id, days, finished, marks: Look(
        str(number),
        network,
        account_id,
        START + timedelta(days=days),
        START + timedelta(days=days) if finished else None,
        marks,
    ),
    st.integers(0, 10**9),
    st.sampled_from(["chirp", "bleat"]),
    st.sampled_from(["", "1", "2"]),
    st.integers(0, 400),
    st.booleans(),
    MARKS,
)


@given(st.lists(LOOKS, max_size=8))
def test_no_card_says_not_seen_of_what_nobody_looked_at(looks: list[Look]) -> None:
    shown = stranger.card(looks)
    for line in shown.lines:
        for network in line.not_seen_on:
            asked = [one for one in shown.looks if one.network == network and line.sign in one.marks]
            assert asked
            assert all(one.seen_of(line.sign) is Seen.NOT_SEEN for one in asked)
        everywhere = [*line.seen_on, *line.not_seen_on, *line.not_looked_on]
        assert len(everywhere) == len(set(everywhere)), "a network stands in one list alone"
    for one in shown.looks:
        missing = [sign for sign in one.marks if one.seen_of(sign) is Seen.NOT_LOOKED]
        assert set(one.not_looked) == set(missing)
        assert bool(missing) == bool(stranger.not_looked_in_words(one))
        if missing or not one.marks:
            assert "looked for all of it" not in stranger.learned_in_words(one)


@given(LOOKS, LOOKS)
def test_a_comparison_puts_each_thing_in_one_place_and_calls_gone_only_what_was_looked_for(
    before: Look, after: Look
) -> None:
    told = stranger.compare(before, after)
    parts = [getattr(told, name) for name in told.__dataclass_fields__]
    everything = [sign for part in parts for sign in part]
    assert len(everything) == len(set(everything))
    assert set(everything) == set(before.marks) | set(after.marks)
    for sign in (*told.gone, *told.not_seen, *told.first_not_seen):
        assert after.seen_of(sign) is Seen.NOT_SEEN
    assert all(before.seen_of(sign) is Seen.NOT_SEEN for sign in told.new)


@given(LOOKS)
def test_a_look_beside_itself_has_nothing_new(look: Look) -> None:
    told = stranger.compare(look, look)
    assert (told.new, told.gone, told.first_seen, told.first_not_seen) == ((), (), (), ())


def test_the_card_goes_by_network_and_by_thing() -> None:
    old = made(days=0, town="seen", name="seen")
    new = made(days=9, town="not_seen", name="seen", phone="seen")
    begun = made(days=20, finished=False, name="not_seen")
    other = made("bleat", days=3, phone="seen", photo="not_seen")
    shown = stranger.card([old, other, begun, new])
    assert shown.looks == (new, other), "the newest finished look of each; one just begun does not hide it"
    phone = next(one for one in shown.lines if one.sign is Sign.PHONE)
    assert phone.seen_on == ("chirp", "bleat")
    photo = next(one for one in shown.lines if one.sign is Sign.PHOTO)
    assert (photo.not_seen_on, photo.not_looked_on) == (("bleat",), ("chirp",))
    assert shown.seen == (Sign.NAME, Sign.PHONE)
    assert stranger.card([begun]).looks == (begun,)
    assert stranger.card([]).lines == ()


def test_of_two_accounts_the_one_where_it_shows_counts() -> None:
    looks = [made(account_id="1", phone="seen", town="not_seen"), made(account_id="2", phone="not_seen", name="seen")]
    lines = {one.sign: one for one in stranger.card(looks).lines}
    assert lines[Sign.PHONE].seen_on == ("chirp",)
    assert lines[Sign.TOWN].not_looked_on == ("chirp",)


def test_the_look_before_is_the_last_finished_one_of_the_same_account() -> None:
    first, second = made(days=1, name="seen"), made(days=5, name="seen")
    begun, other = made(days=7, finished=False), made(days=6, account_id="2", name="seen")
    now = made(days=9, name="seen")
    assert stranger.before([now, begun, other, second, first], now) == second
    assert stranger.before([now, second, first], first) is None


def test_it_is_said_in_words() -> None:
    before = made(days=1, town="seen", name="seen", tagged="not_seen", photo="not_seen", phone="seen")
    after = made(
        days=9, town="not_seen", name="seen", tagged="seen", photo="not_seen", friends="seen", employer="not_seen"
    )
    assert stranger.learned_in_words(after) == (
        "A stranger could learn: your name, your friends and photos you are tagged in."
    )
    assert stranger.not_looked_in_words(after) == "Not looked at: your old posts and your phone number."
    assert stranger.counted(after) == "3 of 8 can be seen, 2 not looked at"
    assert stranger.compared_in_words(stranger.compare(before, after)) == (
        "New: photos you are tagged in.",
        "No longer: your town.",
        "Seen now, and not looked at last time: your friends.",
        "Not seen now, and not looked at last time: where you work.",
        "Still seen: your name.",
        "Still not seen: a photo of you.",
        "Not looked at this time: your old posts and your phone number.",
    )


def test_only_a_whole_look_may_say_that_nothing_is_seen() -> None:
    assert stranger.learned_in_words(made()) == "You have not looked yet."
    some = made(name="not_seen")
    assert "did not look for everything" in stranger.learned_in_words(some)
    whole = made(**{one.value: "not_seen" for one in Sign})
    assert stranger.learned_in_words(whole) == "You looked for all of it and saw none of it."
    assert stranger.counted(replace(whole, marks=whole.marks)) == "0 of 8 can be seen"
