"""The places of the app in the order of the navigation, and which page shows each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from footprint.i18n import N_

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.page import Page


@dataclass(frozen=True)
class Place:
    """One line of the navigation. `make` imports its page only when it is first opened."""

    name: str
    label: str
    icon: str
    group: str
    make: Callable[[Desk], Page]


def _home(desk: Desk) -> Page:
    from ui.home.page import HomePage

    return HomePage(desk)


def _accounts(desk: Desk) -> Page:
    from ui.person.accounts import AccountsPage

    return AccountsPage(desk)


def _checklists(desk: Desk) -> Page:
    from ui.checklists.page import ChecklistsPage

    return ChecklistsPage(desk)


def _stranger(desk: Desk) -> Page:
    from ui.stranger.page import StrangerPage

    return StrangerPage(desk)


def _search(desk: Desk) -> Page:
    from ui.search.page import SearchPage

    return SearchPage(desk)


def _remove(desk: Desk) -> Page:
    from ui.log.page import LogPage

    return LogPage(desk)


def _guidance(desk: Desk) -> Page:
    from ui.guidance.page import GuidancePage

    return GuidancePage(desk)


def _settings(desk: Desk) -> Page:
    from ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _journal(desk: Desk) -> Page:
    from ui.web.journal import JournalPage

    return JournalPage(desk)


def _happened(desk: Desk) -> Page:
    from ui.home.happened import HappenedPage

    return HappenedPage(desk)


def _help_now(desk: Desk) -> Page:
    from ui.help_now.page import HelpNowPage

    return HelpNowPage(desk)


def _incidents(desk: Desk) -> Page:
    from ui.incidents.page import IncidentsPage

    return IncidentsPage(desk)


TOP, CHECK, SORT_OUT, FOOT = "top", N_("Check"), N_("Sort out"), ""

PLACES: tuple[Place, ...] = (
    Place("home", N_("Home"), "home", TOP, _home),
    Place("accounts", N_("My accounts"), "accounts", CHECK, _accounts),
    Place("checklists", N_("Privacy checklists"), "checklist", CHECK, _checklists),
    Place("stranger", N_("Log out and look"), "eye", CHECK, _stranger),
    Place("search", N_("Search my name"), "search", CHECK, _search),
    Place("remove", N_("To remove"), "remove", SORT_OUT, _remove),
    Place("guidance", N_("Guidance"), "book", FOOT, _guidance),
    Place("settings", N_("Settings"), "gear", FOOT, _settings),
)

# Reached from the foot of the navigation and from the menus, not lines of their own.
JOURNAL = Place("journal", N_("Privacy journal"), "lock", "hidden", _journal)
HAPPENED = Place("happened", N_("Something has happened"), "flag", "hidden", _happened)
INCIDENTS = Place("incidents", N_("Incident notes"), "flag", "hidden", _incidents)
HELP_NOW = Place("help_now", N_("I need help now"), "flag", "hidden", _help_now)


def every_place() -> tuple[Place, ...]:
    return (*PLACES, JOURNAL, HAPPENED, INCIDENTS, HELP_NOW)
