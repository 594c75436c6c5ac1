"""Invented exports of Instagram with Threads in them: of now, of 2022 in five languages, of before 2021."""

from __future__ import annotations

from datetime import UTC, datetime

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import instagram_pages, life
from footprint.demo.archives.making import DemoArchive, chance

_KEYS = ("Comment", "Media Owner", "Time", "Username", "Name", "Search", "Interest", "Saved on")
_WORDS = {
    "2022": (
        "Opmerking",
        "Media-eigenaar",
        "Tijd",
        "Gebruikersnaam",
        "Naam",
        "Zoekopdracht",
        "Interesse",
        "Opgeslagen op",
    ),
    "german": ("Kommentar", "Eigentümer", "Zeit", "Benutzername", "Name", "Suche", "Interesse", "Gespeichert am"),
    "french": (
        "Commentaire",
        "Propriétaire",
        "Heure",
        "Nom d’utilisateur",
        "Nom",
        "Recherche",
        "Intérêt",
        "Enregistré le",
    ),
    "spanish": (
        "Comentario",
        "Propietario",
        "Fecha y hora",
        "Nombre de usuario",
        "Nombre",
        "Búsqueda",
        "Interés",
        "Guardado",
    ),
    "italian": ("Commento", "Proprietario", "Orario", "Nome utente", "Nome", "Cerca", "Interesse", "Salvato"),
}
VARIANTS = ("now", "2022", "2020", "pages", "german", "french", "spanish", "italian")
_NOW = {
    "content": "your_instagram_activity/media", "comments": "your_instagram_activity/comments",
    "likes": "your_instagram_activity/likes", "saved": "your_instagram_activity/saved",
    "messages": "your_instagram_activity/messages/inbox", "threads": "your_instagram_activity/threads",
    "people": "connections/followers_and_following", "contacts": "connections/contacts",
    "profile": "personal_information/personal_information", "about": "personal_information/information_about_you",
    "ads": "ads_information/ads_and_topics", "search": "logged_information/recent_searches",
    "security": "security_and_login_information/login_and_profile_creation",
    "devices": "personal_information/device_information", "media": "media/posts",
}  # fmt: skip
_OLD = {
    "content": "content", "comments": "comments", "likes": "likes", "saved": "saved", "messages": "messages/inbox",
    "threads": "threads", "people": "followers_and_following", "contacts": "contacts",
    "profile": "account_information", "about": "information_about_you", "ads": "ads_and_topics",
    "search": "recent_searches", "security": "login_and_account_creation", "devices": "device_information",
    "media": "media/posts",
}  # fmt: skip


class _Export:
    """The export while it is made: where files go, and the words of its labels."""

    def __init__(self, variant: str, seed: int) -> None:
        self.now = variant == "now"
        self.folders = _NOW if self.now else _OLD
        self.made = DemoArchive("instagram", variant, account=life.HANDLE, me=life.NAME)
        self.luck = chance(seed, "instagram", variant)

    def add(self, room: str, file: str, value: object, key: str = "") -> None:
        self.made.add_json(f"{self.folders[room]}/{file}.json", {key: value} if key else value, bytewise=True)

    def label(self, words: str) -> str:
        return dict(zip(_KEYS, _WORDS.get(self.made.variant, _KEYS), strict=True)).get(words, words)

    def labels(self, title: str = "", **said: object) -> dict[str, object]:
        """`Media_Owner="x"` is a text, `Time=3` a time."""
        found = {}
        for key, value in said.items():
            what = {"timestamp": value} if isinstance(value, int) else {"value": value}
            found[self.label(key.replace("_", " "))] = {"href": "", "value": "", "timestamp": 0} | what
        return {"title": title, "media_map_data": {}, "string_map_data": found}


