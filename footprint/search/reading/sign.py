"""What was told of a page. Apart from how it is told, so that Home, which only counts looks, does without that."""

from __future__ import annotations

from enum import StrEnum


class Sign(StrEnum):
    """What was told of a page while it was read; its words are not kept."""

    GONE_HEADING = "gone heading"  # its title or heading says that it is not there
    GONE_TEXT = "gone text"  # a page of few words says so
    LOGIN = "login"
    CONSENT = "consent"
    CHALLENGE = "challenge"
    TROUBLE = "trouble"  # a page of few words says that the site has a problem
    SCRIPTED = "scripted"  # nearly no words without its scripts
    FILE = "file"  # no page at all
    REFRESH = "refresh"  # sends on by itself, to where `Seen.refresh` says
