"""TikTok: recognised by its sections; each list is known by the last key on the way to it, in any case."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from footprint.archives.contract import Claim, Context, Member
from footprint.archives.parsing.json_tree import Path, walk
from footprint.archives.parsing.records import each, gathered
from footprint.archives.parsing.shapes import lower_keys, tree
from footprint.archives.parsing.texts import clean, line
from footprint.archives.readers.tiktok import lists, texts
from footprint.archives.records import Kind, Record, Trouble, Why
from footprint.i18n import N_

_SECTIONS = re.compile(
    rb'\A(?:\xef\xbb\xbf)?\s*\{\s*"(?:Activity|Your Activity|App Settings|Profile And Settings|Profile|Post|Video|'
    rb"Comment|Direct Messages?|Likes and Favorites|Ads and data|Tiktok Live|Tiktok Shop(?:ping)?|Off TikTok Activity|"
    rb'Income Plus Wallet Transactions|Location Review)"\s*:\s*\{'
)
_INNER = re.compile(
    rb'"(?:Like List|Favorite \w+|Follower(?: List)?|Following(?: List)?|Video Browsing History|Watch History|Settings|'
    rb"Login History|Search(?:es| History)|Share History|Comments|Profile Info(?:rmation)?|Off TikTok Activity|Status|"
    rb'Ad Interests|Block(?: List)?|Chat History|Direct Messages|Hashtag|Purchase History)"\s*:'
)


class TikTok:
    """Videos, comments, likes, who follows whom, and what TikTok notes about the account."""

    name = "tiktok"
    not_exported = (
        N_("What others wrote under your videos is not in the copy."),
        N_("Videos by others that show or name you are not in the copy."),
        N_("Older copies do not say which video a comment stands under."),
    )

    def claim(self, path: str, head: bytes) -> Claim | None:
        low = path.casefold()
        if low.endswith(".json"):
            if _SECTIONS.match(head) and (_INNER.search(head) or "tiktok" in low):
                return Claim("json", sure=0.95)
            return None
        if low.endswith(".txt"):
            role = texts.role_of(low, head)
            sure = 0.7 if "tiktok" in low else 0.45
            return Claim(f"text:{role}", order=1 if role == "profile" else 50, sure=sure) if role else None
        return None

    def read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        return gathered(self._read(member, role, context))

    def _read(self, member: Member, role: str, context: Context) -> Iterator[Record]:
        if role.startswith("text:"):
            yield from texts.read(member, role.removeprefix("text:"), context)
            return
        context.account = lists.user_name(member) or context.account  # its section may come behind the videos
        reading = lists.Reading(context)
        messages = 0

        def made(path: Path, value: object) -> Iterator[Record]:
            keys = tuple(clean(key).casefold() for key in path)
            return reading.records(keys, lower_keys(tree(value)), value)

        def kept() -> Iterator[tuple[Path, object]]:
            nonlocal messages
            for path, value in walk(member):
                if not context.messages and lists.is_message(path, value):
                    messages += 1
                elif value is not None and not (type(value) is str and line(value) in ("", "N/A", "None")):
                    yield path, value

        yield from each(kept(), made)
        yield from reading.at_end()
        if messages:
            yield Trouble(Why.OTHERS_WORDS, messages)

    def pages(self) -> Mapping[str, str]:
        return {
            Kind.VIDEO: "https://www.tiktok.com/@{account}",
            Kind.COMMENT: "https://www.tiktok.com/setting",
            Kind.REACTION: "https://www.tiktok.com/@{account}",
            Kind.SAVE: "https://www.tiktok.com/@{account}",
            Kind.SHARE: "https://www.tiktok.com/@{account}",
            Kind.PROFILE: "https://www.tiktok.com/@{account}",
            Kind.MESSAGE: "https://www.tiktok.com/messages",
        }