def build(variant: str, seed: int) -> DemoArchive:
    if variant == "pages":
        return instagram_pages.build(variant, seed)
    if variant == "2020":
        return _early(seed)
    export = _Export(variant, seed)
    profile = export.labels(Username=life.HANDLE, Name=life.NAME, Email=life.EMAIL, Bio="Zorg, koor & bonen ☕")
    profile["string_map_data"]["Date of birth"] = {"value": "1919-01-01"}  # type: ignore[index]  # an object
    export.add("profile", "personal_information", [profile], "profile_user")
    export.made.expect(Kind.PROFILE, 4)
    _content(export)
    _comments(export)
    _pressed(export)
    _people(export)
    _held(export)
    _chat(export)
    return export.made


def _picture(export: _Export, name: str, said: life.Said, *, place: bool = False) -> dict[str, object]:
    uri = f"{export.folders['media']}/201901/{name}"
    export.made.add(uri, b"\xff\xd8\xff\xe0 an invented picture")
    exif = {"latitude": 50.1544, "longitude": -5.0527} if place else {"device_id": "android-1"}
    about = {"photo_metadata": {"exif_data": [exif]}}
    return {"uri": uri, "creation_timestamp": said.seconds, "media_metadata": about, "title": said.text,
            "cross_post_source": {"source_app": "FB"}}  # fmt: skip


def _content(export: _Export) -> None:
    posts: list[object] = []
    for number, said in enumerate(life.posts(export.luck, 40)):
        first = _picture(export, f"p{number}.jpg", said, place=number % 7 == 1)
        if number % 5 == 2:
            parts = [first | {"title": ""}, _picture(export, f"p{number}b.webp", said) | {"title": ""}]
            posts.append({"media": parts, "title": said.text, "creation_timestamp": said.seconds})
        else:
            posts.append({"media": [first]})
    export.add("content", "posts_1", posts[:35])
    export.add("content", "posts_2", posts[35:])
    export.made.expect(Kind.POST, 40)
    stories = [_picture(export, f"s{n}.jpg", said) for n, said in enumerate(life.posts(export.luck, 6))]
    export.add("content", "stories", stories, "ig_stories")
    export.made.expect(Kind.STORY, 6)
    reels = [{"media": [_picture(export, f"r{n}.mp4", said)]} for n, said in enumerate(life.posts(export.luck, 3))]
    export.add("content", "reels", reels, "ig_reels_media")
    export.made.expect(Kind.VIDEO, 3)
    face = life.posts(export.luck, 1)[0]
    export.add("content", "profile_photos", [_picture(export, "me.jpg", face)], "ig_profile_picture")
    export.made.expect(Kind.PHOTO)
    thread = life.posts(export.luck, 9)
    written: list[object] = [
        {"media": [{"uri": "", "creation_timestamp": one.seconds, "title": one.text}]} for one in thread
    ]
    pair = [_picture(export, f"t{n}.jpg", thread[0]) | {"title": ""} for n in range(2)]
    written.append({"media": pair, "title": "Two of them", "creation_timestamp": thread[0].seconds})
    export.add("threads", "threads_and_replies", written, "text_post_app_text_posts")
    export.made.expect(Kind.POST, 10)


def _comments(export: _Export) -> None:
    found: list[object] = []
    for number, said in enumerate(life.posts(export.luck, 18, comments=True)):
        if export.now or number % 2:
            found.append(export.labels(Comment=said.text, Media_Owner="zoe_q", Time=said.seconds))
        else:
            string = {"href": "", "value": said.text, "timestamp": said.seconds}
            found.append({"title": "zoe_q", "media_list_data": [], "string_list_data": [string]})
    export.add("comments", "post_comments_1" if export.now else "post_comments", found,
               "" if export.now else "comments_media_comments")  # fmt: skip
    export.made.expect(Kind.COMMENT, 18)


