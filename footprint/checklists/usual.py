"""The networks most people here have an account on, the most usual first, so that nobody searches long for them."""

from __future__ import annotations

# A choice of ours for a list's order, not a ranking somebody measured.
USUAL = (
    "facebook",
    "whatsapp",
    "instagram",
    "messenger",
    "google-account",
    "youtube",
    "tiktok",
    "x",
    "linkedin",
    "snapchat",
    "nextdoor",
    "vinted",
    "facebook-marketplace",
    "pinterest",
    "ebay",
    "reddit",
    "apple-account",
    "microsoft-account",
    "paypal",
    "spotify",
    "strava",
    "telegram",
)


def how_usual(network_id: str) -> int:
    """A key to sort by: the usual ones first in their order, all the others after them."""
    return USUAL.index(network_id) if network_id in USUAL else len(USUAL)
