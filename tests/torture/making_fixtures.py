"""Make the fixture of the present version: `python -m tests.torture.making_fixtures`.

Run it once when a version is published; a fixture that is there is never made anew. The person in it is invented.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from footprint import log, person
from footprint import vault as v
from footprint.log import incidents
from footprint.person import DetailKind
from footprint.vault import schema, slotfile, slots
from footprint.vault.backing import DATABASE
from footprint.vault.connection import open_store
from tests.torture.fixtures import FOLDER, read_rows

PHRASE = "kettle harbour violin orchard lamp"
START = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)


class Turning:
    """A clock that goes on by a minute whenever somebody looks."""

    def __init__(self) -> None:
        self.now = START

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def live(vault: v.Vault) -> None:
    """What an invented person keeps: who they are, what they found, what came of it."""
    for kind, text in (
        (DetailKind.NAME, "Morwenna Tregothnan"),
        (DetailKind.TOWN, "Penhallow"),
        (DetailKind.EMPLOYER, "Penhallow Council"),
        (DetailKind.EMAIL, "morwenna@mail.example"),
        (DetailKind.PHONE, "07700 900123"),
        (DetailKind.HANDLE, "morwenna_t"),
    ):
        person.add_detail(vault, kind, text)
    person.add_account(vault, "facebook", handle="morwenna.t")
    person.add_account(vault, "instagram", handle="morwenna_t")
    items = [
        log.add(
            vault, log.New(title, f"https://{host}.example/page/{number}", origin=origin, notes="Seen — “twice”. 😀")
        )
        for number, (title, host, origin) in enumerate(
            (
                ("My old profile", "forum", log.Origin.ME),
                ("Photo at a party", "photos", log.Origin.KNOWN),
                ("Member list", "club", log.Origin.ORGANISATION),
                ("Address in a directory", "people-finder", log.Origin.STRANGER),
            )
        )
    ]
    ids = [done.value.id for done in items]
    log.add_text(
        vault, ids[3], "Tregothnan, M. — 1 Mill Lane, Penhallow", address="https://people-finder.example/page/3"
    )
    log.move(vault, ids[:1], log.State.DECIDED)
    log.delete(vault, ids[1:2])
    v.set_fact(vault, "test.greeting", "good morning")


def worry(vault: v.Vault) -> None:
    incidents.add(vault, incidents.Kind.POSTED, what="A comment named my street.", place="a forum")


def make(target: Path) -> None:
    """A fixture in the folder `target`, which is not there yet."""
    with tempfile.TemporaryDirectory() as scratch:
        folder, clock = Path(scratch) / "vault", Turning()
        made = v.create(folder, PHRASE, strength=v.FLOOR, clock=clock)
        live(made.vault)
        worry(made.vault)
        made.vault.close()
        entered = slots.enter(slotfile.candidates(folder)[0], made.sheet.code)
        with closing(open_store(folder / DATABASE, entered.key.page_key())) as db:
            rows, version = read_rows(db), schema.version(db)
            db.settle()
        target.mkdir(parents=True)
        for name in (DATABASE, "vault.keys", "vault.state"):
            shutil.copyfile(folder / name, target / name)
    opens = {"version": version, "passphrase": PHRASE, "code": made.sheet.code.written}
    (target / "opens.json").write_text(json.dumps(opens, indent=1) + "\n", encoding="utf-8")
    (target / "rows.json").write_text(json.dumps(rows, ensure_ascii=False, indent=None) + "\n", encoding="utf-8")


def main() -> int:
    target = FOLDER / f"version-{schema.newest():02}"
    if target.exists():
        sys.stderr.write(f"{target.name} is there already.\n")
        return 1
    make(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
