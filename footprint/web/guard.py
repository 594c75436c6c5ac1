"""Which numbers a name may lead to: public ones only, whatever they are wrapped in."""

from __future__ import annotations

import ipaddress
from collections.abc import Sequence

from footprint.i18n import _
from footprint.web.errors import Refused, Unreachable

# Python's own tables change between patch releases and call some of these global, so they stand here as well.
_NOT_PUBLIC_V4 = tuple(
    ipaddress.IPv4Network(net)
    for net in [
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
    ]
)
_UNICAST_V6 = ipaddress.IPv6Network("2000::/3")
# 2001::/23 holds Teredo, 2002::/16 is 6to4: retired tunnels whose inner address can be anything.
_NOT_PUBLIC_V6 = tuple(ipaddress.IPv6Network(net) for net in ["2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20"])
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def is_public(text: str) -> bool:
    """Whether `text` is an address anybody on the internet could be at."""
    try:
        address = ipaddress.ip_address(text)
    except ValueError:
        return False  # also an address with a zone, such as fe80::1%eth0
    if isinstance(address, ipaddress.IPv4Address):
        return _public_v4(address)
    if address.scope_id is not None:
        return False
    if address.ipv4_mapped is not None:
        return _public_v4(address.ipv4_mapped)
    if address in _NAT64:
        return _public_v4(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
    return address in _UNICAST_V6 and address.is_global and not any(address in net for net in _NOT_PUBLIC_V6)


def _public_v4(address: ipaddress.IPv4Address) -> bool:
    return address.is_global and not any(address in net for net in _NOT_PUBLIC_V4)


def only_public(host: str, answers: Sequence[str]) -> tuple[str, ...]:
    """All the answers, in order; one that is not public spoils the lot."""
    if not answers:
        raise Unreachable(host, _("This site name was not found"))
    if not all(is_public(one) for one in answers):
        raise Refused(_("its name leads into a private network"))
    return tuple(dict.fromkeys(answers))
