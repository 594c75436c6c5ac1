"""Archives that were built to do harm, or that came to harm: a line in the report, the rest read, nothing written."""

from __future__ import annotations

import io
import json
import lzma
import os
import tarfile
import warnings
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from footprint.archives.index.course import Course
from footprint.archives.opening.apart import child
from footprint.archives.opening.apart.frames import Frame, Job
from footprint.archives.opening.batches import Inside
from footprint.archives.opening.containers import guards
from footprint.archives.records import Why
from footprint.archives.report import report_of
from footprint.demo import archives
from tests.archives import hostile
from tests.archives.hostile import (
    by_hand,
    deflated,
    everything_under,
    folder_of,
    frames_of,
    named,
    read_here,
    tar_of,
    zip_of,
)

EXTRA = hostile.posts(2, 50).encode()
BOMB = b"window.YTD.tweets.part1 = [" + b" " * 6_000_000 + b"]"


def _info(name: str, *, mode: int = 0o100644, flags: int = 0) -> zipfile.ZipInfo:
    about = zipfile.ZipInfo(name)
    about.external_attr, about.flag_bits, about.create_system = mode << 16, flags, 3
    return about


def _raw_name(tmp: Path, name: bytes) -> Path:
    return by_hand(tmp / "a.zip", [(name, deflated(EXTRA), len(EXTRA))])


def _locked(tmp: Path) -> Path:
    path = zip_of(tmp / "a.zip", [("data/like.js", b"window.YTD.like.part0 = []")])
    data = bytearray(path.read_bytes())
    data[data.index(b"data/like.js") - 30 + 6] |= 1
    data[data.rindex(b"data/like.js") - 46 + 8] |= 1
    path.write_bytes(data)
    return path


def _wrong_crc(tmp: Path) -> Path:
    path = zip_of(tmp / "a.zip", [("data/tweets-part1.js", EXTRA)])
    data = bytearray(path.read_bytes())
    data[data.rindex(b"data/tweets-part1.js") - 46 + 16] ^= 0xFF
    path.write_bytes(data)
    return path


def _flipped(tmp: Path) -> Path:
    """A byte in the middle of the packed data of the last member is another one."""
    path = zip_of(tmp / "a.zip", [("data/tweets-part1.js", hostile.posts(400, 50).encode())])
    data = bytearray(path.read_bytes())
    data[data.index(b"data/tweets-part1.js") + 2000] ^= 0xFF
    path.write_bytes(data)
    return path


def _cut_off(tmp: Path) -> Path:
    path = zip_of(tmp / "a.zip", [("data/tweets-part1.js", hostile.posts(4000, 50).encode())])
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"data/tweets-part1.js") + 3000])
    return path


def _cut_off_stream(tmp: Path) -> Path:
    """Cut off, and written by a program that put the sizes after the members."""
    path = tmp / "a.zip"

    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[call-overload]  # whatever zipfile writes
            return len(bytes(data))  # type: ignore[call-overload]

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as packed:  # type: ignore[call-overload]  # it writes
        for name, data in {**hostile.good(), "data/tweets-part1.js": hostile.posts(4000, 50).encode()}.items():
            packed.writestr(name, data)
    path.write_bytes(pipe.data[: pipe.data.index(b"data/tweets-part1.js") + 3000])
    return path


def _lying(tmp: Path, said: int) -> Path:
    return by_hand(tmp / "a.zip", [(b"data/tweets-part1.js", deflated(EXTRA), said)])


def _nested(tmp: Path) -> Path:
    inner = zip_of(tmp / "inner.zip").read_bytes()
    (tmp / "inner.zip").unlink()
    return zip_of(tmp / "a.zip", [("parts/twitter-2.zip", inner), ("parts/twitter-3.tgz", b"\x1f\x8b" + b"x" * 99)])


def _half_json(tmp: Path) -> Path:
    return zip_of(tmp / "a.zip", [("data/tweets-part1.js", EXTRA[:-40] + b"]]}}}")])


