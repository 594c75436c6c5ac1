"""What stands between reading and seeing: Home, the results, and another look, beside the same without it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from benchmarks.measure import Ratio, in_turn, timed
from benchmarks.screen import application, let_go, until
from footprint import home, search
from footprint.cli.demo import Stage, stage
from footprint.dates import local_day
from footprint.demo.audit import Scene, audit
from footprint.search import Hit, Look, Outcome
from footprint.search import store as search_store
from footprint.search.matching.judging import forget_matches
from footprint.tasks import Task
from footprint.vault import Vault

ROUNDS = 15
RESULTS = 3_000


def run() -> Iterator[Ratio]:
    with stage() as played:
        bench = played.bench
        audit(Scene(bench.vault, played.clock, bench.web, bench.checklists, bench.providers), Task())
        yield from _home(played)
        yield _results(bench.vault)


def _home(played: Stage) -> Iterator[Ratio]:
    """A person half a year in: accounts, answers, items, a search and a course of counts."""
    from PySide6.QtWidgets import QWidget

    from ui.appearance import Appearance
    from ui.desk import Desk
    from ui.home.hero import HeroCard
    from ui.home.page import HomePage
    from ui.kit import theme

    qt, bench = application(), played.bench
    Appearance(qt, bench.settings.now)
    desk = Desk(bench)
    page = HomePage(desk)
    page.resize(1000, 760)
    page.show()

    def reload() -> None:
        let_go()
        before = page.findChild(HeroCard)
        page.reload()
        until(lambda: not desk.lanes.busy and page.findChild(HeroCard) not in (None, before))

    def read() -> None:
        home.overview(bench.vault, bench.checklists, local_day(bench.vault.now()), 6)

    ours, theirs = in_turn(lambda: timed(reload), lambda: timed(read), ROUNDS)
    yield Ratio("Home read and shown anew", ours, "its reads alone", theirs)

    let_go()
    dark = [False]

    def switch() -> None:
        dark[0] = not dark[0]
        theme.apply(qt, dark[0], 1.0)
        qt.processEvents()

    ours, theirs = in_turn(lambda: timed(switch), _stock_switch(len(page.findChildren(QWidget))), ROUNDS)
    yield Ratio("light to dark, with Home shown", ours, "a palette for as many stock labels", theirs)
    desk.lanes.stop_all()
    page.close()
    page.deleteLater()
    let_go()


def _stock_switch(widgets: int) -> Callable[[], float]:
    """A window of that many stock labels which is given another palette."""
    from PySide6.QtGui import QColor, QPalette
    from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

    window = QWidget()
    column = QVBoxLayout(window)
    for number in range(widgets):
        column.addWidget(QLabel(str(number)))
    shades = ["#f6f5f1", "#12181a"]

    def switch() -> None:
        shades.reverse()
        palette = QPalette()
        palette.setColor(QPalette.ColorRole.Window, QColor(shades[0]))
        window.setPalette(palette)
        QApplication.processEvents()

    window.show()
    return lambda: timed(switch)


def _results(vault: Vault) -> Ratio:
    """Results judged, explained and put in order, against reading their rows."""
    _add_results(vault)

    def rows() -> None:
        with vault.reading() as db:
            list(search_store.findings(db))

    def judged() -> None:
        forget_matches(vault)  # as after opening the vault; what comes later is in `search_scale`
        search.findings(vault)

    ours, theirs = in_turn(lambda: timed(judged), lambda: timed(rows), ROUNDS)
    return Ratio(f"{RESULTS:,} results judged and ordered", ours, "reading their rows", theirs)


def _add_results(vault: Vault) -> None:
    with vault.writing(undo=False) as write:
        run_id = search_store.add_run(write.db, write.now)
        look = Look(f"{1:032x}", run_id, "searxng", "Invented Person", Outcome.RESULTS, "", RESULTS, first_look=True)
        search_store.add_look(write.db, look, 0, write.now)
        for n in range(RESULTS):
            address = f"https://site{n % 300}.example/people/{n}"
            title = f"Person {n % 97} Invented, team {n % 13}"
            hit = Hit(address, title, f"Person {n % 97} works for an invented council in town {n % 31}.")
            found = search_store.save_hit(
                write.db, hit, address, f"site{n % 300}.example", run_id, new=False, now=write.now
            )
            search_store.add_sighting(write.db, found, look, n + 1, write.now)
        search_store.end_run(write.db, run_id, Outcome.RESULTS, False, write.now)
