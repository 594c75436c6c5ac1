"""The invented exports of every network through opening, recognising and reading: what comes out is what is in them."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from footprint.archives.opening.apart import child
from footprint.archives.opening.apart.frames import Frame, Job
from footprint.archives.opening.batches import Inside, Options
from footprint.archives.readers import READERS
from footprint.archives.records import Why
from footprint.demo import archives
from tests.archives.hostile import ACCOUNT, Outcome, frames_of, posts, read_here, zip_of
from tests.archives.reading import read_all

FIRST = [(network, archives.variants(network)[0]) for network in archives.NETWORKS]
_OURS = {f"trouble:{why.value}" for why in (Why.MEDIA, Why.EMPTY, Why.NOT_NEEDED, Why.COPY)}  # said while opening


def put(form: str, place: Path, files: Mapping[str, bytes]) -> Path:
    if form == "folder":
        for name, data in files.items():
            (place / name).parent.mkdir(parents=True, exist_ok=True)
            (place / name).write_bytes(data)
        return place
    if form == "tar":
        with tarfile.open(place, "w:gz") as packed:
            for name, data in reversed(files.items()):
                about = tarfile.TarInfo(name)
                about.size = len(data)
                packed.addfile(about, io.BytesIO(data))
        return place
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name, data in files.items():
            zipped.writestr(f"my download/again/{name}" if form == "wrapped" else name, data)
    return place


def counted(outcome: Outcome) -> Counter[str]:
    others = [one for parcel in outcome.parcels for one in (*parcel.connections, *parcel.held)]
    found = archives.count([*outcome.entries, *others, *outcome.troubles])
    return Counter({key: count for key, count in found.items() if key not in _OURS})


def expected(network: str, files: Mapping[str, bytes], me: str) -> Counter[str]:
    found = archives.count(read_all(READERS[network], files, me=me))
    return Counter({key: count for key, count in found.items() if key not in _OURS})


def look_here(path: Path) -> Inside:
    told = frames_of(lambda out: child.Worker(Job("look", (os.fsencode(path),)), out).run(None))
    return next(msgspec.msgpack.decode(data, type=Inside) for kind, data in told if kind is Frame.INSIDE)


@pytest.mark.parametrize(("network", "variant"), FIRST)
def test_in_whatever_it_comes(network: str, variant: str, tmp_path: Path) -> None:
    made = archives.build(network, variant)
    wanted = expected(network, made.files, made.me)
    assert wanted
    for form in ("zip", "wrapped", "tar", "folder"):
        path = put(form, tmp_path / form, made.files)
        assert counted(read_here(path, Options(me=made.me))) == wanted, form
        assert [each.name for each in look_here(path).networks] == [network], form


def test_exports_of_every_network_chosen_together_do_not_mix(tmp_path: Path) -> None:
    every = {network: archives.build(network, variant) for network, variant in FIRST if network != "whatsapp"}
    paths = [put("zip", tmp_path / f"{network}.zip", made.files) for network, made in every.items()]
    alone = sum((expected(network, made.files, "") for network, made in every.items()), Counter[str]())
    together = counted(read_here(paths))
    assert together == alone


def test_two_accounts_of_one_network_do_not_mix(tmp_path: Path) -> None:
    work = ACCOUNT.replace("annexample", "annatwork")
    parts = [
        zip_of(tmp_path / "twitter-ann-1.zip", files={"data/account.js": ACCOUNT.encode()}),
        zip_of(tmp_path / "twitter-ann-2.zip", files={"data/tweets.js": posts(2).encode()}),
        zip_of(tmp_path / "twitter-work-1.zip", files={"data/account.js": work.encode()}),
        zip_of(tmp_path / "twitter-work-2.zip", files={"data/tweets.js": posts(3, 70).encode()}),
    ]
    outcome = read_here(parts)
    assert [entry.account for entry in outcome.entries] == ["annexample"] * 2 + ["annatwork"] * 3


def test_the_same_part_chosen_twice_and_an_older_copy_beside_a_newer(tmp_path: Path) -> None:
    older = zip_of(
        tmp_path / "older.zip", files={"data/tweets.js": posts(2).encode(), "data/account.js": ACCOUNT.encode()}
    )
    newer = zip_of(
        tmp_path / "newer.zip", files={"data/tweets.js": posts(4).encode(), "data/account.js": ACCOUNT.encode()}
    )
    outcome = read_here([older, newer, older])
    assert len(outcome.entries) == 6  # what meets is put together by the index
    assert outcome.whys() == {Why.COPY: 2}
