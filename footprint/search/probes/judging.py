"""What one answer of one site says: found, absent, or a reason why it says neither.

A wall, a challenge or a login page is seen before any sign of a rule is looked for, so that none of them is ever taken
for “nobody there” (`facts/search-and-removal.md` B1 and F).
"""

from __future__ import annotations

import re
from urllib.parse import urljoin, urlsplit

from footprint.checklists import Probe, Signs
from footprint.search.probes.records import Reason
from footprint.web import AskedToStop, BadCertificate, Reply, TimedOut, TooBig, Unreadable, WebProblem
from footprint.wordlists import words

FOUND, ABSENT = Reason.TOLD_APART, Reason.SAYS_NO
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TURNED_AWAY = frozenset({202, 401, 402, 403, 405, 407, 418, 425, 451, 999})
_START = 60_000  # letters of a page in which its head, and a challenge, stand
_SHORT = 1_500  # letters a person would read; a page with more is no mere form
_CHALLENGE_TITLES = (
    *("just a moment", "attention required", "are you a robot", "verify you are human", "security check"),
    *("access denied", "checking your browser", "ddos-guard", "pardon our interruption", "bot verification"),
    *("one more step", "human verification", "captcha"),
)
_CHALLENGE_SIGNS = (
    *("cf-chl-", "_cf_chl_opt", "px-captcha", "captcha-delivery.com", "anomaly-modal", "ddos-guard"),
    *("awswafcookiedomainlist", "unusual traffic", "verify you are human", "are you a robot"),
)
_CAPTCHAS = ("g-recaptcha", "h-captcha", "cf-turnstile", "captcha")
_LOGIN_TITLE = re.compile(r"(^|\W)(log ?in|sign ?in|login|signin)(\W|$)|log in or sign up|sign up to (see|continue)")
_LOGIN_PLACES = words("login signin sign-in sign_in log-in log_in accounts/login checkpoint auth authwall sso consent")
_GONE_TITLE = re.compile(
    r"(^|\D)404(\D|$)|not found|page (is not|isn.t|no longer) (available|there|exists?)|does ?n.t exist|does not exist"
    r"|no longer available|nothing here|something went wrong|(^|\W)oops\W|^error\b"
)
_TITLE = re.compile(r"<(title|h1)\b[^>]{0,300}>(.{0,400}?)</", re.IGNORECASE | re.DOTALL)
_HIDDEN = re.compile(r"<(script|style|template|svg)\b.*?(</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_PASSWORD = re.compile(r"""<input\b[^>]{0,300}type\s*=\s*["']?password""", re.IGNORECASE)


def judge(reply: Reply, probe: Probe, handle: str) -> Reason:
    """`FOUND`, `ABSENT`, or why this answer says neither."""
    told = _by_code(reply)
    if told is not None:
        return told
    if reply.status in REDIRECTS:
        return _by_target(reply, probe, handle)
    page = reply.text()
    low = page.casefold()
    if _is_data(page):
        return _by_signs(reply, low, probe, handle)
    told = _wall(low)
    if told is not None:
        return told
    found = _by_signs(reply, low, probe, handle)
    if found is FOUND and not probe.found.named and _says_gone(low):
        return Reason.SOFT_404
    return Reason.SOFT_404 if found is Reason.UNCLEAR and _says_gone(low) else found


def reason_for(problem: WebProblem) -> Reason:
    """Why a look that brought no answer at all says nothing."""
    if isinstance(problem, AskedToStop):
        return Reason.ASKED_TO_WAIT
    if isinstance(problem, TimedOut):
        return Reason.TOO_SLOW
    if isinstance(problem, BadCertificate):
        return Reason.NOT_PROVEN
    return Reason.UNREADABLE if isinstance(problem, TooBig | Unreadable) else Reason.NO_ANSWER


def target(reply: Reply) -> str:
    """Where a redirect leads to; empty when that is no address."""
    try:
        return urljoin(reply.url, reply.headers.get("location", "").strip())
    except ValueError:
        return ""


def leads_to_login(address: str) -> bool:
    try:
        parts = urlsplit(address.casefold())
        host = parts.hostname or ""
    except ValueError:
        return False
    pieces = [piece for piece in parts.path.split("/") if piece]
    places = {*pieces, "/".join(pieces[:2])}
    return not _LOGIN_PLACES.isdisjoint(places) or host.startswith(("login.", "auth.", "accounts.", "signin.", "sso."))


def _by_code(reply: Reply) -> Reason | None:
    if reply.headers.get("cf-mitigated") == "challenge" or "x-amzn-waf-action" in reply.headers:
        return Reason.CHALLENGE
    if reply.status == 429:
        return Reason.ASKED_TO_WAIT
    if reply.status in _TURNED_AWAY:
        return Reason.TURNED_AWAY
    return Reason.TROUBLE if reply.status >= 500 or reply.status < 200 else None


def _by_target(reply: Reply, probe: Probe, handle: str) -> Reason:
    there = target(reply)
    sent = {
        told
        for told, signs in ((FOUND, probe.found), (ABSENT, probe.absent))
        if signs.at and _starts(there, signs.at, handle) and (not signs.status or reply.status in signs.status)
    }
    if len(sent) == 1:
        return sent.pop()
    return Reason.LOGIN if leads_to_login(there) else Reason.SENT_ON


def _starts(there: str, start: str, handle: str) -> bool:
    return there.casefold().startswith(start.replace("{handle}", handle).casefold())


def _by_signs(reply: Reply, low: str, probe: Probe, handle: str) -> Reason:
    """Both signs at once is as good as neither."""
    found, absent = (_fits(signs, reply, low, handle) for signs in (probe.found, probe.absent))
    if found == absent:
        return Reason.UNCLEAR
    return FOUND if found else ABSENT


def _fits(signs: Signs, reply: Reply, low: str, handle: str) -> bool:
    def put(text: str) -> str:
        return text.replace("{handle}", handle).casefold()

    if signs.at or (signs.status and reply.status not in signs.status):
        return False
    if not all(put(text) in low for text in signs.says) or any(put(text) in low for text in signs.lacks):
        return False
    if signs.body and low.strip() != put(signs.body):
        return False
    return not signs.field or _has(reply, signs.field, put(signs.equals))


def _has(reply: Reply, path: str, wanted: str) -> bool:
    try:
        value = reply.json()
    except Unreadable:
        return False
    for name in path.split("."):
        if isinstance(value, list) and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, dict) and name in value:
            value = value[name]
        else:
            return False
    if not wanted:
        return value not in (None, "", False)
    return str(value).casefold() == wanted if isinstance(value, str | int | float) else False