def _folder(tmp: Path, change: Callable[[Path], None]) -> Path:
    root = folder_of(tmp / "export")
    change(root)
    return root


def _secret(tmp: Path) -> Path:
    (tmp / "outside.js").write_bytes(EXTRA)
    return tmp / "outside.js"


ZIPS: dict[str, tuple[Callable[[Path], Path], Why]] = {
    "a bomb of one member": (lambda tmp: zip_of(tmp / "a.zip", [("data/tweets-part1.js", BOMB)]), Why.TOO_LARGE),
    "overlapping members": (lambda tmp: hostile.overlapping(tmp / "a.zip"), Why.OVERLAPS),
    "a name that climbs out": (lambda tmp: _raw_name(tmp, b"../../data/tweets-part1.js"), Why.UNSAFE_NAME),
    "a name that climbs in the middle": (lambda tmp: _raw_name(tmp, b"a/../../data/tweets-part1.js"), Why.UNSAFE_NAME),
    "an absolute name": (lambda tmp: _raw_name(tmp, b"/data/tweets-part1.js"), Why.UNSAFE_NAME),
    "a drive": (lambda tmp: _raw_name(tmp, b"C:\\data\\tweets-part1.js"), Why.UNSAFE_NAME),
    "a share": (lambda tmp: _raw_name(tmp, b"\\\\host\\data\\tweets-part1.js"), Why.UNSAFE_NAME),
    "climbing with the other slash": (lambda tmp: _raw_name(tmp, b"a\\..\\..\\tweets-part1.js"), Why.UNSAFE_NAME),
    "NUL in a name": (lambda tmp: _raw_name(tmp, b"data/tweets-part1.js\0.txt"), Why.UNSAFE_NAME),
    "a name without end": (lambda tmp: _raw_name(tmp, b"data/" + b"x" * 60_000 + b".js"), Why.UNSAFE_NAME),
    "a symbolic link": (
        lambda tmp: zip_of(tmp / "a.zip", [(_info("data/like.js", mode=0o120777), b"/etc/passwd")]),
        Why.LINK,
    ),
    "a device": (lambda tmp: zip_of(tmp / "a.zip", [(_info("data/like.js", mode=0o020666), b"")]), Why.SPECIAL),
    "a locked member": (_locked, Why.ENCRYPTED),
    "a wrong sum": (_wrong_crc, Why.BROKEN_FILE),
    "a changed byte": (_flipped, Why.BROKEN_FILE),
    "cut off": (_cut_off, Why.BROKEN_FILE),
    "cut off, sizes at the end": (_cut_off_stream, Why.BROKEN_FILE),
    "longer than it says": (lambda tmp: _lying(tmp, 40), Why.BROKEN_FILE),
    "shorter than it says": (lambda tmp: _lying(tmp, 1 << 21), Why.BROKEN_FILE),
    "archives in the archive": (_nested, Why.NESTED),
    "what a Mac adds": (
        lambda tmp: zip_of(tmp / "a.zip", [("__MACOSX/data/._tweets.js", b"\0\5\x16\7" * 9)]),
        Why.NOT_NEEDED,
    ),
    "JSON that breaks off": (_half_json, Why.BROKEN_FILE),
    "an unknown file": (lambda tmp: zip_of(tmp / "a.zip", [("notes.bin", b"\x00\x01\x02" * 99)]), Why.UNKNOWN_FILE),
    "an empty file": (lambda tmp: zip_of(tmp / "a.zip", [("data/empty.thing", b"")]), Why.EMPTY),
    "a pressing nobody reads": (
        lambda tmp: _with_method(zip_of(tmp / "a.zip", [("data/like.js", b"[]" * 40)])),
        Why.METHOD,
    ),
}


