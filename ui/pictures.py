"""A picture of every screen in light and dark, taken from a real window on a real workbench."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QWidget

from footprint import log, person
from footprint import vault as vaults
from footprint.checklists import is_safer
from footprint.dates import local_day
from footprint.i18n import _
from footprint.vault import DatabaseDamaged, Sheet, Way
from footprint.workbench import Workbench, open_bench
from ui.appearance import Appearance
from ui.changes import Changes
from ui.checklists.finish import Finish
from ui.checklists.page import ChecklistsPage
from ui.checklists.pages import SettingsPageView
from ui.checklists.parts import Part
from ui.first_run.steps import Networks, Reminders, Welcome
from ui.help.sheet import HelpSheet
from ui.kit.access import install_accessibility
from ui.kit.buttons import Btn
from ui.kit.cards import bring_into_view
from ui.kit.dialogs import Sheet as Dialog
from ui.kit.focus import FocusRings
from ui.links import Links
from ui.lock.covered import CoveredPage
from ui.lock.forgot import ForgotPage
from ui.lock.keep import KeepPage
from ui.lock.page import LockPage
from ui.lock.problem import ProblemPage
from ui.lock.restore import RestorePage
from ui.log.item import ItemView
from ui.log.lists.listing import ListView
from ui.log.page import LogPage
from ui.main_window import MainWindow
from ui.more_pictures import more_screens, paper_page
from ui.page import Page
from ui.search_pictures import search_screens
from ui.session import Session
from ui.shell import Shell

_P = TypeVar("_P", bound=Page)

USUAL = QSize(1200, 800)
_LONGEST_WAIT = 20.0
_MOST_PAGES = 40
_QUIET = 12  # rounds of the event loop with nothing to do: lists and folding cards settle in a few


@dataclass(frozen=True)
class Size:
    """One way of looking: the window in real pixels and the text size."""

    name: str
    window: QSize
    text: int


THEMES = ("light", "dark")
NORMAL = Size("", USUAL, 100)
LARGE = Size("text200", QSize(1366, 768), 200)
NARROW = Size("narrow", QSize(620, 800), 100)


def take(bench: Workbench, out: Path, say: Callable[[str], None], sizes: tuple[Size, ...] = (NORMAL,)) -> list[Path]:
    """Pictures as `NAME_THEME.png` in `out`; for other than the usual size `NAME_SIZE_THEME.png`."""
    out.mkdir(parents=True, exist_ok=True)
    qt = QApplication.instance() or QApplication(["footprint"])
    assert isinstance(qt, QApplication)
    install_accessibility()
    made: list[Path] = []
    for size in sizes:
        for theme in THEMES:
            say(f"{theme} {size.name}".strip())
            made += _Studio(qt, bench, theme, size, out).take_all()
            with tempfile.TemporaryDirectory() as folder:
                made += _take_empty(qt, Path(folder), theme, size, out)
    return made


def _take_empty(qt: QApplication, folder: Path, theme: str, size: Size, out: Path) -> list[Path]:
    """The places as they are before anything was done in them."""
    vault = vaults.throw_away()
    try:
        return _Studio(qt, open_bench(folder, vault), theme, size, out).take_places()
    finally:
        vault.close()


class _Studio:
    """One theme and one size: a window of its own, closed at the end."""

    def __init__(self, qt: QApplication, bench: Workbench, theme: str, size: Size, out: Path) -> None:
        self._qt, self._bench, self._theme, self._size, self._out = qt, bench, theme, size, out
        settings = replace(bench.settings.now, theme=theme, text_size=size.text)
        self._appearance = Appearance(qt, settings)
        self._window = MainWindow()
        self._window.resize(size.window)
        links = Links(self._window, bench.settings, opener=lambda _address: None)
        self._session = Session(self._window, bench, links, self._appearance)

    def take_all(self) -> list[Path]:
        made = [self._shoot(name) for name in self._covers()]
        self._session.show()
        self._shown()
        made += [self._shoot(name) for name in self._screens()]
        if (self._theme, self._size) == (THEMES[0], NORMAL):
            made.append(self._out / f"large_print_{self._theme}.png")
            paper_page(self._bench).save(str(made[-1]))
        self._leave()
        return made

    def take_places(self) -> list[Path]:
        self._session.show()
        self._shown()
        made = []
        for place in (
            "home",
            "accounts",
            "checklists",
            "stranger",
            "search",
            "remove",
            "archives",
            "connections",
            "journal",
        ):
            self._session.desk.go(place)
            made.append(self._shoot(f"empty_{place}"))
        self._leave()
        return made

    def _leave(self) -> None:
        self._session.desk.lanes.stop_all()
        self._window.clear()
        self._window.close()
        self._window.deleteLater()
        self._appearance.deleteLater()
        self._qt.processEvents()

    # -- what there is to see ----------------------------------------------------------------------

    def _covers(self) -> Iterator[str]:
        desk, library = self._session.desk, self._bench.checklists
        sheet = Sheet(vaults.new_code(), "7F3A-91C2", local_day(self._bench.vault.now()))
        keep = KeepPage(desk.lanes)
        pages: tuple[tuple[str, QWidget], ...] = (
            ("first_1_welcome", Welcome("employer")),
            ("first_2_networks", Networks(library, ("facebook",))),
            ("first_3_passphrase", keep),
            ("first_4_reminders", Reminders(6)),
            ("lock", LockPage()),
            ("forgot", ForgotPage(tuple(Way))),
            ("restore", RestorePage()),
            ("problem", ProblemPage(DatabaseDamaged())),
            ("covered", CoveredPage()),
        )
        for name, page in pages:
            self._window.show_cover(page)
            yield name
        keep = KeepPage(desk.lanes)
        self._window.show_cover(keep)
        keep.show_sheet(sheet)
        yield "recovery_sheet"

    def _screens(self) -> Iterator[str]:
        shell = self._window.shell
        assert shell is not None
        yield "home"
        yield from self._over_home(shell)
        for place in ("accounts", "checklists"):
            shell.go(place)
            yield place
        yield from self._checklist_screens()
        yield from self._stranger_screens()
        yield from search_screens(self._session.desk, lambda: shell.page, self._settle, self._undo)
        yield from self._log_screens()
        yield from self._account_screens()
        for place in ("guidance", "journal", "happened"):
            shell.go(place)
            yield place
        yield from more_screens(self._session.desk, lambda: shell.page, self._settle)
        for section in ("you", "look", "lock", "internet", "data", "about"):
            self._session.desk.go("settings", section=section)
            yield f"settings_{section}"

    def _over_home(self, shell: Shell) -> Iterator[str]:
        """What comes over or above a page."""
        help_ = HelpSheet(self._window, "search")
        help_.open()
        yield "help"
        help_.close()
        menu = next((one for one in shell.findChildren(Btn) if one.text() == _("Menu") and one.isVisible()), None)
        if menu is not None:
            menu.click()
            yield "menu"
            menu.click()
        self._session.desk.changed.emit(Changes(items=True), None)  # something useful was done: keep it?
        yield "keep_banner"
        next(one for one in shell.findChildren(Btn) if one.text() == _("Not now")).click()

    def _account_screens(self) -> Iterator[str]:
        desk = self._session.desk
        first = next(iter(person.accounts(self._bench.vault)), None)
        if first is not None:
            desk.go("accounts", account=first.id)
            yield "account"
        desk.go("accounts", new=True)
        yield "account_add"

    def _checklist_screens(self) -> Iterator[str]:
        desk = self._session.desk
        desk.go("checklists", network="facebook", view="about")
        yield "checklist_network"
        desk.go("checklists", network="facebook")
        yield "checklist_walk"
        yield from self._walk_states()
        desk.focus_asked.emit(None)
        desk.go("checklists", network="linkedin")
        yield "checklist_second_visit"
        desk.focus_asked.emit(None)
        desk.go("checklists", view="phone")
        yield "checklist_phone"
        yield from self._library_screens()

    def _library_screens(self) -> Iterator[str]:
        """The library, a place one can come off, one where a listing belongs, and a situation with its questions."""
        desk = self._session.desk
        for part in (Part.NETWORKS, Part.PLACES, Part.SITUATIONS):
            desk.go("checklists", part=part.value)
            yield f"library_{part.value}"
        desk.go("checklists", part=Part.NETWORKS.value)
        self._settle()
        page = self._page(ChecklistsPage)
        if page.shelves is not None:
            page.shelves.search.setText("dating")
            page.shelves.narrow()
            yield "library_found"
            page.shelves.clear()
        for network, name in (("open-register", "place"), ("social-work-england", "place_expected")):
            desk.go("checklists", network=network, view="about")
            yield name
        desk.go("checklists", network="photographs", view="about")
        yield "situation"
        desk.go("checklists", network="photographs")
        yield "situation_walk"
        desk.focus_asked.emit(None)
        desk.go("checklists", view="quick")
        yield "checklist_quick"

    def _stranger_screens(self) -> Iterator[str]:
        """The list, a look being made, and the card of the last one beside the one before."""
        desk = self._session.desk
        desk.go("stranger")
        yield "stranger"
        desk.go("stranger", network="facebook")
        yield "stranger_walk"
        desk.focus_asked.emit(None)
        desk.go("stranger", network="facebook", view="learned")
        yield "stranger_learned"

    def _walk_states(self) -> Iterator[str]:
        """A less safe answer and what it asks, the ring of the keyboard, and the end."""
        walk = self._page(ChecklistsPage).walk
        if walk is None or not isinstance(walk.view, SettingsPageView) or (question := walk.view.at_hand()) is None:
            return
        choices = enumerate(question.check.choices, 1)
        weak = next((number for number, one in choices if not is_safer(question.check, one.id)), None)
        if weak is not None:
            walk.choose(weak)
            yield "checklist_less_safe"
            rings = FocusRings(self._qt)
            rings.by_keyboard = True
            self._window.activateWindow()  # the sheet before it took that away
            question.choices.focus_first()
            yield "checklist_focus"
            rings.by_keyboard = False
            rings.deleteLater()
            self._undo()
        for _page in range(_MOST_PAGES):
            if isinstance(walk.view, Finish):
                yield "checklist_finish"
                return
            walk.skip.click()
            self._settle()

    def _log_screens(self) -> Iterator[str]:
        desk, vault = self._session.desk, self._bench.vault
        desk.go("remove")
        yield "remove"
        yield from self._list_states()
        rows = log.page(vault, log.Query(), 0, 50, local_day(vault.now()))
        asked = next((one for one in rows if one.kind is log.Kind.PHOTO), rows[0] if rows else None)
        worry = next((one for one in rows if one.origin is log.Origin.WORK), None)
        for name, row in (("remove_item", asked), ("remove_worry", worry)):
            if row is not None:
                desk.go("remove", item=row.id)
                yield name
                yield from self._letter()
        desk.go("remove", new=True)
        yield "remove_add"
        desk.go("remove", note=True)
        yield "remove_note"

    def _list_states(self) -> Iterator[str]:
        """Every filter, with two things ticked."""
        view = self._page(LogPage).view
        if not isinstance(view, ListView):
            return
        view.filters.more.click()
        view.select_several(True)
        self._settle()
        view.long.rows.set_ticked(tuple(view.long.rows.key_at(row) for row in range(2)))
        yield "remove_several"
        view.select_several(False)
        view.filters.more.click()
        self._session.desk.go("remove")

    def _letter(self) -> Iterator[str]:
        """The message to someone, as far down the page as it stands."""
        view = self._page(LogPage).view
        self._settle()
        if isinstance(view, ItemView) and view.letter.isVisible():
            bring_into_view(view.letter)
            yield "remove_letter"

    def _undo(self) -> None:
        self._session.desk.undo()
        self._settle()
        if self._window.shell is not None:
            self._window.shell.dismiss_toast()

    def _page(self, kind: type[_P]) -> _P:
        page = self._window.shell.page if self._window.shell else None
        assert isinstance(page, kind)
        return page

    # -- taking it ---------------------------------------------------------------------------------

    def _shoot(self, name: str) -> Path:
        self._window.show()
        self._settle()
        parts = [name, *([self._size.name] if self._size.name else []), self._theme]
        path = self._out / f"{'_'.join(parts)}.png"
        over = next((one for one in self._window.findChildren(Dialog) if one.isVisible()), None)
        (over or self._window).grab().save(str(path))
        return path

    def _shown(self) -> None:
        """A window that is laid out: what is narrow is known to be."""
        self._window.show()
        self._settle()

    def _settle(self) -> None:
        """Until nothing is being read and nothing is left to lay out."""
        end, quiet = time.monotonic() + _LONGEST_WAIT, 0
        while quiet < _QUIET and time.monotonic() < end:
            self._qt.processEvents()
            quiet = 0 if self._session.desk.lanes.busy else quiet + 1
            time.sleep(0.01)
