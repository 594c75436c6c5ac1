"""Pictures of what opens over a page: new steps before they are used, what serves a line, a list for paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtGui import QImage

from footprint.dates import local_day
from footprint.demo.steps import invented_offer
from footprint.log import incidents
from footprint.log.incidents import Kind
from footprint.workbench import Workbench
from ui.checklists.large_print import large_print
from ui.checklists.page import ChecklistsPage
from ui.desk import Desk
from ui.guidance.page import GuidancePage
from ui.kit.dialogs import Sheet
from ui.kit.printing import page_image
from ui.page import Page
from ui.settings.page import SettingsPage
from ui.settings.steps import StepsSection

# A page in the middle of the list, where there are steps, boxes to tick and a code.
_PAPER_OF, _PAGE = "facebook", 3


def more_screens(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment."""
    yield from _steps(desk, page, settle)
    yield from _guidance(desk, page, settle)
    yield from _large(desk, page, settle)
    yield from _incidents(desk, page, settle)


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


def _close(sheet: Sheet | None) -> None:
    if sheet is not None:
        sheet.reject()
