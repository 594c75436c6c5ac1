"""Recipes of the labelled set: what a site serves at a page's address on one look. All of it invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

import msgspec

from footprint.demo.misbehaviour import KNOWN, Visit

NAME, OTHER_NAME = "Ada Example", "Zoë Grün"
PATH = "/people/page-1"
_LINES = (
    "The morning began with rain, but by ten the field was dry and the tea was ready.",
    "Over forty members took part, and the raffle raised more than last year for the new roof.",
    "Our thanks go to the bakery for the rolls and to the school for the loan of the tables.",
    "The next meeting is on the second Tuesday of the month in the hall behind the library.",
)
_WORDS = (
    "Home News Events Members Results Gallery Shop Contact About Help Sponsors History Committee Venue Fixtures "
    "Tickets Press Jobs Volunteers Newsletter Archive Sitemap Privacy Terms Accessibility"
)
_NAV = "<nav>" + " ".join(f"<a href='/{word.lower()}'>{word}</a>" for word in _WORDS.split()) + "</nav>"
_FOOT = "<footer><p>" + " ".join(("Registered office, company number and opening hours as shown in the window.",) * 9)
_SITE_FOOT = _FOOT + "</p></footer>"


class Group(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    truth: str
    expect: str
    then: tuple[str, ...]
    layouts: tuple[str, ...]
    phrases: tuple[str, ...]
    first: str = "page"


class Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    group: tuple[Group, ...]


@dataclass(frozen=True)
class Case:
    """One page of the set, at a site of its own."""

    number: int
    group: Group
    layout: str
    phrase: str

    @property
    def host(self) -> str:
        return f"p{self.number:03}.example"

    @property
    def address(self) -> str:
        return f"https://{self.host}{PATH}"

    @property
    def recipes(self) -> tuple[str, ...]:
        return tuple(one.replace("{}", self.phrase) for one in (self.group.first, *self.group.then))


def cases() -> tuple[Case, ...]:
    table = msgspec.toml.decode((Path(__file__).parent / "corpus.toml").read_bytes(), type=Table)
    rows = [(group, layout, phrase) for group in table.group for layout in group.layouts for phrase in group.phrases]
    return tuple(Case(number, *row) for number, row in enumerate(rows, 1))


class Site:
    """The site of one page. `stage` is which look it is at; robots are welcome, and what is not there is a 404."""

    def __init__(self, case: Case) -> None:
        self.case, self.stage, self.asked = case, 0, 0

    def __call__(self, visit: Visit) -> None:
        path = visit.asked.path
        recipe = self.case.recipes[min(self.stage, len(self.case.recipes) - 1)]
        if path == "/robots.txt":
            visit.send(200, b"User-agent: *\nAllow: /\n", "text/plain")
        elif path == PATH:
            self.asked += 1
            serve(visit, recipe, self.case)
        elif recipe.startswith(("redirect", "circle")):
            landing(visit, recipe, self.case)
        elif self.case.layout == "sibling":
            serve(visit, recipe, self.case)
        else:
            send(visit, soft("plain", "Page not found", self.case), status=404)


def landing(visit: Visit, recipe: str, case: Case) -> None:
    """Where a redirect ends, also on another site."""
    if recipe == "circle":
        visit.send(302, Location=PATH)
    elif recipe == "redirect named":
        send(visit, page(case))
    elif "/404" in visit.asked.path:
        send(visit, soft("site", "Page not found", case), status=404)
    else:
        send(visit, html(case.phrase, f"<h1>{case.phrase}</h1><p>{_LINES[2]} {_LINES[3]}</p>"))


def serve(visit: Visit, recipe: str, case: Case) -> None:
    what, _blank, more = recipe.partition(" ")
    if recipe in KNOWN:
        KNOWN[recipe](visit)
    elif what == "status":
        visit.send(int(more), b"<h1>No</h1>")
    elif what == "gone":
        gone(visit, int(more), case)
    elif what == "redirect":
        visit.send(302, Location=case.layout)
    elif what == "challenge":
        title = case.layout if case.layout != "plain" else "Just a moment..."
        script = "<script src='/cdn/challenge-platform/x.js'></script>"
        body = f"<title>{escape(title)}</title><h1>{escape(title)}</h1>{script}"
        visit.send(int(more), body.encode())
    elif what == "charset":
        charset(visit, more, case)
    elif recipe in ("picture", "other picture"):
        visit.send(200, b"\x89PNG\r\n\x1a\n" + (recipe + case.phrase).encode() * 40, "image/png")
    else:
        extra = {"X_Cache": "HIT", "Age": "86400"} if recipe == "cached" else {}
        visit.send(200, _PAGES[recipe](case).encode(), "text/html; charset=utf-8", **extra)


def send(visit: Visit, text: str, status: int = 200) -> None:
    visit.send(status, text.encode(), "text/html; charset=utf-8")


def html(title: str, body: str, head: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head>'
        f"<body>{_NAV}<main>{body}</main>{_SITE_FOOT}</body></html>"
    )


# -- the page --------------------------------------------------------------------------------------


def page(case: Case, name: str = NAME) -> str:
    return html(
        f"{case.phrase} - The club",
        f"<h1>{escape(case.phrase)}</h1><p>{_LINES[0]}</p><p>First home was {name} of Otherton in 48 minutes.</p>"
        f"<p>{_LINES[1]}</p><p>{_LINES[2]}</p><p>{_LINES[3]}</p>",
        f'<link rel="canonical" href="{case.address}">',
    )


def nameless(case: Case) -> str:
    instead = {"page": "a member", "initials": "A. E.", "blank": "", "redacted": "[name removed]"}[case.layout]
    return page(case, instead)


def edited(case: Case) -> str:
    whole = page(case)
    comment = "<section><h3>Comments</h3><p>What a lovely day that was, see you all next year.</p></section></main>"
    return {
        "comment": whole.replace("</main>", comment),
        "typo": whole.replace("morning", "afternoon").replace("48", "49"),
        "new design": html(case.phrase, f"<article><h1>{case.phrase}</h1><p>{NAME} came first.</p></article>"),
        "shorter": whole.replace(_LINES[1], "").replace(_LINES[2], ""),
        "other spelling": page(case, "ADA  EXAMPLE"),
        "first letter": page(case, "A. Example"),
    }[case.layout]


def edited_again(case: Case) -> str:
    return edited(case).replace("Otherton", "Otherton-on-Sea").replace("lovely", "fine")


def story(case: Case) -> str:
    return page(case).replace("</main>", f"<p>{_LINES[0]} {_LINES[1]} {_LINES[2]}</p></main>")


def cached(case: Case) -> str:
    if case.layout == "header":
        return page(case)
    return page(case).replace("<main>", f"<div>{escape(case.phrase)}, taken on 3 May.</div><main>")


# -- what stands there instead ---------------------------------------------------------------------


def soft(layout: str, phrase: str, case: Case) -> str:
    said = f"<h1>{escape(phrase)}</h1>"
    if layout == "plain":
        return (
            f"<html><head><title>{escape(phrase)}</title></head><body>{said}<p>Go back to the start.</p></body></html>"
        )
    if layout == "banner":
        notice = "<div>We use cookies. <button>Accept all cookies</button></div>"
        return f"<title>{escape(phrase)}</title><a href=/login>Log in</a> or <a>join</a>{said}{notice}"
    if layout == "echo":
        return html("The club", f"{said}<p>{NAME}</p><a href='/'>Go back</a>").replace(_SITE_FOOT, "")
    if layout == "links":
        others = "".join(f"<li>{_LINES[at % 4]} By Bo Sample.</li>" for at in range(12))
        return html(f"{phrase} - The club", f"{said}<h2>You may like</h2><ul>{others}</ul>")
    if layout == "archived":
        return html(phrase, f"{said}<a href='https://archive.example/copy/{case.number}'>See an archived copy</a>")
    return html(f"{phrase} | The club", f"{said}<p>Try the search, or go back to the start.</p>")


def in_its_place(case: Case) -> str:
    news = "".join(f"<p>{_LINES[at % 4]}</p>" for at in range(9))
    home = f'<link rel="canonical" href="https://{case.host}/">'
    return {
        "home": html(case.phrase, f"<h1>{case.phrase}</h1>{news}", home),
        "canonical": page(case, "somebody").replace(case.address, f"https://{case.host}/people/page-2"),
        "sibling": html(case.phrase, f"<h1>{case.phrase}</h1>{news}"),
        "tiny": "<html><body><p>-</p></body></html>",
        "parked": html("This domain may be for sale", "<h1>Buy this domain</h1><p>Insurance, loans, holidays.</p>"),
        "category": html(case.phrase, "<h1>All entries</h1>" + "".join(f"<p>Entry {at}</p>" for at in range(60))),
    }[case.layout]


def wall(case: Case) -> str:
    """A page that wants something first, without a redirect."""
    said = f"<h1>{escape(case.phrase)}</h1>"
    if case.layout == "bare":
        return f"<title>{escape(case.phrase)}</title>{said}<p>The club</p><button>OK</button>"
    form = "<form action=/login><input name=user><input type=password name=word><button>Go</button></form>"
    named = f"<p>See what {NAME} shared</p>" if case.layout == "echo form" else ""
    return f"<title>{escape(case.phrase)}</title>{named}{said}{form}"


def refresh(case: Case) -> str:
    return f'<meta http-equiv="refresh" content="0; url={case.layout}"><p>{case.phrase}</p>'


def shell(case: Case) -> str:
    inside = {
        "root": "<div id=root></div>",
        "noscript": "<noscript>You need to enable JavaScript to run this app.</noscript><div id=app></div>",
        "data": '<div id=__next></div><script>window.data = {"name": "x"}</script>',
    }.get(case.layout, "<div id=root></div>")
    title = case.phrase if case.group.name.startswith("a page") else "App"
    return f"<!doctype html><title>{title}</title><body>{inside}<script src=/app.js></script></body>"


def gone(visit: Visit, status: int, case: Case) -> None:
    kind = "text/html; charset=utf-8"
    text = soft(case.layout, case.phrase, case) if case.layout in ("echo", "archived", "site") else ""
    body = (text or soft("plain", case.phrase, case)).encode()
    if case.layout == "empty":
        body = b""
    elif case.layout == "latin":
        body, kind = f"<h1>{case.phrase} für Sie</h1>".encode("latin-1"), "text/html; charset=utf-8"
    elif case.layout == "utf16":
        body, kind = f"<h1>{case.phrase}</h1>".encode("utf-16"), "text/html"
    elif case.layout == "broken":
        body, kind = b"<h1>\xff\xfe\x00\x81" + case.phrase.encode() + b"<div <p '", "text/html; charset=no-such"
    elif case.layout == "shell":
        body = shell(case).encode()
    visit.send(status, body, kind)


def charset(visit: Visit, how: str, case: Case) -> None:
    text = page(case, OTHER_NAME).replace('<meta charset="utf-8">', "") + f"<p>@ada_example and {NAME}</p>"
    encoded = {
        "utf-8": (text.encode(), "text/html; charset=utf-8"),
        "latin-1": (text.encode("latin-1"), "text/html; charset=iso-8859-1"),
        "utf-16": (text.encode("utf-16"), "text/html"),
        "cp1252": (text.encode("cp1252"), "text/html; charset=windows-1252"),
        "said utf-8, is latin-1": (text.encode("latin-1"), "text/html; charset=utf-8"),
        "said ascii, is utf-8": (text.encode(), "text/html; charset=us-ascii"),
        "said nothing": (text.encode(), "text/html"),
        "NUL": (text.replace("<p>", "<p>\0").encode(), "text/html; charset=utf-8"),
    }
    visit.send(200, *encoded[how])


_PAGES: dict[str, Callable[[Case], str]] = {
    "page": page,
    "nameless": nameless,
    "edited": edited,
    "edited again": edited_again,
    "story": story,
    "cached": cached,
    "soft": lambda case: soft(case.layout, case.phrase, case),
    "in its place": in_its_place,
    "wall": wall,
    "refresh": refresh,
    "shell": shell,
}
