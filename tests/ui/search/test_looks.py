"""Every stage, in both themes and at every size: nothing cut off, all in reach, all named, easy to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from footprint import person, search
from footprint.person import DetailKind
from footprint.search import Finding, Look, Outcome, Run, Verdict, probes, rounds
from footprint.search.probes import Answer, Reason, Result
from footprint.vault import Vault
from tests.ui import looks
from ui.desk import Desk
from ui.search.page import SearchPage, Stage
from ui.search.sorting.now import Shown

Settle = Callable[[], None]
Prepare = Callable[[SearchPage, Vault, Settle], None]
COPIED = Path(__file__).parents[2] / "search" / "pages" / "copied"
MARKS = Path(__file__).parents[2] / "search" / "bookmarks" / "chrome.html"
LONG = "https://people-finder.example/uk/ada-example?reference=" + "0123456789" * 12


def names(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    page.show_stage(Stage.NAMES)


def names_missing(page: SearchPage, vault: Vault, settle: Settle) -> None:
    for one in person.details(vault):
        person.set_searchable(vault, one.id, False)
    page.show_stage(Stage.NAMES)
    settle()
    page.primary.click()


def ways(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    page.show_stage(Stage.WAYS)


def for_me(page: SearchPage, vault: Vault, settle: Settle) -> None:
    person.add_detail(vault, DetailKind.EMAIL, "ada.example.with.a.long.name@mail.example")
    page.show_stage(Stage.PLAN)
    settle()
    page.part.missing.set_open(True)
    page.part.wishes.for_contacts.set_open(True)


def for_me_offline(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    page.bench.settings.change(never_use_internet=True)
    page.show_stage(Stage.PLAN)


def ways_offline(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    page.bench.settings.change(never_use_internet=True)
    page.show_stage(Stage.WAYS)


def by_hand(page: SearchPage, vault: Vault, _settle: Settle) -> None:
    search.record_look(vault, "google", '"Ada Example"', [search.Saw.PHOTO, search.Saw.FAMILY])
    search.record_look(vault, "bing", '"Ada Example"', nothing=True)
    page.show_stage(Stage.BY_HAND)


def ticks(page: SearchPage, _vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.BY_HAND)
    settle()
    page.primary.click()
    page.part.look.keep_button.click()


def addresses(page: SearchPage, _vault: Vault, settle: Settle) -> None:
    ticks(page, _vault, settle)
    page.part.look.ticks.set_values(["photo", "town"])
    page.part.look.keep_button.click()
    settle()
    page.part.look.addresses.box.setPlainText(f"{LONG}\nno address at all")
    page.part.look.addresses.add()


def next_search(page: SearchPage, vault: Vault, settle: Settle) -> None:
    """A site with all its states, and the words of one's own choice."""
    offers = search.hand_offs(vault, engine="google")
    rounds.mark_opened(vault, offers[0])
    search.record_look(vault, "google", offers[1].words, turned_away=True)
    for one in offers[2:24]:
        search.record_look(vault, "google", one.words, nothing=True)
    page.show_stage(Stage.BY_HAND)
    settle()
    page.part.own.set_open(True)


def page_pasted(page: SearchPage, vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.BY_HAND)
    settle()
    page.primary.click()
    settle()
    page.part.look.fold.set_open(True)
    page.part.look.whole.add_text((COPIED / "google.txt").read_text(encoding="utf-8"))


def page_of_another_search(page: SearchPage, vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.BY_HAND)
    settle()
    page.primary.click()
    settle()
    page.part.look.fold.set_open(True)
    page.part.look.whole.add_text(
        'Microsoft Bing\nAll\nThere are no results for "Ada Quillfeather"\nCheck your spelling'
    )


def with_a_picture(page: SearchPage, vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.BY_PICTURE)
    settle()
    notes = Image.Exif()
    notes.get_ifd(0x8825).update({1: "N", 2: (53.0, 35.0, 0.0)})
    path = page.bench.folder / f"{'a-long-name-' * 6}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (120, 90), "teal").save(path, "JPEG", exif=notes)
    page.part.take(path)


def marks(page: SearchPage, vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.BOOKMARKS)
    settle()
    page.part.take(MARKS)


def preview(page: SearchPage, vault: Vault, _settle: Settle) -> None:
    page.show_plan(search.plan(vault, page.bench.providers))


