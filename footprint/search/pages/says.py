"""What a page without results says of itself: that nothing was found, or that it is a wall. Anything else is unread."""

from __future__ import annotations

import re

from footprint.i18n import _
from footprint.search.pages.layouts import tidy
from footprint.search.records import Outcome

_LOOKED_AT = 60_000  # letters of visible text
_SHORT = 5_000  # a wall says little, here counted twice
# A question whether a person looks, in the pages of the engines and of those who guard them.
_ROBOT = (
    "unusual traffic", "are you a robot", "not a robot", "captcha", "bots use duckduckgo too", "verify you are human",
    "verify that you are human", "confirm you are human", "confirm you’re a human", "confirm you're a human",
    "checking your browser", "complete the following challenge", "solve the challenge", "prove you are human",
    "automated queries", "automated requests", "suspicious activity", "too many requests", "just a moment",
    "verifying you are human", "press and hold", "select all squares", "error-lite@duckduckgo.com",
    "access denied", "you have been blocked", "request blocked",
)  # fmt: skip
_CONSENT = (
    "before you continue to google", "before you continue", "bevor sie zu google", "we use cookies and data to",
    "accept all", "reject all", "your privacy choices", "we value your privacy",
)  # fmt: skip
_SIGN_IN = (
    "sign in to continue", "log in to continue", "you must log in", "join to view", "sign in to see", "log in to see",
)  # fmt: skip
_SCRIPT = (
    "enable javascript", "turn on javascript", "javascript is disabled", "if you are not redirected within",
    "having trouble accessing google search", "requires javascript",
)  # fmt: skip
# Signs in the mark-up of pages whose words are drawn later.
_MARKED = re.compile(
    r"anomaly-modal|challenge-form|g-recaptcha|h-captcha|cf-challenge|cf-turnstile|/sorry/index|action=\"/sorry|captcha-form"
    r"|/challenge-platform/|pow-captcha",
    re.IGNORECASE,
)
_ASKS_CONSENT = re.compile(r"consent\.google\.[a-z.]+/(?:save|s\b|m\b)|consent\.yahoo\.", re.IGNORECASE)
# How the engines say it, with the words where they repeat them.
_NOTHING = tuple(
    re.compile(one, re.IGNORECASE | re.MULTILINE)
    for one in (
        r"your search\s*[-–—]\s*(?P<words>.{1,300}?)\s*[-–—]\s*did not match any (?:documents|(?:image|video) results)",
        r"there are no results for[ :]+(?P<words>[^\n]{1,300}?)(?:\s*check your spelling|[.\n]|$)",
        r"no results(?: were)? found for[ :]+(?P<words>[^\n]{1,300}?)(?:[.\n]|$)",
        r"no results containing all your search terms were found",
        r"did not match any (?:documents|image results|news results|results)",
        r"no (?:web |more )?pages? found matching[ :]*(?P<words>[^\n]{0,300})",
        r"there are no results for this search",
        r"we (?:did|could)(?: not|n['’]t) find any (?:web )?results(?: for[ :]*(?P<words>[^\n]{0,300}))?",
        r"no (?:relevant )?(?:web )?results (?:were )?found\b",
        r"^\s*no results\.?\s*$",
        r"^\s*0 (?:matches|results)\b|\bno matches found\b",
        r"tineye searched over [\d., a-z]{1,40} images but didn['’]t find any",
        r"no matching (?:images|pictures) (?:were )?found",
    )
)
_NOTHING_EXACT = re.compile(
    r"no results found for[ :]*[\"“][^\n]{1,300}[\"”]|results for .{1,300} \(without quotes\)"
    r"|showing results for .{1,300}\n\s*(?:no results found|search instead) for",
    re.IGNORECASE,
)


def wall(text: str, marked: str = "") -> str:
    """The sentence for a page that stands before the results; empty when there is no sign of one.

    `text` is what the page shows, `marked` its mark-up. Only asked of pages without results: a results page may
    well speak of cookies.
    """
    low = text[:_LOOKED_AT].casefold()
    if any(sign in low for sign in _ROBOT) or _MARKED.search(marked[:400_000]) is not None:
        return _("This page only asks if you are a person. It shows no results, so nothing was searched.")
    if any(sign in low for sign in _CONSENT) or _ASKS_CONSENT.search(marked[:400_000]) is not None:
        return _("This page only asks about cookies. Answer it in your browser, then save the results after it.")
    if any(sign in low for sign in _SIGN_IN) and len(low) < _SHORT:
        return _("This page only asks you to sign in. It shows no results, so nothing was searched.")
    if len(low) < _SHORT and any(sign in low or sign in marked[:400_000].casefold() for sign in _SCRIPT):
        return _("This page came without its results. Save it again once they are shown.")
    return ""


def nothing(text: str) -> tuple[bool, str]:
    """Whether the page itself says that nothing was found, and the words where it repeats them."""
    shown = text[:_LOOKED_AT]
    for one in _NOTHING:
        found = one.search(shown)
        if found:
            words = (found.groupdict().get("words") or "").strip(" .:")
            return True, tidy(words)
    return False, ""


def other_words(text: str) -> str:
    """The note for results of other words than were asked for; empty when the page says no such thing."""
    if _NOTHING_EXACT.search(text[:_LOOKED_AT]):
        return _("The page says that it found nothing for these exact words. It shows results for other words.")
    return ""


def outcome(text: str, marked: str, known: bool) -> tuple[Outcome, str, str]:
    """(outcome, note, words) of a page without results; unreadable unless it says clearly what it is.

    `known`: the page is one of a known engine. Of others no word about “no results” is believed.
    """
    stopped = wall(text, marked)
    said, words = nothing(text)
    if said and known and (not stopped or not is_robot(text, marked)):
        return Outcome.EMPTY, "", words
    if stopped:
        return Outcome.BLOCKED, stopped, ""
    return Outcome.UNREADABLE, "", ""


def is_robot(text: str, marked: str) -> bool:
    """Whether a page asks if a person looks."""
    low = text[:_LOOKED_AT].casefold()
    return any(sign in low for sign in _ROBOT) or _MARKED.search(marked[:400_000]) is not None
