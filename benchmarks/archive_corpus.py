"""Archives for the benchmark: made, not found, in the shapes networks give, with lengths like people's own.

How long a text is: log-normal, the middle one 12 words (about 55 letters), a tenth above 33 words; from a vocabulary
of 30,000 made words of one to four syllables, the n-th used 1/(n+3) times as often as the first, and the common ones
mostly the short ones, as in speech. One entry in fifty has a word of a lens (wine, harbour, court ...). Half of all
entries are posts on X (a quarter of them replies in threads, a tenth with a picture), three tenths posts and comments
on Facebook (one in eight without any words, as after a profile picture), a fifth comments on Reddit (twice as long).
Times run over ten years, newest first on Facebook and X, oldest first on Reddit, as they stand in real files.
"""

from __future__ import annotations

import csv
import io
import json
import math
import random
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from footprint.archives.records import Audience, Entry, Kind, Media

WORDS = 30_000
FIRST, LAST = 1_388_534_400, 1_704_067_200  # 2014 to 2024
SHARES = {"x": 0.5, "facebook": 0.3, "reddit": 0.2}
_SYLLABLES = (
    "an", "be", "co", "da", "er", "fi", "go", "ha", "in", "jo", "ka", "lo", "mi", "no", "or", "pa", "re", "so", "ta",
    "un", "ve", "wi", "ing", "ed", "s", "ly", "st", "th", "ch", "ou",
)  # fmt: skip
_TELLING = (
    "wine", "harbour", "court", "pub", "Leith", "hangover", "client", "ward", "shift", "election", "church", "tired",
    "doctor", "beach",
)  # fmt: skip
_COMMENTS = ("id", "permalink", "date", "ip", "subreddit", "gildings", "link", "parent", "body", "media")
_PER_FILE = 10_000  # Facebook splits its lists


