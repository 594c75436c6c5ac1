"""What “Search my name” offers: the one next thing, and each way to look with what is new or left there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from footprint import search
from footprint.dates import day_in_words, local_day, number
from footprint.i18n import _, ngettext
from footprint.search import ENGINES, Counts, Kind, Plan, Run, probes, rounds
from footprint.search.rounds import Progress, State
from footprint.tasks import Task
from footprint.workbench import Workbench
from ui.search.sources import Sources, read_sources
from ui.search.stage import TITLES, Seen, Stage
from ui.search.wish import Wish
from ui.search.wording import about, listed, time_to_sort

_STALE = timedelta(days=90)  # after so long another look is what is suggested
_OFFERED = timedelta(days=7)  # so long a stopped search is offered to go on with
_RUNS = 200
_ENOUGH = 3  # searches on the first site; those after them tell less and less


@dataclass(frozen=True)
class Hub:
    """How things stand with every way to look."""

    offline: bool
    counts: Counts
    last: Run | None
    stopped: Run | None  # a search that can go on, made with `wish`; `rest` is what it has not asked
    wish: Wish
    rest: Plan
    sources: Sources
    usual: Plan
    by_hand: bool  # whether the person ever looked in their own browser
    looked: int  # searches looked at by hand in the round that goes on
    first: Progress  # how far the first of the sites has come
    sites: int
    handles: int
    probed: probes.Run | None
    stale: bool


def read_hub(_task: Task, bench: Workbench, seen: Seen) -> Hub:
    vault, now = bench.vault, bench.vault.now()
    plan = probes.plan(vault, probes.known_sites(bench.checklists))
    last = search.last_run(vault)
    stopped = search.unfinished(vault)
    for_copies = stopped is not None and (bool(seen.wish.copies_of) or _only_copies(bench, stopped))
    if stopped is not None and (for_copies or now - stopped.started_at > _OFFERED):
        stopped = None
    going_on = rounds.current(vault)
    left = seen.wish.left(bench, stopped.looks) if stopped is not None else Plan(())
    return Hub(
        offline=bench.settings.now.never_use_internet,
        counts=search.counts(vault),
        last=last,
        stopped=stopped if left.chosen else None,
        wish=seen.wish,
        rest=left,
        sources=read_sources(_task, bench),
        usual=search.plan(vault, bench.providers),
        by_hand=any(one.by_hand for one in search.runs(vault, _RUNS)),
        looked=sum(one.state is State.LOOKED for one in going_on.steps),
        first=going_on.progress(ENGINES[0].name),
        sites=len(plan.lines),
        handles=len({ask.handle for line in plan.lines for ask in line.asks}),
        probed=probes.last_run(vault),
        stale=last is not None and now - last.started_at > _STALE,
    )


def _only_copies(bench: Workbench, run: Run) -> bool:
    """Asking for kept copies of one page is no search that the person would want to go on with."""
    kinds = {one.name: one.kind for one in bench.providers}
    return bool(run.looks) and all(kinds.get(look.provider) is Kind.COPIES for look in run.looks)


# -- the one next thing ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Next:
    """What is suggested. `stage` is where its button leads; without one it goes on with the search that was stopped."""

    lead: str
    title: str
    words: str
    button: str = ""
    stage: Stage | None = None


def next_thing(hub: Hub) -> Next:
    if hub.stopped is not None and not hub.offline:
        asked = len([look for look in hub.stopped.looks if look.outcome.searched])
        words = ngettext("{n} question was asked.", "{n} questions were asked.", asked).format(n=number(asked))
        minutes = hub.rest.minutes
        time = ngettext("{m} minute", "{m} minutes", minutes).format(m=number(minutes))
        rest = _("Left to ask: {n}, about {time}.").format(n=number(len(hub.rest.chosen)), time=time)
        return Next(_("Carry on where you left off"), _("Your last search was stopped"), f"{words} {rest}", _("Go on"))
    if hub.counts.left:
        left = hub.counts.left
        title = ngettext("{n} result is left to sort", "{n} results are left to sort", left).format(n=number(left))
        words = time_to_sort(hub.counts)
        return Next(_("The next thing"), title, words, _("Sort the results"), Stage.SORT)
    return _next_look(hub)


def _next_look(hub: Hub) -> Next:
    lead = _("Start here") if hub.last is None else _("The next thing")
    open_web = any(one.kind is Kind.PAGES for one in hub.sources.ready)
    if (hub.last is None or hub.stale) and open_web and not hub.offline:
        words = f"{about(hub.usual)} {_('You read every word before it goes.')}"
        return Next(lead, _again(hub, _("Let the app search for you")), words, _("See what would be asked"), Stage.PLAN)
    if hub.stale or not hub.by_hand:
        words = _("We give you the words and open the page. You say here what you saw. About 5 minutes.")
        title = _again(hub, _("Look for yourself in your own browser"))
        return Next(lead, title, words, _("Look in my browser"), Stage.BY_HAND)
    if 0 < hub.first.done < min(_ENOUGH, hub.first.total):
        words = _("{done} of {total} searches on {site} are done. The first ones tell most.").format(
            done=number(hub.first.done), total=number(hub.first.total), site=_(hub.first.engine.label)
        )
        title = _("Go on looking in your own browser")
        return Next(_("Carry on where you left off"), title, words, _("Look in my browser"), Stage.BY_HAND)
    if hub.handles and hub.probed is None and not hub.offline:
        words = _("We ask {n} sites if they know your username. You see first what would be asked.")
        title = _("See which sites know your username")
        return Next(lead, title, words.format(n=number(hub.sites)), _("See what would be asked"), Stage.PROBES)
    day = day_in_words(local_day(hub.last.started_at)) if hub.last is not None else ""
    words = _("You last looked on {day}. Look again in about 3 months, or choose a way below.").format(day=day)
    return Next("", _("Nothing is left to do here"), words)


def _again(hub: Hub, first: str) -> str:
    return _("It is a while since you last looked") if hub.stale else first


# -- the ways --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class News:
    """What is new or left in a way to look: a few words, and how they are shown."""

    words: str = ""
    tone: str = "neutral"


@dataclass(frozen=True)
class Way:
    """One row of the hub. It is shown once its stage is in `STAGES`."""

    stage: Stage
    icon: str
    words: Callable[[Hub], str]
    news: Callable[[Hub], News] = lambda _hub: News()
    later: Callable[[Workbench], News] | None = None  # what takes longer to find out, after the rest is shown

    @property
    def title(self) -> str:
        return _(TITLES[self.stage])


def _search_words(hub: Hub) -> str:
    if hub.offline:
        return _("The internet is switched off in Settings.")
    return f"{about(hub.usual)} {_('You read every word first.')}"


def _search_news(hub: Hub) -> News:
    return News(_("Stopped"), "info") if hub.stopped is not None else News()


def _browser_words(_hub: Hub) -> str:
    sites = listed([_(one.label) for one in ENGINES], most=3)
    return _("{sites}. We give you the words, you say what you saw.").format(sites=sites)


def _browser_news(hub: Hub) -> News:
    n = hub.looked
    words = ngettext("{n} looked at", "{n} looked at", n).format(n=number(n))
    return News(words, "done") if n else News()


def _sites_words(hub: Hub) -> str:
    if not hub.handles:
        return _("Add a username first. Then the app can ask sites for it.")
    words = ngettext("Asks {n} site, by itself.", "Asks {n} sites, each by itself.", hub.sites)
    return f"{words.format(n=number(hub.sites))} {_('It also shows how much it would have missed.')}"


def _sites_news(hub: Hub) -> News:
    if hub.probed is None:
        return News()
    seen = hub.probed.calibration
    if seen.declared:
        return News(_("Found {found} of your {n}").format(found=number(seen.found), n=number(seen.declared)))
    found, unsure = len(hub.probed.of(probes.Answer.FOUND)), len(hub.probed.of(probes.Answer.CANNOT_TELL))
    if not found and unsure:  # never as if there were nothing
        return News(ngettext("{n} could not tell", "{n} could not tell", unsure).format(n=number(unsure)))
    return News(_("{n} found").format(n=number(found)))


def _pictures_news(bench: Workbench) -> News:
    """Questions that wait for an answer first: a profile that may pretend to be the person."""
    from footprint.search import likeness

    seen = likeness.look(bench.vault, bench.checklists)
    if seen.to_ask:
        n = len(seen.to_ask)
        return News(ngettext("{n} question", "{n} questions", n).format(n=number(n)), "info")
    n = len(seen.groups)
    return News(ngettext("{n} picture on several", "{n} pictures on several", n).format(n=number(n))) if n else News()


def _changes_news(bench: Workbench) -> News:
    from footprint.search import changes

    both = changes.compare(bench.vault)
    n = len(both.about(not_me=False).real) if both is not None else 0
    return News(ngettext("{n} change", "{n} changes", n).format(n=number(n)), "info") if n else News()


WAYS: tuple[Way, ...] = (
    Way(Stage.PLAN, "search", _search_words, _search_news),
    Way(Stage.BY_HAND, "external", _browser_words, _browser_news),
    Way(Stage.PROBES, "accounts", _sites_words, _sites_news),
    Way(
        Stage.PICTURES,
        "image",
        lambda _hub: _("See if the same picture stands on several accounts."),
        later=_pictures_news,
    ),
    Way(
        Stage.CHANGES,
        "clock",
        lambda _hub: _("What is new, gone or different since you looked before."),
        later=_changes_news,
    ),
)
