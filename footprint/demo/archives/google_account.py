"""Invented exports of Google Takeout: in English with JSON, in German with pages, in Dutch with older tables."""

from __future__ import annotations

import json

from footprint.archives.records import HeldKind, Kind, Relation
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, Form, chance

VARIANTS = ("now", "german", "dutch")
_CHANNEL = "UCmorwenna5678901234567x"
_NAMES = {
    "now": {
        "youtube": "YouTube and YouTube Music",
        "comments": "comments/comments",
        "chats": "live chats/live chats",
        "subscriptions": "subscriptions/subscriptions",
        "history": "history/watch-history",
        "photos": "Google Photos",
        "activity": "My Activity/Search/MyActivity",
        "reviews": "Maps (your places)/Reviews",
        "browser": "archive_browser",
        "saved": "Maps (your places)/Saved Places",
    },
    "german": {
        "youtube": "YouTube und YouTube Music",
        "comments": "Kommentare/Kommentare",
        "chats": "Livechats/Livechats",
        "subscriptions": "Abos/Abos",
        "history": "Verlauf/Wiedergabeverlauf",
        "photos": "Google Fotos",
        "activity": "Meine Aktivitäten/Google Suche/MeineAktivitäten",
        "reviews": "Maps (Meine Orte)/Bewertungen",
        "browser": "Archiv_Übersicht",
        "saved": "Maps (Meine Orte)/Gespeicherte Orte",
    },
    "dutch": {
        "youtube": "YouTube en YouTube Music",
        "comments": "reacties/reacties",
        "chats": "livechats/livechats",
        "subscriptions": "abonnementen/abonnementen",
        "history": "geschiedenis/kijkgeschiedenis",
        "photos": "Google Foto's",
        "activity": "Mijn activiteit/Zoeken/MijnActiviteit",
        "browser": "archief_browser",
        "reviews": "Maps (je plaatsen)/Reviews",
        "saved": "Maps (je plaatsen)/Opgeslagen plaatsen",
    },
}


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("google-account", variant, Form.TAR if variant == "dutch" else Form.ZIP)
    luck = chance(seed, "google", variant)
    names = _NAMES[variant]
    youtube = f"Takeout/{names['youtube']}/"
    if variant == "now":
        profile = {"name": {"givenName": "Morwenna", "formattedName": life.NAME}, "displayName": life.NAME,
                   "emails": [{"value": life.EMAIL}], "gender": {"type": "female"}}  # fmt: skip
        made.add_json("Takeout/Profile/Profile.json", profile)
        made.expect(Kind.PROFILE)
        made.expect(HeldKind.DETAIL)
    _comments(made, variant, f"{youtube}{names['comments']}.csv", life.posts(luck, 20, comments=True))
    _chats(made, f"{youtube}{names['chats']}.csv", life.posts(luck, 3, comments=True))
    _tables(made, variant, youtube, names)
    _history(made, variant, youtube, names)
    _reviews(made, variant, names, life.posts(luck, 6))
    _photos(made, f"Takeout/{names['photos']}/", life.posts(luck, 8))
    made.add(f"Takeout/{names['browser']}.html", "<html><title>archive_browser</title></html>")
    return made


def _comments(made: DemoArchive, variant: str, path: str, comments: list[life.Said]) -> None:
    rows: list[tuple[object, ...]] = []
    for n, said in enumerate(comments):
        when, video = f"{said.at:%Y-%m-%dT%H:%M:%S}.123456+00:00", f"vid{n:08d}"
        parent = f"Ugxparent{n:012d}AaABAg" if n % 4 == 3 else ""
        native = f"{parent}.8reply{n:06d}" if parent else f"Ugxcomment{n:011d}AaABAg"
        pieces = [{"text": said.text[:5]}, {"text": f"{said.text[5:]}\nlast line"}]
        joined = ",".join(json.dumps(piece, ensure_ascii=False).replace("\\n", "\n") for piece in pieces)
        if variant == "now":
            rows.append((_CHANNEL, when, "0", native, parent, "", video, joined, ""))
        elif variant == "german":
            whole = json.dumps({"takeoutSegments": pieces}, ensure_ascii=False)
            rows.append((native, _CHANNEL, when, "0", parent, video, whole))
        else:
            rows.append((native, _CHANNEL, when, "0", video, joined))
    columns = {
        "now": "Channel ID,Comment Create Timestamp,Price,Comment ID,Parent Comment ID,Post ID,Video ID,Comment Text,"
        "Top-level Comment ID",
        "german": "Comment ID,Channel ID,Comment Create Timestamp,Price,Parent Comment ID,Video ID,Comment Text",
        "dutch": "Reactie-ID,Kanaal-ID,Aanmaaktijdstempel reactie,Prijs,Video-ID,Reactietekst",
    }
    made.add_table(path, columns[variant], [*rows, (), ()])
    made.expect(Kind.COMMENT, 15)
    made.expect(Kind.REPLY, 5)


