"""The checklist library: listing it, reading all of it, choosing ten checks, and trusting a signed file."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator
from datetime import date

from benchmarks.measure import Ratio, in_turn, timed
from footprint import checklists, paths
from footprint.checklists.release import pack, read_release, sign

ROUNDS = 11


def run() -> Iterator[Ratio]:
    folder = paths.shipped("checklists")
    files = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.toml"))}

    def parse() -> None:
        for text in files.values():
            tomllib.loads(text)

    ours, theirs = in_turn(lambda: timed(lambda: checklists.load(folder).heads()), lambda: timed(parse), ROUNDS)
    yield Ratio(f"{len(files)} checklists listed", ours, "all of them parsed as plain TOML", theirs)
    ours, theirs = in_turn(lambda: timed(lambda: checklists.load(folder).files()), lambda: timed(parse), ROUNDS)
    yield Ratio("  read whole, decoded strictly", ours, "all of them parsed as plain TOML", theirs)

    library = checklists.load(folder)
    guidance = checklists.load_guidance()[0]
    networks = [(one, 1.0) for one in library.networks()]

    def ten() -> None:
        checklists.quick_list(networks, {}, date(2026, 11, 25))

    def states() -> None:
        for network, _weight in networks:
            checklists.states(network, {}, date(2026, 11, 25))

    ours, theirs = in_turn(lambda: timed(ten), lambda: timed(states), ROUNDS)
    yield Ratio("the ten that matter most, of every network", ours, "looking at each check once", theirs)
    ours, theirs = in_turn(lambda: timed(lambda: checklists.coverage(library, guidance)), lambda: timed(parse), ROUNDS)
    yield Ratio("what serves each statement of the guidance", ours, "the checklists as plain TOML", theirs)
    yield _signed(files)


def _signed(files: dict[str, str]) -> Ratio:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    data, keys = sign(pack(files, 1, date(2026, 11, 25)), key), (key.public_key(),)
    ours, theirs = in_turn(
        lambda: timed(lambda: read_release(data, keys, new=False)),
        lambda: timed(lambda: hashlib.sha512(data).digest()),
        ROUNDS,
    )
    return Ratio(f"a signed file of {len(data) // 1000} kB trusted at a start", ours, "its SHA-512 alone", theirs)
