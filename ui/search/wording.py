"""How the search page speaks: counts, verdicts and outcomes in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from footprint.dates import number
from footprint.i18n import _, ngettext
from footprint.person import DetailKind
from footprint.search import Counts, Finding, Outcome, Plan, Verdict
from ui.kit.lists import RowLook

_MOST_MINUTES = 60  # nobody plans for longer than that


def how_far(counts: Counts) -> str:
    """“14 of 18 results sorted. 4 left, about 2 minutes.”"""
    if not counts.total:
        return _("Nothing has been found yet.")
    if not counts.left:
        words = ngettext("{n} result, and it is sorted.", "All {n} results are sorted.", counts.total)
        return words.format(n=number(counts.total))
    sorted_ = _("{done} of {total} results sorted.").format(done=number(counts.sorted), total=number(counts.total))
    if counts.minutes_left > _MOST_MINUTES:
        left = _("{n} left. A few at a time is fine: those that look like you come first.")
        return f"{sorted_} {left.format(n=number(counts.left))}"
    left = ngettext("{n} left, about {m} minute.", "{n} left, about {m} minutes.", counts.minutes_left)
    return f"{sorted_} {left.format(n=number(counts.left), m=number(counts.minutes_left))}"


def time_to_sort(counts: Counts) -> str:
    """How long what is left takes; nothing to be daunted by where it is a lot."""
    if counts.minutes_left > _MOST_MINUTES:
        return _("A few at a time is fine. Those that look like you come first.")
    minutes = counts.minutes_left
    time = ngettext("About {m} minute.", "About {m} minutes.", minutes).format(m=number(minutes))
    return f"{time} {_('You can stop at any time.')}"


def about(plan: Plan) -> str:
    """“About 24 questions, 3 minutes.” Before anything is sent, what it takes."""
    asked, minutes = len(plan.chosen), plan.minutes
    time = ngettext("{m} minute", "{m} minutes", minutes).format(m=number(minutes))
    return ngettext("About {n} question, {time}.", "About {n} questions, {time}.", asked).format(
        n=number(asked), time=time
    )


def listed(names: Sequence[str], most: int = 0) -> str:
    """“A”, “A and B”, “A, B and C”; with `most`, “A, B, C and 6 more”."""
    names = list(names)
    more = len(names) - most if most else 0
    if more > 1:
        words = ngettext("{names} and {n} more", "{names} and {n} more", more)
        return words.format(names=", ".join(names[:most]), n=number(more))
    if len(names) < 2:
        return "".join(names)
    return _("{first} and {last}").format(first=", ".join(names[:-1]), last=names[-1])


def in_it(counted: Mapping[DetailKind | None, int]) -> str:
    """“In them: your name 24 times, your town 12 times.” None stands for what was typed in for this once."""
    labels: dict[DetailKind | None, str] = {
        DetailKind.NAME: _("your name"),
        DetailKind.FORMER_NAME: _("your former name"),
        DetailKind.KNOWN_AS: _("the name you go by"),
        DetailKind.TOWN: _("your town"),
        DetailKind.EMPLOYER: _("your employer"),
        DetailKind.JOB_TITLE: _("your job title"),
        DetailKind.HANDLE: _("your username"),
        DetailKind.EMAIL: _("your e-mail"),
        DetailKind.PHONE: _("your number"),
        None: _("your team"),
    }
    parts = [
        ngettext("{what} {n} time", "{what} {n} times", counted[kind]).format(what=label, n=number(counted[kind]))
        for kind, label in labels.items()
        if counted.get(kind)
    ]
    return _("In them: {parts}.").format(parts=listed(parts)) if parts else ""


def said(verdict: Verdict) -> str:
    """For the toast."""
    return {
        Verdict.REMOVE: _("Added to your To remove list"),
        Verdict.FINE: _("Kept as it is"),
        Verdict.NOT_ME: _("Noted: it is not you"),
        Verdict.NOT_SURE: _("Left for later"),
    }[verdict]


def standing(one: Finding) -> str:
    """What the person said before; empty when nothing yet."""
    if one.verdict is None:
        return ""
    return {
        Verdict.REMOVE: _("You said: it is me, and it should change"),
        Verdict.FINE: _("You said: it is me, and I am glad of it") if one.glad else _("You said: it is me, and fine"),
        Verdict.NOT_ME: _("You said: it is not me"),
        Verdict.NOT_SURE: _("You left this for later"),
    }[one.verdict]


def row(one: Finding) -> RowLook:
    """A result in the list: what it is called and where it is, with what is special about it before that."""
    new = one.is_new and one.verdict is None
    marks = {
        Verdict.NOT_SURE: _("Left for later"),
        Verdict.NOT_ME: _("Not me"),
        Verdict.FINE: _("Glad of it") if one.glad else _("Fine"),
    }
    mark = _("New") if new else marks.get(one.verdict, "") if one.verdict else ""
    return RowLook(
        title=one.title or shown_address(one.address),
        meta=_("{mark}: {site}").format(mark=mark, site=one.host) if mark else one.host,
        tone="info" if new else "neutral",
        icon=icon_of(one),
        key=one.id,
    )


def icon_of(one: Finding) -> str:
    """What kind of thing it looks like; decoration only."""
    if one.on_register:
        return "shield"
    if one.named:
        return "accounts"
    if any(word in one.canonical for word in ("photo", "image", "album", "gallery", "picture")):
        return "camera"
    return "search"


def shown_address(address: str) -> str:
    """Without “https://”, which says nothing; “http://” stays, because it says something."""
    return address.removeprefix("https://")


def outcome_label(outcome: Outcome) -> str:
    """Each of the eight in two or three words."""
    return {
        Outcome.RESULTS: _("Found something"),
        Outcome.EMPTY: _("Nothing found"),
        Outcome.PARTIAL: _("Only part of it worked"),
        Outcome.BLOCKED: _("Turned away"),
        Outcome.RATE_LIMITED: _("Asked too often"),
        Outcome.KEY_REFUSED: _("Key not accepted"),
        Outcome.NETWORK_ERROR: _("Not reached"),
        Outcome.UNREADABLE: _("Answer not readable"),
    }[outcome]


def next_step(outcome: Outcome) -> str:
    """What the person can do about a look that did not work; empty for one that did."""
    return {
        Outcome.PARTIAL: _("Some of it is missing. Try these lines again, or look in your own browser."),
        Outcome.BLOCKED: _("This was not searched. Look for the same words in your own browser."),
        Outcome.RATE_LIMITED: _("This was not searched. Wait a while, then try these lines again."),
        Outcome.KEY_REFUSED: _("This was not searched. Check the key in Settings, then try these lines again."),
        Outcome.NETWORK_ERROR: _("This was not searched. Check that you are online, then try these lines again."),
        Outcome.UNREADABLE: _("This was not searched. Look for the same words in your own browser."),
    }.get(outcome, "")
