"""What a name may lead to, in every wrapping."""

from __future__ import annotations

import ipaddress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.web import Refused, Unreachable
from footprint.web.guard import is_public, only_public

PRIVATE = {
    "loop": ["127.0.0.1"],
    "mixed": ["93.184.216.34", "10.1.2.3"],
    "v6map": ["::ffff:192.168.0.1"],
    "cgnat": ["100.64.1.1"],
    "link": ["169.254.10.10"],
    "ula": ["fd12::5"],
    "nat64": ["64:ff9b::a00:1"],
    "sixtofour": ["2002:7f00:1::1"],
    "teredo": ["2001:0:4136:e378:8000:63bf:80ff:fffe"],
    "bcast": ["255.255.255.255"],
    "multi": ["224.0.0.1"],
    "this": ["0.0.0.0"],
    "doc": ["192.0.2.7"],
    "bench": ["198.18.0.1"],
    "v4compat": ["::127.0.0.1"],
    "loop6": ["::1"],
    "ula0": ["fc00::1"],
    "link6": ["fe80::1"],
    "zone": ["fe80::1%eth0"],
    "metadata": ["169.254.169.254"],
    "ietf": ["192.0.0.8"],
    "anycast": ["192.88.99.1"],
    "multi6": ["ff02::1"],
    "site6": ["fec0::1"],
    "localnat64": ["64:ff9b:1::7f00:1"],
    "doc6": ["2001:db8::1"],
    "decimal": ["2130706433"],
    "hex": ["0x7f000001"],
    "short": ["127.1"],
    "octal": ["0177.0.0.1"],
    "last": ["2606:2800:220:1::1", "::1"],
    "words": ["nonsense"],
}
PUBLIC = {
    "v4": ["93.184.216.34"],
    "two": ["93.184.216.34", "8.8.8.8"],
    "v6": ["2606:2800:220:1::1"],
    "nat64 of a public one": ["64:ff9b::5db8:d822"],
    "mapped public one": ["::ffff:93.184.216.34"],
}


@pytest.mark.parametrize("answers", PRIVATE.values(), ids=PRIVATE.keys())
def test_a_name_that_leads_inside_is_refused(answers: list[str]) -> None:
    with pytest.raises(Refused):
        only_public("case.example", answers)


@pytest.mark.parametrize("answers", PUBLIC.values(), ids=PUBLIC.keys())
def test_a_public_name_passes(answers: list[str]) -> None:
    assert only_public("case.example", answers) == tuple(answers)


def test_a_name_without_an_answer_is_not_reached() -> None:
    with pytest.raises(Unreachable):
        only_public("case.example", [])


@settings(deadline=None)
@given(st.ip_addresses(v=4))
def test_every_wrapping_of_a_private_number_is_as_private(address: ipaddress.IPv4Address) -> None:
    number = int(address)
    wrapped = [ipaddress.IPv6Address(high | number) for high in (0xFFFF << 32, 0x64FF9B << 96)]
    tunnels = [ipaddress.IPv6Address(number), ipaddress.IPv6Address((0x2002 << 112) | (number << 80) | 1)]
    assert {is_public(str(one)) for one in wrapped} == {is_public(str(address))}
    assert not any(is_public(str(one)) for one in tunnels)
    if address.is_private or address.is_multicast or address.is_reserved:
        assert not is_public(str(address))