def _chats(made: DemoArchive, path: str, said: list[life.Said]) -> None:
    rows = [
        (
            f"LCC.Ch{n:020d}",
            _CHANNEL,
            f"{one.at:%Y-%m-%dT%H:%M:%S}+00:00",
            "0",
            f"liv{n:08d}",
            json.dumps({"text": one.text}),
        )
        for n, one in enumerate(said)
    ]
    columns = "Live Chat ID,Channel ID,Live Chat Create Timestamp,Price,Video ID,Live Chat Text"
    made.add_table(path, columns, rows)
    made.expect(Kind.COMMENT, 3)


def _tables(made: DemoArchive, variant: str, youtube: str, names: dict[str, str]) -> None:
    columns = {"german": "Kanal-ID,Kanal-URL,Kanaltitel", "dutch": "Kanaal-ID,Kanaal-URL,Kanaaltitel"}
    rows = [(f"UC{n:022d}", f"http://www.youtube.com/channel/UC{n:022d}", f"Garden {n}") for n in range(5)]
    made.add_table(
        f"{youtube}{names['subscriptions']}.csv", columns.get(variant, "Channel Id,Channel Url,Channel Title"), rows
    )
    made.expect(Relation.FOLLOWING, 5)
    if variant == "now":
        videos = [("vidown00001", "60000", _CHANNEL, "My ukulele", "First try", "Public", "2021-05-04T10:00:00+00:00")]
        columns_of = (
            "Video ID,Approx Duration (ms),Channel ID,Video Title (Original),Video Description (Original),Privacy,"
        )
        made.add_table(f"{youtube}video metadata/videos.csv", columns_of + "Video Create Timestamp", videos)
        made.expect(Kind.VIDEO)
        saved = [(f"list{n:07d}", "2021-05-04T10:00:00+00:00") for n in range(3)]
        made.add_table(f"{youtube}playlists/Beans-videos.csv", "Video ID,Playlist Video Creation Timestamp", saved)
    else:
        head = "Playlist Id,Channel Id,Time Created,Title\r\nPL1,UC1,2020-01-01 10:00:00 UTC,Beans\r\n\r\n"
        saved = [(f"list{n:07d}", "2021-05-04 10:00:00 UTC") for n in range(3)]
        made.add_table(f"{youtube}playlists/Beans.csv", "Video Id,Time Added", saved, before=head)
    made.expect(Kind.SAVE, 3)


def _history(made: DemoArchive, variant: str, youtube: str, names: dict[str, str]) -> None:
    searches = [("https://www.google.com/search?q=denise+harbour+lights", "Search"),
                ("https://www.youtube.com/results?search_query=leeks", "YouTube")]  # fmt: skip
    watched = [(f"https://www.youtube.com/watch?v=vid{n:08d}", "YouTube") for n in range(12)]
    for path, found in ((f"Takeout/{names['activity']}", searches), (f"{youtube}{names['history']}", watched)):
        if variant == "german":
            made.add(f"{path}.html", _page(found))
        else:
            products = [{"header": product, "title": f"Watched {n}", "titleUrl": address, "products": [product],
                         "time": "2024-05-05T10:00:00.123Z", "activityControls": ["x"]}
                        for n, (address, product) in enumerate(found)]  # fmt: skip
            made.add_json(f"{path}.json", products)
    made.expect(HeldKind.SEARCH, 2)
    made.expect(HeldKind.VIEW, 12)


def _page(found: list[tuple[str, str]]) -> str:
    cells = "".join(
        '<div class="outer-cell mdl-cell mdl-cell--12-col mdl-shadow--2dp"><div class="mdl-grid">'
        f'<div class="header-cell mdl-cell mdl-cell--12-col"><p class="mdl-typography--title">{product}<br></p></div>'
        f'<div class="content-cell mdl-cell mdl-cell--6-col">Angesehen: <a href="{address}">Ein &amp; Titel</a><br>'
        "12. Mär. 2021, 09:10:11 MEZ<br></div>"
        '<div class="content-cell mdl-cell mdl-cell--12-col mdl-typography--caption"><b>Produkte:</b><br>'
        f"&emsp;{product}<br></div></div></div>"
        for address, product in found
    )
    style = "<style>.outer-cell{color:red}</style><script>document.write('outer-cell')</script>"
    head = f"<!DOCTYPE html><html><head><title>Verlauf</title>{style}</head>"
    return f'{head}<body><div class="mdl-grid">{cells}</div></body></html>'


