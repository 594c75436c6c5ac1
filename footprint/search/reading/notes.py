"""What a page says of itself for machines: JSON-LD and microdata in the words of schema.org, and its meta tags."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from footprint.search.reading.markup import tidy
from footprint.search.reading.page import MOST_FACTS, Fact
from footprint.wordlists import words

# What is read of each kind of thing; everything else in it is passed by.
_KEYS = words(
    "name givenName familyName alternateName email telephone jobTitle birthDate birthPlace homeLocation address"
    " addressLocality addressRegion streetAddress postalCode worksFor affiliation memberOf spouse children parent"
    " sibling relatedTo image author creator datePublished dateModified dateCreated url mainEntity about"
    " alumniOf headline"
)
_PEOPLE = frozenset({"Person", "Patient"})
_PAGES = frozenset({"Article", "NewsArticle", "BlogPosting", "ProfilePage", "WebPage", "AboutPage", "Report"})
_DEEPEST = 12
_LONGEST = 500


def facts(scripts: Iterable[str]) -> tuple[Fact, ...]:
    """Everything JSON-LD says, flat. Broken scripts say nothing."""
    found: list[Fact] = []
    for script in scripts:
        try:
            told = json.loads(script.strip().strip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for fact in _things(told, 0):
            found.append(fact)
            if len(found) >= MOST_FACTS:
                return tuple(found)
    return tuple(found)


def _things(told: Any, depth: int) -> Iterator[Fact]:
    if depth > _DEEPEST:
        return
    if isinstance(told, list):
        for one in told[:200]:
            yield from _things(one, depth + 1)
    elif isinstance(told, dict):
        kind, name = kind_of(told), _name(told)
        for key, value in list(told.items())[:100]:
            if key == "@graph" or (isinstance(value, dict | list) and key not in _KEYS):
                yield from _things(value, depth + 1)
            elif key in _KEYS:
                yield from _values(kind, name, key, value, depth)


def _values(kind: str, name: str, key: str, value: Any, depth: int) -> Iterator[Fact]:
    if isinstance(value, list):
        for one in value[:50]:
            yield from _values(kind, name, key, one, depth + 1) if depth < _DEEPEST else ()
    elif isinstance(value, dict):
        said = _words(key, value)
        if said:
            yield Fact(kind, name, key, said)
        yield from _things(value, depth + 1)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        said = tidy(str(value))[:_LONGEST]
        if said:
            yield Fact(kind, name, key, said)


def _words(key: str, value: dict[Any, Any]) -> str:
    """A thing inside another as the words a person would use for it."""
    if key == "image":
        return _text(value.get("url") or value.get("contentUrl"))
    inner = value.get("address")
    if isinstance(inner, dict):
        value = {**inner, "name": value.get("name")}
    if key in ("address", "homeLocation", "birthPlace"):
        parts = (value.get(one) for one in ("streetAddress", "addressLocality", "addressRegion", "postalCode"))
        return ", ".join(dict.fromkeys(_text(one) for one in parts if _text(one))) or _text(value.get("name"))
    return _name(value) or _text(value.get("@id") if key in ("url",) else "")


def kind_of(told: dict[Any, Any]) -> str:
    """`Person` of `"@type": ["Person", "Thing"]`."""
    kinds = told.get("@type")
    listed = [kinds] if isinstance(kinds, str) else kinds if isinstance(kinds, list) else []
    names = [str(one).rpartition("/")[2][:60] for one in listed[:10]]
    return next((one for one in names if one in _PEOPLE or one in _PAGES), names[0] if names else "")


def _name(told: dict[Any, Any]) -> str:
    name = _text(told.get("name"))
    if name:
        return name
    return " ".join(one for key in ("givenName", "familyName") if (one := _text(told.get(key))))


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else ""
    return tidy(value)[:_LONGEST] if isinstance(value, str) else ""
