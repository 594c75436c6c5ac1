"""Invented exports of X: as they are now, as they were in 2022 and 2019, and the very old ones by month."""

from __future__ import annotations

import json
import random

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, chance

VARIANTS = ("now", "2022", "2019", "grailbird")
_ME = "8800123"


def build(variant: str, seed: int) -> DemoArchive:
    luck = chance(seed, "x", variant)
    made = DemoArchive("x", variant, account=life.HANDLE)
    if variant == "grailbird":
        _grailbird(made, luck)
        return made
    tweets = [tweet(luck, number, said) for number, said in enumerate(life.posts(luck, 60))]
    _tweets(made, variant, tweets, luck)
    _people(made)
    _account(made, variant)
    _likes(made, luck)
    _messages(made, variant)
    _held(made)
    return made


def tweet(luck: random.Random, number: int, said: life.Said) -> dict[str, object]:
    """One tweet as X writes it: numbers as texts, characters escaped, short addresses."""
    native = str(1_400_000_000_000_000_000 + number * 7919)
    text = said.text.replace("&", "&amp;")
    found: dict[str, object] = {
        "edit_info": {"initial": {"editTweetIds": [native], "editableUntil": "2022-10-01T10:00:00.000Z",
                                  "editsRemaining": "5", "isEditEligible": True}},
        "retweeted": False,
        "source": '<a href="https://mobile.x.example" rel="nofollow">X for phones</a>',
        "entities": {"hashtags": [], "symbols": [], "user_mentions": [], "urls": []},
        "display_text_range": ["0", str(len(text))],
        "favorite_count": str(luck.randint(0, 40)),
        "retweet_count": "0",
        "id_str": native,
        "id": native,
        "truncated": False,
        "created_at": said.at.strftime("%a %b %d %H:%M:%S +0000 %Y"),
        "favorited": False,
        "full_text": text,
        "lang": "en",
    }  # fmt: skip
    if number % 9 == 3:
        found |= {
            "in_reply_to_status_id_str": "1399",
            "in_reply_to_user_id_str": "77",
            "in_reply_to_screen_name": "zoe_q",
        }
        found["full_text"] = f"@zoe_q {text}"
    elif number % 9 == 5:
        found["full_text"] = f"RT @larchford_choir: {text}"
    elif number % 9 == 7:
        found["full_text"] = f"{text} https://t.co/abc{number}"
        found["entities"] = {"urls": [{"url": f"https://t.co/abc{number}", "expanded_url": "https://allotments.example/beans",
                                       "display_url": "allotments.example/beans", "indices": ["0", "23"]}]}  # fmt: skip
    elif number % 9 == 8:
        found["full_text"] = f"{text} https://t.co/pic{number}"
        address = f"https://pbs.x.example/media/Pic{number}.jpg"
        picture = {"url": f"https://t.co/pic{number}", "type": "photo", "id_str": "5", "media_url_https": address}
        found["extended_entities"] = {"media": [picture]}
        found["coordinates"] = {"type": "Point", "coordinates": ["-5.0527", "50.1544"]}
        found["place"] = {"full_name": life.PLACES[number % 3]}
    return found


def _script(made: DemoArchive, name: str, part: int, values: list[object], file: str = "") -> None:
    path = f"data/{file or name.replace('_', '-')}.js"
    made.add_json(path, values, before=f"window.YTD.{name}.part{part} = ")


