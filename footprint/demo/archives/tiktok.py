"""Invented exports of TikTok: the sections of now, those of 2022, and the folders of texts in Dutch."""

from __future__ import annotations

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, Form, chance

VARIANTS = ("now", "2022", "texts")


def _video(n: int) -> str:
    return f"https://www.tiktokv.com/share/video/70000000000000{n:05d}/"


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive(
        "tiktok", variant, Form.FILE if variant != "texts" else Form.ZIP, me=life.HANDLE, account=life.HANDLE
    )
    luck = chance(seed, "tiktok", variant)
    videos, comments = life.posts(luck, 12), life.posts(luck, 25, comments=True)
    if variant == "texts":
        _texts(made, videos, comments)
    else:
        _json(made, variant, videos, comments)
    for kind, count in (
        (Kind.VIDEO, 12),
        (Kind.COMMENT, 25),
        (Kind.REACTION, 10),
        (Relation.FOLLOWER, 6),
        (Relation.FOLLOWING, 4),
        (HeldKind.SEARCH, 3),
        (HeldKind.LOGIN, 4),
        (HeldKind.VIEW, 30),
        (Why.OTHERS_WORDS, 6),
    ):
        made.expect(kind, count)
    made.messages = 6
    return made


def _json(made: DemoArchive, variant: str, videos: list[life.Said], comments: list[life.Said]) -> None:
    now = variant == "now"
    date, link = ("date", "link") if now else ("Date", "VideoLink" if variant == "2021" else "Link")

    def when(said: life.Said) -> str:
        return f"{said.at:%Y-%m-%d %H:%M:%S}"

    posts = [
        {
            "Date": when(said),
            "Link": _video(n),
            "Likes": "3",
            "WhoCanView": "Public" if n % 3 else "Friends",
            "Title": said.text,
            "Sound": "N/A",
            "Location": "",
            "AlternateText": "",
        }
        for n, said in enumerate(videos)
    ]
    said = [
        {date: when(one), "comment": one.text, "photo": "N/A"} | ({"url": _video(n)} if now else {})
        for n, one in enumerate(comments)
    ]
    likes = [{date: f"2023-01-0{n % 9 + 1} 10:00:00", link: _video(100 + n)} for n in range(10)]
    seen = [{"Date": "2024-01-01 10:00:00", "Link": _video(200)} for _ in range(30)]
    fans = [{"Date": "2023-01-01 10:00:00", "UserName": f"person_{n}"} for n in range(6)]
    followed = fans[:4]
    searched = [{"Date": "2024-01-01 10:00:00", "SearchTerm": "denise harbour lights"}] * 3
    logins = [{"Date": "2024-01-01 10:00:00 UTC", "IP": f"192.0.2.{n}", "DeviceModel": "Phone"} for n in range(4)]
    chat = {
        "Chat History with zoe_q:": [
            {"Date": f"2024-01-01 10:00:0{n}", "From": life.HANDLE if n % 2 else "zoe_q", "Content": life.CHAT[n % 3]}
            for n in range(6)
        ]
    }
    profile = {
        "ProfileMap": {
            "userName": life.HANDLE,
            "bioDescription": "Beans & choir",
            "emailAddress": life.EMAIL,
            "telephoneNumber": life.PHONE,
            "birthDate": "09-Apr-1988",
            "likesReceived": "99",
        }
    }
    made.expect(Kind.PROFILE, 4)
    if now:
        tree: dict[str, object] = {
            "Profile And Settings": {
                "Profile Info": profile,
                "Follower": {"FansList": fans},
                "Following": {"Following": followed},
                "Block List": {"BlockList": None},
            },
            "Comment": {"Comments": {"App": 1, "CommentsList": said}},
            "Direct Message": {"Direct Messages": {"ChatHistory": chat}},
            "Likes and Favorites": {
                "Like List": {"ItemFavoriteList": likes},
                "Favorite Videos": {"FavoriteVideoList": likes[:2]},
            },
            "Post": {"Posts": {"VideoList": posts}, "Recently Deleted Posts": {"PostList": []}},
            "Your Activity": {
                "Watch History": {"VideoList": seen},
                "Searches": {"SearchList": searched},
                "Login History": {"LoginHistoryList": logins},
            },
            "Tiktok Live": {
                "Watch Live History": {
                    "WatchLiveMap": {
                        "71": {
                            "WatchTime": "2024-01-01 10:00:00",
                            "Link": "",
                            "Questions": None,
                            "Comments": [
                                {"CommentTime": "2024-01-01 10:00:00", "CommentContent": "Hello from Penmarrow"}
                            ],
                        }
                    }
                }
            },
        }
        made.expect(Kind.COMMENT)
        made.expect(Kind.SAVE, 2)
    else:
        tree = {
            "Activity": {
                "Like List": {"ItemFavoriteList": likes},
                "Video Browsing History": {"VideoList": seen},
                "Follower List": {"FansList": fans},
                "Following List": {"Following": followed},
                "Search History": {"SearchList": searched},
                "Login History": {"LoginHistoryList": logins},
            },
            "App Settings": {"Block": {"BlockList": {}}},
            "Comment": {"Comments": {"CommentsList": said}},
            "Direct Messages": {"Chat History": {"ChatHistory": chat}},
            "Profile": {"Profile Information": profile},
            "Video": {"Videos": {"VideoList": posts}},
        }
    in_order = {key: tree[key] for key in sorted(tree)}  # so that the posts come before whose they are
    made.add_json("user_data_tiktok.json" if now else "user_data.json", in_order)


