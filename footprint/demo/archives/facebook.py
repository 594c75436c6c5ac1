"""Invented exports of Facebook: as it is now, with labels and values among older files, as in 2022, as in 2019."""

from __future__ import annotations

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import facebook_pages, life
from footprint.demo.archives.making import DemoArchive, chance

VARIANTS = ("now", "2022", "2019", "pages", "oldest")
ACCOUNT = "morwenna.achterberg"
_NOW = {
    "posts": "your_facebook_activity/posts",
    "comments": "your_facebook_activity/comments_and_reactions",
    "friends": "connections/friends",
    "followers": "connections/followers",
    "groups": "your_facebook_activity/groups",
    "pages": "your_facebook_activity/pages",
    "events": "your_facebook_activity/events",
    "stories": "your_facebook_activity/stories",
    "saved": "your_facebook_activity/saved_items_and_collections",
    "messages": "your_facebook_activity/messages/inbox",
    "profile": "personal_information/profile_information",
    "other": "personal_information/other_personal_information",
    "search": "logged_information/search",
    "ads": "ads_information",
    "security": "security_and_login_information",
    "apps": "apps_and_websites_off_of_facebook",
    "location": "logged_information/location",
}
_OLD = {
    "posts": "posts", "comments": "comments_and_reactions", "friends": "friends_and_followers",
    "followers": "friends_and_followers", "groups": "groups", "pages": "pages", "events": "events",
    "stories": "stories", "saved": "saved_items_and_collections", "messages": "messages/inbox",
    "profile": "profile_information", "other": "other_personal_information", "search": "search",
    "ads": "ads_information", "security": "security_and_login_information",
    "apps": "apps_and_websites_off_of_facebook", "location": "location",
}  # fmt: skip


class _Export:
    """The export while it is made: where files go and how root keys end in this era."""

    def __init__(self, variant: str, seed: int) -> None:
        self.now = variant == "now"
        self.folders = _NOW if self.now else _OLD
        self.suffix = "" if variant == "2019" else "_v2"
        self.made = DemoArchive("facebook", variant, account=ACCOUNT, me=life.NAME)
        self.luck = chance(seed, "facebook", variant)

    def add(self, room: str, file: str, value: object, key: str = "") -> None:
        whole = {f"{key}{self.suffix}": value} if key else value
        self.made.add_json(f"{self.folders[room]}/{file}.json", whole, bytewise=True)


def build(variant: str, seed: int) -> DemoArchive:
    if variant in ("pages", "oldest"):
        return facebook_pages.build(variant, seed)
    export = _Export(variant, seed)
    _profile(export)
    _posts(export)
    _comments(export)
    _reactions(export)
    _people(export)
    _places_to_be(export)
    _held(export)
    _chats(export)
    if export.now:
        _labelled(export)
    return export.made


def _profile(export: _Export) -> None:
    profile = {
        "name": {"full_name": life.NAME, "first_name": "Morwenna", "last_name": "Achterberg"},
        "emails": {"emails": [life.EMAIL], "previous_emails": []},
        "birthday": {"year": 1988, "month": 4, "day": 9},
        "current_city": {"name": "Penmarrow", "timestamp": 1400000000},
        "work_experiences": [{"employer": "Harbour Lights Care Home", "title": "Care worker", "timestamp": 1400000000}],
        "username": ACCOUNT,
        "profile_uri": f"https://www.facebook.com/{ACCOUNT}",
        "registration_timestamp": 1280000000,
    }
    export.add("profile", "profile_information", profile, "profile")
    export.made.expect(Kind.PROFILE, 4)


def _picture(export: _Export, name: str, said: life.Said, *, place: bool = False) -> dict[str, object]:
    uri = f"{export.folders['posts']}/media/{name}"
    export.made.add(uri, b"\xff\xd8\xff\xe0 an invented picture")
    exif: dict[str, object] = {"upload_ip": "192.0.2.7"} | (
        {"latitude": 50.1544, "longitude": -5.0527} if place else {}
    )
    return {
        "uri": uri,
        "creation_timestamp": said.seconds,
        "media_metadata": {"photo_metadata": {"exif_data": [exif]}},
        "title": "Timeline photos",
        "description": said.text,
    }