def _reviews(made: DemoArchive, variant: str, names: dict[str, str], said: list[life.Said]) -> None:
    features = []
    for number, one in enumerate(said):
        spot = {"type": "Point", "coordinates": [-5.0527, 50.1544]}
        if variant == "now":
            about: dict[str, object] = {
                "date": f"{one.at:%Y-%m-%dT%H:%M:%SZ}",
                "five_star_rating_published": number % 5 + 1,
                "google_maps_url": "http://maps.google.com/?cid=1",
                "questions": [{"question": "Meal", "selected_option": "Lunch"}],
                "location": {"name": "Café Brûlée", "address": "1 Quay Street", "country_code": "GB"},
            }  # fmt: skip
            about |= {"review_text_published": one.text} if number % 3 else {}
        else:
            about = {
                "Google Maps URL": "http://maps.google.com/?cid=1", "Published": f"{one.at:%Y-%m-%dT%H:%M:%SZ}",
                "Star Rating": number % 5 + 1, "Location": {"Business Name": "Café Brûlée", "Address": "1 Quay Street"},
            }  # fmt: skip
            about |= {"Review Comment": one.text} if number % 3 else {}
        features.append({"geometry": spot, "properties": about, "type": "Feature"})
    made.add_json(f"Takeout/{names['reviews']}.json", {"type": "FeatureCollection", "features": features})
    made.expect(Kind.REVIEW, 6)
    kept = {
        "google_maps_url": "http://maps.google.com/?cid=2",
        "location": {"name": "Home"},
        "date": "2024-05-05T10:00:00Z",
    }
    saved = [{"geometry": {"type": "Point", "coordinates": [0, 0]}, "properties": kept, "type": "Feature"}]
    made.add_json(f"Takeout/{names['saved']}.json", {"type": "FeatureCollection", "features": saved})
    made.expect(HeldKind.PLACE)
    if variant == "now":
        review = {"document": {"documentType": "Android Apps", "title": "Bean Planner"}, "starRating": 4,
                  "creationTime": "2024-05-05T10:00:00Z", "comment": "Does what it says."}  # fmt: skip
        made.add_json("Takeout/Google Play Store/Reviews.json", [{"review": review}])
        made.expect(Kind.REVIEW)
        cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoë\r\nEND:VCARD\r\n" * 4
        made.add("Takeout/Contacts/All Contacts/All Contacts.vcf", cards)
        made.expect(HeldKind.ADDRESS_BOOK, 4)


def _photos(made: DemoArchive, folder: str, said: list[life.Said]) -> None:
    names = (
        ("IMG_1.jpg", "IMG_1.jpg.json", "IMG_1.jpg"),
        ("IMG_2.jpg", "IMG_2.jpg(1).json", "IMG_2(1).jpg"),
        ("IMG_3.jpg", "IMG_3.jpg.supplemental-metadata.json", "IMG_3.jpg"),
        ("IMG_4.jpg", "IMG_4.jpg.supplemental-metadata(2).json", "IMG_4(2).jpg"),
        ("IMG_5.jpg", "IMG_5.jpg.suppl.json", "IMG_5.jpg"),
        ("a_very_long_name_of_a_picture_that_goes_on_and_on_for_ever.jpg",
         "a_very_long_name_of_a_picture_that_goes_on_and.json",
         "a_very_long_name_of_a_picture_that_goes_on_and_.jpg"),
        ("film.mp4", "film.mp4.s.json", "film.mp4"),
        ("IMG_8.jpg", "IMG_8.jpg.supplemental-meta.json", ""),
    )  # fmt: skip
    for number, ((title, sidecar, picture), one) in enumerate(zip(names, said, strict=True)):
        place = {
            "latitude": 50.1544 if number % 2 else 0.0,
            "longitude": -5.0527 if number % 2 else 0.0,
            "altitude": 0.0,
        }
        about = {
            "title": title,
            "description": one.text if number % 2 else "",
            "imageViews": "3",
            "creationTime": {"timestamp": str(one.seconds), "formatted": "12.03.2021, 09:10:11 UTC"},
            "photoTakenTime": {"timestamp": str(one.seconds), "formatted": "12.03.2021, 09:10:11 UTC"},
            "geoData": place,
            "people": [{"name": life.PEOPLE[0]}],
            "url": f"https://photos.google.com/photo/AF1Qip{number}",
        }
        made.add_json(f"{folder}Photos from 2021/{sidecar}", about)
        if picture:
            made.add(f"{folder}Photos from 2021/{picture}", b"\xff\xd8\xff\xe0 an invented picture")
    made.expect(Kind.PHOTO, 7)
    made.expect(Kind.VIDEO)
