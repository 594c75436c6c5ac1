"""The index of archives: what goes in is found again, in order, once, by every filter."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from footprint.archives.index import finding
from footprint.archives.index.filters import Decided, Find
from footprint.archives.index.importing import import_archive
from footprint.archives.index.numbers import FILM, PHOTO, PLACE, marks_of, month_number
from footprint.archives.opening.batches import Checkpoint, Options
from footprint.archives.records import Audience, Connection, Entry, Flag, Held, HeldKind, Kind, Media, Relation, State
from footprint.tasks import Stopped, Task
from footprint.vault import Vault, schema
from footprint.vault.connection import open_store
from tests.archives.copies import MARCH, Copy, bring, post


def texts(vault: Vault, find: Find | None = None, offset: int = 0, limit: int = 10_000) -> list[str]:
    return [one.entry.text for one in finding.page(vault, find or Find(), offset, limit)]


def test_what_goes_in_comes_out_newest_first(vault: Vault, tmp_path: Path) -> None:
    whole = Entry(
        "x", Kind.PHOTO, "sam", "7", MARCH, "By the harbour", "Sam shared a photo", "Harbour group", Audience.FRIENDS,
        State.LIVE, "https://x.example/sam/7", "t1", "Leith", 55.9, -3.1,
        (Media("media/7.jpg", "image/jpeg", "a boat", 55.9, -3.2), Media("media/8.mp4", "video/mp4")), True,
    )  # fmt: skip
    flag = Flag("alcohol", "words", "harbour", 7, 14)
    done = bring(vault, Copy(tmp_path / "a.zip", [(whole, (flag,)), *(post(n) for n in range(1, 301))]))
    assert (done.course.new, done.course.items, done.again) == (301, 301, False)
    found = finding.page(vault, Find(), 0, 1_000)
    assert [one.entry.text for one in found] == [f"post number {n}" for n in range(300, 0, -1)] + ["By the harbour"]
    assert found[-1].entry == whole and found[-1].flags == (flag,) and found[-1].decided is Decided.NOTHING
    assert finding.entry(vault, found[-1].id) == found[-1]
    (line,) = done.course.lines
    assert (line.member, line.entries, line.stated, line.ended) == ("tweets.js", 301, 301, True)


def test_the_same_copy_again_is_not_read(vault: Vault, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a.zip", [post(n) for n in range(50)])
    bring(vault, copy)
    moved = copy.path.rename(tmp_path / "renamed.zip")
    again = import_archive(vault, [moved], Options(), read=copy.read)
    assert again.again and copy.reads == 50 and again.course.new == 50
    assert import_archive(vault, [moved], Options(messages=True), read=copy.read).course.same == 50


def test_another_copy_of_the_same_adds_only_what_is_new(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a.zip", [post(n) for n in range(120)]))
    changed = post(3, "post number 3, edited")
    newer = [changed if n == 3 else post(n) for n in range(130)]
    done = bring(vault, Copy(tmp_path / "b.zip", newer)).course
    assert (done.new, done.changed, done.same, done.gone) == (10, 1, 119, 0)
    assert finding.count(vault, Find()).number == 130 and texts(vault, Find(text="edited")) == [changed[0].text]
    assert not texts(vault, Find(text="3 edite4"))


def test_two_parts_meet_in_one_entry(vault: Vault, tmp_path: Path) -> None:
    """The text in one file, the picture in another; a cut text never takes the place of the whole one."""
    picture = (Media("media/1.jpg", "image/jpeg"),)
    parts = [post(1, "A long tale that is cut…", media=picture), post(1, "A long tale that is cut off nowhere")]
    for name, order in (("a", parts), ("b", parts[::-1])):
        bring(vault, Copy(tmp_path / name, order, size=1))
        (one,) = finding.page(vault, Find())
        assert (one.entry.text, one.entry.media) == (parts[1][0].text, picture)
    assert finding.count(vault, Find(photo=True)).number == 1


def test_an_entry_without_an_id_is_known_by_what_it_says(vault: Vault, tmp_path: Path) -> None:
    same = [post(n, "Hello", native_id="", at=MARCH, ordinal=n) for n in range(3)]
    bring(vault, Copy(tmp_path / "a", [*same, same[0]]))
    assert bring(vault, Copy(tmp_path / "b", [*same, post(9, "Hello", native_id="", at=MARCH + 1)])).course.same == 3
    assert len(texts(vault)) == 4


def test_thousands_in_one_second_keep_their_places(vault: Vault, tmp_path: Path) -> None:
    """A copy that gives only days has all of a day in one second."""
    many = [post(n, at=MARCH) for n in range(5_000)] + [post(9_000 + n, at=MARCH + n) for n in range(400)]
    assert bring(vault, Copy(tmp_path / "a", many, size=700)).course.new == 5_400
    assert bring(vault, Copy(tmp_path / "b", many[::-1], size=900)).course.same == 5_400
    assert finding.count(vault, Find()).number == 5_400 == len(set(texts(vault)))


def test_entries_without_a_time_come_last_in_the_order_of_their_file(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [*(post(n, at=None) for n in range(300)), post(999)]))
    assert texts(vault) == ["post number 999", *(f"post number {n}" for n in range(300))]
    assert finding.by_month(vault, Find()) == ((0, 300), (month_number(2018, 3), 1))
    assert len(texts(vault, Find(undated=True))) == 300 and texts(vault, Find().in_year(2018)) == ["post number 999"]


def test_stopped_it_goes_on_where_it_was(vault: Vault, tmp_path: Path) -> None:
    copy = Copy(tmp_path / "a", [post(n) for n in range(20_000)], size=1_000, stop_after=12_000)
    with pytest.raises(Stopped):
        bring(vault, copy, Task())
    kept = finding.count(vault, Find()).number
    assert 0 < kept <= 12_000
    copy.stop_after = None
    done = bring(vault, copy)
    assert copy.starts[0] is None and copy.starts[1] == Checkpoint(0, "tweets.js", kept)
    assert (done.course.items, done.course.new, done.course.lines[0].entries) == (20_000, 20_000, 20_000)
    assert finding.count(vault, Find()).number == 20_000


def test_threads_are_one_conversation(vault: Vault, tmp_path: Path) -> None:
    bring(vault, Copy(tmp_path / "a", [post(n, thread="7" if n % 2 else "") for n in range(9)]))
    newest, second = finding.page(vault, Find(), 0, 2)
    assert not newest.in_thread and len(finding.thread(vault, newest.id)) == 1
    assert [one.entry.native_id for one in finding.thread(vault, second.id)] == ["1", "3", "5", "7"]


def test_people_and_what_is_held_are_counted_once(vault: Vault, tmp_path: Path) -> None:
    people = [Connection("x", Relation.FRIEND, "sam", str(n), f"Person {n}") for n in range(5)]
    held = [Held("x", HeldKind.LOGIN, "sam", "Leith", MARCH), Held("x", HeldKind.SEARCH, "sam", count=40)]
    for name in ("a", "b"):
        bring(vault, Copy(tmp_path / name, [post(1, name)], people, held))
    with vault.reading() as db:
        assert db.value("SELECT count(*) FROM archive_connection") == 5
        assert db.value("SELECT sum(n) FROM archive_held") == 41


def test_numbers_beyond_all_sense_are_kept_as_unknown(vault: Vault, tmp_path: Path) -> None:
    """Readers give none; but what they read may have taken them over."""
    wild = (post(1, at=1 << 63)[0], (Flag("alcohol", "r", "w", -(1 << 63), 1 << 63),))
    people = [Connection("x", Relation.FRIEND, "sam", "1", since=1 << 63)]
    held = [Held("x", HeldKind.LOGIN, "sam", at=-(1 << 63), count=1 << 63)]
    bring(vault, Copy(tmp_path / "a", [wild, post(2, lat=float("nan"), text="a\x00b")], people, held))
    assert [one.at is None for one in finding.page(vault, Find())] == [False, True]


# -- every filter against a plain list ---------------------------------------------------------------

WORDS = ("harbour", "gin", "tonic", "court", "Müller", "harvest")
ENTRIES = st.lists(
    st.builds(
        Entry,
        network=st.sampled_from(["x", "reddit"]), kind=st.sampled_from([Kind.POST, Kind.PHOTO, Kind.REACTION]),
        account=st.sampled_from(["", "sam"]), at=st.none() | st.integers(1_300_000_000, 1_500_000_000),
        text=st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join),
        audience=st.sampled_from([Audience.PUBLIC, Audience.FRIENDS]), place=st.sampled_from(["", "", "Leith"]),
        media=st.sampled_from([(), (), (Media("a.jpg", "image/jpeg"),), (Media("a.mp4", "video/mp4"),)]),
    ),
    max_size=40,
)  # fmt: skip
LENSES = st.lists(st.sampled_from(["alcohol", "court"]), max_size=2, unique=True)
YES_NO = st.sampled_from([None, None, True, False])
FINDS = st.builds(
    Find,
    text=st.sampled_from(["", "", "gin", "har", "gin tonic", '"gin tonic"', "muller", "nowhere"]),
    networks=st.sampled_from([(), (), ("x",), ("none",)]), kinds=st.sampled_from([(), (Kind.POST, Kind.PHOTO)]),
    audiences=st.sampled_from([(), (Audience.FRIENDS,)]),
    since=st.sampled_from([None, None, month_number(2013, 4)]), until=st.sampled_from([None, month_number(2015, 2)]),
    undated=st.sampled_from([False, False, False, True]), photo=YES_NO, film=YES_NO, place=YES_NO,
    lens=st.sampled_from(["", "", "alcohol", "unheard of"]), decided=st.sampled_from([None, None, *Decided]),
)  # fmt: skip


@contextmanager
def fresh_vault() -> Iterator[tuple[Vault, Path]]:
    with tempfile.TemporaryDirectory() as folder:
        path, key = Path(folder, "vault.db"), os.urandom(32)
        first = open_store(path, key, create=True)
        schema.migrate(first)
        first.close()
        vault = Vault(lambda: open_store(path, key))
        try:
            yield vault, Path(folder)
        finally:
            vault.close()


def fits(one: finding.Row, find: Find) -> bool:
    entry, words = one.entry, one.entry.text.lower().replace("ü", "u")
    month = None if one.at is None else month_number(one.at.year, one.at.month)
    pieces = [words.find(find.text.strip('"'))] if '"' in find.text else [
        min((at for at, word in enumerate(words.split()) if word.startswith(piece)), default=-1)
        for piece in find.text.split()
    ]  # fmt: skip
    marks = marks_of(entry)
    dated = find.since is not None or find.until is not None
    in_time = month is None if find.undated else (
        (not dated or month is not None)
        and (find.since is None or (month or 0) >= find.since) and (find.until is None or (month or 0) <= find.until)
    )  # fmt: skip
    return (
        all(piece >= 0 for piece in pieces)
        and in_time
        and (not find.networks or entry.network in find.networks)
        and (not find.kinds or entry.kind in find.kinds)
        and (not find.audiences or entry.audience in find.audiences)
        and all(
            want is None or bool(marks & bit) is want
            for want, bit in ((find.photo, PHOTO), (find.film, FILM), (find.place, PLACE))
        )
        and (not find.lens or any(flag.lens == find.lens for flag in one.flags))
        and (find.decided is None or one.decided is find.decided)
    )


@settings(max_examples=20)
@given(st.data())
def test_every_filter_finds_what_a_plain_look_finds(data: st.DataObject) -> None:
    from footprint.archives.deciding import decide

    entries = data.draw(ENTRIES)
    flagged = [(one, tuple(Flag(lens, "r", "w") for lens in data.draw(LENSES))) for one in entries]
    with fresh_vault() as (vault, folder):
        bring(vault, Copy(folder / "a", flagged, size=7))
        every = finding.page(vault, Find(), 0, 1_000)
        for one in every:
            decision = data.draw(st.sampled_from([None, None, Decided.KEEP, Decided.LATER]))
            if decision is not None:
                decide(vault, [one.id], decision)
        every = finding.page(vault, Find(), 0, 1_000)
        assert sorted((one.entry.at or 0 for one in every), reverse=True) == [one.entry.at or 0 for one in every]
        for _round in range(8):
            find = data.draw(FINDS)
            wanted = [one.id for one in every if fits(one, find)]
            assert list(finding.ids(vault, find, 0, 1_000)) == wanted
            assert finding.count(vault, find) == finding.Count(len(wanted))
            assert sum(number for _month, number in finding.by_month(vault, find)) == len(wanted)
            at = data.draw(st.integers(0, 12))
            assert list(finding.ids(vault, find, at, 5)) == wanted[at : at + 5]


PARTS = st.lists(
    st.builds(
        Entry,
        network=st.just("x"), kind=st.just(Kind.POST), account=st.just("sam"),
        native_id=st.sampled_from(["1", "2", "3", ""]), at=st.none() | st.sampled_from([MARCH, MARCH + 60]),
        text=st.sampled_from(["", "A long", "A long tale", "Another one"]), title=st.sampled_from(["", "Sam wrote"]),
        link=st.sampled_from(["", "https://x.example/1"]), thread=st.sampled_from(["", "t"]),
        audience=st.sampled_from([Audience.UNKNOWN, Audience.PUBLIC]),
        state=st.sampled_from([State.LIVE, State.NO_TEXT]),
        media=st.sampled_from([(), (Media("a.jpg"),), (Media("b.jpg"),)]), lat=st.sampled_from([None, 55.5]),
        lon=st.just(-3.0), ordinal=st.integers(0, 1),
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=25)
@given(entries=PARTS)
def test_whatever_meets_the_same_again_changes_nothing(entries: list[Entry]) -> None:
    flagged: list[tuple[Entry, tuple[Flag, ...]]] = [(one, ()) for one in entries]
    with fresh_vault() as (vault, folder):
        first = bring(vault, Copy(folder / "a", flagged)).course
        before = finding.page(vault, Find(), 0, 100)
        second = bring(vault, Copy(folder / "b", [*flagged, post(99)])).course
        assert (second.new, second.changed, second.same) == (1, 0, first.new)
        assert [one for one in finding.page(vault, Find(), 0, 100) if one.entry.native_id != "99"] == list(before)
        assert first.new == len(
            {one.native_id or (one.at, one.text, one.link, one.title, one.ordinal) for one in entries}
        )
