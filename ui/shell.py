"""The open app: navigation on the left, one place at a time on the right, and the few things every page shares."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from footprint import web
from footprint.dates import local_day
from footprint.i18n import _
from footprint.tasks import Task
from footprint.vault import VaultError
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.access import announce
from ui.kit.button_row import ButtonRow
from ui.kit.buttons import Btn
from ui.kit.cards import Banner
from ui.kit.layout import Flow, hbox
from ui.kit.nav import WIDTH as NAV_WIDTH
from ui.kit.nav import JournalChip, NavBar
from ui.kit.paint import begin
from ui.kit.text import PlainLabel
from ui.kit.theme import colour, px, space
from ui.kit.toast import ToastArea
from ui.page import NARROW as PAGE_NARROW
from ui.page import Page
from ui.pages import make_page
from ui.places import PLACES, Place, every_place
from ui.web.words import sent_in_words

NARROW = 940
_NAME_FITS = 440  # narrower than this only Menu and Lock stand in the top bar
_USEFUL = Changes(answers=True, looks=True, findings=True, items=True)  # what makes a first look worth keeping
# What the badges and the line on what was sent count.
_AT_THE_FOOT = Changes(ledger=True, items=True, answers=True, findings=True, accounts=True, steps=True)
_ANY = 16777215  # Qt's own "no limit"


class Shell(QWidget):
    """Lives from unlock to lock. It makes each page when it is first gone to, and shows one at a time."""

    arrived = Signal(str)

    def __init__(self, desk: Desk, *, kept: bool) -> None:
        super().__init__()
        self.desk = desk
        self._places: dict[str, Place] = {place.name: place for place in every_place()}
        self._pages: dict[str, Page] = {}
        self.at = ""
        self._focused: QWidget | None = None
        self._build(kept)
        desk.went.connect(self._go)
        desk.said.connect(self._say)
        desk.trouble.connect(self._trouble)
        desk.focus_asked.connect(self._show_alone)
        desk.changed.connect(self._on_changed)
        self._refresh_foot()

    # -- what the window asks ----------------------------------------------------------------------

    @property
    def page(self) -> Page | None:
        """The page shown now, or None before the first."""
        return self._pages.get(self.at)

    @property
    def alone(self) -> QWidget | None:
        """What is shown alone in focus mode."""
        return self._focused

    def go(self, name: str) -> None:
        self._go(name, {})

    def step_place(self, by: int) -> None:
        """The next or previous place of the navigation."""
        self.go(self._nav.neighbour(by))

    def step_area(self, by: int) -> None:
        """Move between navigation, page and foot (F6)."""
        if self._focused is not None:
            self._focused.setFocus(Qt.FocusReason.TabFocusReason)
            return
        areas = [one for one in (self._top, self._nav, self.page or self._stack, self._foot) if one.isVisible()]
        target = areas[(self._area_at(areas) + by) % len(areas)]
        if isinstance(target, Page):
            target.arrive()
        elif target is self._nav:
            self._nav.focus_current()
        elif target is self._top:
            self._menu_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._chip.setFocus(Qt.FocusReason.TabFocusReason)

    def _area_at(self, areas: list[QWidget]) -> int:
        """Where the focus is; the foot stands inside the navigation, so the innermost area counts."""
        now = QApplication.focusWidget()
        around = [at for at, area in enumerate(areas) if now is not None and area.isAncestorOf(now)]
        return around[-1] if around else 0

    def dismiss_toast(self) -> bool:
        """Take away what lies over the page, the toast or the opened menu; False when there was neither."""
        there = bool(self._toasts.words)
        self._toasts.dismiss()
        if not there and self._is_narrow() and self._nav.isVisible():
            self._open_nav(False)
            self._menu_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return there

    def put_away(self) -> dict[str, VaultError]:
        """Every page saves what is typed and not kept yet; called before the vault is locked.

        Gives the label of each place where that was refused, with the reason: one page is no reason to lose another.
        """
        refused: dict[str, VaultError] = {}
        for name, page in self._pages.items():
            try:
                page.put_away()
            except VaultError as problem:
                refused[_(self._places[name].label)] = problem
        return refused

    # -- going -------------------------------------------------------------------------------------

    def _go(self, name: str, details: dict[str, object]) -> None:
        if name not in self._places:
            raise KeyError(name)
        if self._focused is not None:
            self._show_alone(None)
        page = self._pages.get(name)
        if page is None:
            page = make_page(name, self.desk)
            self._pages[name] = page
            self._stack.addWidget(page)
        self.at = name
        self._clear_trouble()
        self._toasts.dismiss()
        self._nav.set_current(name)
        self._stack.setCurrentWidget(page)
        self._fit()
        page.show_at(**details)
        page.arrive()
        announce(self, page.heading.text())
        self.arrived.emit(name)

    def _show_alone(self, widget: QWidget | None) -> None:
        if self._focused is not None:
            self._outer.removeWidget(self._focused)
            self._focused = None
        if widget is not None:
            self._focused = widget
            self._outer.addWidget(widget)
            self._outer.setCurrentWidget(widget)
        else:
            self._outer.setCurrentWidget(self._usual)
            if self.page is not None:
                self.page.arrive()
        self._toasts.keep_above(getattr(widget, "foot", None))
        self._toasts.raise_()

    # -- saying ------------------------------------------------------------------------------------

    def _say(self, words: str, undoable: bool) -> None:
        self._toasts.say(words, self.desk.undo if undoable else None)

    def _trouble(self, words: str) -> None:
        self._clear_trouble()
        close = Btn(_("Close"), "quiet")
        self._trouble_banner = Banner("danger", _("There is a problem"), words, close, quiet=True)  # said below
        close.clicked.connect(self._close_trouble)
        self._above.insertWidget(0, self._trouble_banner)
        self._space_above()
        announce(self, words, urgent=True)

    def _close_trouble(self) -> None:
        """The person has read it: the focus goes back to the page."""
        self._clear_trouble()
        if self.page is not None:
            self.page.arrive()

    def _clear_trouble(self) -> None:
        if self._trouble_banner is not None:
            self._above.removeWidget(self._trouble_banner)
            self._trouble_banner.hide()
            self._trouble_banner.deleteLater()
            self._trouble_banner = None
            self._space_above()

    def _space_above(self) -> None:
        """Room round what stands above the page, and none while nothing does."""
        if self._keep_banner is not None:
            self._keep_banner.setVisible(self._trouble_banner is None)  # one at a time: large text has no room for two
        some = bool(self._above.count())
        page = self.width() - (0 if self._is_narrow() else px(NAV_WIDTH))
        side = 20 if page < px(PAGE_NARROW) else 36  # in line with the page below
        space(self._above, 8, (side, 16, side, 0) if some else (0, 0, 0, 0))

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.touches(_AT_THE_FOOT):
            self._refresh_foot()
        if changes.touches(_USEFUL) and not self.desk.keep_offered and self._is_not_kept():
            self._offer_to_keep()

    def say_only_to_look(self, day: str) -> None:
        """A copy is open in place of the notes: said at the top until it is closed."""
        close = Btn(_("Close this copy"))
        close.clicked.connect(self.desk.close_copy_asked)
        words = _("Nothing here can be changed. Your own notes are as you left them.")
        banner = Banner("info", _("You are looking at a copy of {day}").format(day=day), words, close)
        self._keep_banner = banner
        self._above.addWidget(banner)
        self._space_above()

    def _offer_to_keep(self) -> None:
        """Once, and quietly: what has just been done is only in memory so far."""
        self.desk.keep_offered = True
        keep = Btn(_("Keep this"), icon="lock")
        keep.clicked.connect(self.desk.keep_asked)
        later = Btn(_("Not now"), "quiet")
        banner = Banner(
            "info", _("Keep this?"), _("It is gone when you close the app, unless you choose a passphrase.")
        )
        banner.column.addSpacing(px(6))
        banner.column.addWidget(ButtonRow(keep, later))
        later.clicked.connect(self._keep_later)
        self._keep_banner = banner
        self._above.addWidget(banner)
        self._space_above()

    def _is_not_kept(self) -> bool:
        return not self.desk.bench.vault.kept and not self.desk.bench.vault.only_to_look

    def _keep_later(self) -> None:
        banner, self._keep_banner = self._keep_banner, None
        if banner is not None:
            self._above.removeWidget(banner)
            banner.hide()
            banner.deleteLater()
        self._space_above()
        if self.page is not None:
            self.page.arrive()

    def _refresh_foot(self) -> None:
        self.desk.read(self._count, self._show_counts)

    def _count(self, _task: Task) -> tuple[int, dict[str, int]]:
        from footprint import home

        bench = self.desk.bench
        today = local_day(bench.vault.now())
        return web.sent_today(bench.vault, today), home.badges(bench.vault, bench.checklists, today)

    def _show_counts(self, counts: tuple[int, dict[str, int]]) -> None:
        sent, badges = counts
        self._chip.show_words(sent_in_words(sent))
        for name, number in badges.items():
            self._nav.set_badge(name, number)

    # -- building ----------------------------------------------------------------------------------

    def _build(self, kept: bool) -> None:
        self._trouble_banner: Banner | None = None
        self._keep_banner: Banner | None = None
        self._usual = QWidget()
        self._outer = QStackedWidget()
        self._outer.addWidget(self._usual)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._outer)
        column = QVBoxLayout(self._usual)
        space(column, 0)
        column.addWidget(self._build_top_bar())
        row = QHBoxLayout()
        space(row, 0)
        column.addLayout(row, 1)
        row.addWidget(self._build_nav(kept))
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        space(right, 0)
        self._above = QVBoxLayout()
        self._space_above()
        right.addLayout(self._above)
        self._stack = QStackedWidget()
        right.addWidget(self._stack, 1)
        row.addWidget(self._right, 1)
        self._toasts = ToastArea(self)

    def _build_nav(self, kept: bool) -> QWidget:
        self._nav = NavBar(PLACES, _("Footprint Check"))
        self._nav.went.connect(self.go)
        self._foot = QWidget()
        foot = QVBoxLayout(self._foot)
        space(foot, 6)
        lock = Btn(_("Lock"), "quiet", "lock")
        lock.clicked.connect(self.desk.lock_asked)
        self._foot_lock = QWidget()
        self._foot_lock.setLayout(hbox(ButtonRow(lock), margins=(12, 0, 0, 0)))  # in line with the lines above it
        foot.addWidget(self._foot_lock)
        chips: list[QWidget] = []
        if not kept:
            keep = JournalChip()
            keep.show_words(_("Not kept yet"), _("Keep this"), "warn", "warn")
            keep.clicked.connect(self.desk.keep_asked)
            chips.append(keep)
        self._chip = JournalChip()
        self._chip.clicked.connect(lambda: self.go("journal"))
        foot.addWidget(Flow([*chips, self._chip], 200, 6, most=2))  # beside each other in the opened menu
        self._nav.add_foot(self._foot)
        return self._nav

    def _build_top_bar(self) -> QWidget:
        self._top = _TopBar()
        row = QHBoxLayout(self._top)
        space(row, 12, (16, 8, 16, 8))
        self._menu_button = Btn(_("Menu"), "secondary", "menu")
        self._menu_button.clicked.connect(self._toggle_nav)
        lock = Btn(_("Lock"), "quiet", "lock")
        lock.clicked.connect(self.desk.lock_asked)
        self._name = PlainLabel(_("Footprint Check"), "h3", wrap=False)
        for widget in (self._menu_button, self._name):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(lock)
        return self._top

    def _is_narrow(self) -> bool:
        return self.width() < px(NARROW)

    def _toggle_nav(self) -> None:
        self._open_nav(not self._nav.isVisible())

    def _open_nav(self, shown: bool) -> None:
        """In a narrow window the navigation takes the page's place until a place is chosen."""
        self._toasts.dismiss()
        self._nav.setVisible(shown)
        self._right.setVisible(not shown)
        self._menu_button.setAccessibleDescription(_("Open") if shown else _("Closed"))
        if shown:
            self._nav.focus_current()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        super().changeEvent(event)

    def _fit(self) -> None:
        """Navigation beside the page where there is room for both, else behind the Menu button."""
        narrow = self._is_narrow()
        self._top.setVisible(narrow)
        self._foot_lock.setVisible(not narrow)  # it stands in the top bar then, as the name does
        self._nav.show_name(not narrow)
        self._name.setVisible(self.width() >= px(_NAME_FITS))
        self._menu_button.setAccessibleDescription(_("Closed"))
        self._nav.setVisible(not narrow)
        self._right.show()
        self._space_above()
        across = QSizePolicy.Policy.Expanding if narrow else QSizePolicy.Policy.Fixed
        self._nav.setSizePolicy(across, QSizePolicy.Policy.Expanding)
        self._nav.setMinimumWidth(0 if narrow else px(NAV_WIDTH))
        self._nav.setMaximumWidth(_ANY if narrow else px(NAV_WIDTH))

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 300)


class _TopBar(QWidget):
    """In a narrow window: the Menu button, the name, and Lock always in sight."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = begin(self)
        painter.fillRect(self.rect(), colour("nav"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour("border"))
        painter.end()
