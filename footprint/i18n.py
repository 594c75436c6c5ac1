"""Every sentence a person reads goes through here, in the core and in the windows alike."""

from __future__ import annotations

import gettext as _gettext
from pathlib import Path

_DOMAIN = "footprint"
_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_locale = "en_GB"


def use_language(code: str, folder: Path) -> None:
    """Speak `code` ("cy_GB") from now on where `folder` has a catalogue for it; English otherwise."""
    global _translations, _locale
    _translations = _gettext.translation(_DOMAIN, str(folder), [code], fallback=True)
    _locale = code


def locale_name() -> str:
    """The locale for dates and numbers, as Babel writes it ("en_GB")."""
    return _locale


def _(text: str) -> str:
    return _translations.gettext(text)


def ngettext(one: str, many: str, n: int) -> str:
    """The form of the sentence for `n` things; the caller fills in the number."""
    return _translations.ngettext(one, many, n)


def N_(text: str) -> str:
    """Mark a text for translation where it stands; it is translated when shown."""
    return text
