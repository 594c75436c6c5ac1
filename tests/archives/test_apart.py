"""The process that reads: what it may not do, what becomes of its end, where it goes on."""

from __future__ import annotations

import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from footprint.archives.opening import reading
from footprint.archives.opening.apart import frames, memory, process
from footprint.archives.opening.apart.frames import Parcel
from footprint.archives.opening.apart.gathering import Gatherer
from footprint.archives.opening.batches import Batch, Checkpoint, Flagging, Options
from footprint.archives.opening.broken import BrokenMember
from footprint.archives.opening.reading import fetch, look, read_apart
from footprint.archives.records import Connection, Entry, Flag, Held, HeldKind, Kind, Media, Relation, Trouble, Why
from footprint.tasks import Stopped, Task
from tests.archives.hostile import POSTS, folder_of, good, post, read_here, tar_of, zip_of

BAD = (
    "import sys; sys.path.insert(0, sys.argv[1]); from tests.archives import bad_readers; bad_readers.serve()"
)  # fmt: skip


@pytest.fixture
def bad(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "_START", BAD)


def bad_zip(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as packed:
        for name in names:
            packed.writestr(f"{name}.bad", f"words of {name}")
    return path


def troubles(batches: list[Batch]) -> dict[str, Why]:
    return {tally.member: trouble.why for batch in batches for tally in batch.tallies for trouble in tally.troubles}


def ids(batches: list[Batch]) -> list[str]:
    return [entry.native_id for batch in batches for entry, _flags in batch.entries]


@pytest.mark.usefixtures("bad")
def test_a_reader_that_dies_hangs_or_misbehaves_costs_its_member(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(process, "SILENCE", 1.5)
    monkeypatch.chdir(tmp_path)
    names = ["a", "crash", "raise", "memory", "net", "write", "print", "wrong", "hang", "z"]
    path = bad_zip(tmp_path / "a.zip", "first", *names)
    batches = list(read_apart([path]))
    found = troubles(batches)
    assert {Path(name).stem for name in found} == {"crash", "raise", "memory", "net", "write", "wrong", "hang"}
    assert found["memory.bad"] is Why.TOO_LARGE
    assert found["wrong.bad"] is Why.BROKEN_ENTRY
    whole = {"first", "a", "raise", "memory", "net", "write", "print", "wrong", "z"}
    assert {each for each in ids(batches) if each} >= {f"{name} {number}" for name in whole for number in range(5)}
    assert {entry.account for batch in batches for entry, _flags in batch.entries if entry.native_id} == {"first"}
    (tidy,) = (entry for batch in batches for entry, _flags in batch.entries if not entry.native_id)
    assert (tidy.text, tidy.title) == ("half \ufffd of one", "nul")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.zip"]


@pytest.mark.usefixtures("bad")
def test_a_part_that_kills_the_process_at_the_first_look_is_left_out(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as packed:
        packed.writestr("head.bad", "crash")
    parts = [bad_zip(tmp_path / "a.zip", "a"), tmp_path / "bad.zip", bad_zip(tmp_path / "z.zip", "z")]
    batches = list(read_apart(parts))
    assert ids(batches) == [f"{name} {number}" for name in "az" for number in range(5)]
    said = [(tally.part, tally.troubles[0].why) for batch in batches for tally in batch.tallies if tally.troubles]
    assert said == [("bad.zip", Why.BROKEN_FILE)]
    told = look(parts)
    assert {part.name: [trouble.why for trouble in part.troubles] for part in told.parts}["bad.zip"] == [
        Why.BROKEN_FILE
    ]


@pytest.mark.usefixtures("bad")
def test_too_many_deaths_end_the_reading_with_a_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "CRASHES", 2)
    path = bad_zip(tmp_path / "a.zip", "a/crash", "b/crash", "c/crash", "d")
    batches = list(read_apart([path]))
    assert [tally.member for batch in batches for tally in batch.tallies if tally.troubles] == [
        "a/crash.bad", "b/crash.bad", "",
    ]  # fmt: skip


def test_stopping_and_going_on_gives_everything_once(tmp_path: Path) -> None:
    words = "window.YTD.tweets.part0 = [" + ",".join(map(_line, range(5000))) + "]"
    path = zip_of(tmp_path / "a.zip", files={**good(), "data/tweets.js": words.encode()})
    task = Task()
    kept: list[Batch] = []

    def until_stopped() -> Iterator[Batch]:
        for batch in read_apart([path], task=task):
            yield batch
            task.stop()

    with pytest.raises(Stopped):
        kept.extend(until_stopped())
    kept = list(_first(path))
    checkpoint = Checkpoint.unpacked(kept[-1].checkpoint.packed())
    rest = list(read_apart([path], start=checkpoint))
    assert len(ids(kept)) == 2000
    assert ids(kept) + ids(rest) == [str(10**18 + number) for number in range(5000)]
    assert {entry.account for batch in rest for entry, _flags in batch.entries} == {"annexample"}
    assert rest[-1].done_bytes == rest[-1].total_bytes > 0


def _line(number: int) -> str:
    import json

    return json.dumps(post(number))


def _first(path: Path) -> Iterator[Batch]:
    for batch in read_apart([path]):
        yield batch
        return


def test_a_checkpoint_of_another_set_starts_from_the_beginning(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip")
    batches = list(read_apart([path], start=Checkpoint(7, "data/other.js", 3)))
    assert len(ids(batches)) == POSTS
    with pytest.raises(ValueError, match="Expected"):
        Checkpoint.unpacked(b"no checkpoint")


def test_progress_is_told_in_words(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    list(read_apart([zip_of(tmp_path / "a.zip")], task=Task(lambda *each: told.append(each))))
    assert told[-1][2].startswith("3 items read")


def test_look_tells_what_is_in_there(tmp_path: Path) -> None:
    folder = folder_of(tmp_path / "export")
    (folder / "data/tweets_media").mkdir()
    (folder / "data/tweets_media/1.jpg").write_bytes(b"x")
    (folder / "notes.bin").write_bytes(b"??")
    told = look([folder, tmp_path / "gone.zip"])
    assert [(network.name, network.share) for network in told.networks] == [("x", 1.0)]
    assert [(each.role, each.members, each.about) for each in told.estimates if each.about] == [("tweets", 1, 3)]
    assert dict(told.left) == {Why.MEDIA: 1, Why.UNKNOWN_FILE: 1}
    assert told.unknown == ("notes.bin",)
    assert [part.form for part in told.parts] == ["folder", ""]
    assert told.parts[1].troubles == (Trouble(Why.BROKEN_FILE, where="gone.zip"),)
    assert told.networks[0].not_exported


def test_nothing_known_is_said_to_be_nothing_known(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear all")
    told = look([tmp_path / "letter.txt"])
    assert told.networks == () and told.unknown == ("letter.txt",)
    batches = list(read_apart([tmp_path / "letter.txt"]))
    assert troubles(batches) == {"": Why.UNKNOWN_FILE}


def test_order_of_claims_holds_whatever_the_order_in_the_archive(tmp_path: Path) -> None:
    for mode in ("w:gz", "w:bz2", "w"):
        outcome = read_here(tar_of(tmp_path / "a.tar", mode=mode, first=True))
        assert {entry.account for entry in outcome.entries} == {"annexample"}


def test_two_parts_of_one_export_meet(tmp_path: Path) -> None:
    files = list(good().items())
    parts = [zip_of(tmp_path / f"{n}.zip", files=dict([each])) for n, each in enumerate(reversed(files))]
    outcome = read_here(parts)
    assert {entry.account for entry in outcome.entries} == {"annexample"}
    assert len(outcome.entries) == POSTS


def test_files_are_fetched_by_the_end_of_their_path(tmp_path: Path) -> None:
    one = zip_of(tmp_path / "1.zip", [("export/data/media/a.jpg", b"first"), ("other/b.jpg", b"second")])
    two = tar_of(tmp_path / "2.tgz")
    wanted = ["media/a.jpg", "b.jpg", "c.jpg", "data/account.js"]
    found = dict(fetch([two, one], wanted))
    assert found["media/a.jpg"] == b"first"
    assert found["b.jpg"] == b"second"
    assert found["c.jpg"] is None
    assert found["data/account.js"] == good()["data/account.js"]
    assert dict(fetch([one], ["b.jpg"], most=3)) == {"b.jpg": None}


def test_flags_are_raised_where_entries_are_read(tmp_path: Path) -> None:
    def flags_of(entry: Entry) -> tuple[Flag, ...]:
        return (Flag("lens", "rule", entry.text[:5], 0, 5),) if entry.kind is Kind.POST else ()

    outcome = read_here(zip_of(tmp_path / "a.zip"), flags_of=flags_of)
    assert outcome.flags == [(Flag("lens", "rule", "Words", 0, 5),)] * POSTS


def test_a_maker_of_flags_outside_the_app_is_not_called(tmp_path: Path) -> None:
    options = Options(flagging=Flagging("os:system", b"true"))
    batches = list(read_apart([zip_of(tmp_path / "a.zip")], options))
    assert ids(batches) == []
    assert troubles(batches) == {"": Why.BROKEN_FILE}


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="every name is text there")
def test_names_that_are_no_text_are_opened_and_shown(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip")
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9"))
    odd.mkdir()
    path.rename(odd / os.fsdecode(b"\xe9.zip"))
    (odd / os.fsdecode(b"\xe9.bin")).write_bytes(b"??")
    batches = list(read_apart([odd, odd / os.fsdecode(b"gone \xe9.zip")]))
    assert len(ids(batches)) == POSTS
    assert {tally.part for batch in batches for tally in batch.tallies} == {
        "caf\ufffd",
        "\ufffd.zip",
        "gone \ufffd.zip",
    }
    assert look([odd]).unknown == ("\ufffd.bin",)


def test_a_process_without_a_limit_of_the_system_ends_itself() -> None:
    taken = iter([10, 20, 400])
    ended: list[int] = []
    memory.watch(100, lambda: next(taken), ended.append, every=0.001).join(5)
    assert ended == [3]
    assert 1_000_000 < memory.used() < 1 << 36


def test_records_without_bounds_are_cut_so_that_each_frame_fits() -> None:
    sent: list[bytes] = []
    gatherer = Gatherer(sent.append, None, 0)
    gatherer.begin(0, "bad", "a.bad", "a.zip")
    endless = "\U0001f600" * 900_000
    for _n in range(40):
        media = tuple(Media(endless, words=endless) for _each in range(3))
        gatherer.take(Entry("bad", Kind.POST, text=endless, title=endless, link=endless, at=1 << 62, media=media))
        gatherer.take(Connection("bad", Relation.FRIEND, name=endless, link=endless))
        gatherer.take(Held("bad", HeldKind.VIEW, words=endless + "\0"))
    gatherer.end()
    gatherer.rest()
    assert max(map(len, sent)) < frames.LARGEST // 4
    parcels = [msgspec.msgpack.decode(data, type=Parcel) for data in sent]
    assert sum(len(parcel.entries) + len(parcel.connections) + len(parcel.held) for parcel in parcels) == 120
    assert {entry.at for parcel in parcels for entry, _flags in parcel.entries} == {None}
    assert sum(trouble.count for parcel in parcels for tally in parcel.tallies for trouble in tally.troubles) == 40


def test_networks_can_be_left_out(tmp_path: Path) -> None:
    outcome = read_here(zip_of(tmp_path / "a.zip"), Options(networks=("facebook",)))
    assert outcome.entries == []
    assert outcome.whys() == {Why.NOT_CHOSEN: 2}


def test_a_broken_member_says_why() -> None:
    assert str(BrokenMember(Why.CHANGED, "data/x.js")) == "('changed', 'data/x.js')"