def _with_method(path: Path) -> Path:
    data = bytearray(path.read_bytes())
    data[data.rindex(b"data/like.js") - 46 + 10] = 9
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("what", ZIPS)
def test_in_a_zip(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "FREE", 1 << 20)
    build, why = ZIPS[what]
    path = build(tmp_path)
    before = everything_under(tmp_path)
    outcome = read_here(path)
    assert why in outcome.whys(), outcome.troubles
    assert set(outcome.words) >= {"Words of mine 0", "Words of mine 1", "Words of mine 2"}
    assert outcome.entries[0].account == "annexample"
    assert everything_under(tmp_path) == before
    course = Course()
    course.add(outcome.tallies)
    assert any(why.label in row.words for row in report_of(course).rows)


TARS: dict[str, tuple[tarfile.TarInfo, bytes, Why]] = {
    "a name that climbs out": (named("../data/tweets-part1.js"), EXTRA, Why.UNSAFE_NAME),
    "an absolute name": (named("/data/tweets-part1.js"), EXTRA, Why.UNSAFE_NAME),
    "a symbolic link": (named("data/like.js", tarfile.SYMTYPE, "/etc/passwd"), b"", Why.LINK),
    "a hard link": (named("data/like.js", tarfile.LNKTYPE, "../../outside.js"), b"", Why.LINK),
    "a pipe": (named("data/like.js", tarfile.FIFOTYPE), b"", Why.SPECIAL),
    "a device": (named("data/like.js", tarfile.CHRTYPE), b"", Why.SPECIAL),
    "a very long name": (named("data/" + "x/" * 2000 + "like.js"), b"[]", Why.UNSAFE_NAME),
}


@pytest.mark.parametrize("what", TARS)
@pytest.mark.parametrize("mode", ["w:gz", "w:xz"])
def test_in_a_tar(what: str, mode: str, tmp_path: Path) -> None:
    about, data, why = TARS[what]
    path = tar_of(tmp_path / "a.tgz", [(about, data)], mode)
    before = everything_under(tmp_path)
    outcome = read_here(path)
    assert outcome.whys() == {why: 1}
    assert len(outcome.entries) == 3
    assert everything_under(tmp_path) == before


@pytest.mark.parametrize("mode", ["w:gz", "w:bz2", "w:xz", "w"])
def test_a_tar_that_is_cut_off_gives_what_came_before(mode: str, tmp_path: Path) -> None:
    path = tar_of(tmp_path / "a.tar", [(named("data/tweets-part1.js"), os.urandom(300_000))], mode)
    path.write_bytes(path.read_bytes()[:200_000])
    outcome = read_here(path)
    assert Why.BROKEN_FILE in outcome.whys()
    assert mode == "w:bz2" or len(outcome.entries) == 3  # bzip2 packs 900 kB at once, so all of it was in the cut piece


def test_a_tar_that_unpacks_to_far_more_than_its_size_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "FREE", 1 << 20)
    path = tmp_path / "a.tar.xz"
    about = tarfile.TarInfo("data/tweets.js")
    about.size = 16 << 20
    with lzma.open(path, "wb", preset=0) as file:
        file.write(about.tobuf())
        for _ in range(4):
            file.write(b"\0" * (4 << 20))
    outcome = read_here(path)
    assert Why.TOO_LARGE in outcome.whys()
    assert outcome.entries == []


def _link_file(root: Path) -> None:
    (root / "data/tweets-part1.js").symlink_to(root.parent / "outside.js")


def _link_folder(root: Path) -> None:
    (root / "more").symlink_to(root.parent, target_is_directory=True)


def _link_round(root: Path) -> None:
    (root / "data/again").symlink_to(root, target_is_directory=True)


def _pipe(root: Path) -> None:
    os.mkfifo(root / "data/tweets-part1.js")


