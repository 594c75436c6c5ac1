"""Meta's exports as pages: blocks with obfuscated classes, a style sheet before them and dates in words."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from footprint.demo.archives import life

_STYLE = "/* Copyright 2004-present Facebook. All Rights Reserved. */ " + "._a6-g{margin:0}._3-95{padding:1px}" * 200


def page(title: str, blocks: Iterable[str]) -> str:
    """A whole page; the style sheet is longer than what a reader is shown first."""
    head = (
        f'<html><head><meta charset="utf-8"/><base href="../../"/><title>{title}</title><style>{_STYLE}</style></head>'
    )
    script = "<script>document.write('<div class=\"uiBoxWhite\">never</div>')</script>"
    inside = f'<div class="clearfix _ikh"><div class="_4bl9">{"".join(blocks)}</div></div>'
    return f'{head}<body class="_5vb_ _2yq">{script}{inside}</body></html>'


def block(heading: str = "", inside: str = "", when: str = "") -> str:
    """One block: a heading, what is inside, and the date in small letters."""
    top = f'<h2 class="_2ph_ _a6-h _a6-i">{escape(heading)}</h2>' if heading else ""
    low = f'<div class="_3-94 _a6-o"><div class="_a72d">{when}</div></div>' if when else ""
    middle = f'<div class="_2ph_ _a6-p">{inside}</div>'
    return f'<div class="pam _3-95 _2ph- _a6-g uiBoxWhite noborder">{top}{middle}{low}</div>'


def words(text: str) -> str:
    """Text as Meta puts it: with `&#039;` and in two divs."""
    return f'<div class="_2pin"><div>{escape(text).replace("’", "&#039;")}</div></div>'


def picture(path: str) -> str:
    return f'<div><a target="_blank" href="{path}"><img src="{path}" class="_a6_o _3-96"/></a></div>'


def labelled(**values: str) -> str:
    """A table of labels and values; `Media_Owner` is "Media Owner"."""
    rows = "".join(
        f'<tr><td colspan="2" class="_2pin">{label.replace("_", " ")}<div><div>{escape(value)}</div></div></td></tr>'
        for label, value in values.items()
    )
    return f'<table style="table-layout: fixed;">{rows}</table>'


def when(said: life.Said) -> str:
    """`Dec 28, 2020 7:20 am`, without a zone."""
    hour = said.at.hour % 12 or 12
    return f"{said.at:%b} {said.at.day}, {said.at.year} {hour}:{said.at:%M} {'pm' if said.at.hour >= 12 else 'am'}"
