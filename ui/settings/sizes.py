"""Sizes on disk in words."""

from __future__ import annotations

from footprint.i18n import _, locale_name


def size_in_words(count: int) -> str:
    """`412 KB`, `3.4 MB`, `1.2 GB`."""
    from babel.numbers import format_decimal

    for unit, factor, digits in ((_("GB"), 1_000_000_000, 1), (_("MB"), 1_000_000, 1)):
        if count >= factor:
            return f"{format_decimal(round(count / factor, digits), locale=locale_name())} {unit}"
    return f"{format_decimal(max(1, round(count / 1000)), locale=locale_name())} {_('KB')}"