def _texts(made: DemoArchive, videos: list[life.Said], comments: list[life.Said]) -> None:
    def blocks(*found: str) -> str:
        return "\n\n".join(found) + "\n\n"

    def when(said: life.Said) -> str:
        return f"Datum: {said.at:%Y-%m-%d %H:%M:%S} UTC"

    day = "Datum: 2024-01-01 10:00:00 UTC"
    made.add(
        "TikTok/Profiel/Profielinformatie.txt",
        f"Gebruikersnaam: {life.HANDLE}\nBio description: Bonen: koor\nEmail address: {life.EMAIL}\n",
    )
    made.expect(Kind.PROFILE, 2)
    made.add(
        "TikTok/Berichten/Posts.txt",
        blocks(*(f"{when(one)}\nLink: {_video(n)}\nLike(s): 3\nTitel: {one.text}" for n, one in enumerate(videos))),
    )
    made.add(
        "TikTok/Reacties/Reacties.txt",
        blocks(*(f"{when(one)}\nReactie: {one.text}\nNext line: of it" for one in comments)),
    )
    made.add("TikTok/Activiteit/Like List.txt", blocks(*(f"{day}\nLink: {_video(n)}" for n in range(10))))
    made.add("TikTok/Activiteit/Watch History.txt", blocks(*(f"{day}\nLink: {_video(n)}" for n in range(30))))
    made.add("TikTok/Activiteit/Follower.txt", blocks(*(f"{day}\nGebruikersnaam: person_{n}" for n in range(6))))
    made.add("TikTok/Activiteit/Following.txt", blocks(*(f"{day}\nGebruikersnaam: person_{n}" for n in range(4))))
    made.add("TikTok/Activiteit/Zoekgeschiedenis.txt", blocks(*([f"{day}\nZoekterm: denise"] * 3)))
    made.add(
        "TikTok/Activiteit/Inloggen.txt", blocks(*(f"{day}\nIP: 192.0.2.{n}\nApparaatmodel: Phone" for n in range(4)))
    )
    made.add(
        "TikTok/Chat/Chat.txt",
        ">>> Chat History with zoe_q:\n"
        + "\n".join(
            f"2024-01-01 10:00:0{n} UTC {life.HANDLE if n % 2 else 'zoe_q'}: {life.CHAT[n % 3]}" for n in range(6)
        ),
    )
