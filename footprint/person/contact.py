"""Reads e-mail addresses and phone numbers as people type them."""

from __future__ import annotations

import re
import unicodedata

from footprint.i18n import _
from footprint.person.errors import BadEmail, BadPhone

_LABEL = r"[^\W_](?:[\w-]{0,61}[^\W_])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})+")
_LOCAL = re.compile(r"[^\s@()<>\[\],;:\\\"]{1,64}")
_HOME = "GB"


def read_email(text: str) -> str:
    """`Ada Example <Ada@Mail.Example>` or `mailto:…` become `Ada@mail.example`; whether the box exists nobody asks."""
    words = unicodedata.normalize("NFC", "".join(text.split()))
    inside = re.search(r"<([^<>]*)>$", words)
    words = (inside[1] if inside else words).strip(".,;")
    words = re.sub(r"^mailto:", "", words, flags=re.IGNORECASE).split("?")[0]
    if not words:
        raise BadEmail(_("Enter an email address, such as ada@mail.example."))
    local, at, host = words.rpartition("@")
    host = host.lower()
    if not at:
        raise BadEmail(
            _("“{text}” has no @ in it. An email address looks like ada@mail.example.").format(text=words[:60])
        )
    if not _LOCAL.fullmatch(local) or ".." in local or local.startswith(".") or local.endswith("."):
        raise BadEmail(_("Check the part before the @ in “{text}”.").format(text=words[:60]))
    if len(words) > 254 or not _HOST.fullmatch(host) or host.rsplit(".", 1)[1].isdigit():
        raise BadEmail(_("Check the part after the @ in “{text}”. It looks like mail.example.").format(text=words[:60]))
    return f"{local}@{host}"


def read_phone(text: str) -> str:
    """A number in its international form (`+44 7700 900123`); one without a country is read as British."""
    import phonenumbers

    words = " ".join(re.sub(r"^tel:", "", text.strip(), flags=re.IGNORECASE).split())
    if not words:
        raise BadPhone(_("Enter a phone number, such as 07700 900123."))
    wrong = _("“{text}” is not a whole phone number. Check that no number is missing.").format(text=words[:40])
    if re.sub(r"[^\W\d_]", "", words) != words and not re.search(r"\b(?:ext|x)\b", words, re.IGNORECASE):
        raise BadPhone(_("“{text}” has letters in it. Use numbers only.").format(text=words[:40]))
    try:
        number = phonenumbers.parse(words[:60], _HOME)
    except phonenumbers.NumberParseException as problem:
        raise BadPhone(wrong) from problem
    if not phonenumbers.is_possible_number(number):
        raise BadPhone(wrong)
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


def phone_at_home(number: str) -> str:
    """A kept number as it is written in its own country: `07700 900123`; what is no number comes back as it is."""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, _HOME)
    except phonenumbers.NumberParseException:
        return number
    if parsed.country_code != phonenumbers.country_code_for_region(_HOME):
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))
