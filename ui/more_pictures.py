"""Pictures of what opens over a page: new steps before they are used, what serves a line, a list for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from footprint import log
from footprint.dates import local_day
from footprint.demo.audit import invented_picture
from footprint.demo.steps import invented_offer
from footprint.log import incidents
from footprint.log.incidents import Kind
from footprint.workbench import Workbench
from ui.archives.pictures import archive_screens
from ui.checklists.large_print import large_print
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.events.pictures import event_screens
from ui.guidance.page import GuidancePage
from ui.incoming import Incoming
from ui.kit.dialogs import Sheet
from ui.kit.printing import page_image
from ui.ladder_pictures import ladder_screens
from ui.log.copies.keep_sheet import KeepSheet
from ui.log.exports.forms import What
from ui.log.exports.view import ExportView
from ui.log.item import ItemView
from ui.log.page import LogPage
from ui.page import Page
from ui.passwords.pictures import password_screens
from ui.settings.page import SettingsPage
from ui.settings.steps import StepsSection
from ui.supervision.pictures import supervision_screens
from ui.supervision.plan_pictures import plan_screens

# A page in the middle of the list, where there are steps, boxes to tick and a code.
_PAPER_OF, _PAGE = "facebook", 3


def more_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment."""
    yield from _steps(desk, page, settle)
    yield from _guidance(desk, page, settle)
    yield from _large(desk, page, settle)
    yield from _incidents(desk, page, settle)
    yield from _help_and_copies(desk, page, settle)
    yield from _saving(desk, page, settle)
    yield from password_screens(desk, page, settle)
    yield from event_screens(desk, settle)
    yield from plan_screens(desk, settle)
    yield from supervision_screens(desk, page, settle)
    yield from archive_screens(desk, page, settle)
    desk.go("reminders")
    settle()
    yield "reminders"
    yield from ladder_screens(desk, page, settle)


def paper_page(bench: Workbench) -> QImage:
    """A page of the large list as it comes out of the printer: the same in every theme."""
    network = bench.checklists.network(_PAPER_OF)
    html = large_print(network, local_day(bench.vault.now()), essential_only=True)
    return page_image(html, _PAGE)


def _steps(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    desk.go("settings", section="steps")
    settle()
    yield "settings_steps"
    now = page()
    if isinstance(now, SettingsPage) and isinstance(now.section, StepsSection):
        now.section.new.show_offer(invented_offer(desk.bench.vault, desk.bench.checklists))
        yield "steps_changes"
        _close(now.section.new.sheet)
        now.section.new.show_ways("https://steps.example/new.footprint-steps", from_file=True)
        now.section.new.show_preview()
        yield "steps_preview"
        now.section.escape()


def _guidance(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    desk.go("guidance")
    settle()
    now = page()
    if not isinstance(now, GuidancePage):
        return
    now.show_served("g63")
    yield "guidance_serves"
    _close(now.sheet)
    now.search_box.setText("password")
    now.find_now()
    yield "guidance_found"
    now.escape()


def _incidents(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """What to do first, the questions, a note, its copy, and who to tell."""
    desk.go("happened", kind=Kind.LOST.value)
    yield "happened_first"
    desk.go("incidents")
    yield "incidents"
    desk.go("incidents", kind=Kind.POSTED.value)
    settle()
    yield "incident_walk"
    desk.focus_asked.emit(None)
    first = next(iter(incidents.incidents(desk.bench.vault)), None)
    if first is not None:
        desk.go("incidents", incident=first.id)
        yield "incident_note"
        desk.go("incidents", incident=first.id, view="copy")
        yield "incident_copy"
    desk.go("incidents", view="contacts")
    yield "incident_contacts"


def _large(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    desk.go("checklists", network=_PAPER_OF, view="about")
    settle()
    now = page()
    if isinstance(now, ChecklistsPage):
        now.print_page()
        yield "checklist_large"
        for sheet in now.findChildren(Sheet):
            _close(sheet)


def _help_and_copies(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """“I need help now”, the two questions before a picture is kept with what follows from them, and the one file."""
    desk.go("help_now")
    settle()
    yield "help_now"
    vault = desk.bench.vault
    rows = log.page(vault, log.Query(), 0, 50, local_day(vault.now()))
    row = next((one for one in rows if log.evidence(vault, one.id)), None)
    if row is None:
        return
    desk.go("remove", item=row.id)
    settle()
    now = page()
    view = now.view if isinstance(now, LogPage) else None
    if not isinstance(view, ItemView):
        return
    card = view.evidence
    card.keep([Incoming(True, "party.png", invented_picture)])
    sheet = card.asking.sheet
    if sheet is not None:
        yield from _questions(sheet, settle)
        _close(sheet)
        settle()
    card.pack.click()
    settle()
    yield "copies_as_file"
    _close(card.bundle)


def _saving(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """A copy of the list: what is in it and who could read it, before it is made."""
    desk.go("remove", export=True)
    settle()
    yield "remove_copy"
    now = page()
    view = now.view if isinstance(now, LogPage) else None
    if isinstance(view, ExportView):
        view.choices.what.cards[What.FULL].click()
        settle()
        yield "remove_copy_full"
    desk.go("remove", **{"import": True})
    settle()
    yield "remove_import"


def _questions(sheet: KeepSheet, settle: Callable[[], None]) -> Iterator[str]:
    for name, undressed, under_18 in (("copy_never", "yes", "unsure"), ("copy_private", "yes", "no")):
        sheet.undressed.cards[undressed].click()
        sheet.under_18.cards[under_18].click()
        settle()
        yield name
    sheet.undressed.cards["no"].click()
    sheet.cover.button.click()
    settle()
    sheet.cover.add_box.click()
    settle()
    yield "copy_cover"


def _close(sheet: Sheet | None) -> None:
    if sheet is not None:
        sheet.reject()
