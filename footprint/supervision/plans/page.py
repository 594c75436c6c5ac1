"""The printed page of a plan: enough to follow by itself, without the app and without the file. Always one page.

The page is made in sizes, each a little smaller and shorter than the one before; whoever prints takes the first that
fits. It says the same as the file, and our sentence stands on it above whatever the note says.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from footprint.checklists import ANY, Check, Library, NetworkFile, Risk
from footprint.dates import day_in_words
from footprint.i18n import N_, _, locale_name, ngettext
from footprint.reminders import Every
from footprint.supervision.plans.reading import known_networks
from footprint.supervision.plans.records import PROMISE, Plan
from footprint.supervision.prompts import Prompt, prompts

# Points of the text, and how many things to look at are named for each network. The last one, where long names are cut,
# is for what no kind person writes.
SIZES = ((11.0, 5), (10.5, 5), (10.0, 4), (9.5, 4), (9.0, 4), (8.5, 3), (8.0, 2), (7.5, 2), (6.5, 1))
_BESIDE = 4  # from this size on the address and the things stand in one line
SEARCH_ADDRESS = "duckduckgo.com"

_LONGEST_NAME = 16  # in the smallest size

_SIGNING_IN = frozenset({"signing_in", "look_again"})  # said once for all of them, under “How”
_RISKS = {Risk.HIGH: 0, Risk.MEDIUM: 1, Risk.LOW: 2}
TITLE = N_("Check what people can find about you online")

_HOW = (
    N_(
        "Sign in as you always do and open the address. On a phone, open the app and look for “Settings” and “Privacy”."
    ),
    N_("Look at each thing named. Change what you do not like, and leave the rest. Skip what you do not use."),
    N_("Use a password you use nowhere else, and turn on 2-step verification (a code as well as your password)."),
)
_PRIVATE = (
    N_("Which accounts you have, what you find, what you change and what you leave."),
    N_("Whether you did any of this. Nobody should ask you for results, pictures of your screen or passwords."),
)
_HELP = N_(
    "If you find something that frightens you, stop. Tell your manager or someone you trust. In danger, ring 999."
)
_APP = N_(
    "Footprint Check takes you through this on your own computer. Open the plan file in it, if you were given one."
)

_TEMPLATE = """<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ title }}</title>
<style>
body, p, li, td { font-family: sans-serif; font-size: {{ points }}pt; color: black; }
h1 { font-size: {{ points * 1.7 }}pt; margin: 0 0 2px 0; }
h2 { font-size: {{ points * 1.15 }}pt; margin: {{ points * 0.9 }}px 0 3px 0; }
p { margin: {{ gap }}px 0 {{ gap }}px 0; }
ul, ol { margin: 0 0 0 16px; -qt-list-indent: 0; } li { margin: 0 0 {{ gap / 2 }}px 0; }
td { padding: {{ gap / 2 }}px 8px {{ gap / 2 }}px 0; vertical-align: top; }
.from, .foot { color: #444444; }
@media screen { body { max-width: 48em; margin: 1em auto; padding: 0 1em; } ul, ol { padding-left: 1em; } }
</style></head><body>
<h1>{{ title }}</h1>
<p class="from" style="margin-bottom: {{ gap * 2 }}px">{{ page.from_words }}</p>
<table role="presentation" width="100%" border="1" cellspacing="0" cellpadding="{{ gap + 3 }}"
 style="border-style: solid; border-color: black; border-collapse: collapse"><tr>
<td style="padding: {{ gap + 3 }}px 10px {{ gap + 3 }}px 10px"><b>{{ page.promise }}</b></td></tr></table>
{% if page.note %}
<p style="margin-top: {{ gap * 2 }}px">{{ note }}</p>
{% endif %}
<p style="margin-top: {{ gap * 2 }}px"><b>{{ page.when }}</b> {{ page.time }}</p>
<h2>{{ what }}</h2>
<table role="presentation" width="100%" cellspacing="0">
{% for line in page.lines %}
<tr><td width="20">&#9744;</td><td width="23%"><b>{{ line.name | truncate(longest, True, '…', 0) }}</b></td>
<td>{% if line.address %}{{ line.address }}{{ parting }}{% endif %}{{ line.first(most) }}</td></tr>
{% endfor %}
</table>
<table role="presentation" width="100%" cellspacing="0"><tr>
<td width="50%" style="padding-right: 18px"><h2>{{ how }}</h2>
<ol>
{% for step in page.how %}
<li>{{ step }}</li>
{% endfor %}
</ol></td>
<td width="50%"><h2>{{ private }}</h2>
<ul>
{% for one in page.private %}
<li>{{ one }}</li>
{% endfor %}
</ul></td></tr></table>
{% if page.prompts %}
<h2>{{ talk }}</h2>
<ul>
{% for one in page.prompts %}
<li>{{ one }}</li>
{% endfor %}
</ul>
{% endif %}
<p style="margin-top: {{ points }}px">{{ page.help }}</p>
<p class="foot">{{ page.app }}</p>
</body></html>"""


@dataclass(frozen=True)
class Line:
    """One network: where to go, and what to look at there, what matters most first; `menu` leads to most of it."""

    name: str
    address: str
    things: tuple[str, ...]
    menu: str = ""

    def first(self, most: int) -> str:
        """The first things in one line."""
        words = "; ".join((*self.things[:1], *map(_lower, self.things[1:most])))
        return f"{words} ({self.menu})." if self.menu else f"{words}."


@dataclass(frozen=True)
class PlanPage:
    """All that stands on the page, in words."""

    from_words: str
    promise: str
    note: str
    when: str
    time: str
    lines: tuple[Line, ...]
    how: tuple[str, ...]
    private: tuple[str, ...]
    prompts: tuple[str, ...]
    help: str
    app: str


def plan_page(plan: Plan, library: Library) -> PlanPage:
    """The page of this plan, with the networks as the library has them."""
    files = [library.network_or_any(one) for one in plan.networks]
    known = known_networks(library) - {ANY}
    lines = [_line(file, known=file.id in known) for file in files]
    lines += [_search_line()] if plan.search else []
    return PlanPage(
        from_words=from_words(plan),
        promise=_(PROMISE),
        note=plan.note,
        when=when_words(plan),
        time=_time(files, search=plan.search),
        lines=tuple(lines),
        how=tuple(map(_, _HOW)),
        private=tuple(map(_, _PRIVATE)),
        prompts=tuple(one.text for one in questions(plan)),
        help=_(_HELP),
        app=_(_APP),
    )


def html(page: PlanPage, size: int = 0) -> str:
    """The page for paper in one of `SIZES`; every text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    points, most = SIZES[size]
    env = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return env.from_string(_TEMPLATE).render(
        language=locale_name().replace("_", "-"),
        title=_(TITLE),
        page=page,
        points=points,
        gap=round((points - 6) * 0.8, 1),
        most=most,
        longest=_LONGEST_NAME if size == len(SIZES) - 1 else 60,
        parting=": " if size >= _BESIDE else Markup("<br>"),
        note=Markup("<br>").join(page.note.split("\n")),
        what=_what(),
        how=_how(),
        private=_private(),
        talk=_talk(),
    )


def text(page: PlanPage) -> str:
    """The same as plain text, for the command line and for those who hear the page."""
    return "\n".join(_text_lines(page)).rstrip() + "\n"


def _text_lines(page: PlanPage) -> Iterator[str]:
    yield from (_(TITLE), page.from_words, "", page.promise, "")
    if page.note:
        yield from (page.note, "")
    yield from (f"{page.when} {page.time}".strip(), "", _what())
    for line in page.lines:
        name = f"{line.name} ({line.address})" if line.address else line.name
        yield f"- {name}: {line.first(SIZES[0][1])}"
    yield from ("", _how())
    yield from (f"{at}. {step}" for at, step in enumerate(page.how, 1))
    yield from ("", _private(), *(f"- {one}" for one in page.private))
    if page.prompts:
        yield from ("", _talk(), *(f"- {one}" for one in page.prompts))
    yield from ("", page.help, page.app)


def questions(plan: Plan) -> tuple[Prompt, ...]:
    """The prompts of the plan this app knows, in the plan's order."""
    known = {one.id: one for one in prompts()}
    return tuple(known[one] for one in plan.prompts if one in known)


def from_words(plan: Plan) -> str:
    """Who it says it is from, and when it was made."""
    day = day_in_words(plan.made)
    if plan.sender:
        return _("A plan from {who}, made on {day}").format(who=plan.sender, day=day)
    return _("A plan made on {day}").format(day=day)


def when_words(plan: Plan) -> str:
    """By when, and how often after that."""
    by = _("By {day}.").format(day=day_in_words(plan.by, weekday=True)) if plan.by else _("In your own time.")
    if not plan.again:
        return by
    return f"{by} {_('Then look again {every}.').format(every=Every(plan.again).words)}"


def minutes(files: list[NetworkFile], *, search: bool) -> int:
    """About how long the main checks take, in whole fives."""
    spent = sum(one.minutes for file in files for one in file.checks if one.essential and not one.retired)
    return 5 * max(1, math.ceil((spent + (5 if search else 0)) / 5))


def _time(files: list[NetworkFile], *, search: bool) -> str:
    took = minutes(files, search=search)
    if took <= 60:
        return _("It takes about {n} minutes.").format(n=took)
    hours = math.ceil(took / 60)
    words = ngettext("It takes up to {n} hour in all.", "It takes up to {n} hours in all.", hours)
    return f"{words.format(n=hours)} {_('A little at a time is fine.')}"


def _line(file: NetworkFile, *, known: bool) -> Line:
    checks = [one for one in file.checks if one.essential and not one.retired and one.group not in _SIGNING_IN]
    checks.sort(key=lambda one: _RISKS[one.risk])
    things = tuple(dict.fromkeys(map(_thing, checks))) or (file.summary.rstrip("."),)
    address = short_address(file.start) if known else ""
    return Line(file.name, address, things, _menu(checks))


def _menu(checks: list[Check]) -> str:
    """The way into the settings that most of what matters most has in common; "" where each lies elsewhere."""
    ways = Counter(" > ".join(one.menu.split(" > ")[:-1][:3]) for one in checks[: SIZES[0][1]] if " > " in one.menu)
    way, times = ways.most_common(1)[0] if ways else ("", 0)
    return way if times > 1 and way != "Settings" else ""


def _thing(check: Check) -> str:
    return check.short or check.title.rstrip("?")


def _search_line() -> Line:
    things = (_("Log out or open a private window"), _("Your name in quotes"), _("Your name and town"), _("Pictures"))
    return Line(_("Search for your name"), SEARCH_ADDRESS, things)


def short_address(link: str) -> str:
    """An address as one types it."""
    return link.removeprefix("https://").removeprefix("www.").rstrip("/")


def _lower(words: str) -> str:
    """Inside a line; a name or a short form such as “GPS” keeps its capitals."""
    second = words[1:2]
    return words[:1].lower() + words[1:] if second.islower() or second == " " else words


def _what() -> str:
    return _("What to look at")


def _how() -> str:
    return _("How")


def _private() -> str:
    return _("What stays private")


def _talk() -> str:
    return _("To talk about in supervision, only if you want to")
