"""Which page shows a place. Each is imported when it is first opened."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.page import Page

_PAGES = {
    "home": "ui.home.page HomePage",
    "accounts": "ui.person.accounts AccountsPage",
    "checklists": "ui.checklists.page ChecklistsPage",
    "stranger": "ui.stranger.page StrangerPage",
    "search": "ui.search.page SearchPage",
    "passwords": "ui.passwords.page PasswordsPage",
    "remove": "ui.log.page LogPage",
    "reminders": "ui.reminders.page RemindersPage",
    "supervision": "ui.supervision.page SupervisionPage",
    "guidance": "ui.guidance.page GuidancePage",
    "settings": "ui.settings.page SettingsPage",
    "journal": "ui.web.journal JournalPage",
    "events": "ui.events.page EventsPage",
    "connections": "ui.connections.page ConnectionsPage",
    "draft": "ui.draft.page DraftPage",
    "archives": "ui.archives.page ArchivesPage",
    "happened": "ui.home.happened HappenedPage",
    "incidents": "ui.incidents.page IncidentsPage",
    "plan": "ui.supervision.plan_page PlanPage",
    "packs": "ui.packs.page PacksPage",
    "help_now": "ui.help_now.page HelpNowPage",
}


def make_page(place: str, desk: Desk) -> Page:
    """The page of a place, made anew."""
    module, name = _PAGES[place].split()
    return cast("Page", getattr(import_module(module), name)(desk))
