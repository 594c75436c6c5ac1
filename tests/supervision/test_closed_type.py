"""The type a summary is made of: gone through field by field, it has no room for a word of the person's own."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
import types
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest

from footprint import checklists, paths
from footprint.supervision import summary
from footprint.supervision.summary import Area, Month, Network, Summary, Tens
from footprint.supervision.summary.records import Limits

ROOT = Path(__file__).resolve().parents[2]


def room_for_text(kind: Any, where: str = "Summary") -> list[str]:
    """Every place in a type, at any depth, that could carry free text or a number without limits."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        base, *limits = parts
        fine = base is int and len(limits) == 1 and isinstance(limits[0], Limits) and limits[0].most < 10_000
        return [] if fine else [f"{where}: {kind}"]
    if origin in (types.UnionType, frozenset):
        return [one for part in parts for one in room_for_text(part, where)]
    if kind is type(None) or kind is date:
        return []
    if isinstance(kind, type) and issubclass(kind, Enum):
        closed = not issubclass(kind, str | int) and kind.__module__ == "footprint.supervision.summary.records"
        return [] if closed and len(kind) <= 20 else [f"{where}: {kind}"]
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        parameters = kind.__dataclass_params__  # type: ignore[attr-defined]
        if not parameters.frozen or "__dict__" in dir(kind):
            return [f"{where}: {kind} can be changed"]
        hints = get_type_hints(kind, include_extras=True)
        fields = dataclasses.fields(kind)
        return [one for field in fields for one in room_for_text(hints[field.name], f"{where}.{field.name}")]
    return [f"{where}: {kind}"]


@dataclasses.dataclass(frozen=True, slots=True)
class Leaky:
    """The control: every way a text could slip in."""

    note: str
    maybe: str | None
    several: frozenset[str]
    number: int
    minute: datetime
    anything: Any
    raw: bytes


def test_no_field_at_any_depth_can_hold_a_text() -> None:
    assert room_for_text(Summary) == []
    assert len(room_for_text(Leaky)) == len(dataclasses.fields(Leaky))


@pytest.mark.parametrize(
    "wrong",
    [
        {"made_on": "16 November"},
        {"made_on": datetime(2026, 11, 16, 14, 30)},
        {"areas": frozenset({"Dating"})},
        {"areas": [Area.PRIVACY]},
        {"finished": 31},
        {"last": "November"},
        {"networks": frozenset({"facebook"})},
        {"networks": frozenset({Area.PRIVACY})},
    ],
)
def test_what_does_not_fit_is_refused_when_it_is_made(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Summary(**wrong)


@pytest.mark.parametrize(("kind", "values"), [(Tens, (100,)), (Tens, (-1,)), (Tens, (True,)), (Month, (2026, 13)),
                                              (Month, (1926, 1)), (Month, ("2026", 1))])  # fmt: skip
def test_numbers_stay_within_their_limits(kind: type, values: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        kind(*values)


def test_nothing_can_be_put_on_one_afterwards() -> None:
    made = Summary()
    with pytest.raises((dataclasses.FrozenInstanceError, AttributeError, TypeError)):
        made.note = "something"  # type: ignore[attr-defined]
    with pytest.raises(AttributeError):
        object.__setattr__(made, "note", "something")


def test_the_networks_that_can_be_named_are_ours_and_none_is_delicate() -> None:
    library = checklists.load(paths.shipped("checklists"))
    delicate = {checklists.Shelf.DATING, checklists.Shelf.INTERESTS, checklists.Shelf.SELLING}
    for one in Network:
        if one is not Network.OTHER:
            shipped = library.network(one.value)
            assert summary.network_words(one) == shipped.name
            assert shipped.shelf not in delicate or one is Network.PINTEREST


def test_the_room_loads_nothing_it_must_not_know() -> None:
    code = "import sys, footprint.supervision.summary; print(*sorted(n for n in sys.modules if n.startswith('foot')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True)
    loaded = done.stdout.split()
    for room in ("log", "search", "archives", "reports", "reminders", "passwords", "home"):
        assert [one for one in loaded if one.startswith(f"footprint.{room}")] == []


def test_every_word_of_an_area_and_a_network_is_there() -> None:
    whole = Summary(date(2026, 11, 16), frozenset(Area), Tens(3), Month(2026, 11), Month(2027, 5), frozenset(Network))
    assert [one.words for one in summary.lines(whole)][2:5] == ["30 or more", "November 2026", "May 2027"]
    assert len(summary.lines(whole)) == 6 and summary.lines(Summary()) == ()
    assert "Fewer than 10" in summary.summary_text(Summary(finished=Tens(0)))


def test_what_is_read_of_the_vault_is_as_closed_as_what_is_made_of_it() -> None:
    """Between the vault and a summary stands an offer: the same types, and whether there was a check at all."""
    hints = get_type_hints(summary.Offer, include_extras=True)
    assert hints.pop("any") is bool
    assert [one for name, kind in hints.items() for one in room_for_text(kind, name)] == []
