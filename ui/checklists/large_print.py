"""One list in large print: every check of a network, place or situation, or only the main ones, with room to tick.

Nothing of the person's stands in it: no answer, no handle. It can lie about, or be filled in by hand for somebody else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from markupsafe import Markup

from footprint.checklists import Check, Kind, NetworkFile, Page, PlaceFacts, Removal, Where, address, first_visit
from footprint.i18n import N_, _
from ui.checklists import paper

# Large enough for somebody who reads newspaper headlines; 16 pt is where large print begins.
POINTS = 18

_TEMPLATE = """<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{{ title }}</title>
<style>
body { font-family: sans-serif; font-size: {{ points }}pt; color: black; background: white; }
h1 { font-size: {{ points + 10 }}pt; } h2 { font-size: {{ points + 6 }}pt; } h3 { font-size: {{ points + 3 }}pt; }
h4, p, li { font-size: {{ points }}pt; }
li { margin-bottom: 6px; }
a { color: black; }
ul.ticks { list-style-type: none; padding-left: 0; }
.tick { margin-left: 28px; text-indent: -28px; }
@media screen { body { max-width: 42em; margin: 1em auto; padding: 0 1em; line-height: 1.5; } }
@media print { h2, h3, h4 { break-after: avoid; } .tick, img { break-inside: avoid; } }
</style></head><body>
<h1>{{ title }}</h1>
{% for line in lead %}
<p>{{ line }}</p>
{% endfor %}
{% for part in parts %}
<h2{% if part.new_page %} style="page-break-before: always"{% endif %}>{{ part.title }}</h2>
{% if part.lines %}
<ul>
{% for line in part.lines %}
<li>{{ line }}</li>
{% endfor %}
</ul>
{% endif %}
{% for block in part.blocks %}
{% if block.title %}
<h3>{{ block.title }}</h3>
{% endif %}
{% for line in block.lines %}
<p>{{ line }}</p>
{% endfor %}
{% for way, steps in block.ways %}
{% if way %}
<h4>{{ way }}</h4>
{% endif %}
<ol>
{% for step in steps %}
<li>{{ step }}</li>
{% endfor %}
</ol>
{% endfor %}
{% if block.choices %}
<h4>{{ question }}</h4>
<ul class="ticks" role="list" style="list-style-type: none">
{% for choice in block.choices %}
<li class="tick"><span aria-hidden="true">&#9744;&nbsp;</span>{{ choice }}</li>
{% endfor %}
</ul>
{% endif %}
{% if block.link %}
<table role="presentation" width="100%"><tr>
<td width="130"><img src="{{ block.code }}" width="130" height="130" alt="{{ scan }}"></td>
<td valign="middle"><p>{{ block.what }}<br><a href="{{ block.link }}">{{ block.link }}</a></p></td>
</tr></table>
{% endif %}
{% endfor %}
{% endfor %}
</body></html>"""

# The pages people most need when something has gone wrong, then looking and leaving.
_PAGES = (
    ("logged_out", N_("How to look at it logged out")),
    ("password", N_("Change your password")),
    ("two_step", N_("Turn on 2-step verification")),
    ("recover", N_("Get back into a lost account")),
    ("download", N_("Get a copy of your data")),
    ("delete", N_("Close or delete the account")),
)
_FACTS = (
    ("public", N_("What it shows")),
    ("look", N_("How to look yourself up")),
    ("come_off", N_("How to come off")),
    ("lasts", N_("How long it lasts")),
    ("comes_back", N_("What brings it back")),
)
_CANNOT = N_("Why you cannot come off")


@dataclass(frozen=True)
class _Block:
    """A heading with what belongs to it; `ways` are lists of steps, each under its own small heading if it has one."""

    title: str
    lines: tuple[str | Markup, ...] = ()
    ways: tuple[tuple[str, tuple[Markup, ...]], ...] = ()
    choices: tuple[str | Markup, ...] = ()
    link: str = ""
    what: str = ""

    @property
    def code(self) -> str:
        return paper.picture(self.link)


@dataclass(frozen=True)
class _Part:
    title: str
    lines: tuple[Markup, ...] = ()
    blocks: tuple[_Block, ...] = ()
    new_page: bool = field(default=False)


def title(network: NetworkFile) -> str:
    if network.kind is Kind.NETWORK:
        return _("{name}: privacy and password checks").format(name=network.name)
    return network.name


def large_print(network: NetworkFile, today: date, *, essential_only: bool) -> str:
    """The list as HTML. It draws a code for every link, so it is made off the main thread."""
    return paper.render(
        _TEMPLATE,
        title=title(network),
        points=POINTS,
        lead=_lead(network, essential_only),
        parts=tuple(_parts(network, today, essential_only)),
        question=_("Tick what it is set to now"),
        scan=_("QR code: scan this with your phone to open the page beside it"),
    )


def _lead(network: NetworkFile, essential_only: bool) -> tuple[str | Markup, ...]:
    which = _("These are the main checks.") if essential_only else _("These are all the checks.")
    tick = _("Tick what each one is set to. Then answer in the app, or keep this sheet for yourself.")
    return paper.bold(network.summary), f"{which} {tick}"


def _parts(network: NetworkFile, today: date, essential_only: bool) -> Iterator[_Part]:
    if network.place is not None:
        yield from _facts(network.place)
    if network.always_public:
        yield _Part(_("Cannot be hidden"), lines=tuple(paper.bold(one.text) for one in network.always_public))
    walk = first_visit(network, {}, today)
    essential = [one.check for page in walk.essential for one in page.checks]
    further = [] if essential_only else [one.check for page in walk.further for one in page.checks]
    if essential:
        yield _Part(_("Main checks"), blocks=tuple(_numbered(essential)), new_page=True)
    if further:
        yield _Part(_("Go further"), blocks=tuple(_numbered(further, 1 + len(essential))), new_page=True)
    useful = tuple(_useful(network))
    if useful:
        yield _Part(_("Useful pages"), blocks=useful, new_page=True)


def _facts(facts: PlaceFacts) -> Iterator[_Part]:
    for name, label in _FACTS:
        cannot = name == "come_off" and facts.removal is Removal.CANNOT
        yield _Part(_(_CANNOT if cannot else label), blocks=(_page("", getattr(facts, name)),))


def _useful(network: NetworkFile) -> Iterator[_Block]:
    for name, label in _PAGES:
        page: Page | None = getattr(network.pages, name)
        if page is not None:
            yield _page(_(label), page)


def _page(label: str, page: Page) -> _Block:
    lines: list[str | Markup] = [paper.bold(page.note)] if page.note else []
    if page.menu:
        lines.append(_where(page.menu))
    return _Block(
        label,
        lines=tuple(lines),
        ways=(("", _steps(page.steps)),) if page.steps else (),
        link=address(page.link),
        what=_("The page:"),
    )


def _numbered(checks: list[Check], start: int = 1) -> Iterator[_Block]:
    """A page that several checks lie on has its code once, at the first of them."""
    seen = ""
    for number, check in enumerate(checks, start):
        link = address(check.link) or check.help
        yield _check(number, check, "" if link == seen else link)
        seen = link


def _check(number: int, check: Check, link: str) -> _Block:
    safer = _("{choice} **(safer choice)**")
    lines: list[str | Markup] = [paper.bold(check.why)]
    if check.menu:
        lines.append(_where(check.menu))
    return _Block(
        _("{n}. {check}").format(n=number, check=check.marked),
        lines=tuple(lines),
        ways=tuple(_ways(check)),
        choices=tuple(paper.bold(safer.format(choice=one.label)) if one.safer else one.label for one in check.choices),
        link=link,
        what=_("The page:") if address(check.link) else _("More about it:"),
    )


def _ways(check: Check) -> Iterator[tuple[str, tuple[Markup, ...]]]:
    if check.steps:
        yield "", _steps(check.steps)
    if check.web:
        yield _("On a computer"), _steps(check.web)
    if check.phone:
        yield _("In the phone app") if check.where is not Where.ANYWHERE else "", _steps(check.phone)


def _steps(steps: tuple[str, ...]) -> tuple[Markup, ...]:
    return tuple(paper.bold(one) for one in steps)


def _where(menu: str) -> str:
    return _("Where it is: {path}").format(path=menu)
