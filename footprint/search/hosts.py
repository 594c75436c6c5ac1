"""Names of sites, one against another."""

from __future__ import annotations


def is_on(host: str, site: str) -> bool:
    """Whether `host` is the site itself or a part of it: `news.club.example` is on `club.example`."""
    return host == site or host.endswith("." + site)