def _is_data(page: str) -> bool:
    """JSON, or a bare word such as `null`: nothing that could be a page with a wall on it."""
    return "<" not in page[:200]


def _wall(low: str) -> Reason | None:
    start = low[:_START]
    titles = _titles(start)
    if any(sign in title for title in titles for sign in _CHALLENGE_TITLES):
        return Reason.CHALLENGE
    if any(sign in start for sign in _CHALLENGE_SIGNS):
        return Reason.CHALLENGE
    if any(_LOGIN_TITLE.search(title) for title in titles):
        return Reason.LOGIN
    captcha = any(sign in start for sign in _CAPTCHAS)
    password = _PASSWORD.search(start) is not None
    if (captcha or password) and len(_visible(low)) < _SHORT:
        return Reason.LOGIN if password else Reason.CHALLENGE
    return None


def _says_gone(low: str) -> bool:
    return any(_GONE_TITLE.search(title) for title in _titles(low[:_START]))


def _titles(start: str) -> tuple[str, ...]:
    return tuple(" ".join(_TAG.sub(" ", found[2]).split()) for found in list(_TITLE.finditer(start))[:4])


def _visible(low: str) -> str:
    return " ".join(_TAG.sub(" ", _HIDDEN.sub(" ", low[:400_000])).split())
