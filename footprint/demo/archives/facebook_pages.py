"""Invented exports of Facebook as pages: of now, and the oldest, from before 2018."""

from __future__ import annotations

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, chance
from footprint.demo.archives.meta_html import block, page, picture, when, words

_DAY = "Jan 4, 2021 9:05 am"


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("facebook", variant, me=life.NAME)
    luck = chance(seed, "facebook", variant)
    if variant == "oldest":
        _oldest(made, life.posts(luck, 12))
        return made
    activity = "your_facebook_activity/"
    posts = []
    for number, said in enumerate(life.posts(luck, 25)):
        inside = words(said.text)
        if number % 6 == 1:
            path = f"{activity}posts/media/{number}.jpg"
            made.add(path, b"\xff\xd8\xff\xe0 an invented picture")
            inside += picture(path)
        elif number % 6 == 2:
            inside = '<div><a href="https://news.example/cafe">https://news.example/cafe</a></div>' + inside
        posts.append(block(f"{life.NAME} updated her status.", inside, when(said)))
    made.add(f"{activity}posts/your_posts__check_ins__photos_and_videos_1.html", page("Your posts", posts))
    made.expect(Kind.POST, 25)
    comments = [
        block(f"{life.NAME} commented on Zoë’s post.", words(one.text), when(one))
        for one in life.posts(luck, 12, comments=True)
    ]
    made.add(f"{activity}comments_and_reactions/comments.html", page("Comments", comments))
    made.expect(Kind.COMMENT, 12)
    liked = [block(f"{life.NAME} likes a post {n}.", "<div>LIKE</div>", _DAY) for n in range(7)]
    made.add(f"{activity}comments_and_reactions/likes_and_reactions_1.html", page("Likes", liked))
    made.expect(Kind.REACTION, 7)
    groups = [block(f"{life.NAME} joined {one}.", "", _DAY) for one in life.GROUPS]
    made.add(f"{activity}groups/your_group_membership_activity.html", page("Groups", groups))
    made.expect(Kind.GROUP, 3)
    friends = [block(name, "", _DAY) for name in life.PEOPLE]
    made.add("connections/friends/your_friends.html", page("Friends", friends))
    made.expect(Relation.FRIEND, 10)
    searches = [block("You searched", words("denise harbour lights"), _DAY) for _ in range(3)]
    made.add("logged_information/search/your_search_history.html", page("Search", searches))
    made.expect(HeldKind.SEARCH, 3)
    chat = [block(life.NAME if n % 2 else life.PEOPLE[1], words(life.CHAT[n % 3]), _DAY) for n in range(8)]
    made.add(f"{activity}messages/inbox/zoequillfeather_1/message_1.html", page("Zoë", chat))
    made.messages = 8
    made.expect(Why.OTHERS_WORDS, 8)
    return made


def _oldest(made: DemoArchive, posts: list[life.Said]) -> None:
    top = '<html><head><title>T</title></head><body><div class="nav"><ul><li>Profile</li></ul></div>'

    def whole(inside: str) -> str:
        return f'{top}<div class="contents"><h1>{life.NAME}</h1>{inside}</div></body></html>'

    said = "".join(
        f'<p><div class="meta">{one.at:%A}, {one.at:%B} {one.at.day}, {one.at.year} at {one.at:%H:%M} UTC+01</div>'
        f'{life.NAME} updated her status.<div class="comment">{one.text.replace("&", "&amp;")}</div></p>'
        for one in posts
    )
    made.add("html/timeline.htm", whole(said))
    made.expect(Kind.POST, 12)
    people = "".join(f"<li>{one} (May 5, 2012)</li>" for one in life.PEOPLE[:5])
    gone = "<h2>Removed Friends</h2><ul><li>Osbert (May 5, 2012)</li></ul>"
    made.add("html/friends.htm", whole(f"<h2>Friends</h2><ul>{people}</ul>{gone}"))
    made.expect(Relation.FRIEND, 5)
    made.expect(Relation.REMOVED)
    chat = "".join(
        f'<div class="message"><div class="message_header"><span class="user">{life.NAME if n % 2 else "Zoë"}</span>'
        f'<span class="meta">Sunday, May 6, 2012 at 10:2{n}pm UTC+01</span></div></div><p>{life.CHAT[n % 3]}</p>'
        for n in range(6)
    )
    made.add("html/messages.htm", whole(f'<div class="thread">Zoë, {life.NAME}{chat}</div>'))
    made.messages = 6
    made.expect(Why.OTHERS_WORDS, 6)
