"""The page "On my phone" for paper: made here, escaped by the template, with its QR codes drawn into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from footprint.checklists import PhoneCheck, address, matrix
from footprint.i18n import _

# Black on white whatever the theme, so that a phone can read it.
_DARK, _LIGHT = QColor("black"), QColor("white")

_BOLD = re.compile(r"\*\*(.+?)\*\*")

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


def sheet(checks: Sequence[PhoneCheck], language: str) -> str:
    """The whole page as HTML; every text in it is escaped."""
    from jinja2 import Environment, StrictUndefined

    env = Environment(autoescape=True, undefined=StrictUndefined)
    networks = [_Network(name, tuple(_line(one) for one in found)) for name, found in groupby(checks, key=group)]
    return env.from_string(_TEMPLATE).render(
        language=language.replace("_", "-"),
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
        title=check.title,
        steps=tuple(_bold(step) for step in check.phone or check.web),
        menu=check.menu,
        choices=tuple(safer.format(choice=each.label) if each.safer else each.label for each in check.choices),
        code=picture(link) if link else "",
        scan=scan,
    )


def _bold(text: str) -> Markup:
    """Escaped first; then only our own `**` become bold."""
    return Markup(_BOLD.sub(r"<b>\1</b>", str(escape(text))))


def code_of(one: PhoneCheck) -> tuple[str, str]:
    """The address to move to the phone, and what it opens; both empty where there is none."""
    link = address(one.link)
    if link:
        return link, _("Scan this with your phone to open the page")
    if one.state.check.help:
        return one.state.check.help, _("Scan this with your phone to read the help page")
    return "", ""


def picture(link: str, size: int = 4) -> str:
    """The QR code of a link as a picture inside the page (a data address)."""
    rows = matrix(link)
    image = QImage(len(rows[0]), len(rows), QImage.Format.Format_RGB32)
    image.fill(_LIGHT)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                image.setPixelColor(x, y, _DARK)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.scaled(image.width() * size, image.height() * size).save(buffer, "PNG")
    return "data:image/png;base64," + bytes(buffer.data().toBase64().data()).decode("ascii")
