"""New steps: a signed file is taken, an altered one never, and no answer is lost whatever they change."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from footprint import checklists, paths
from footprint.checklists import installed, load, release
from footprint.checklists.changed import Change, CheckChange, changes, lost
from footprint.checklists.fetching import fetch, sending
from footprint.checklists.release import BadSteps, Release, pack, read_release, sign
from footprint.demo.misbehaviour import Visit
from footprint.demo.web import LoopbackWeb
from footprint.tasks import Task
from footprint.vault.vault import Vault
from footprint.web import Offline, Purpose, Web, entries

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
KEYS = (KEY.public_key(),)
DAY = date(2026, 12, 1)
HOST = "steps.example"
FACEBOOK = (paths.shipped("checklists") / "facebook.toml").read_text(encoding="utf-8")


def signed(files: dict[str, str], serial: int = 100, note: str = "") -> bytes:
    return sign(pack(files, serial, DAY, note), KEY)


def ask(before: str, after: str, folder: Path) -> tuple[CheckChange, ...]:
    old, new = load(folder, {"chirp.toml": before}), load(folder, {"chirp.toml": after})
    return changes(old, new, {})


# -- the file ------------------------------------------------------------------------------------------


def test_a_signed_file_comes_back_as_it_was(example: str) -> None:
    made = pack({"chirp.toml": example}, 7, DAY, " Spring cleaning ")
    found = read_release(sign(made, KEY), KEYS)
    assert found == made
    assert (found.serial, found.made, found.note) == (7, DAY, "Spring cleaning")


def test_every_altered_byte_is_noticed(example: str) -> None:
    data = signed({"chirp.toml": example})
    for at in range(0, len(data), 37):
        bad = bytearray(data)
        bad[at] ^= 1
        with pytest.raises(BadSteps):
            read_release(bytes(bad), KEYS)


@given(st.binary(max_size=400))
def test_anything_else_is_a_sentence_and_not_a_crash(data: bytes) -> None:
    for start in (b"", b"footprint-steps 1\n", b"footprint-steps 1\nAAAA\n"):
        with pytest.raises(BadSteps, match="Nothing changed"):
            read_release(start + data, KEYS)


@pytest.mark.parametrize(
    "made",
    [
        Release(format=2, serial=1, made=DAY, files={"chirp.toml": ""}),
        Release(format=1, serial=0, made=DAY, files={"chirp.toml": ""}),
        Release(format=1, serial=1, made=DAY, files={}),
        Release(format=1, serial=1, made=DAY, files={"../chirp.toml": ""}),
        Release(format=1, serial=1, made=DAY, files={"chirp.py": ""}),
        Release(format=1, serial=1, made=DAY, files={"chirp.toml": "id = "}),
        Release(
            format=1, serial=1, made=DAY, files={"facebook.toml": FACEBOOK.replace("https://", "https://", 1) + "\nx=1"}
        ),
    ],
)
def test_a_signature_does_not_make_a_fault_right(made: Release) -> None:
    with pytest.raises(BadSteps, match="fault"):
        read_release(sign(made, KEY), KEYS)


def test_another_key_is_not_ours(example: str) -> None:
    other = Ed25519PrivateKey.generate().public_key()
    with pytest.raises(BadSteps, match="not signed by whoever makes this app"):
        read_release(signed({"chirp.toml": example}), (other,))
    assert read_release(signed({"chirp.toml": example}), (other, *KEYS)).serial == 100, "while one key follows another"


def test_a_key_ships_and_has_a_mark_to_read_out() -> None:
    keys = release.public_keys()
    assert keys
    assert all(len(release.fingerprint(key).split()) == 8 for key in keys)


# -- what they change ----------------------------------------------------------------------------------

ONLY_STEPS = ('"Open **Settings**."', '"Open **Options**."')
REWORDED = ('title = "Who can see your future posts?"', 'title = "Who can see your next posts?"')
RENAMED = ('id = "future_posts"', 'id = "next_posts"\nwas = ["future_posts"]')
RETIRED = ('id = "devices"\ngroup', 'id = "devices"\nretired = true\ngroup')
LOST = ('id = "devices"', 'id = "gadgets"')


@pytest.mark.parametrize(
    ("new", "change"),
    [
        (ONLY_STEPS, Change.STEPS),
        (REWORDED, Change.REWORDED),
        (RENAMED, Change.RENAMED),
        (RETIRED, Change.RETIRED),
    ],
)
def test_each_change_is_called_by_its_name(folder: Path, example: str, new: tuple[str, str], change: Change) -> None:
    after = example.replace(*new, 1)
    assert after != example
    assert [one.change for one in ask(example, after, folder)] == [change]
    assert ask(example, example, folder) == ()


def test_only_a_question_that_changed_is_asked_again(vault: Vault, folder: Path, example: str) -> None:
    network = load(folder).network("chirp")
    for check, choice in (("future_posts", "followers"), ("devices", "all_mine")):
        checklists.answer(vault, network, checklists.check_of(network, check), choice)
    answers = checklists.latest_of_all(vault)
    after = example.replace(*REWORDED, 1).replace('"Open the app and choose your picture."', '"Open the app."')
    found = changes(load(folder), load(folder, {"chirp.toml": after}), answers)
    assert {(one.check, one.change, one.again) for one in found} == {
        ("future_posts", Change.REWORDED, True),
        ("devices", Change.STEPS, False),
    }
    renamed = example.replace(*RENAMED, 1)
    found = changes(load(folder), load(folder, {"chirp.toml": renamed}), answers)
    assert [(one.change, one.again) for one in found] == [(Change.RENAMED, False)]
    new = load(folder, {"chirp.toml": renamed}).network("chirp")
    kept = checklists.answer_for(new, checklists.check_of(new, "next_posts"), answers["chirp"])
    assert kept is not None and kept.choice == "followers"


def test_a_check_may_not_vanish(folder: Path, example: str) -> None:
    assert lost(load(folder), load(folder, {"chirp.toml": example.replace(*LOST, 1)})) == ("chirp: devices",)
    assert lost(load(folder), load(folder, {"chirp.toml": example.replace(*RENAMED, 1)})) == ()


# -- taking them ---------------------------------------------------------------------------------------


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "app"
    made.mkdir()
    return made


NEW = FACEBOOK.replace('title = "Who can see your future posts?"', 'title = "Who can see what you post next?"')


def test_new_steps_are_offered_used_and_taken_back(place: Path) -> None:
    library = installed.load_with_steps(place, keys=KEYS)
    assert installed.steps(place, keys=KEYS).release is None
    offered = installed.offer(place, signed({"facebook.toml": NEW}, note="New words"), {}, keys=KEYS)
    assert [(one.check, one.change) for one in offered.changes] == [("future_posts", Change.REWORDED)]
    assert installed.steps(place, keys=KEYS).release is None, "an offer changes nothing"

    installed.use(place, offered)
    library.renew(installed.newer_files(place, keys=KEYS))
    assert checklists.check_of(library.network("facebook"), "future_posts").title == "Who can see what you post next?"
    assert "linkedin" in library, "what a file does not hold stays as it came with the app"
    assert "1 December 2026" in installed.steps(place, keys=KEYS).sentence

    installed.go_back(place)
    library.renew(installed.newer_files(place, keys=KEYS))
    assert checklists.check_of(library.network("facebook"), "future_posts").title == "Who can see your future posts?"


def test_old_steps_are_never_taken_for_new_ones(place: Path) -> None:
    installed.use(place, installed.offer(place, signed({"facebook.toml": NEW}, 100), {}, keys=KEYS))
    for serial in (1, 99, 100):
        with pytest.raises(BadSteps, match="not newer than yours"):
            installed.offer(place, signed({"facebook.toml": FACEBOOK}, serial), {}, keys=KEYS)


def test_steps_that_would_lose_an_answer_are_refused(place: Path) -> None:
    shorter = FACEBOOK.replace('id = "future_posts"', 'id = "posts_to_come"')
    with pytest.raises(BadSteps, match="future_posts"):
        installed.offer(place, signed({"facebook.toml": shorter}), {}, keys=KEYS)


def test_a_file_altered_where_it_lies_is_left_out_and_said(place: Path) -> None:
    installed.use(place, installed.offer(place, signed({"facebook.toml": NEW}), {}, keys=KEYS))
    path = place / installed.FILE
    path.write_bytes(path.read_bytes().replace(b"what you post next", b"what we post next"))
    assert "altered" in installed.steps(place, keys=KEYS).problem
    library = installed.load_with_steps(place, keys=KEYS)
    assert checklists.check_of(library.network("facebook"), "future_posts").title == "Who can see your future posts?"


# -- fetching them -------------------------------------------------------------------------------------


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb(more_hosts=(HOST,)) as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Callable[..., Web]:
    def make(*, offline: bool = False) -> Web:
        return Web(
            vault, resolver=loopback.resolver, dial=loopback.dial, authority=loopback.authority, pace=0,
            offline=lambda: offline,
        )  # fmt: skip

    return make


def test_one_press_fetches_one_file_and_stands_in_the_journal(
    vault: Vault, loopback: LoopbackWeb, door: Callable[..., Web]
) -> None:
    data = signed({"facebook.toml": NEW})

    def serve(visit: Visit) -> None:
        visit.send(200, data, "application/octet-stream")

    loopback.misbehave(HOST, serve)
    assert fetch(door(), f"https://{HOST}/new{release.ENDING}", Task()) == data
    written = entries(vault)
    assert [(one.purpose, one.host, one.details) for one in written] == [(Purpose.UPDATE, HOST, ())]
    assert len(loopback.asked) == 1


def test_an_answer_that_is_no_file_is_said(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    with pytest.raises(BadSteps, match="answered 404"):
        fetch(door(), f"https://{HOST}/none", Task())


def test_offline_fetches_nothing(loopback: LoopbackWeb, door: Callable[..., Web]) -> None:
    with pytest.raises(Offline):
        fetch(door(offline=True), f"https://{HOST}/new", Task())
    assert loopback.accepted == 0


@pytest.mark.parametrize("address", ["http://steps.example/", "steps.example", "file:///etc/passwd", ""])
def test_only_https_addresses(address: str) -> None:
    with pytest.raises(BadSteps, match="https://"):
        sending(address)
