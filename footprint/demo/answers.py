"""A request as a source on the loopback web sees it, and what it answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Asked:
    """One request as a source sees it."""

    host: str
    path: str
    query: Mapping[str, str]
    headers: Mapping[str, str]  # names in lower case
    place: str = ""
    method: str = "GET"


@dataclass(frozen=True)
class Answer:
    status: int
    body: bytes = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)


def page_html(body: str, status: int = 200) -> Answer:
    return Answer(status, f"<!doctype html><html><body>{body}</body></html>".encode(), "text/html; charset=utf-8")


def json_answer(value: object, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(status, json.dumps(value).encode(), "application/json", headers or {})