def _posts(export: _Export) -> None:
    posts = []
    photo: dict[str, object] = {}
    for number, said in enumerate(life.posts(export.luck, 50)):
        one: dict[str, object] = {"timestamp": said.seconds, "title": f"{life.NAME} updated her status."}
        one["data"] = [{"update_timestamp": said.seconds}, {"post": said.text}]
        kind = Kind.POST
        if number % 8 == 2:
            photo = _picture(export, f"photo_{number}.jpg", said, place=number % 16 == 2)
            one |= {"attachments": [{"data": [{"media": photo}]}], "data": []}
        elif number % 8 == 5:
            shared = {"name": "Café Brûlée opens again", "url": "https://news.example/cafe"}
            one |= {"attachments": [{"data": [{"external_context": shared}]}], "data": []}
            kind = Kind.SHARE
        elif number % 8 == 6:
            coordinate = {"latitude": 50.1544, "longitude": -5.0527}
            one["attachments"] = [{"data": [{"place": {"name": life.PLACES[number % 3], "coordinate": coordinate}}]}]
            one["tags"] = [{"name": life.PEOPLE[0]}] if number % 2 else [life.PEOPLE[0]]
        elif number % 8 == 7:
            one["data"] = [{"update_timestamp": said.seconds}]
        posts.append(one)
        export.made.expect(kind)
    name = "your_posts__check_ins__photos_and_videos_1" if export.now else "your_posts_1"
    export.add("posts", name, posts)
    for number, said in enumerate(life.posts(export.luck, 3)):
        extra = {"timestamp": said.seconds, "attachments": [], "data": [{"post": said.text}]}
        if number == 0:
            export.add("posts", name.replace("1", "2"), [extra])
            export.made.expect(Kind.POST)
    others = [_picture(export, f"album_{n}.jpg", said) for n, said in enumerate(life.posts(export.luck, 4))]
    album = {"name": "Allotment", "photos": [photo, *others], "cover_photo": others[0], "last_modified_timestamp": 1}
    export.add("posts", "album/0", album)
    export.made.expect(Kind.PHOTO, 4)
    loose = [_picture(export, "loose_1.jpg", life.posts(export.luck, 1)[0]), others[0]]
    export.made.add_json(
        f"{export.folders['posts']}/your_uncategorized_photos.json",
        {f"other_photos{export.suffix}": loose},
        bytewise=True,
    )
    export.made.expect(Kind.PHOTO)


def _comment(said: life.Said, number: int, group: str = "") -> dict[str, object]:
    about = {"timestamp": said.seconds, "comment": said.text, "author": life.NAME} | ({"group": group} if group else {})
    title = f"{life.NAME} commented on {life.PEOPLE[number % 10]}’s post."
    one: dict[str, object] = {"timestamp": said.seconds, "title": title}
    return one | ({} if number % 10 == 9 else {"data": [{"comment": about}]})


def _comments(export: _Export) -> None:
    said = life.posts(export.luck, 30, comments=True)
    export.add("comments", "comments", [_comment(one, number) for number, one in enumerate(said)], "comments")
    in_groups = life.posts(export.luck, 5, comments=True)
    found = [_comment(one, number, life.GROUPS[2]) for number, one in enumerate(in_groups)]
    export.add("groups", "your_comments_in_groups", found, "group_comments")
    export.made.expect(Kind.COMMENT, 35)