@pytest.mark.skipif(os.name == "nt", reason="needs a right on Windows")
@pytest.mark.parametrize(
    ("change", "why"),
    [(_link_file, Why.LINK), (_link_folder, Why.LINK), (_link_round, Why.LINK), (_pipe, Why.SPECIAL)],
)
def test_in_a_folder(change: Callable[[Path], None], why: Why, tmp_path: Path) -> None:
    _secret(tmp_path)
    root = _folder(tmp_path, change)
    before = everything_under(tmp_path)
    outcome = read_here(root)
    assert outcome.whys() == {why: 1}
    assert outcome.words == ["Words of mine 0", "Words of mine 1", "Words of mine 2"]
    assert everything_under(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="needs a right on Windows")
def test_a_folder_that_is_swapped_for_a_link_while_it_is_read_leads_nowhere(tmp_path: Path) -> None:
    from footprint.archives.opening.broken import BrokenMember
    from footprint.archives.opening.containers.folder import Folder

    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "tweets.js").write_bytes(EXTRA)
    folder = Folder(folder_of(tmp_path / "export"))
    rows = {path: row for row, path, _head in folder.scan(0, lambda _path: False)}
    (tmp_path / "export/data").rename(tmp_path / "away")
    (tmp_path / "export/data").symlink_to(outside, target_is_directory=True)
    with pytest.raises(BrokenMember) as told, folder.open(rows["data/tweets.js"]) as stream:
        stream.read(1)
    assert told.value.why is Why.CHANGED


def test_a_file_that_changes_while_it_is_read_is_told(tmp_path: Path) -> None:
    from footprint.archives.opening.broken import BrokenMember
    from footprint.archives.opening.containers.folder import Folder

    root = folder_of(tmp_path / "export")
    folder = Folder(root)
    rows = {path: row for row, path, _head in folder.scan(0, lambda _path: False)}
    (root / "data/tweets.js").write_bytes(hostile.posts(9).encode())
    with pytest.raises(BrokenMember) as told, folder.open(rows["data/tweets.js"]) as stream:
        stream.read(-1)
    assert told.value.why is Why.CHANGED


@pytest.mark.skipif(os.name == "nt", reason="Windows has none")
def test_a_pipe_or_a_device_that_was_chosen_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.zip")
    outcome = read_here([tmp_path / "pipe.zip", Path("/dev/zero"), tmp_path / "gone.zip", zip_of(tmp_path / "a.zip")])
    assert outcome.whys() == {Why.SPECIAL: 2, Why.BROKEN_FILE: 1}
    assert len(outcome.entries) == 3


def test_a_million_members_too_many_are_counted_and_not_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "MEMBERS", 1000)
    outcome = read_here(hostile.many(tmp_path / "a.zip", 50_000))
    assert outcome.whys() == {Why.EMPTY: 998, Why.TOO_MANY: 49_002}
    assert len(outcome.entries) == 3
    assert len(outcome.troubles) < 100


def test_the_purse_for_small_bombs_is_one_for_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "PURSE", 5 << 20)
    bombs = [
        (f"data/tweets-part{number}.js", b"window.YTD.tweets.part1 = [" + b" " * (1500 << 10) + b"]")
        for number in range(1, 8)
    ]
    outcome = read_here(zip_of(tmp_path / "a.zip", bombs))
    assert outcome.whys()[Why.TOO_LARGE] >= 3
    assert len(outcome.entries) == 3


def test_names_without_a_word_on_their_letters_are_read(tmp_path: Path) -> None:
    from footprint.archives.opening.containers.guards import Purse
    from footprint.archives.opening.containers.zipped import Zipped

    names = ["data/café.js".encode("cp437"), "data/naïve ☕.js".encode(), "data/\u202egnp.js".encode()]
    path = by_hand(tmp_path / "a.zip", [(name, deflated(b"[]"), 2) for name in names], good_too=False)
    zipped = Zipped(path, Purse())
    assert [zipped.path(row) for row in range(zipped.rows)] == ["data/café.js", "data/naïve ☕.js", "data/\ufffdgnp.js"]
    zipped.close()


def test_a_tree_that_is_in_there_twice_is_read_once(tmp_path: Path) -> None:
    again = [(f"copy of it/export/{name}", data) for name, data in hostile.good().items()]
    outcome = read_here(zip_of(tmp_path / "a.zip", again))
    assert len(outcome.entries) == 3
    assert outcome.whys() == {Why.COPY: 2}


