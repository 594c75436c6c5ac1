"""Verdicts, reasons and what is sent, in sentences. A re-check never shows the page again, so neither do these."""

from __future__ import annotations

from datetime import date

from footprint import dates
from footprint.i18n import N_, _
from footprint.log.recheck.records import Look, Reason, Standing, Verdict

WHY = N_("to see if it is still there")
KEEPS = N_("your internet address and the time, as with every page you open")

_REASONS = {
    Reason.STATUS: N_("The site says that the page is not there."),
    Reason.TWICE: N_("The site said twice, at least a day apart, that the page is not there."),
    Reason.NEVER_SEEN: N_("The app has never been shown this page, so it cannot tell that it went. Look yourself."),
    Reason.NAME: N_("Your name or one of your details is on the page."),
    Reason.NO_NAME: N_("The page is there, but your name is not in what the site sends."),
    Reason.ECHO: N_("Your name is only in a line that says nothing is there."),
    Reason.PHRASE: N_("The page says that it is not there any more."),
    Reason.CANONICAL: N_("The site now shows another page in its place."),
    Reason.SHORT: N_("Hardly anything is left on the page."),
    Reason.SIBLING: N_("The site shows the same for a page that never was."),
    Reason.OTHER: N_("Quite another page is there now, without your name."),
    Reason.REDIRECT: N_("The address now leads to another page. Your name is not there."),
    Reason.REDIRECT_NAMED: N_("The address now leads to another page, and your name is on that one."),
    Reason.LOGIN: N_("The site wants people to sign in first."),
    Reason.CONSENT: N_("The site wants people to agree to something first."),
    Reason.CHALLENGE: N_("The site wants to know if you are a person."),
    Reason.REFUSED: N_("The site turned the look away."),
    Reason.TROUBLE: N_("The site has a problem just now."),
    Reason.NO_ANSWER: N_("The site could not be reached."),
    Reason.TOO_SLOW: N_("The site took too long to answer."),
    Reason.NOT_PROVEN: N_("The site could not prove that it is the real one."),
    Reason.TOO_BIG: N_("The page is too big to be read."),
    Reason.ROBOTS: N_("The site asks programs to stay away. Open it yourself."),
    Reason.NETWORK: N_("This network does not let programs look. Open it yourself, in a private window."),
    Reason.SCRIPTED: N_("The page fills itself in later, so the app cannot read it. Look yourself."),
    Reason.NO_BASELINE: N_("Your name is not in what the site sends, so the app cannot tell. Look yourself."),
    Reason.PICTURE: N_("This is a picture or a file, so only you can tell what it shows."),
    Reason.SAME_FILE: N_("The same file is still there."),
    Reason.DISAGREES: N_("You said it is gone, but the app still finds it. Your word stands. Look once more."),
    Reason.SEARCH: N_("A search still shows it. It can take weeks to go, and you can ask for it to go sooner."),
    Reason.BY_HAND: N_("You looked yourself."),
}
_LEGAL = N_("The site holds it back where you are, for legal reasons. It may show in other countries.")
_NO_NAME_REMOVED = N_("The page is still there, without your name. Look once to be sure.")
_CAME_BACK = N_("It was gone, and now it is there again.")
_AGAIN_TOMORROW = N_("The app calls it gone after a second look, a day or more later.")


def why(verdict: Verdict, reason: Reason, *, by_hand: bool = False) -> str:
    """One or two sentences on how the verdict came about."""
    if by_hand:
        return _(_REASONS[Reason.SEARCH if reason is Reason.SEARCH else Reason.BY_HAND])
    if verdict is Verdict.WITHHELD:
        return _(_LEGAL)
    if verdict is Verdict.NAME_REMOVED:
        return _(_NO_NAME_REMOVED)
    if verdict is Verdict.CAME_BACK:
        return _(_CAME_BACK)
    words = _(_REASONS[reason])
    return f"{words} {_(_AGAIN_TOMORROW)}" if verdict is Verdict.SEEMS_GONE else words


def look_in_words(look: Look) -> str:
    """A line of the list of earlier looks."""
    label = look.verdict.label
    return _("You looked: {verdict}").format(verdict=label) if look.by_hand else label


def standing_in_words(one: Standing) -> str:
    """The verdict in words, with who said so."""
    if one.verdict is None:
        return _("Could not check") if one.last is not None else _("Not looked at yet")
    return _("{verdict} (you looked)").format(verdict=one.verdict.label) if one.by_hand else one.verdict.label


def next_in_words(one: Standing, today: date) -> str:
    """“Look again on 4 December”, “Look again now”; "" where no look is planned."""
    if one.next_day is None:
        return ""
    if one.next_day <= today:
        return _("It is time to look again.")
    return _("Next look: {day}.").format(day=dates.day_in_words(one.next_day))