def _tweets(made: DemoArchive, variant: str, tweets: list[dict[str, object]], luck: random.Random) -> None:
    for number, one in enumerate(tweets):
        made.expect(Kind.REPLY if number % 9 == 3 else Kind.REPOST if number % 9 == 5 else Kind.POST)
        if number % 9 == 8:
            folder = "tweets_media" if variant == "now" else "tweet_media"
            made.add(f"data/{folder}/{one['id_str']}-Pic{number}.jpg", b"\xff\xd8\xff\xe0 an invented picture")
    luck.shuffle(tweets)
    wrapped: list[object] = [{"tweet": one} for one in tweets]
    if variant == "2019":
        _script(made, "tweet", 0, list(tweets))
        return
    if variant == "2022":
        _script(made, "tweet", 0, wrapped)
        return
    _note(made, tweets)
    half = len(wrapped) // 2
    _script(made, "tweets", 0, wrapped[:half])
    _script(made, "tweets", 1, wrapped[half:], "tweets-part1")
    gone: list[object] = [{"tweet": tweet(luck, 900 + n, said) | {"deleted_at": "Mon Oct 05 10:00:00 +0000 2026"}}
            for n, said in enumerate(life.posts(luck, 3))]  # fmt: skip
    _script(made, "deleted_tweets", 0, gone)
    made.expect(Kind.POST, 3)
    headers = [
        {"tweet": {"tweet_id": one["id_str"], "user_id": _ME, "created_at": one["created_at"]}} for one in tweets
    ]
    _script(made, "tweet_headers", 0, list(headers))
    made.expect(Why.HEADERS, len(headers))


def _note(made: DemoArchive, tweets: list[dict[str, object]]) -> None:
    """A long post whose tweet has only the beginning, and one whose tweet is gone."""
    first = next(
        one for one in tweets if "in_reply_to_status_id_str" not in one and "RT @" not in str(one["full_text"])
    )
    at = life.posts(chance(1, "note"), 1)[0].at
    first["created_at"] = at.strftime("%a %b %d %H:%M:%S +0000 %Y")
    whole = "A long one about the allotment. " * 12 + "That is all."
    first["full_text"] = whole[:200] + "…"
    notes = [
        {
            "noteTweet": {
                "noteTweetId": "31",
                "createdAt": at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
                "core": {"text": whole},
            }
        },
        {
            "noteTweet": {
                "noteTweetId": "32",
                "createdAt": "2024-05-05T05:05:05.000Z",
                "core": {"text": "Lost & found. " * 30},
            }
        },
    ]
    _script(made, "note_tweet", 0, list(notes))
    made.expect(Kind.POST)


def _people(made: DemoArchive) -> None:
    for name, key, relation, many in (
        ("follower", "follower", Relation.FOLLOWER, 7),
        ("following", "following", Relation.FOLLOWING, 5),
        ("block", "blocking", Relation.BLOCKED, 2),
    ):
        people = [{key: {"accountId": str(500 + n), "userLink": f"https://x.com/intent/user?user_id={500 + n}"}}
                  for n in range(many)]  # fmt: skip
        _script(made, name, 0, list(people))
        made.expect(relation, many)


def _account(made: DemoArchive, variant: str) -> None:
    account = {"email": life.EMAIL, "createdVia": "web", "username": life.HANDLE, "accountId": _ME,
               "createdAt": "2014-02-01T00:00:00.000Z", "accountDisplayName": life.NAME}  # fmt: skip
    _script(made, "account", 0, [{"account": account}])
    made.expect(HeldKind.DETAIL, 2)
    profile = {"description": {"bio": "Care worker, choir, beans.", "website": "", "location": "Penmarrow"}}
    _script(made, "profile", 0, [{"profile": profile}])
    made.expect(Kind.PROFILE, 2)
    if variant != "2019":
        files = [
            {"fileName": path, "globalName": "x", "count": str(len(json.loads(body.split(b"=", 1)[1])))}
            for path, body in made.files.items()
            if path.startswith("data/tweet") and path.endswith(".js")
        ]
        types = {"tweets": {"mediaDirectory": "data/tweets_media", "files": files}}
        manifest = {"userInfo": {"accountId": _ME, "userName": life.HANDLE, "displayName": life.NAME},
                    "archiveInfo": {"sizeBytes": "100", "isPartialArchive": False}, "dataTypes": types}  # fmt: skip
        made.add_json("data/manifest.js", manifest, before="window.__THAR_CONFIG = ")
    made.add("Your archive.html", "<!doctype html><html><title>Your archive</title><script>1</script></html>")