def _pressed(export: _Export) -> None:
    def address(n: int) -> str:
        return f"https://www.instagram.com/p/Cb{n:04d}/"

    if export.now:
        likes: list[object] = [
            {"timestamp": 1_750_000_000 + n, "media": [], "fbid": str(n), "label_values": [
                {"label": "URL", "href": address(n), "value": address(n)},
                {"title": "Owner", "dict": [{"label": "Username", "value": "choir_news"}]}]}
            for n in range(7)
        ]  # fmt: skip
        export.add("likes", "liked_posts", likes)
        seen = [
            {"timestamp": 1_750_000_000 + n, "label_values": [{"label": "Author", "value": "shop"}]} for n in range(5)
        ]
        export.add("ads", "posts_viewed", seen)
        export.made.expect(HeldKind.VIEW, 5)
    else:
        liked = [{"title": "choir_news", "string_list_data": [
            {"href": address(n), "value": "👍", "timestamp": 1_650_000_000 + n}]} for n in range(7)]  # fmt: skip
        export.add("likes", "liked_posts", liked, "likes_media_likes")
        seen = [export.labels(Author="shop", Time=1_650_000_000 + n) for n in range(5)]
        export.add("ads", "posts_viewed", seen, "impressions_history_posts_seen")
        export.made.expect(HeldKind.VIEW, 5)
    export.made.expect(Kind.REACTION, 7)
    saved = export.labels("bakery")
    saved["string_map_data"] = {export.label("Saved on"): {"href": address(99), "timestamp": 1_650_000_000}}
    export.add("saved", "saved_posts", [saved], "saved_saved_media")
    export.made.expect(Kind.SAVE)


def _people(export: _Export) -> None:
    def one(n: int) -> dict[str, object]:
        string = {
            "href": f"https://www.instagram.com/person_{n}",
            "value": f"person_{n}",
            "timestamp": 1_600_000_000 + n,
        }
        return {"title": "", "media_list_data": [], "string_list_data": [string]}

    followers = [one(n) for n in range(9)]
    if export.now:
        export.add("people", "followers_1", followers)
        titled: list[object] = [
            {"title": f"person_{n}", "string_list_data": [{"href": f"https://www.instagram.com/_u/person_{n}",
                                                           "value": "", "timestamp": 1_600_000_000}]} for n in range(6)
        ]  # fmt: skip
        export.add("people", "following", titled, "relationships_following")
    else:
        export.add("people", "followers", followers, "relationships_followers")
        export.add("people", "following", [one(n) for n in range(6)], "relationships_following")
    export.made.expect(Relation.FOLLOWER, 9)
    export.made.expect(Relation.FOLLOWING, 6)
    for file, key, relation in (
        ("close_friends", "relationships_close_friends", Relation.FRIEND),
        ("blocked_profiles", "relationships_blocked_users", Relation.BLOCKED),
        ("pending_follow_requests", "relationships_follow_requests_sent", Relation.ASKED_BY_ME),
        ("follow_requests_you've_received", "relationships_follow_requests_received", Relation.ASKED_ME),
        ("recently_unfollowed_profiles", "relationships_unfollowed_users", Relation.REMOVED),
    ):
        export.add("people", file, [one(40)], key)
        export.made.expect(relation)


def _held(export: _Export) -> None:
    searches = [export.labels(Search="denise", Time=1_700_000_000 + n) for n in range(3)]
    export.add("search", "account_searches", searches, "searches_user")
    export.made.expect(HeldKind.SEARCH, 3)
    contacts = [export.labels(First_Name="A", Contact_Information=f"07700 90030{n}") for n in range(4)]
    export.add("contacts", "synced_contacts", contacts, "contacts_contact_info")
    export.made.expect(HeldKind.ADDRESS_BOOK, 4)
    topics = [export.labels(Name=topic) for topic in ("Gardening", "Choirs")]
    export.add("ads", "your_topics", topics, "topics_your_topics")
    export.made.expect(HeldKind.INTEREST, 2)
    buyers = [{"advertiser_name": f"Shop {n}", "has_data_file_custom_audience": True} for n in range(3)]
    export.add("ads", "advertisers_using_your_activity", buyers, "ig_custom_audiences_all_types")
    export.made.expect(HeldKind.ADVERTISER, 3)
    logins = [export.labels("2026-01-01", IP_Address=f"192.0.2.{n}", Time=1_700_000_000) for n in range(4)]
    export.add("security", "login_activity", logins, "account_history_login_history")
    export.made.expect(HeldKind.LOGIN, 4)
    export.add("devices", "devices", [export.labels(User_Agent="Firefox", Last_Login=1_700_000_000)], "devices_devices")
    export.made.expect(HeldKind.DEVICE)
    place = [export.labels(City_Name="Penmarrow")]
    export.add("about", "profile_based_in", place, "inferred_data_primary_location")
    export.made.expect(HeldKind.INFERENCE)


