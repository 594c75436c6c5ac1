"""A reply that was pasted is read by plain rules, and what it is taken for is shown with the words that say so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.log.ladder import Ground, Outcome, ReplyKind, read_reply

SAID = [
    ("Hi, sure, I’ve taken it down. Thanks for asking nicely!", ReplyKind.ACCEPTED),
    ("Oh I did not think of that. I deleted it last night.", ReplyKind.ACCEPTED),
    ("Your details have now been removed from our website.", ReplyKind.ACCEPTED),
    ("No problem at all", ReplyKind.ACCEPTED),
    ("We will remove the picture this week.", ReplyKind.ACCEPTED),
    ("No.", ReplyKind.REFUSED),
    ("I’m not taking it down.", ReplyKind.REFUSED),
    ("I won't delete it, it is a nice picture", ReplyKind.REFUSED),
    ("It stays.", ReplyKind.REFUSED),
    ("I have not removed it", ReplyKind.REFUSED),
    ("We are unable to remove the article.", ReplyKind.REFUSED),
    ("Your request has been refused.", ReplyKind.REFUSED),
    ("We have removed the photo but are unable to remove the article.", ReplyKind.PARTLY),
    ("Before we can help, please send a copy of your passport.", ReplyKind.ASKS_ID),
    ("We need to verify your identity first.", ReplyKind.ASKS_ID),
    ("Which photo do you mean?", ReplyKind.ASKS_MORE),
    ("Please send us the exact link.", ReplyKind.ASKS_MORE),
    ("Undeliverable: your message. 550 5.1.1", ReplyKind.BOUNCED),
    ("Mail Delivery System <MAILER-DAEMON@mail.example>", ReplyKind.BOUNCED),
    ("Thank you for contacting us. We have received your request.", ReplyKind.AUTOMATIC),
    ("I am out of the office until Monday.", ReplyKind.AUTOMATIC),
    ("I know where you live.", ReplyKind.WORRYING),
    ("You will regret this", ReplyKind.WORRYING),
    ("Lovely weather here.", ReplyKind.UNCLEAR),
    ("  \n ", ReplyKind.SILENCE),
]


@pytest.mark.parametrize(("text", "kind"), SAID, ids=[text[:30] for text, _kind in SAID])
def test_what_people_and_offices_write(text: str, kind: ReplyKind) -> None:
    found = read_reply(text)
    assert found.kind is kind
    assert found.next
    assert all(words in text for words in found.words)
    assert bool(found.words) == (kind not in (ReplyKind.UNCLEAR, ReplyKind.SILENCE))


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("We cannot remove it because of the freedom of expression.", Ground.JOURNALISM),
        ("We cannot delete it. We have a legal obligation to keep it.", Ground.DUTY),
        ("We are unable to erase it: it is needed for legal claims.", Ground.CLAIMS),
        ("We will not remove it, it is in the public interest.", Ground.PUBLIC),
        ("We refuse your request as it is manifestly unfounded.", Ground.EXCESSIVE),
        ("We cannot remove it, it is not our page.", Ground.NOT_THEIRS),
        ("The post does not go against our Community Standards.", Ground.RULES),
        ("We cannot remove it.", Ground.NONE),
    ],
)
def test_the_ground_of_a_refusal(text: str, ground: Ground) -> None:
    found = read_reply(text)
    assert (found.kind, found.ground) == (ReplyKind.REFUSED, ground)
    assert found.next


def test_the_older_message_below_is_not_read() -> None:
    text = "Done, I have removed it.\n\nOn 3 May 2026 Ada Example wrote:\n> I know you cannot delete all of it\nNo."
    assert read_reply(text).kind is ReplyKind.ACCEPTED


def test_a_threat_comes_before_everything_else() -> None:
    assert read_reply("I have removed it. But I know where you live.").kind is ReplyKind.WORRYING


def test_only_a_clear_answer_would_change_how_a_rung_stands() -> None:
    for kind in (ReplyKind.UNCLEAR, ReplyKind.AUTOMATIC, ReplyKind.WORRYING):
        assert kind.outcome is None
    assert ReplyKind.PARTLY.outcome is Outcome.REFUSED


@given(st.text(max_size=400))
def test_any_text_gets_an_answer_and_only_words_that_stand_in_it(text: str) -> None:
    found = read_reply(text)
    seen = text.replace("\r\n", "\n")
    assert all(words and (words in seen or words in "\n".join(seen.splitlines())) for words in found.words)
    assert found.next


@given(
    st.sampled_from([text for text, kind in SAID if kind is ReplyKind.REFUSED]),
    st.sampled_from(["Hello. ", "Dear Ada,\n", "Thank you for your message. ", "Of course I read it. "]),
    st.sampled_from(["", "\nBest wishes, Sam", " Regards"]),
)
def test_polite_words_around_a_no_do_not_make_it_a_yes(no: str, before: str, after: str) -> None:
    assert read_reply(before + "\n" + no + after).kind is not ReplyKind.ACCEPTED


@given(st.text(alphabet="ab >\nNo.", max_size=200), st.integers(0, 3))
def test_it_is_quick_and_the_same_every_time(text: str, times: int) -> None:
    assert all(read_reply(text) == read_reply(text) for _n in range(times))
