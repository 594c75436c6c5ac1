"""The sentences of the checklists, in one place so that the list, the walk-through and the print-out agree."""

from __future__ import annotations

from datetime import date

from footprint.checklists import (
    Answer,
    Check,
    CheckState,
    Decision,
    Due,
    NetworkFile,
    Progress,
    Standing,
    State,
    Where,
    label,
)
from footprint.dates import day_in_words, local_day, short_day
from footprint.i18n import _, ngettext
from footprint.packs.origins import How


def minutes_left(minutes: int) -> str:
    if not minutes:
        return ""
    return ngettext("About {n} minute left", "About {n} minutes left", minutes).format(n=minutes)


def minutes_about(minutes: int) -> str:
    return ngettext("about {n} minute", "about {n} minutes", max(1, minutes)).format(n=max(1, minutes))


def done_of(one: Progress) -> str:
    """`4 of 12 done`; a network nobody looked at says so instead of counting nothing as progress."""
    return _("{done} of {total} done").format(done=one.dealt_with, total=one.total)


def last_checked(one: Progress) -> str:
    if one.last_answered is None:
        return _("Not looked at yet")
    return _("Last checked on {day}").format(day=day_in_words(one.last_answered))


def meta(one: Progress) -> str:
    """The second line of a network: how far, how long, since when."""
    parts = [done_of(one), minutes_left(one.minutes_left), last_checked(one)]
    return ". ".join(part for part in parts if part)


def status(one: Progress, today: date) -> tuple[str, str]:
    """The pill of a network and its tone."""
    if one.state is State.IN_PROGRESS:
        return _("In progress"), "info"
    if one.state is State.DUE:
        overdue = one.check_again if one.check_again and one.check_again <= today else None
        words = _("Due {day}").format(day=short_day(overdue, today)) if overdue else _("Due")
        return words, "warn"
    if one.state is State.NOT_STARTED:
        return _("Not started"), "neutral"
    return _("Done"), "done"


def next_step(one: Progress) -> str:
    """The button that carries on with a network."""
    return {
        State.NOT_STARTED: _("Start"),
        State.IN_PROGRESS: _("Continue"),
        State.DUE: _("Check again"),
        State.DONE: _("Check again"),
    }[one.state]


def is_general(network: NetworkFile) -> bool:
    """Whether it is the list that fits any network, under the name somebody typed (`Library.network_or_any`)."""
    return network.name == network.id


def is_setting(check: Check) -> bool:
    """Whether a screen somewhere is set to something; else it is a question about what people do."""
    return check.where is not Where.ANYWHERE


def choose_first(check: Check) -> str:
    """What is said where somebody would go on without an answer."""
    if is_setting(check):
        return _("Choose what it is set to now. If you cannot look now, choose “Skip for now”.")
    return _("Choose an answer. If you cannot say now, choose “Skip for now”.")


def no_note() -> str:
    """In place of a note where the app must not keep one."""
    return _("There is no note here: the record of this belongs at work.")


def set_to(check: Check, what: str) -> str:
    """What a check was answered with, as a few words."""
    return (_("Set to “{what}”") if is_setting(check) else _("You said “{what}”")).format(what=what)


def short_name(check: Check) -> str:
    """What a list calls it, with where it comes from when that is a pack and the list itself does not say so."""
    mark = check.origin
    if mark is None or mark.whole or (check.short and mark.how is not How.ADDED):  # then these are the app's own words
        return check.short or check.title
    return mark.beside(check.short or check.title)


def standing(state: CheckState) -> str:
    """How one check stands, in a few words."""
    if state.answer is None:
        return _("Not looked at yet")
    setting = is_setting(state.check)
    said = {
        Standing.SAFER: _("Set to the safer choice") if setting else _("The safer choice"),
        Standing.LOOKED: _("You looked at it"),
        Standing.KEPT: _("You keep it as it is"),
        Standing.NOT_FOR_ME: _("Not for you"),
        Standing.LESS_SAFE: _("Not the safer choice"),
        Standing.SOMETHING_ELSE: _("Set to something else") if setting else _("Something else"),
        Standing.NOT_FOUND: _("You could not find it") if setting else _("You do not know yet"),
        Standing.LATER: _("For later"),
        Standing.NOT_LOOKED_AT: _("Not looked at yet"),
    }[state.standing]
    if state.standing is Standing.LATER and state.answer.until:
        return _("For later: {day}").format(day=day_in_words(state.answer.until))
    return said


def why_again(state: CheckState) -> str:
    """Why a check that was answered is asked again; empty where it was never answered or nothing is due."""
    if state.answer is None:
        return ""
    day = day_in_words(local_day(state.answer.at))
    if state.due is Due.WORDING:
        return _("The question has changed since you answered it on {day}.").format(day=day)
    if state.due is Due.LATER:
        return _("You put this off until now.")
    if state.due is Due.EXPIRED:
        return _("You kept this as it was until today.")
    if state.due is Due.AGE:
        return _("You last looked at this on {day}.").format(day=day)
    return ""


def answer_line(check: Check, answer: Answer) -> str:
    """One answer as its history shows it."""
    seen = answer.label_seen or (label(check, answer.choice) if answer.choice else "")
    before = label(check, answer.choice) if answer.choice else ""
    until = day_in_words(answer.until) if answer.until else ""
    if answer.decision is Decision.CHANGED:
        said = _("You changed it from “{before}” to “{after}”.").format(before=before, after=seen)
    elif answer.decision is Decision.KEEP:
        said = _("You kept it as it was: “{what}”.").format(what=seen)
        said += " " + _("Look again on {day}.").format(day=until) if until else ""
    elif answer.decision is Decision.LATER:
        said = _("You put it off until {day}.").format(day=until)
    elif answer.decision is Decision.NOT_FOR_ME:
        said = _("You said it is not for you.")
    else:
        said = (_("It was set to “{what}”.") if is_setting(check) else _("You said “{what}”.")).format(what=seen)
    return f"{said} {_('Your reason: {why}').format(why=answer.reason)}" if answer.reason else said
