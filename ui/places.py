"""The places of the app in the order of the navigation. Which page shows each stands in `ui.pages`."""

from __future__ import annotations

from dataclasses import dataclass

from footprint.i18n import N_


@dataclass(frozen=True)
class Place:
    """One line of the navigation."""

    name: str
    label: str
    icon: str
    group: str


TOP, CHECK, SORT_OUT, FOOT = "top", N_("Check"), N_("Sort out"), ""

PLACES: tuple[Place, ...] = (
    Place("home", N_("Home"), "home", TOP),
    Place("accounts", N_("My accounts"), "accounts", CHECK),
    Place("checklists", N_("Privacy checklists"), "checklist", CHECK),
    Place("stranger", N_("Log out and look"), "eye", CHECK),
    Place("search", N_("Search my name"), "search", CHECK),
    Place("passwords", N_("Password check"), "key", CHECK),
    Place("draft", N_("Before you post"), "edit", CHECK),
    Place("remove", N_("To remove"), "remove", SORT_OUT),
    Place("archives", N_("Old posts"), "posts", SORT_OUT),
    Place("connections", N_("Connections"), "people", SORT_OUT),
    Place("reminders", N_("Reminders"), "bell", SORT_OUT),
    Place("supervision", N_("Supervision summary"), "share", SORT_OUT),
    Place("guidance", N_("Guidance"), "book", FOOT),
    Place("settings", N_("Settings"), "gear", FOOT),
)

# Reached from the foot of the navigation and from the menus, not lines of their own.
JOURNAL = Place("journal", N_("Privacy journal"), "lock", "hidden")
EVENTS = Place("events", N_("When life changes"), "refresh", "hidden")
HAPPENED = Place("happened", N_("Something has happened"), "flag", "hidden")
INCIDENTS = Place("incidents", N_("Incident notes"), "flag", "hidden")
PLAN = Place("plan", N_("Plans"), "checklist", "hidden")
PACKS = Place("packs", N_("What your organisation adds"), "book", "hidden")
HELP_NOW = Place("help_now", N_("I need help now"), "flag", "hidden")


def every_place() -> tuple[Place, ...]:
    return (*PLACES, JOURNAL, EVENTS, HAPPENED, INCIDENTS, PLAN, PACKS, HELP_NOW)