def _likes(made: DemoArchive, luck: random.Random) -> None:
    likes: list[object] = []
    for number in range(8):
        like = {"tweetId": str(900_000 + number), "expandedUrl": f"https://twitter.com/i/web/status/{900_000 + number}"}
        likes.append({"like": like | ({"fullText": luck.choice(life.COMMENTS)} if number % 3 else {})})
    _script(made, "like", 0, likes)
    made.expect(Kind.REACTION, 8)


def _messages(made: DemoArchive, variant: str) -> None:
    said = [{"messageCreate": {"id": str(n), "senderId": _ME if n % 2 else "77", "recipientId": "77", "mediaUrls": [],
                               "text": life.CHAT[n % 3], "createdAt": "2021-05-04T10:11:12.000Z", "reactions": []}}
            for n in range(6)]  # fmt: skip
    talk = {"dmConversation": {"conversationId": f"77-{_ME}", "messages": [*said, {"joinConversation": {}}]}}
    plural = variant == "now"
    _script(made, "direct_messages" if plural else "direct_message", 0, [talk])
    made.messages = 6
    made.expect(Why.OTHERS_WORDS, 6)


def _held(made: DemoArchive) -> None:
    _script(made, "ip_audit", 0, [{"ipAudit": {"accountId": _ME, "createdAt": f"2026-10-0{n}T08:00:00.000Z",
                                               "loginIp": f"192.0.2.{n}"}} for n in range(1, 5)])  # fmt: skip
    made.expect(HeldKind.LOGIN, 4)
    app = {"name": "Bean Planner", "id": "1", "approvedAt": "2019-01-01T00:00:00.000Z", "permissions": ["read"]}
    _script(made, "connected_application", 0, [{"connectedApplication": app}])
    made.expect(HeldKind.APP)
    data = {
        "demographics": {"languages": [], "genderInfo": {"gender": "female"}},
        "interests": {
            "interests": [{"name": "Gardening", "isDisabled": False}, {"name": "Wrestling", "isDisabled": True}],
            "partnerInterests": [],
            "shows": ["The Bean Hour"],
            "audienceAndAdvertisers": {
                "lookalikeAdvertisers": ["@seeds_example"],
                "advertisers": [],
                "numAudiences": "2",
            },
        },
        "inferredAgeInfo": {"age": ["35-44"], "birthDate": ""},
        "locationHistory": [],
    }
    _script(made, "personalization", 0, [{"p13nData": data}])
    made.expect(HeldKind.INTEREST, 2)
    made.expect(HeldKind.ADVERTISER)
    made.expect(HeldKind.INFERENCE, 2)
    _script(made, "contact", 0, [{"contact": {"id": str(n), "emails": [f"p{n}@people.example"], "phoneNumbers": []}}
                                 for n in range(3)])  # fmt: skip
    made.expect(HeldKind.ADDRESS_BOOK, 3)
    _script(made, "tweetdeck", 0, [])


def _grailbird(made: DemoArchive, luck: random.Random) -> None:
    months: dict[str, list[object]] = {}
    for number, said in enumerate(life.posts(luck, 24)):
        one = {"id_str": str(100_000 + number), "id": 100_000 + number, "text": said.text.replace("&", "&amp;"),
               "created_at": said.at.strftime("%Y-%m-%d %H:%M:%S +0000"), "entities": {"urls": []},
               "user": {"screen_name": life.HANDLE, "name": life.NAME}}  # fmt: skip
        months.setdefault(said.at.strftime("%Y_%m"), []).append(one)
    for month, tweets in months.items():
        made.add_json(f"data/js/tweets/{month}.js", tweets, before=f"Grailbird.data.tweets_{month} = \n ")
    made.expect(Kind.POST, 24)
    details = {"screen_name": life.HANDLE, "id": _ME}
    made.add_json("data/js/user_details.js", details, before="var user_details =  ")
