"""What single networks do their own way: texts joined from two files, who could see a post, whose day comes first."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec
import pytest

from footprint.archives.contract import HEAD, Context
from footprint.archives.opening.batches import Options
from footprint.archives.opening.reading import look, read_apart
from footprint.archives.readers import READERS
from footprint.archives.readers.google.activity import searched
from footprint.archives.readers.google.photos import picture_path
from footprint.archives.readers.google.youtube import segments
from footprint.archives.readers.whatsapp import Head, Order, decide, read_head
from footprint.archives.records import Audience, Connection, Entry, Held, Kind, Record, State, Trouble, Why
from footprint.demo import archives
from footprint.demo.archives import life
from tests.archives.reading import Bytes, read_all


def entries(network: str, files: dict[str, bytes], kind: Kind | None = None, **more: object) -> list[Entry]:
    found = read_all(READERS[network], files, **more)  # type: ignore[arg-type]  # messages, me, order
    return [one for one in found if isinstance(one, Entry) and kind in (None, one.kind)]


def tweets(*values: dict[str, object], part: int = 0) -> bytes:
    return f"window.YTD.tweets.part{part} = {json.dumps([{'tweet': one} for one in values])}".encode()


def tweet(number: int, text: str, **more: object) -> dict[str, object]:
    return {"id_str": str(number), "full_text": text, "created_at": "Sat Aug 12 16:10:37 +0000 2023"} | more


def test_a_long_post_on_x_takes_its_text_from_the_other_file() -> None:
    notes = [{"noteTweet": {"noteTweetId": str(n), "createdAt": f"2023-08-12T16:10:{37 + n}.000Z",
                            "core": {"text": f"{'beans and leeks ' * 20}{n}"}}} for n in (0, 9)]  # fmt: skip
    files = {
        "data/note-tweet.js": b"window.YTD.note_tweet.part0 = " + json.dumps(notes).encode(),
        "data/tweets.js": tweets(tweet(1, f"{'beans and leeks ' * 8}…"), tweet(2, "short …")),
        "data/tweets-part1.js": tweets(tweet(3, "later"), part=1),
    }
    texts = [one.text for one in entries("x", files)]
    assert texts == [f"{'beans and leeks ' * 20}0", "short …", "later", f"{'beans and leeks ' * 20}9"]
    alone = entries("x", {"data/note-tweet.js": files["data/note-tweet.js"]})
    assert len(alone) == 2


def test_addresses_on_x_are_written_out_and_characters_too() -> None:
    entities = {"urls": [{"url": "https://t.co/a", "expanded_url": "https://beans.example/x"}]}
    picture = {"media": [{"url": "https://t.co/p", "media_url_https": "https://pbs.x.example/media/P.jpg"}]}
    film = {"variants": [{"url": "https://v.x.example/low.mp4?t=1", "bitrate": "1"},
                         {"url": "https://v.x.example/high.mp4?t=1", "bitrate": "900"}]}  # fmt: skip
    moving = {
        "media": [{"url": "https://t.co/v", "media_url_https": "https://pbs.x.example/V.jpg", "video_info": film}]
    }
    files = {
        "data/tweets.js": tweets(
            tweet(
                1, "Tea &amp; cake &lt;3 https://t.co/a https://t.co/p", entities=entities, extended_entities=picture
            ),
            tweet(2, "Look https://t.co/v", extended_entities=moving),
        ),
        "data/tweets_media/1-P.jpg": b"\xff\xd8",
        "data/tweets_media/2-high.mp4": b"x",
    }
    one, two = entries("x", files)
    assert one.text == "Tea & cake <3 https://beans.example/x"
    assert (one.link, one.audience) == ("https://x.com/i/web/status/1", Audience.PUBLIC)
    assert [part.path for part in (*one.media, *two.media)] == [
        "data/tweets_media/1-P.jpg",
        "data/tweets_media/2-high.mp4",
    ]


def test_versions_of_an_edited_post_on_x_hang_together() -> None:
    first = {"initial": {"editTweetIds": ["1", "2"], "editsRemaining": "4"}}
    later = {"edit": {"initialTweetId": "1"}}
    files = {"data/tweets.js": tweets(tweet(1, "beens", edit_info=first), tweet(2, "beans", edit_info=later))}
    assert [(one.native_id, one.thread) for one in entries("x", files)] == [("1", "1"), ("2", "1")]


def test_x_states_how_many_entries_each_file_has() -> None:
    made = archives.build("x", "now")
    context = Context(paths=frozenset(made.files))
    path = "data/manifest.js"
    list(READERS["x"].read(Bytes(path, made.files[path]), "manifest", context))
    assert (context.account, context.counts["data/tweets.js"]) == (life.HANDLE, 30)


def test_an_account_on_x_that_was_protected_posts_for_followers() -> None:
    actions = ("Unprotect", "Protect", "Unprotect", "Protect")
    history = [
        {"protectedHistory": {"protectedAt": f"202{n}-01-01T00:00:00.000Z", "action": action}}
        for n, action in enumerate(actions)
    ]
    files = {
        "data/protected-history.js": b"window.YTD.protected_history.part0 = " + json.dumps(history[::-1]).encode(),
        "data/tweets.js": tweets(tweet(1, "hello")),
    }
    assert entries("x", files)[0].audience is Audience.FRIENDS


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[12/04/2021, 18:03:11] Zoë: hi", (12, 4, 2021, 65_000 - 9, "Zoë: hi")),
        ("\u200e[4/12/21, 6:03:11\u202fPM] Zoë: hi", (4, 12, 21, 64_991, "Zoë: hi")),
        ("12/04/2021, 18:03 - Zoë: hi", (12, 4, 2021, 64_980, "Zoë: hi")),
        ("12.04.21, 18:03 - Zoë: hi", (12, 4, 21, 64_980, "Zoë: hi")),
        ("12-04-2021 18:03 - Zoë: hi", (12, 4, 2021, 64_980, "Zoë: hi")),
        ("12/04/2021 à 18:03 - Zoë: hi", (12, 4, 2021, 64_980, "Zoë: hi")),
        ("12/4/21, 6:03 p.\u00a0m. - Zoë: hi", (12, 4, 21, 64_980, "Zoë: hi")),
        ("2021/04/12, 下午6:03 - Zoë: hi", (2021, 4, 12, 64_980, "Zoë: hi")),
        ("2021-04-12, 18:03 - Zoë: hi", (2021, 4, 12, 64_980, "Zoë: hi")),
        ("[12.04.21, 12:03:00 AM] Zoë: hi", (12, 4, 21, 180, "Zoë: hi")),
    ],
)
def test_every_header_of_a_chat_is_read(line: str, expected: tuple[object, ...]) -> None:
    found = read_head(line)
    assert found is not None
    assert found[:5] == expected


@pytest.mark.parametrize(
    "line", ["Zoë: hi", "12 eggs - and flour", "[ ] buy milk", "", "10:30 - ring me", "1/2 - half"]
)
def test_what_is_no_header_is_none(line: str) -> None:
    assert read_head(line) is None


def heads(*days: Sequence[int], half: bool = False) -> list[Head]:
    return [Head(one, two, 2021, 0, "", half) for one, two in days]


def test_a_chat_decides_once_whether_the_day_comes_first() -> None:
    assert decide(heads((1, 2), (13, 2))) == Order(True)
    assert decide(heads((1, 2), (2, 13))) == Order(False)
    assert decide(heads((11, 2), (2, 3), (1, 4))) == Order(True)  # the other way it would run backwards
    assert decide(heads((2, 11), (3, 2), (4, 1))) == Order(False)
    assert decide(heads((1, 2))) == Order(True)
    assert decide(heads((1, 2), half=True)) == Order(False)


def test_messages_of_the_same_minute_are_told_apart_and_go_on_over_lines() -> None:
    text = (
        "1/2/21, 10:00 - Zoë: a\nstill a: yes\n1/2/21, 10:00 - Me: b\n1/2/21, 10:01 - Zoë left\n1/2/21, 10:01 - Me: c\n"
    )
    found = entries("whatsapp", {"WhatsApp Chat with Zoë.txt": text.encode()}, messages=True, me="Me")
    assert [(one.text, one.title, one.ordinal, one.where) for one in found] == [
        ("", "Zoë: a\nstill a: yes", 0, "Zoë"), ("b", "", 1, "Zoë"), ("c", "", 0, "Zoë")
    ]  # fmt: skip
    assert all(one.local for one in found)


def test_who_could_see_a_post_on_mastodon() -> None:
    made = archives.build("mastodon", "now")
    found = Counter(one.audience for one in entries("mastodon", made.files) if one.kind in (Kind.POST, Kind.REPLY))
    assert set(found) == {Audience.PUBLIC, Audience.UNLISTED, Audience.FRIENDS, Audience.ONE}


def test_reddit_tells_of_a_file_that_is_not_what_it_wrote_and_of_one_that_is_missing() -> None:
    made = archives.build("reddit", "now")
    files = dict(made.files)
    del files["friends.csv"]
    files["comments.csv"] += b"c99,/r/a/comments/x/_/c99/,2024-01-01 10:00:00 UTC,,a,0,,,Added later,\r\n"
    told = [
        one for one in read_all(READERS["reddit"], files) if isinstance(one, Trouble) and one.why is Why.BROKEN_FILE
    ]
    assert [one.where for one in told] == ["friends.csv", "comments.csv"]


def test_what_was_deleted_on_reddit_is_kept_as_such() -> None:
    made = archives.build("reddit", "now")
    states = Counter(one.state for one in entries("reddit", made.files, Kind.POST))
    assert states[State.DRAFT] == 1
    headers = archives.build("reddit", "headers")
    assert {one.state for one in entries("reddit", headers.files, Kind.COMMENT)} == {State.NO_TEXT}


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('{"takeoutSegments":[{"text":"a"},{"text":"b","link":{"x":1}}]}', "ab"),
        ('{"text":"a\nb"},{"text":" c"}', "a\nb c"),
        ('{"text":"a","mention":{"id":1}},{"text":"cut o', "a"),
        ("plain words", "plain words"),
        ("{broken", ""),
        ("[[[[", ""),
    ],
)
def test_a_comment_on_youtube_is_put_together(cell: str, said: str) -> None:
    assert segments(cell) == said


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("https://www.google.com/search?q=leeks+%26+beans", "leeks & beans"),
        ("https://www.youtube.com/results?search_query=leeks", "leeks"),
        ("https://www.google.co.uk/maps/search/?q=cafe", "cafe"),
        ("https://www.youtube.com/watch?v=x&q=y", ""),
        ("https://evil.example/search?q=x", ""),
        ("https://[bad/search?q=x", ""),
        ("", ""),
    ],
)
def test_a_search_is_read_from_its_address(address: str, words: str) -> None:
    assert searched(address) == words


def test_a_picture_is_found_by_what_stands_beside_it() -> None:
    paths = frozenset({"a/IMG.jpg", "a/IMG(1).jpg", "a/x.jpg"})
    assert picture_path("a/IMG.jpg.json", "IMG.jpg", paths) == "a/IMG.jpg"
    assert picture_path("a/IMG.jpg(1).json", "IMG.jpg", paths) == "a/IMG(1).jpg"
    assert picture_path("a/IMG.jpg.supplemental-metadata(1).json", "IMG.jpg", paths) == "a/IMG(1).jpg"
    assert picture_path("a/IMG.jpg.suppl.json", "IMG.jpg", paths) == "a/IMG.jpg"
    assert picture_path("b/IMG.jpg.json", "IMG.jpg", paths) == ""


def test_blocks_of_bluesky_that_are_no_longer_alive_stay_away() -> None:
    made = archives.build("bluesky", "now")
    found = entries("bluesky", made.files)
    assert not any("Deleted" in one.text for one in found)
    links = [one.link for one in found if one.kind is Kind.POST]
    assert all(link.startswith(f"https://bsky.app/profile/{made.account}/post/") for link in links)
    reposts = [one for one in found if one.kind is Kind.REPOST]
    assert [one.at for one in reposts] == [1_710_000_100]  # its own date is of the year 1, so its key tells


@pytest.mark.parametrize("variant", [one for one in archives.variants("instagram") if one != "2020"])
def test_comments_on_instagram_are_told_from_their_owners_in_every_language(variant: str) -> None:
    made = archives.build("instagram", variant)
    found = entries("instagram", made.files, Kind.COMMENT)
    assert {one.text for one in found} <= {*life.COMMENTS, *life.RISKY_COMMENTS}
    assert {one.where for one in found} == {"zoe_q"}
    assert all(one.at for one in found)


def test_a_post_on_facebook_is_known_by_a_first_record_longer_than_its_head() -> None:
    media = [{"media": {"uri": f"posts/media/{n}.jpg", "creation_timestamp": 1_600_000_000}} for n in range(90)]
    content = json.dumps(
        [{"attachments": [{"data": media}], "timestamp": 1_600_000_000, "data": [{"post": "90 beans"}]}]
    )
    (one,) = entries("facebook", {"posts/your_posts_1.json": content.encode()})
    assert (one.text, one.at, len(one.media)) == ("90 beans", 1_600_000_000, 90)


def test_facebook_shows_a_picture_of_an_album_once() -> None:
    made = archives.build("facebook", "now")
    seen = Counter(part.path for one in entries("facebook", made.files) for part in one.media)
    assert max(seen.values()) == 1
    assert set(seen) <= set(made.files)


def test_threads_is_the_same_by_itself_and_inside_instagram() -> None:
    made = archives.build("instagram", "now")
    (path,) = (one for one in made.files if "threads_and_replies" in one)
    claim = READERS["threads"].claim(path, made.files[path][:HEAD])
    assert claim is not None
    context = Context(account=made.account, paths=frozenset({path}))
    alone = list(READERS["threads"].read(Bytes(path, made.files[path]), claim.role, context))
    inside = entries("instagram", {path: made.files[path]})
    assert alone == [msgspec.structs.replace(one, account=made.account) for one in inside]


def test_pictures_are_found_in_a_folder_that_wraps_the_export() -> None:
    made = archives.build("instagram", "now")
    files = {f"my copy/{path}": content for path, content in made.files.items()}
    assert all(part.path in files for one in entries("instagram", files, Kind.STORY) for part in one.media)


def test_copies_of_every_network_are_read_together_in_a_process_of_their_own(tmp_path: Path) -> None:
    every = [archives.build(network) for network in archives.NETWORKS]
    paths = []
    for made in every:
        (tmp_path / made.network).mkdir()
        paths.append(made.write(tmp_path / made.network))
    found: list[Record] = []
    for batch in read_apart(paths, Options()):
        found += [entry for entry, _flags in batch.entries]
        found += batch.connections + batch.held
    expected = sum((made.expected for made in every), Counter())
    told = Counter({key: many for key, many in expected.items() if not key.startswith("trouble:")})
    assert archives.count(found) == told
    assert {one.network for one in found if isinstance(one, Entry | Connection | Held)} >= {
        "threads",
        "youtube",
        "google-maps",
    }


def test_files_of_no_network_are_taken_for_none(tmp_path: Path) -> None:
    folder = tmp_path / "documents"
    folder.mkdir()
    for name, content in {
        "package.json": '{"name": "x", "version": "1", "devices": {"a": 1}, "profile": {"name": "y"}}',
        "profile.json": '{"profile": {"name": "Ada", "timestamp": 1700000000}}',
        "map.geojson": '{"type": "FeatureCollection", "features": [{"properties": {"name": "Quay"}}]}',
        "places.json": '{"type": "FeatureCollection", "features": []}',
        "cards.csv": "question,answer\nWhat is a leek?,A leaf\n",
        "links.csv": "date,type,link\n2024-01-01,x,https://beans.example\n",
        "sums.csv": "filename,sha256\na.txt,00\n",
        "people.csv": "First Name,Last Name,Email\nAda,Larkspurn,a@people.example\n",
        "posts.json": '[{"id": 1, "title": "Leeks", "body": "Nice", "timestamp": 1700000000}]',
        "messages.json": '{"messages": [{"text": "hello"}], "participants": ["a"]}',
        "log.txt": "2024-01-01 10:00:00 INFO started\n2024-01-01 10:00:01 INFO ended\n",
        "letter.txt": "Date: 1 May\nDear Ada,\n10:30 - tea\n",
        "page.html": "<html><head><title>Leeks</title></head><body><div class='content'>Leeks</div></body></html>",
        "activity.json": '{"@context": "https://schema.example", "type": "Person", "name": "Ada"}',
        "settings.json": '{"Settings": {"Profile": {"userName": "ada"}}}',
    }.items():
        (folder / name).write_text(content)
    assert look([folder]).networks == ()


def test_parts_of_one_export_are_one(tmp_path: Path) -> None:
    made = archives.build("x")
    found = [entry for batch in read_apart(made.write_parts(tmp_path, 4), Options()) for entry, _flags in batch.entries]
    whole = entries("x", made.files)
    assert sorted(found, key=msgspec.json.encode) == sorted(whole, key=msgspec.json.encode)


@pytest.mark.parametrize("form", [archives.Form.ZIP, archives.Form.TAR, archives.Form.FOLDER])
def test_exports_are_recognised_however_they_are_packed(form: archives.Form, tmp_path: Path) -> None:
    found = look([archives.build(network).write(tmp_path, form) for network in archives.NETWORKS])
    assert sorted(one.name for one in found.networks) == list(archives.NETWORKS)
    assert not found.unknown