def _reactions(export: _Export) -> None:
    words = ("LIKE", "LOVE", "HAHA", "WOW", "SORRY", "ANGER", "SUPPORT")
    found = [
        {
            "timestamp": said.seconds,
            "title": f"{life.NAME} likes {life.PEOPLE[number % 10]}’s post.",
            "data": [{"reaction": {"reaction": words[number % 7], "actor": life.NAME}}],
        }
        for number, said in enumerate(life.posts(export.luck, 21))
    ]
    if export.now:
        export.add("comments", "likes_and_reactions_1", found)
    else:
        export.add("comments", "posts_and_comments", found, "reactions")
    export.made.expect(Kind.REACTION, 21)


def _people(export: _Export) -> None:
    def named(*people: str) -> list[dict[str, object]]:
        return [{"name": name, "timestamp": 1_400_000_000 + 86_400 * n} for n, name in enumerate(people)]

    for room, file, key, relation, people in (
        ("friends", "your_friends" if export.now else "friends", "friends", Relation.FRIEND, life.PEOPLE[:8]),
        ("friends", "received_friend_requests", "received_requests", Relation.ASKED_ME, life.PEOPLE[8:9]),
        ("friends", "sent_friend_requests", "sent_requests", Relation.ASKED_BY_ME, life.PEOPLE[9:]),
        ("friends", "removed_friends", "deleted_friends", Relation.REMOVED, ("Osbert Nettlewick",)),
        ("followers", "who_you_ve_followed", "following", Relation.FOLLOWING, ("Penmarrow Lifeboat", "Choir News")),
    ):
        export.add(room, file, named(*people), key)
        export.made.expect(relation, len(people))


def _places_to_be(export: _Export) -> None:
    joined = [{"timestamp": 1_500_000_000 + n, "title": f"{life.NAME} joined.", "data": [{"name": group}]}
              for n, group in enumerate(life.GROUPS)]  # fmt: skip
    export.add("groups", "your_group_membership_activity", joined, "groups_joined")
    export.made.expect(Kind.GROUP, 3)
    liked = [{"name": f"Page {n}", "url": f"https://www.facebook.com/page{n}", "timestamp": 1_500_000_000 + n}
             for n in range(4)]  # fmt: skip
    export.add("pages", "pages_you've_liked", liked, "page_likes")
    export.made.expect(Kind.PAGE, 4)
    event = {"name": "Summer fête", "start_timestamp": 1_560_000_000, "end_timestamp": 1_560_010_000}
    replies = {"events_joined": [event, event | {"name": "Quiz"}], "events_declined": [], "events_interested": [event]}
    export.add("events", "your_event_responses", replies, "event_responses")
    export.made.expect(Kind.EVENT, 3)
    saved = [{"timestamp": 1_600_000_000, "title": f"{life.NAME} saved a recipe."}]
    export.add("saved", "your_saved_items", saved, "saves")
    export.made.expect(Kind.SAVE)
    story = _picture(export, "story.jpg", life.posts(export.luck, 1)[0])
    stories = [{"timestamp": 1_610_000_000, "title": "A story", "attachments": [{"data": [{"media": story}]}]}]
    export.add("stories", "archived_stories", stories, "archived_stories")
    export.made.expect(Kind.STORY)


