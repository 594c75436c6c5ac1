"""One answer at a time: walls before signs, both signs as good as none, and nothing a site sends makes it fail."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.checklists import Confidence, Probe, Signs
from footprint.search.probes import Reason
from footprint.search.probes.judging import ABSENT, FOUND, judge
from footprint.web import Reply

URL = "https://chirp.example/u/ada"


def probe(found: Signs, absent: Signs) -> Probe:
    return Probe(found=found, absent=absent, source="x", verified=date(2026, 1, 1), confidence=Confidence.INDEPENDENT)


STATUS = probe(Signs(status=(200,)), Signs(status=(404,)))
NAMED = probe(Signs(status=(200,), says=("chirp.example/{handle}",)), Signs(says=("Nobody of that name",)))
DATA = probe(Signs(field="users.0.name", equals="{handle}"), Signs(body='{"users":[]}'))
MOVED = probe(Signs(status=(200,)), Signs(status=(302,), at="https://chirp.example/welcome"))


def reply(body: str | bytes = "", status: int = 200, **headers: str) -> Reply:
    data = body if isinstance(body, bytes) else body.encode()
    return Reply(URL, status, {name.replace("_", "-"): value for name, value in headers.items()}, data)


@pytest.mark.parametrize(
    ("rule", "answer", "told"),
    [
        (STATUS, reply("<title>Ada</title>"), FOUND),
        (STATUS, reply("<title>Gone</title>", 404), ABSENT),
        (STATUS, reply("<title>Page not found</title>"), Reason.SOFT_404),
        (STATUS, reply("<title>Teapot</title>", 410), Reason.UNCLEAR),
        (NAMED, reply("<title>Ada</title><a href='https://CHIRP.example/Ada'>"), FOUND),
        (NAMED, reply("<p>Nobody of that name"), ABSENT),
        (NAMED, reply("<p>Nobody of that name at chirp.example/ada"), Reason.UNCLEAR),
        (NAMED, reply("<title>Chirp</title>"), Reason.UNCLEAR),
        (DATA, reply('{"users":[{"name":"Ada"}]}'), FOUND),
        (DATA, reply('{"users":[{"name":"Adam"}]}'), Reason.UNCLEAR),
        (DATA, reply('{"users":[]}'), ABSENT),
        (DATA, reply("null"), Reason.UNCLEAR),
        (MOVED, reply(status=302, location="/welcome?from=u"), ABSENT),
        (MOVED, reply(status=302, location="https://other.example/"), Reason.SENT_ON),
        (MOVED, reply(status=302, location="/accounts/login/?next=/u/ada"), Reason.LOGIN),
        (MOVED, reply(status=302, location="http://[bad"), Reason.SENT_ON),
    ],
)
def test_what_an_answer_says(rule: Probe, answer: Reply, told: Reason) -> None:
    assert judge(answer, rule, "ada") is told


@pytest.mark.parametrize("status", [202, 401, 403, 405, 407, 451, 999])
def test_a_code_that_turns_away_is_never_absent(status: int) -> None:
    rule = probe(Signs(status=(200,)), Signs(says=("no",)))
    assert judge(reply("no", status), rule, "ada") is Reason.TURNED_AWAY


@pytest.mark.parametrize(
    "page",
    [
        "<title>Just a moment...</title>",
        "<script>window._cf_chl_opt={}</script>",
        "<title>Hi</title><div class='g-recaptcha'></div>",
        "<title>Access denied</title>",
    ],
)
@pytest.mark.parametrize("status", [200, 404])
def test_a_challenge_is_seen_before_any_sign(page: str, status: int) -> None:
    assert judge(reply(page, status), STATUS, "ada") is Reason.CHALLENGE


@pytest.mark.parametrize("status", [200, 404])
@pytest.mark.parametrize(
    "page", ["<title>Log in • Chirp</title>", "<h1>Sign in to go on</h1>", "<form><input type=password></form>"]
)
def test_a_page_to_sign_in_is_seen_before_any_sign(page: str, status: int) -> None:
    assert judge(reply(page, status), STATUS, "ada") is Reason.LOGIN


def test_a_long_page_with_a_small_form_to_sign_in_is_still_a_page() -> None:
    page = "<title>Ada</title><input type=password>" + "<p>Words about gardens and buses.</p>" * 80
    assert judge(reply(page), STATUS, "ada") is FOUND


@settings(max_examples=150, deadline=None)
@given(
    body=st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")),
    status=st.integers(100, 999),
    location=st.text(max_size=60),
    rule=st.sampled_from([STATUS, NAMED, DATA, MOVED]),
)
def test_nothing_a_site_sends_makes_it_fail(body: bytes, status: int, location: str, rule: Probe) -> None:
    told = judge(reply(body, status, location=location), rule, "ada")
    assert isinstance(told, Reason)
    if status in (401, 403, 429, 451, 999) or status >= 500:
        assert told not in (FOUND, ABSENT)
