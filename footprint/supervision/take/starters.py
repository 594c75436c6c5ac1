"""The words a line begins with when it is added from somewhere in the app. They never say what was found there."""

from __future__ import annotations

from footprint.i18n import N_, _

_PLACES = {
    "accounts": N_("Which accounts to keep, and for what"),
    "checklists": N_("How I look after my privacy settings"),
    "stranger": N_("How it is to look at yourself as a stranger does"),
    "search": N_("What it is like to look for your own name"),
    "passwords": N_("How we look after our passwords"),
    "remove": N_("How to ask for something to be taken down"),
    "archives": N_("What to do about old posts"),
    "connections": N_("How to deal with requests to connect"),
    "reminders": N_("How often to check, and when to find the time"),
    "guidance": N_("What our guidance says about social media"),
    "events": N_("What to look after online when life changes"),
    "happened": N_("Who to tell when something happens online"),
    "incidents": N_("Who to tell when something happens online"),
    "help_now": N_("Where to get help when something happens online"),
    "plan": N_("How the plan fits into my week"),
    "packs": N_("What our organisation adds to the guidance"),
}


def from_place(place: str) -> str:
    """A neutral line for a screen; "" where there is none to offer."""
    return _(_PLACES[place]) if place in _PLACES else ""


def from_check(title: str, network: str) -> str:
    """The check as it is called, without what was answered."""
    return f"{network}: {title}" if network else title


def from_item() -> str:
    """Nothing of the thing itself: the person adds what they want to."""
    return _("Something about me online that I want to talk about")


def from_stranger() -> str:
    """That the person looked, and not what they saw."""
    return _("I looked at myself as a stranger does, for ten minutes. What I make of it")