def _held(export: _Export) -> None:
    search = {"timestamp": 1_600_000_000, "title": "You searched", "data": [{"text": "denise harbour lights"}]}
    export.add("search", "your_search_history", [search, search | {"timestamp": 1_600_000_500}], "searches")
    export.made.expect(HeldKind.SEARCH, 2)
    people = [{"name": name, "details": [{"contact_point": f"+44 7700 90020{n}"}], "created_timestamp": 1_500_000_000}
              for n, name in enumerate(life.PEOPLE[:6])]  # fmt: skip
    export.add("other", "your_address_books", {"address_book": people}, "address_book")
    export.made.expect(HeldKind.ADDRESS_BOOK, 6)
    export.add("ads", "ads_interests", ["Gardening", "Choirs", "Ukulele"], "topics")
    export.made.expect(HeldKind.INTEREST, 3)
    buyers = [{"advertiser_name": f"Shop {n}", "has_data_file_custom_audience": True} for n in range(5)]
    export.add("ads", "advertisers_using_your_activity_or_information", buyers, "custom_audiences_all_types")
    export.made.expect(HeldKind.ADVERTISER, 5)
    logins = [{"action": "Login", "timestamp": 1_700_000_000 + n, "ip_address": f"192.0.2.{n}", "user_agent": "Firefox"}
              for n in range(4)]  # fmt: skip
    export.add("security", "account_activity", logins, "account_activity")
    export.made.expect(HeldKind.LOGIN, 4)
    devices = [{"name": "Phone", "created_timestamp": 1_700_000_000, "ip_address": "192.0.2.1"}]
    export.add("security", "recognized_devices", devices, "recognized_devices")
    export.made.expect(HeldKind.DEVICE)
    apps = [{"name": "Bean Planner", "added_timestamp": 1_500_000_000}]
    export.add("apps", "connected_apps_and_websites", apps, "installed_apps")
    export.made.expect(HeldKind.APP)
    inner = {"name": "In", "entries": [{"timestamp": 1, "data": {"value": "b"}}]}
    videos = {"name": "Videos", "description": "Seen", "entries": [{"timestamp": 1, "data": {"name": "a"}}] * 3}
    seen = [videos, {"name": "Pages", "children": [inner]}]
    export.add("search", "recently_viewed", seen, "recently_viewed")
    export.made.expect(HeldKind.VIEW, 4)
    export.made.add(f"{export.folders['location']}/no-data.txt", "You have no data in this section")


def _chats(export: _Export) -> None:
    messages = [
        {"sender_name": life.NAME if n % 2 else life.PEOPLE[1], "timestamp_ms": 1_600_000_000_000 - n * 60_000,
         "content": life.CHAT[n % 3], "is_geoblocked_for_viewer": False}
        for n in range(10)
    ]  # fmt: skip
    chat = {
        "participants": [{"name": life.PEOPLE[1]}, {"name": life.NAME}],
        "messages": messages,
        "title": life.PEOPLE[1],
        "thread_path": "inbox/zoequillfeather_1",
        "magic_words": [],
    }
    export.add("messages", "zoequillfeather_1/message_1", chat)
    export.made.messages = 10
    if export.now:  # a download of its own, in another shape
        said = [
            {
                "isUnsent": False,
                "media": [],
                "reactions": [],
                "senderName": life.NAME,
                "text": life.CHAT[n],
                "timestamp": 1_700_000_000_000 + n,
                "type": "text",
            }
            for n in range(3)
        ]
        sealed = {"participants": [life.NAME, life.PEOPLE[2]], "threadName": life.PEOPLE[2], "messages": said}
        export.made.add_json("BramOttersly_1.json", sealed)
        export.made.messages += 3
    export.made.expect(Why.OTHERS_WORDS, export.made.messages)


def _labelled(export: _Export) -> None:
    """Files of the newest era, one of them a bare record."""
    tagged = {
        "timestamp": 1_720_000_000,
        "media": [],
        "label_values": [
            {"label": "Nom du lieu", "value": "Café Brûlée"},
            {"label": "Heure de visite", "timestamp_value": 1_720_000_000},
            {"label": "Coordonnées", "value": "(50.1544 , -5.0527)"},
            {"label": "URL", "value": "https://www.facebook.com/cafebrulee"},
        ],
        "fbid": "77001",
    }
    export.add("posts", "places_you_have_been_tagged_in", tagged)
    export.made.expect(Kind.TAG_OF_ME)
    reactions = [
        {
            "timestamp": 1_730_000_000 + n,
            "media": [],
            "label_values": [
                {"label": "Réaction", "value": "J’aime"},
                {
                    "title": "Publication",
                    "dict": [{"label": "URL", "href": f"https://www.facebook.com/{n}", "value": ""}],
                },
            ],
            "fbid": str(88_000 + n),
        }
        for n in range(3)
    ]
    export.add("comments", "likes_and_reactions_2", reactions)
    export.made.expect(Kind.REACTION, 3)