def outcomes(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    """Every one of the eight at once."""
    made = [
        Look(str(at), "r", ("brave", "searxng", "bluesky", "github")[at % 4], '"Ada Example"', one, "A note.", at, True)
        for at, one in enumerate(Outcome)
    ]
    page.show_outcome(Run("r", datetime.now(UTC), None, Outcome.PARTIAL, False, False, tuple(made)))


def probes_preview(page: SearchPage, _vault: Vault, _settle: Settle) -> None:
    page.show_stage(Stage.PROBES)


def probes_no_username(page: SearchPage, vault: Vault, _settle: Settle) -> None:
    for one in person.details(vault, DetailKind.HANDLE):
        person.remove_detail(vault, one.id)
    page.show_stage(Stage.PROBES)


def copies(page: SearchPage, _vault: Vault, settle: Settle) -> None:
    page.show_stage(Stage.SORT)
    settle()
    page.part.result.copies_button.click()


def probes_outcome(page: SearchPage, vault: Vault, settle: Settle) -> None:
    """Every reason there is, and accounts of one's own."""
    page.show_stage(Stage.PROBES)
    settle()
    answers = {Reason.TOLD_APART: Answer.FOUND, Reason.SAYS_NO: Answer.ABSENT}
    results = tuple(
        Result("chirp", "Chirp", "ada_example", LONG, answers.get(why, Answer.CANNOT_TELL), why, declared, True)
        for why in Reason
        for declared in (True, False)
    )
    page.part.show_outcome(probes.Run("r", datetime.now(UTC), datetime.now(UTC), True, results))


def nothing_yet(page: SearchPage, vault: Vault, _settle: Settle) -> None:
    for one in search.findings(vault):
        search.verdict(vault, one.id, Verdict.FINE)
    page.show_stage(Stage.SORT)


def sort(page: SearchPage, vault: Vault, settle: Settle) -> None:
    search.add_pasted(vault, f"{LONG} A long title about Ada Example that goes on and on, with many words in it")
    search.verdict(vault, search.findings(vault)[-1].id, Verdict.NOT_ME)
    page.show_stage(Stage.SORT)
    settle()
    page.part.choose(3)


def sorted_before(page: SearchPage, vault: Vault, settle: Settle) -> None:
    search.hide_site(vault, "photos.example")
    page.show_stage(Stage.SORT)
    settle()
    page.part.choose(1)
    settle()
    page.part.show_group(Shown.LISTED)


VIEWS = (
    names, names_missing, ways, ways_offline, for_me, for_me_offline, by_hand, ticks, addresses, preview, outcomes,
    probes_preview, probes_no_username, probes_outcome, copies, nothing_yet, sort, sorted_before, next_search,
    page_pasted, page_of_another_search,
    with_a_picture, marks,
)  # fmt: skip


@pytest.fixture
def ready(
    results: tuple[Finding, ...],
    ada: Vault,
    desk: Desk,
    open_page: Callable[[Desk], SearchPage],
    settle: Settle,
    qtbot: QtBot,
) -> Callable[[Prepare], SearchPage]:
    person.add_detail(ada, DetailKind.FORMER_NAME, "Ada Sample")
    person.add_detail(ada, DetailKind.EMPLOYER, "Exampleshire Council")
    person.add_detail(ada, DetailKind.HANDLE, "ada_example")

    def prepare(how: Prepare) -> SearchPage:
        page = open_page(desk)
        how(page, ada, settle)
        settle()
        qtbot.wait(50)
        return page

    return prepare


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_every_stage_stands_at_every_size_in_both_themes(ready: Callable[[Prepare], SearchPage], view: Prepare) -> None:
    assert looks.problems_everywhere(ready(view)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_tab_reaches_everything(ready: Callable[[Prepare], SearchPage], view: Prepare) -> None:
    assert looks.out_of_reach(ready(view)) == []


@pytest.mark.parametrize("view", VIEWS, ids=lambda one: one.__name__)
def test_there_is_one_main_button_at_most(ready: Callable[[Prepare], SearchPage], view: Prepare) -> None:
    page = ready(view)
    shown = looks.primary_buttons(page)
    assert shown == ([page.primary.text()] if page.primary is not None else [])
