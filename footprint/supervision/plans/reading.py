"""Opens a plan somebody gave: small, strict, and with a sentence for everything that is not as a plan should be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec

from footprint.checklists import Library
from footprint.i18n import _
from footprint.nesting import is_too_deep
from footprint.supervision.plans.notes import worries
from footprint.supervision.plans.records import (
    FORMAT,
    MOST_BYTES,
    PROMISE,
    BadPlan,
    Plan,
    Worry,
    checked,
    has_unseen,
    tidy,
)
from footprint.supervision.prompts import prompts

_UNKNOWN = re.compile(r"unknown field `(.*)`")
_AT = re.compile(r" - at `\$\.?(\w*)")


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every field there is. Whoever looks for one that asks for something back finds none."""

    footprint_plan: int
    promise: str
    made: date
    sender: str = msgspec.field(name="from", default="")
    networks: tuple[str, ...] = ()
    search_for_your_name: bool = False
    by: date | None = None
    look_again_months: int = 0
    note: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Opened:
    """A plan, what wants a sentence before it is used, and what tells it from every other plan."""

    plan: Plan
    worries: tuple[Worry, ...]
    digest: str


def open_file(path: Path, library: Library, today: date) -> Opened:
    """Raises `BadPlan`."""
    try:
        with path.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise BadPlan(_("This file could not be read. Check that it is still there.")) from None
    return open_plan(data, library, today)


def open_plan(data: bytes, library: Library, today: date) -> Opened:
    """The plan in these bytes. Raises `BadPlan` with a sentence, whatever they are."""
    if len(data) > MOST_BYTES:
        raise BadPlan(_("This file is too large for a plan. Ask for the printed page in its place."))
    tables = _tables(data)
    _check_kind(tables)
    try:
        file = msgspec.convert(tables, _File, strict=True)
    except msgspec.ValidationError as problem:
        raise BadPlan(_what_is_wrong(str(problem))) from None
    if file.promise != PROMISE:
        raise BadPlan(_("The sentence every plan carries is not in it as we write it. It may have been changed."))
    try:
        plan = checked(_plan(file))
    except BadPlan as problem:
        raise BadPlan(_("This plan was not opened. {why}").format(why=problem)) from None
    return Opened(plan, _worries(file, plan, library, today), sha256(data).hexdigest())


def _tables(data: bytes) -> dict[str, Any]:
    import tomllib

    try:
        text = data.decode("utf-8-sig")
        if is_too_deep(text):
            raise BadPlan(_not_ours())
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        raise BadPlan(_not_ours()) from None


def _not_ours() -> str:
    return _("This is not a plan made with Footprint Check. Ask for the file again, or use the printed page.")


def _check_kind(tables: dict[str, Any]) -> None:
    version = tables.get("footprint_plan")
    if type(version) is not int or version < 1:
        raise BadPlan(_not_ours())
    if version > FORMAT:
        raise BadPlan(_("This plan was made with a newer Footprint Check. Use the printed page, which says the same."))


def _what_is_wrong(problem: str) -> str:
    unknown = _UNKNOWN.search(problem)
    if unknown:
        name = tidy(unknown[1])[:40]
        return _("This plan holds “{name}”, which no plan can hold. It was not opened.").format(name=name)
    at = _AT.search(problem)
    if at and at[1]:
        return _("Something in this plan is not as the app writes it: “{name}”. It was not opened.").format(name=at[1])
    return _not_ours()


def _plan(file: _File) -> Plan:
    return Plan(
        networks=file.networks,
        made=file.made,
        search=file.search_for_your_name,
        by=file.by,
        again=file.look_again_months,
        sender=file.sender,
        note=file.note,
        prompts=file.questions,
    )


def _worries(file: _File, plan: Plan, library: Library, today: date) -> tuple[Worry, ...]:
    known = {one.id for one in prompts()}
    networks = known_networks(library)
    texts = (file.sender, file.note, *file.networks)
    said = {
        **dict.fromkeys(worries(f"{plan.note}\n{plan.sender}"), True),
        Worry.UNSEEN: any(map(has_unseen, texts)),
        Worry.PAST: plan.by is not None and plan.by < today,
        Worry.UNKNOWN_NETWORK: any(one not in networks for one in plan.networks),
        Worry.UNKNOWN_PROMPT: any(one not in known for one in plan.prompts),
    }
    return tuple(worry for worry in Worry if said.get(worry) and worry is not Worry.NAMES)


def known_networks(library: Library) -> frozenset[str]:
    """Those there is a checklist of their own for, as against the one that fits any other."""
    return frozenset(one.id for one in library.heads())
