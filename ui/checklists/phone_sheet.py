"""The page "On my phone" for paper: made here, escaped by the template, with its QR codes drawn into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from footprint.checklists import PhoneCheck, address
from footprint.i18n import _
from ui.checklists import paper

_TEMPLATE = """<!doctype html>
<html lang="{{ language }}"><head><meta charset="utf-8"><title>{{ title }}</title>
<style>
body { font-family: sans-serif; font-size: 14pt; color: black; background: white; }
h1 { font-size: 22pt; } h2 { font-size: 18pt; } h3 { font-size: 15pt; }
p, li { font-size: 14pt; } .small { font-size: 11pt; }
</style></head><body>
<h1>{{ title }}</h1>
<p>{{ lead }}</p>
{% for network in networks %}
<h2{% if not loop.first %} style="page-break-before: always"{% endif %}>{{ network.name }}</h2>
{% for check in network.checks %}<table width="100%" cellspacing="0" cellpadding="4" style="margin-top: 16px"><tr><td>
<h3>{{ check.title }}</h3>
<ol>{% for step in check.steps %}<li>{{ step }}</li>{% endfor %}</ol>
{% if check.menu %}<p class="small">{{ where }} {{ check.menu }}</p>{% endif %}
{% for choice in check.choices %}<p>&#9744; {{ choice }}</p>{% endfor %}
</td>{% if check.code %}<td width="150" align="center"><img src="{{ check.code }}" width="130" height="130">
<p class="small">{{ check.scan }}</p></td>{% endif %}</tr></table>
{% endfor %}{% endfor %}
</body></html>"""


@dataclass(frozen=True)
class _Line:
    title: str
    steps: tuple[Markup, ...]
    menu: str
    choices: tuple[str, ...]
    code: str
    scan: str


@dataclass(frozen=True)
class _Network:
    name: str
    checks: tuple[_Line, ...]


def title() -> str:
    return _("On my phone")


def lead() -> str:
    return _("These settings are only in the phone apps. Tick what each one is set to, then answer in this app.")


def sheet(checks: Sequence[PhoneCheck]) -> str:
    """The whole page as HTML; every text in it is escaped."""
    networks = [_Network(name, tuple(_line(one) for one in found)) for name, found in groupby(checks, key=group)]
    return paper.render(
        _TEMPLATE,
        title=title(),
        lead=lead(),
        networks=networks,
        where=_("Where it is:"),
    )


def group(one: PhoneCheck) -> str:
    """The heading a check stands under: its network, the essential ones first."""
    if one.state.check.essential:
        return one.network_name
    return _("{name}: go further").format(name=one.network_name)


def _line(one: PhoneCheck) -> _Line:
    check = one.state.check
    safer = _("{choice} (safer choice)")
    link, scan = code_of(one)
    return _Line(
        title=check.marked,
        steps=tuple(paper.bold(step) for step in check.phone or check.web),
        menu=check.menu,
        choices=tuple(safer.format(choice=each.label) if each.safer else each.label for each in check.choices),
        code=paper.picture(link) if link else "",
        scan=scan,
    )


def code_of(one: PhoneCheck) -> tuple[str, str]:
    """The address to move to the phone, and what it opens; both empty where there is none."""
    link = address(one.link)
    if link:
        return link, _("Scan this with your phone to open the page")
    if one.state.check.help:
        return one.state.check.help, _("Scan this with your phone to read the help page")
    return "", ""
