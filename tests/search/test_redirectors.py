"""Addresses that only point at another one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint.search.redirectors import unwrap

TARGET = "https://club.example/a?b=c"
PACKED = "https%3A%2F%2Fclub.example%2Fa%3Fb%3Dc"


@pytest.mark.parametrize(
    "address",
    [
        f"https://www.google.co.uk/url?sa=t&url={PACKED}",
        f"https://www.google.com/imgres?imgurl=x&imgrefurl={PACKED}",
        f"https://l.facebook.com/l.php?u={PACKED}&h=AT0",
        f"https://lm.facebook.com/l.php?u={PACKED}",
        f"https://l.instagram.com/?u={PACKED}&e=1",
        f"https://duckduckgo.com/l/?uddg={PACKED}",
        f"https://www.linkedin.com/safety/go?url={PACKED}&trk=x",
        f"https://www.linkedin.com/authwall?sessionRedirect={PACKED}",
        f"https://www.youtube.com/redirect?event=v&q={PACKED}",
        f"https://out.reddit.com/t3_1?url={PACKED}",
        f"https://eur01.safelinks.protection.outlook.com/?url={PACKED}&data=1",
        f"https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU={PACKED}/RK=2/RS=x-",
    ],
)
def test_known_redirectors_are_seen_through(address: str) -> None:
    assert unwrap(address) == TARGET


@pytest.mark.parametrize(
    "address",
    [
        TARGET,
        f"https://club.example/url?q={PACKED}",
        f"https://evil-google.com/url?q={PACKED}",
        f"https://google.com.evil.example/url?q={PACKED}",
        "https://www.google.com/url?q=javascript:alert(1)",
        "https://www.google.com/url?q=/relative",
        "https://www.bing.com/ck/a?u=a1%%%",
        "https://www.instagram.com/?u=https://club.example",
        f"https://web.archive.org/web/2020/{TARGET}",
    ],
)
def test_other_addresses_stay(address: str) -> None:
    assert unwrap(address) == address


@given(st.text(max_size=100))
def test_any_text_is_unwrapped_to_something(text: str) -> None:
    for start in ("", "https://www.google.com/url?q=", "https://www.bing.com/ck/a?u=a1", "https://google.com/amp/s/"):
        assert isinstance(unwrap(start + text), str)