def test_a_folder_of_parts_is_read_part_by_part(tmp_path: Path) -> None:
    folder = tmp_path / "downloads"
    (folder / "deeper").mkdir(parents=True)
    zip_of(folder / "twitter-1.zip", files={"data/account.js": hostile.ACCOUNT.encode()})
    tar_of(folder / "twitter-2.tgz")
    zip_of(folder / "deeper/twitter-3.zip")
    (folder / "twitter-4.zip").write_bytes(b"not one at all")
    if os.name != "nt":
        (folder / "link.zip").symlink_to(folder / "deeper/twitter-3.zip")
    outcome = read_here(folder)
    assert len(outcome.entries) == 3
    assert outcome.whys() == {Why.NESTED: 1, Why.BROKEN_FILE: 1, Why.COPY: 1} | (
        {Why.LINK: 1} if os.name != "nt" else {}
    )


def test_one_name_for_two_files_is_told_and_both_are_read(tmp_path: Path) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library warns whoever writes such a thing
        path = zip_of(tmp_path / "a.zip", [("data/tweets.js", EXTRA), ("data/tweets.js", EXTRA)])
    outcome = read_here(path)
    assert sorted(outcome.words) == [f"Words of mine {number}" for number in (0, 1, 2, 50, 51)]
    assert outcome.whys() == {Why.COPY: 1}
    told = frames_of(lambda out: child.Worker(Job("look", (os.fsencode(path),)), out).run(None))
    (inside,) = (msgspec.msgpack.decode(data, type=Inside) for kind, data in told if kind is Frame.INSIDE)
    assert inside.ambiguous == ("data/tweets.js",)


def test_pages_with_script_give_words_only(tmp_path: Path) -> None:
    made = archives.build("facebook", "pages")
    script = b"<script>fetch('https://evil.example')</script><img src=x onerror=alert(1)><style>p{}</style>"
    files = {name: data.replace(b"</div>", script + b"</div>") for name, data in made.files.items()}
    outcome = read_here(zip_of(tmp_path / "a.zip", files=files))
    assert len(outcome.entries) > 5
    said = repr([outcome.entries, [(parcel.connections, parcel.held) for parcel in outcome.parcels]])
    assert not [word for word in ("evil.example", "onerror", "alert(", "<script", "p{}") if word in said]


def test_something_before_a_zip_does_not_hide_it(tmp_path: Path) -> None:
    path = zip_of(tmp_path / "a.zip")
    path.write_bytes(b"MZ" + b"\0" * 999 + path.read_bytes())
    assert len(read_here(path).entries) == 3


def test_a_zip_of_the_large_kind_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in hostile.good().items():
            with packed.open(name, "w", force_zip64=True) as member:
                member.write(data)
    assert len(read_here(path).entries) == 3


def test_strings_of_every_kind_come_out_as_words(tmp_path: Path) -> None:
    texts = ["nul \\u0000 here", "half \\ud83d of one", "x" * 2_000_000, "<script>alert(1)</script>", "‮turned"]
    rows = ",".join(json.dumps(hostile.post(n)).replace("Words of mine", text) for n, text in enumerate(texts))
    files = {**hostile.good(), "data/tweets.js": b"window.YTD.tweets.part0 = [" + rows.encode() + b"]"}
    outcome = read_here(zip_of(tmp_path / "a.zip", files=files))
    assert len(outcome.entries) == 5
    assert "\0" not in "".join(outcome.words)
    assert max(map(len, outcome.words)) <= 500_000


@pytest.fixture(autouse=True)
def _nothing_elsewhere(tmp_path: Path) -> Iterator[None]:
    """No archive here may leave anything beside the folder of its test."""
    before = sorted(tmp_path.parent.iterdir())
    yield
    assert sorted(tmp_path.parent.iterdir()) == before