class Speech:
    """Made sentences; the same seed says the same."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        words = dict.fromkeys(_TELLING)
        made = random.Random(3)
        while len(words) < WORDS:
            words["".join(made.choice(_SYLLABLES) for _each in range(made.choice((1, 2, 2, 3, 3, 4))))] = None
        rest = list(words)[len(_TELLING) :]
        self._words = sorted(rest, key=lambda word: len(word) + made.random() * 3)
        self._weights, total = list[float](), 0.0
        for n in range(len(self._words)):
            total += 1 / (n + 3)
            self._weights.append(total)

    def text(self, middle: float = 12) -> str:
        chance = self.chance
        length = max(1, min(400, round(chance.lognormvariate(math.log(middle), 0.8))))
        said = chance.choices(self._words, cum_weights=self._weights, k=length)
        if chance.random() < 0.02:
            said[chance.randrange(length)] = chance.choice(_TELLING)
        return " ".join(said)

    def common(self, n: int) -> str:
        """The n-th commonest word."""
        return self._words[n]


def write(folder: Path, entries: int, seed: int = 1) -> list[Path]:
    """One file for each network, of so many entries together."""
    speech = Speech(seed)
    counts = {name: round(entries * share) for name, share in SHARES.items()}
    return [
        _x(folder, counts["x"], speech), _facebook(folder, counts["facebook"], speech),
        _reddit(folder, counts["reddit"], speech),
    ]  # fmt: skip


def write_x(folder: Path, entries: int) -> Path:
    """Only X."""
    return _x(folder, entries, Speech(2))


def _times(number: int, chance: random.Random) -> Iterator[int]:
    """So many times, oldest first, evenly spread with some chance."""
    step = (LAST - FIRST) / max(number, 1)
    for n in range(number):
        yield int(FIRST + (n + chance.random()) * step)


def _x(folder: Path, number: int, speech: Speech) -> Path:
    path, chance = folder / "twitter-2024-01-02-0a1b2c.zip", speech.chance
    tweets = list[object]()
    before = ""
    for n, at in enumerate(_times(number, chance)):
        native = str(1_000_000_000_000_000 + n * 977)
        entities: dict[str, object] = {"urls": [], "user_mentions": [], "hashtags": []}
        tweet: dict[str, object] = {
            "id_str": native, "id": native, "full_text": speech.text(), "lang": "en", "favorite_count": "0",
            "created_at": datetime.fromtimestamp(at, UTC).strftime("%a %b %d %H:%M:%S +0000 %Y"),
            "retweet_count": "0", "source": "<a>web</a>", "entities": entities, "retweeted": False,
        }  # fmt: skip
        if chance.random() < 0.25 and before:
            tweet |= {"in_reply_to_status_id_str": before, "in_reply_to_screen_name": "sam_example"}
        if chance.random() < 0.1:
            media = {"media_url_https": f"https://pbs.example/media/{native}.jpg", "type": "photo", "id_str": native}
            entities["media"] = [media]
            tweet["extended_entities"] = {"media": [media]}
        before = native
        tweets.append({"tweet": tweet})
    tweets.reverse()
    account = {"accountId": "42", "username": "sam_example", "accountDisplayName": "Sam Example"}
    files = [{"fileName": "data/tweets.js", "globalName": "YTD.tweets.part0", "count": str(number)}]
    manifest = {
        "userInfo": {"accountId": "42", "userName": "sam_example", "displayName": "Sam Example"},
        "dataTypes": {"tweets": {"files": files}},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("data/manifest.js", f"window.__THAR_CONFIG = {json.dumps(manifest)}")
        archive.writestr("data/account.js", f"window.YTD.account.part0 = {json.dumps([{'account': account}])}")
        archive.writestr("data/tweets.js", f"window.YTD.tweets.part0 = {json.dumps(tweets)}")
    return path


def _facebook(folder: Path, number: int, speech: Speech) -> Path:
    path, chance = folder / "facebook-sam.example-2024-01-02-ab12cd.zip", speech.chance
    posts, comments = list[object](), list[object]()
    for at in _times(number, chance):
        if chance.random() < 0.5:
            data = [] if chance.random() < 0.25 else [{"post": speech.text()}]
            posts.append({"timestamp": at, "data": data, "title": "Sam Example updated their status."})
        else:
            comment = {"timestamp": at, "comment": speech.text(9), "author": "Sam Example"}
            title = f"Sam Example commented on {speech.common(chance.randrange(500)).title()} Example's post."
            comments.append({"timestamp": at, "data": [{"comment": comment}], "title": title})
    posts.reverse()
    comments.reverse()
    top = "your_facebook_activity"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for n, at in enumerate(range(0, len(posts), _PER_FILE), 1):
            name = f"{top}/posts/your_posts__check_ins__photos_and_videos_{n}.json"
            archive.writestr(name, json.dumps(posts[at : at + _PER_FILE]))
        archive.writestr(f"{top}/comments_and_reactions/comments.json", json.dumps({"comments_v2": comments}))
    return path


def _reddit(folder: Path, number: int, speech: Speech) -> Path:
    path, chance = folder / "export_sam_example_20240102.zip", speech.chance
    file = io.StringIO()
    rows = csv.writer(file)
    rows.writerow(_COMMENTS)
    for n, at in enumerate(_times(number, chance)):
        day = datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
        about = f"https://www.reddit.com/r/place{n % 40}/comments/{n // 3:x}/"
        rows.writerow([f"c{n:x}", f"{about}c{n:x}/", day, "", f"place{n % 40}", 0, about, "", speech.text(24), ""])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("comments.csv", file.getvalue())
        archive.writestr("statistics.csv", "statistic,value\naccount name,sam_example\n")
    return path


def entries(number: int, seed: int = 1) -> Iterator[Entry]:
    """The same as their readers give them, for what is measured without reading."""
    speech = Speech(seed)
    chance = speech.chance
    for network, share in SHARES.items():
        many = round(number * share)
        for n, at in enumerate(_times(many, chance)):
            media: tuple[Media, ...] = ()
            if network == "x" and chance.random() < 0.1:
                media = (Media(f"data/tweets_media/{n}-a.jpg", "image/jpeg"),)
            silent = network == "facebook" and chance.random() < 0.125
            text = "" if silent else speech.text(24 if network == "reddit" else 12)
            yield Entry(
                network,
                (Kind.REPLY if chance.random() < 0.25 else Kind.POST) if network == "x" else Kind.COMMENT,
                "sam_example",
                "" if network == "facebook" else f"{n}",
                at,
                text,
                "Sam Example commented on a post." if network == "facebook" else "",
                f"place{n % 40}" if network == "reddit" else "",
                Audience.FRIENDS if network == "facebook" else Audience.PUBLIC,
                link="" if network == "facebook" else f"https://{network}.example/sam_example/status/{n}",
                thread=f"{n // 4}" if network == "x" and n % 4 else "",
                place="Leith" if chance.random() < 0.02 else "",
                media=media,
            )
