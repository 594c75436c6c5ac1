"""An invented export of Instagram as pages."""

from __future__ import annotations

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, chance
from footprint.demo.archives.meta_html import block, labelled, page, picture, when, words

_DAY = "Jan 4, 2021 9:05 am"


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("instagram", variant, me=life.NAME, account=life.HANDLE)
    luck = chance(seed, "instagram", variant)
    activity = "your_instagram_activity/"
    about = labelled(Username=life.HANDLE, Name=life.NAME, Email=life.EMAIL, Date_of_birth="1919-01-01")
    made.add(
        "personal_information/personal_information/personal_information.html",
        page("Personal information", [block("", about), '<a href="https://www.instagram.com">Instagram</a>']).replace(
            "<title>", "<title>www.instagram.com ", 1
        ),
    )
    made.expect(Kind.PROFILE, 3)
    posts = []
    for number, said in enumerate(life.posts(luck, 20)):
        path = f"media/posts/202101/{number}.jpg"
        made.add(path, b"\xff\xd8\xff\xe0 an invented picture")
        posts.append(block(said.text, picture(path), when(said)))
    made.add(f"{activity}media/posts_1.html", page("Posts", posts))
    made.expect(Kind.POST, 20)
    comments = [
        block("", labelled(Comment=one.text, Media_Owner="zoe_q", Time=when(one)))
        for one in life.posts(luck, 12, comments=True)
    ]
    made.add(f"{activity}comments/post_comments_1.html", page("Comments", comments))
    made.expect(Kind.COMMENT, 12)
    liked = [
        block("choir_news", f'<div><a target="_blank" href="https://www.instagram.com/p/C{n}/">👍</a></div>', _DAY)
        for n in range(6)
    ]
    made.add(f"{activity}likes/liked_posts.html", page("Likes", liked))
    made.expect(Kind.REACTION, 6)
    threads = [block("", words(one.text), when(one)) for one in life.posts(luck, 4)]
    made.add(f"{activity}threads/threads_and_replies.html", page("Threads", threads))
    made.expect(Kind.POST, 4)
    for file, relation, many in (("followers_1", Relation.FOLLOWER, 8), ("following", Relation.FOLLOWING, 5)):
        people = [
            block("", f'<div><div><a href="https://www.instagram.com/p_{n}">p_{n}</a></div><div>{_DAY}</div></div>')
            for n in range(many)
        ]
        made.add(f"connections/followers_and_following/{file}.html", page(file, people))
        made.expect(relation, many)
    searches = [block("", labelled(Search="denise", Time=_DAY)) for _ in range(3)]
    made.add("your_instagram_activity/other_activity/account_searches.html", page("Searches", searches))
    made.expect(HeldKind.SEARCH, 3)
    chat = [block(life.NAME if n % 2 else "zoe", words(life.CHAT[n % 3]), _DAY) for n in range(8)]
    made.add(f"{activity}messages/inbox/zoe_17/message_1.html", page("zoe", chat))
    made.messages = 8
    made.expect(Why.OTHERS_WORDS, 8)
    return made