def _chat(export: _Export) -> None:
    messages = [
        {
            "sender_name": life.NAME if n % 2 else "zoe",
            "timestamp_ms": 1_600_000_000_000 - n,
            "content": life.CHAT[n % 3],
        }
        for n in range(8)
    ]
    chat = {"participants": [{"name": "zoe"}, {"name": life.NAME}], "messages": messages, "title": "zoe",
            "thread_path": "inbox/zoe_17", "magic_words": []}  # fmt: skip
    export.add("messages", "zoe_17/message_1", chat)
    export.made.messages = 8
    export.made.expect(Why.OTHERS_WORDS, 8)


def _early(seed: int) -> DemoArchive:
    made = DemoArchive("instagram", "2020", account=life.HANDLE, me=life.HANDLE)
    luck = chance(seed, "instagram", "2020")

    def when(seconds: int) -> str:
        return datetime.fromtimestamp(seconds, UTC).isoformat()

    def add(file: str, value: object) -> None:
        made.add_json(file, value, bytewise=True)

    add("profile.json", {"biography": "Koor ☕", "date_joined": when(1_400_000_000), "email": life.EMAIL,
                         "gender": "female", "name": life.NAME, "username": life.HANDLE})  # fmt: skip
    made.expect(Kind.PROFILE, 4)
    photos = []
    for number, said in enumerate(life.posts(luck, 20)):
        path = f"photos/201901/{number}.jpg"
        made.add(path, b"\xff\xd8\xff\xe0 an invented picture")
        photos.append({"caption": said.text, "taken_at": when(said.seconds), "location": life.PLACES[0], "path": path})
    add("media.json", {"photos": photos, "stories": photos[:2], "direct": photos[:1], "profile": photos[3:4]})
    made.expect(Kind.PHOTO, 21)
    made.expect(Kind.STORY, 2)
    comments = [[when(one.seconds), one.text, "zoe_q"] for one in life.posts(luck, 12, comments=True)]
    add("comments.json", {"media_comments": comments, "live_comments": []})
    made.expect(Kind.COMMENT, 12)
    add("likes.json", {"media_likes": [[when(1_500_000_000 + n), "choir_news"] for n in range(6)], "comment_likes": []})
    made.expect(Kind.REACTION, 6)
    add("saved.json", {"saved_media": [[when(1_500_000_000), "bakery"]]})
    made.expect(Kind.SAVE)
    people = {f"person_{n}": when(1_500_000_000 + n) for n in range(5)}
    hashtags = {"beans": when(1_500_000_000)}
    add("connections.json", {"followers": people, "following": people, "following_hashtags": hashtags})
    made.expect(Relation.FOLLOWER, 5)
    made.expect(Relation.FOLLOWING, 5)
    add(
        "searches.json",
        {"main_search_history": [{"search_click": "denise", "time": when(1_500_000_000), "type": "user"}]},
    )
    made.expect(HeldKind.SEARCH)
    add("seen_content.json", {"ads_seen": [{"timestamp": when(1_500_000_000), "author": "shop"}] * 4})
    made.expect(HeldKind.VIEW, 4)
    add("devices.json", [{"device_id": "1", "last_login": when(1_500_000_000), "user_agent": "Firefox"}])
    made.expect(HeldKind.DEVICE)
    talk = [
        {"sender": life.HANDLE if n % 2 else "zoe_q", "created_at": when(1_500_000_000 + n), "text": life.CHAT[n % 3]}
        for n in range(6)
    ]
    add("messages.json", [{"participants": [life.HANDLE, "zoe_q"], "conversation": talk}])
    made.messages = 6
    made.expect(Why.OTHERS_WORDS, 6)
    return made
