"""Two hundred passwords go through everything the password check does; afterwards none of them stands anywhere.

Not in the vault, sealed or opened page by page, not in the log, the temporary folder, a crash report, what was printed,
or any file the app made (the clipboard is looked at in the tests of the window). The control has to be found.
"""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint import passwords, person
from footprint import web as web_room
from footprint.cli.main import run
from footprint.demo.web import LoopbackWeb
from footprint.logs import Event, Log, report, short_report
from footprint.passwords import BadExport, CannotShred
from footprint.tasks import Task
from footprint.vault import FLOOR
from footprint.web import Web
from footprint.workbench import Workbench, open_bench
from tests.passwords.lists import SHAPES, Entry
from tests.secrets import spellings

COUNT, EACH = 200, 20
LISTS = tuple(SHAPES)[::3][: COUNT // EACH]  # each of another manager
PHRASE = "olive kettle harbour mitten wagon prune"
SITES = (
    "facebook.com",
    "instagram.com",
    "x.com",
    "linkedin.com",
    "tiktok.com",
    "reddit.com",
    "pinterest.com",
    "snapchat.com",
)


def made_up(number: int) -> str:
    """Stands nowhere else, and is hard to escape: quotes, brackets, letters beyond ASCII."""
    return f"q{number:03}zk-Pé“{number * 7919 % 9973}<&>'x"


SECRETS = tuple(made_up(number) for number in range(COUNT))


def traces(secret: str) -> set[bytes]:
    """The ways a password could stand in a file: as it is, escaped, in another coding, or as its SHA-1."""
    core = secret[:6]  # what no escaping changes
    forms = {one.encode() for one in spellings(core)} | {core.upper().encode(), secret.encode("utf-16-le")[:12]}
    sha1 = hashlib.sha1(secret.encode(), usedforsecurity=False)
    forms |= {sha1.digest(), sha1.hexdigest().encode(), sha1.hexdigest().upper().encode()}
    forms |= {base64.b64encode(sha1.digest())[:20], sha1.hexdigest().upper()[5:25].encode()}
    return forms


FORMS = {form.lower(): secret for secret in SECRETS for form in traces(secret)}
_START = 4


def found_in(data: bytes) -> set[str]:
    """Capitals make no difference. A form is only looked for where its first letters stand somewhere."""
    lower = data.lower()
    starts = {lower[at : at + _START] for at in range(len(lower) - _START + 1)}
    return {secret for form, secret in FORMS.items() if form[:_START] in starts and form in lower}


def files(*places: Path) -> Iterator[Path]:
    for place in places:
        yield from (one for one in place.rglob("*") if one.is_file())


class Life:
    """A kept vault, a temporary folder of its own, and everything that was said."""

    def __init__(self, place: Path, loopback: LoopbackWeb) -> None:
        from footprint import vault as vaults

        self.place, self.folder, self.temporary = place, place / "notes", place / "temp"
        self.lists = place / "lists"
        for one in (self.temporary, self.lists):
            one.mkdir()
        self.vault = vaults.create(self.folder, PHRASE, strength=FLOOR).vault
        door = Web(
            self.vault, offline=lambda: False, resolver=loopback.resolver, dial=loopback.dial,
            authority=loopback.authority, pace=0, total=5,
        )  # fmt: skip
        self.bench: Workbench = open_bench(self.folder, self.vault, web=door)
        self.log = Log(self.folder)
        self.said: list[str] = []

    def live(self) -> None:
        """All of points 1 to 3 of the password check, and every way they can go wrong."""
        person.add_accounts(self.vault, ("facebook", "instagram", "x", "linkedin", "tiktok", "reddit", "pinterest"))
        self.one_by_one()
        for at, name in enumerate(LISTS):
            self.one_list(name, at)
        self.broken()

    def one_by_one(self) -> None:
        own = passwords.own_words(self.vault)
        leaked = self.lists / "leaked.txt"
        leaked.write_text(f"{'0' * 40}:1\n")
        for secret in SECRETS[:20]:
            self.said.append(repr(passwords.judge(secret, own)))
        wanted = passwords.plan(passwords.sha1_of(secret) for secret in SECRETS[:20])
        self.said.append(repr(wanted))
        self.said.append(repr(list(passwords.look_up(self.bench.web, wanted, Task()).values())))
        opened = passwords.open_list(leaked)
        self.said += [repr(opened.look_up(passwords.sha1_of(secret))) for secret in SECRETS[:20]]

    def one_list(self, name: str, at: int) -> None:
        """Every password is in some list; many are shared."""
        mine = [SECRETS[(at * EACH + place) % COUNT] for place in range(EACH)]
        entries = [
            Entry(site, f"https://{site}", f"ada{place}", secret)
            for place, (site, secret) in enumerate(zip(itertools.cycle(SITES), mine, strict=False))
        ]
        entries.append(Entry("Shop", "https://shop.example", "ada", mine[0]))
        file = self.lists / name
        file.write_bytes(SHAPES[name][0](entries))
        found = passwords.read_list(self.vault, self.bench.checklists, file, Task())
        self.said.append(repr(found))
        passwords.keep(self.vault, found.counts)
        if at % 4 == 0:
            wanted = passwords.plan(one for hashes in found.hashes.values() for one in hashes)
            self.said.append(repr(passwords.with_seen(found, passwords.look_up(self.bench.web, wanted, Task()))))
        passwords.shred(file)

    def broken(self) -> None:
        """Refusals, damaged files, and a mistake of ours with passwords in its hands."""
        bad = self.lists / "bad.json"
        bad.write_bytes(b'{"items": [{"login": {"password": "' + "".join(SECRETS).encode())
        for work in (
            lambda: passwords.read_list(self.vault, self.bench.checklists, bad, Task()),
            lambda: passwords.judge("".join(SECRETS)),
            lambda: passwords.shred(self.lists),
        ):
            try:
                work()
            except (BadExport, CannotShred, passwords.NoPassword) as problem:
                self.said += [str(problem), report(problem), short_report(problem)]
        try:
            _mistake(SECRETS[7])
        except ValueError as problem:
            self.log.note(Event.JOB_FAILED, problem=problem)
            self.said += [report(problem), short_report(problem)]
        passwords.shred(bad)

    def opened_pages(self) -> bytes:
        """Every row of every table, as text: what stands behind the encryption."""
        rows: list[str] = []
        with self.vault.reading() as db:
            tables = [row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            for table in tables:
                rows += [repr(row) for row in db.execute(f'SELECT * FROM "{table}"')]
        return "\n".join(rows).encode()


def _mistake(password: str) -> None:
    held = [password] * 3
    try:
        Path(f"/{held[0]}/nowhere").read_bytes()
    except OSError as problem:
        raise ValueError(f"about {password}") from problem


@pytest.fixture
def life(tmp_path: Path, loopback: LoopbackWeb, monkeypatch: pytest.MonkeyPatch) -> Iterator[Life]:
    made = Life(tmp_path, loopback)
    monkeypatch.setattr(tempfile, "tempdir", str(made.temporary))
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(made.temporary))
    yield made
    made.vault.close()


@pytest.mark.slow
def test_no_password_of_two_hundred_is_left_anywhere(life: Life, loopback: LoopbackWeb) -> None:
    life.live()
    assert len(passwords.looks(life.vault, 100)) == len(LISTS)
    assert len(web_room.presses(life.vault)) == 4
    assert found_in(life.opened_pages()) == set()
    assert found_in("\n".join(life.said).encode()) == set()
    assert found_in(repr([(one.place, dict(one.headers)) for one in loopback.asked]).encode()) == set()
    while_open = {str(one): found_in(one.read_bytes()) for one in files(life.folder, life.temporary, life.lists)}
    assert {name: hits for name, hits in while_open.items() if hits} == {}
    life.vault.close()
    closed = {str(one): found_in(one.read_bytes()) for one in files(life.place)}
    assert {name: hits for name, hits in closed.items() if hits} == {}
    assert [one.name for one in files(life.lists)] == ["leaked.txt"]


def test_the_five_letters_that_went_are_not_in_the_journal(life: Life) -> None:
    asked = passwords.plan(passwords.sha1_of(secret) for secret in SECRETS[:40])
    passwords.look_up(life.bench.web, asked, Task())
    rows = life.opened_pages().decode()
    assert rows.count("/range/") >= len(asked.prefixes)
    assert [one for one in asked.prefixes if f"/range/{one}" in rows] == []


def test_the_hunt_finds_what_is_there(life: Life) -> None:
    """A control: each in another form, and in the vault."""
    sha1 = hashlib.sha1(SECRETS[3].encode(), usedforsecurity=False)
    assert found_in(SECRETS[0].encode()) == {SECRETS[0]}
    assert found_in(repr(SECRETS[1]).encode()) == {SECRETS[1]}
    assert found_in(SECRETS[2].encode("utf-16-le")) == {SECRETS[2]}
    assert found_in(sha1.digest() + b"x") == {SECRETS[3]}
    assert found_in(base64.b64encode(b"ab" + SECRETS[4].encode())) == {SECRETS[4]}
    person.add_account(life.vault, "facebook", handle=SECRETS[5][:6])
    assert found_in(life.opened_pages()) == {SECRETS[5]}


def test_the_command_line_prints_none(
    life: Life, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    life.vault.close()
    phrase = tmp_path / "phrase.txt"
    phrase.write_text(PHRASE)
    said = ""
    for secret in SECRETS[:3]:
        for name in ("check", "leaked"):
            monkeypatch.setattr(sys, "stdin", io.StringIO(secret + "\n"))
            run(["--vault", str(life.folder), "--passphrase-file", str(phrase), "password", name])
            said += "".join(capsys.readouterr())
    assert found_in(said.encode()) == set()
