"""The whole round: a plan is made in one home, taken on and followed in another, and only the summary comes back.

The manager’s half runs as a process of its own, so that every file it leaves is seen.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from footprint import checklists, log, paths, person, reminders, web
from footprint import vault as vaults
from footprint.checklists import Decision, Library
from footprint.cli.files import put_file
from footprint.log import incidents
from footprint.supervision import copies, plans, summary, take
from footprint.supervision.copies import Form
from footprint.supervision.summary import Choice, Level, Network, Part, Summary
from footprint.vault import Vault
from tests.conftest import FakeClock
from tests.secrets import leaks
from tests.torture.kept import STRENGTH
from tests.torture.row09_hunt import at_home

ROOT = Path(__file__).resolve().parents[2]
PHRASE = "olive kettle harbour mitten wagon prune"
SECRETS = ("qzknamevxj", "qzklabelvxj", "qzkreasonvxj", "qzktitlevxj", "qzknotesvxj", "qzkincidentvxj", "qzklinevxj")


class Home:
    """A home folder of somebody."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.files = place / "files"
        for folder in (*map(Path, at_home(place).values()), self.files):
            folder.mkdir(parents=True, exist_ok=True)

    def run(self, *command: str) -> Any:
        """The answer of a command, run there as a process of its own."""
        environment = {**os.environ, **at_home(self.place), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
        done = subprocess.run(
            [sys.executable, "-m", "footprint", "--json", *command], capture_output=True, text=True, env=environment,
            cwd=self.files, check=False, timeout=120,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def made(self) -> dict[str, bytes]:
        """Every file there is, by its name: there was none before."""
        return {path.name: path.read_bytes() for path in self.place.rglob("*") if path.is_file()}


@pytest.fixture
def manager(tmp_path: Path) -> Home:
    return Home(tmp_path / "manager")


@pytest.fixture
def mine(tmp_path: Path) -> Home:
    return Home(tmp_path / "person")


@pytest.fixture
def vault(mine: Home, clock: FakeClock) -> Iterator[Vault]:
    """The person’s own, in their own home."""
    folder = Path(at_home(mine.place)["XDG_DATA_HOME"]) / "Footprint"
    made = vaults.create(folder, PHRASE, strength=STRENGTH, clock=clock)
    with closing(made.vault) as opened:
        yield opened


@pytest.fixture
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


def hand_over(file: str, giver: Home, taker: Home) -> Path:
    """What people do: a stick, a sheet of paper, an email."""
    return Path(shutil.copy(giver.files / file, taker.files / file))


def audit(vault: Vault, library: Library) -> None:
    """Answers of every kind, and much that is nobody’s business."""
    name, label, reason, title, notes, happened, line = SECRETS
    person.add_detail(vault, person.DetailKind.NAME, f"Zoe {name}")
    person.add_account(vault, "tinder", label=label)
    facebook, tinder = library.network("facebook"), library.network("tinder")
    for check in facebook.checks[:6]:
        checklists.answer(vault, facebook, check, check.choices[0].id)
    for check in facebook.checks[6:11]:
        checklists.answer(vault, facebook, check, check.choices[-1].id, decision=Decision.KEEP, reason=reason)
    for check in tinder.checks:
        checklists.answer(vault, tinder, check, check.choices[0].id)
    log.add(vault, log.New(title, notes=notes, network="facebook"))
    incidents.add(vault, incidents.Kind.CONTACT, what=happened)
    take.add(vault, line)


def give(vault: Vault, made: Summary, home: Home) -> None:
    """Each form a file of its own, and each listed."""
    for form, content in (
        (Form.WORD, summary.summary_word(made)),
        (Form.HTML, summary.summary_html(made).encode()),
        (Form.TEXT, summary.summary_text(made).encode()),
    ):
        put_file(home.files / f"online-check.{form.value}", content)
        copies.made(vault, made, form, f"online-check.{form.value}")


def test_plan_accept_audit_summary(manager: Home, mine: Home, vault: Vault, library: Library) -> None:
    today = date(2026, 11, 16)
    # The manager suggests it. There are no notes, no passphrase, nothing but the file.
    manager.run("plan", "make", "team.footprint-plan", "--network", "facebook", "--network", "linkedin",
                "--no-search", "--every", "3 months", "--from", "The duty team")  # fmt: skip
    assert set(manager.made()) == {"team.footprint-plan"}

    # The person opens it, sees what it asks, and takes on one network of the two.
    opened = plans.open_file(hand_over("team.footprint-plan", manager, mine), library, today)
    assert opened.plan.sender == "The duty team" and set(opened.plan.networks) == {"facebook", "linkedin"}
    plans.take(vault, library, opened, plans.Choice(networks=("facebook",), again=True), today)
    assert [one.network for one in person.accounts(vault)] == ["facebook"]
    assert (standing := plans.standings(vault, library, today)[0]).done == 0 and standing.total == 1

    # They do the audit, and only their own page says how far they are.
    audit(vault, library)
    assert plans.standings(vault, library, today)[0].parts[0].done > 0
    thing = reminders.rhythm(vault, library, today, 6).get("checklist:facebook")
    assert thing is not None and thing.every == reminders.Every(3), "the rhythm of the plan is theirs now"

    # They choose what to share, and hand it over.
    chosen = Choice(Level.CHOOSE, frozenset(Part), frozenset({Network.FACEBOOK}))
    made = summary.make(summary.offer(vault, library), chosen, today)
    give(vault, made, mine)
    said = [f"{one.name}: {one.words}" for one in summary.lines(made)]
    assert "Networks I checked: Facebook" in said and "Checks I went through: 10 or more" in said
    for file in ("online-check.txt", "online-check.docx", "online-check.html"):
        hand_over(file, mine, manager)

    # Nothing else came back: what was carried there, and no secret in any of it.
    there = manager.made()
    assert set(there) == {"team.footprint-plan", "online-check.txt", "online-check.docx", "online-check.html"}
    for name, content in there.items():
        assert leaks(content.decode("utf-8", "replace"), [*SECRETS, "tinder"]) == [], name
    assert there["online-check.txt"].decode().splitlines()[4:10] == said

    # And nothing was sent. The person can see what they gave; the manager’s copy says nothing more.
    assert [one for one in web.entries(vault) if one.connected] == []
    assert [one.summary for one in copies.copies(vault)] == [made] * 3


def test_a_plan_that_was_not_followed_looks_the_same_from_outside(
    manager: Home, mine: Home, vault: Vault, library: Library
) -> None:
    """Whoever declines the plan and whoever takes it on can hand over the same page."""
    today = date(2026, 11, 16)
    audit(vault, library)
    choice = Choice(Level.CHOOSE, frozenset(Part) - {Part.NETWORKS})
    declined = summary.make(summary.offer(vault, library), choice, today)
    manager.run("plan", "make", "team.footprint-plan", "--network", "facebook", "--no-search")
    opened = plans.open_file(hand_over("team.footprint-plan", manager, mine), library, today)
    plans.take(vault, library, opened, plans.offer(vault, library, opened, today).everything, today)
    assert summary.make(summary.offer(vault, library), choice, today) == declined
