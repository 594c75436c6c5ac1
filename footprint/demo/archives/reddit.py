"""Invented exports of Reddit: the whole one, and one in which only the headers of comments are left."""

from __future__ import annotations

import hashlib

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, chance

VARIANTS = ("now", "headers")
_ADDRESS = "192.0.2.44"


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("reddit", variant, account=life.HANDLE, me=life.HANDLE)
    luck = chance(seed, "reddit", variant)
    _words(made, variant, life.posts(luck, 15), life.posts(luck, 40, comments=True))
    _pressed(made)
    _held(made)
    _messages(made)
    sums = [(path, hashlib.sha256(content).hexdigest()) for path, content in made.files.items()]
    made.add_table("checkfile.csv", "filename,sha256", sums)
    return made


def _words(made: DemoArchive, variant: str, posts: list[life.Said], comments: list[life.Said]) -> None:
    columns = "id,permalink,date,ip,subreddit,gildings,title,url,body"
    rows = [
        (
            f"p{n}",
            f"https://www.reddit.com/r/allotments/comments/p{n}/post/",
            f"{said.at:%Y-%m-%d %H:%M:%S} UTC",
            _ADDRESS,
            "allotments",
            "0",
            f"Question {n}",
            "",
            "[deleted]" if n == 6 else f'{said.text}\n\n> "quoted", with a comma',
        )
        for n, said in enumerate(posts)
    ]
    made.add_table("posts.csv", columns, rows)
    made.add_table("post_headers.csv", columns.removesuffix(",body"), [row[:-1] for row in rows])
    made.expect(Kind.POST, len(rows))
    made.expect(Why.HEADERS, len(rows))
    columns = "id,permalink,date,ip,subreddit,gildings,link,parent,body,media"
    found = [
        (
            f"c{n}",
            f"/r/carework/comments/p{n}/_/c{n}/",
            f"{said.at:%Y-%m-%d %H:%M:%S} UTC",
            _ADDRESS,
            "carework",
            "0",
            f"https://www.reddit.com/r/carework/comments/p{n}/",
            f"c{n - 1}" if n % 3 else "",
            said.text,
            "",
        )
        for n, said in enumerate(comments)
    ]
    headers = columns.removesuffix(",body,media")
    if variant == "now":
        made.add_table("comments.csv", columns, found)
        made.expect(Why.HEADERS, len(found))
    made.add_table("comment_headers.csv", headers, [row[:-2] for row in found])
    made.expect(Kind.REPLY, sum(1 for n in range(len(found)) if n % 3))
    made.expect(Kind.COMMENT, sum(1 for n in range(len(found)) if not n % 3))


def _pressed(made: DemoArchive) -> None:
    for file in ("post_votes", "comment_votes"):
        rows = [
            (f"{file[0]}v{n}", f"https://www.reddit.com/r/a/comments/{n}/", ("up", "down", "none")[n % 3])
            for n in range(9)
        ]
        made.add_table(f"{file}.csv", "id,permalink,direction", rows)
    made.expect(Kind.REACTION, 12)
    saved = [(f"s{n}", f"https://www.reddit.com/r/a/comments/s{n}/") for n in range(3)]
    made.add_table("saved_posts.csv", "id,permalink", saved)
    made.expect(Kind.SAVE, 3)
    made.add_table("subscribed_subreddits.csv", "subreddit", [("allotments",), ("carework",), ("ukulele",)])
    made.expect(Kind.GROUP, 3)
    made.add_table("friends.csv", "username,note", [("zoe_q", ""), ("bram_o", "")])
    made.expect(Relation.FRIEND, 2)
    draft = [("d1", "An idea", "Not sure I should say this about work.", "text", "2024-05-05 10:00:00 UTC")]
    made.add_table("drafts.csv", "id,title,body,kind,created", draft)
    made.expect(Kind.POST)


def _held(made: DemoArchive) -> None:
    made.add_table("statistics.csv", "statistic,value", [("account name", life.HANDLE), ("export time", "2026")])
    made.expect(HeldKind.DETAIL)
    rows = [("registration ip", _ADDRESS), *((f"2026-10-0{n} 08:00:00 UTC", f"192.0.2.{n}") for n in range(1, 5))]
    made.add_table("ip_logs.csv", "date,ip", rows)
    made.expect(HeldKind.LOGIN, 5)
    made.add_table("linked_identities.csv", "issuer_id,subject_id", [])
    made.add_table("birthdate.csv", "birthdate,verified_birthdate", [("1988-04-09", "")])
    made.expect(HeldKind.DETAIL)


def _messages(made: DemoArchive) -> None:
    rows = [
        (
            f"m{n}",
            f"https://www.reddit.com/message/messages/m{n}",
            "t1",
            f"2023-05-0{n + 1} 10:00:00 UTC",
            _ADDRESS,
            life.HANDLE if n % 2 else "zoe_q",
            "zoe_q" if n % 2 else life.HANDLE,
            "",
            life.CHAT[n % 3],
        )
        for n in range(6)
    ]
    made.add_table("messages.csv", "id,permalink,thread_id,date,ip,from,to,subject,body", rows)
    made.messages = 6
    made.expect(Why.OTHERS_WORDS, 6)
