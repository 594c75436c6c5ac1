"""Pictures of every stage of “Search my name”, of the invented person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from footprint import search
from footprint.search import likeness, probes, reading
from footprint.search.probes import Answer, Reason, Result
from ui.changes import Changes
from ui.desk import Desk
from ui.kit.cards import bring_into_view
from ui.page import Page
from ui.search.likeness.view import LikenessPart
from ui.search.page import SearchPage
from ui.search.sites.view import ProbePart
from ui.search.sorting.page_shows import PageShows
from ui.search.sorting.triage import Triage
from ui.search.stage import Stage
from ui.search.wish import USUAL
from ui.settings.page import SettingsPage

_HANDLE = "ada_example"
_STAGES = (
    *(Stage.NAMES, Stage.WAYS, Stage.PLAN, Stage.BY_HAND, Stage.BY_PICTURE, Stage.BOOKMARKS),
    *(Stage.PROBES, Stage.PICTURES, Stage.CHANGES),
)
# What sites said of her username, made up like all of her. Two of her own eight accounts were not seen.
_SAID: tuple[tuple[str, Answer, Reason, bool], ...] = (
    *((name, Answer.FOUND, Reason.TOLD_APART, True) for name in ("Bluesky", "Flickr", "Pinterest", "Strava")),
    *((name, Answer.FOUND, Reason.TOLD_APART, True) for name in ("Vimeo", "YouTube")),
    ("SoundCloud", Answer.CANNOT_TELL, Reason.CHALLENGE, True),
    ("Threads", Answer.CANNOT_TELL, Reason.LOGIN, True),
    ("Goodreads", Answer.FOUND, Reason.TOLD_APART, False),
    ("Disqus", Answer.CANNOT_TELL, Reason.TURNED_AWAY, False),
    ("Linktree", Answer.CANNOT_TELL, Reason.MADE_UP_EXISTS, False),
    *((name, Answer.ABSENT, Reason.SAYS_NO, False) for name in ("Bandcamp", "GitLab", "Keybase", "Tumblr")),
)


def search_screens(
    desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None], undo: Callable[[], None]
) -> Iterator[str]:
    """Each yields the name of what is on the screen at that moment."""
    desk.go("search", stage=Stage.SORT.value)
    settle()
    yield "search_sort"
    now = page()
    if not isinstance(now, SearchPage):
        return
    now.choose(3)
    yield "search_sorted_one"
    undo()
    yield from _page_shown(desk, now, settle)
    for stage in _STAGES:
        now.show_stage(stage)
        settle()
        yield f"search_{stage.name.lower()}"
    yield from _calibration(desk, now, settle)
    yield from _not_hers(desk, now, settle)
    now.show_plan(USUAL.plan(desk.bench))
    settle()
    yield "search_preview"
    run = next((one for one in search.runs(desk.bench.vault) if not one.by_hand), None)
    if run is not None:
        now.show_outcome(run)
        settle()
        yield "search_outcome"
    yield from _key(desk, page, settle)


def _not_hers(desk: Desk, now: SearchPage, settle: Callable[[], None]) -> Iterator[str]:
    """What to do about a profile that shows her picture and is not hers; her answer is taken back after it."""
    now.show_stage(Stage.PICTURES)
    settle()
    shown = now.part.shown if isinstance(now.part, LikenessPart) else None
    if shown is None or not shown.standing.to_ask:
        return
    vault = desk.bench.vault
    said = likeness.not_mine(vault, shown.standing.to_ask[0])
    desk.changed.emit(Changes(findings=True), None)
    settle()
    yield "search_not_hers"
    vault.undo(said.undo)
    desk.changed.emit(Changes(findings=True), None)
    settle()


def _page_shown(desk: Desk, now: SearchPage, settle: Callable[[], None]) -> Iterator[str]:
    """What the page behind a result shows of her, and what reading those that are left would ask."""
    read = reading.latest(desk.bench.vault).values()
    if not isinstance(now.part, Triage) or not read:
        return
    now.part.show_finding(max(read, key=lambda one: len(one.facets)).finding_id)
    settle()
    shows = now.part.findChild(PageShows)
    if shows is not None:
        bring_into_view(shows.buttons)
        bring_into_view(shows)
        settle()
        yield "search_page_shows"
    now.show_stage(Stage.SORT)
    settle()
    now.part.read_all.click()
    settle()
    yield "search_read"
    now.part.escape()
    settle()


def _calibration(desk: Desk, now: SearchPage, settle: Callable[[], None]) -> Iterator[str]:
    now.show_stage(Stage.PROBES)
    settle()
    if isinstance(now.part, ProbePart):
        day = desk.bench.vault.now()
        results = tuple(
            Result(
                name.lower(), name, "ada_example", f"https://{name.lower()}.example/ada_example", said, why, own, True
            )
            for name, said, why, own in _SAID
        )
        now.part.show_outcome(probes.Run("invented", day, day, False, results))
        settle()
        yield "search_calibration"


def _key(desk: Desk, page: Callable[[], Page | None], settle: Callable[[], None]) -> Iterator[str]:
    """A key that was typed and is not tried yet."""
    desk.go("settings", section="internet")
    settle()
    now = page()
    sources = getattr(now.section, "sources", {}) if isinstance(now, SettingsPage) else {}
    if "mojeek" in sources:
        sources["mojeek"].box.setText("an-invented-key-0000")
        sources["mojeek"].save.click()
        settle()
        yield "settings_key"
        sources["mojeek"].trial.again.click()
