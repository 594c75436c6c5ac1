"""An invented care worker's posts: many that harm nobody, some that she would not post now. Nobody in here exists."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

NAME = "Morwenna Achterberg"
HANDLE = "morwenna_a"
EMAIL = "morwenna@achterberg.example"
PHONE = "07700 900123"
PEOPLE = (
    "Idris Fairweather", "Zoë Quillfeather", "Bram Ottersly", "Siân Merrowby", "Jérôme Vantongue", "Anneke Duinvoet",
    "Tobias Larkspurn", "Priya Hollowdene", "Nuño Calabacín", "Greta Wolkenrath",
)  # fmt: skip
HARMLESS = (
    "First frost on the allotment. The beans have had it, the leeks could not care less.",
    "Anyone got a spare ticket for the choir on Saturday? Will swap for cake 🍰",
    "Café Brûlée has finally reopened and the cinnamon buns are as good as ever.",
    "Ran 5k without stopping. The dog is not impressed.",
    "New shelves up. Only two holes in the wrong place, a personal best.",
    "Reading Middlemarch again. Dorothea, love, no.",
    "Bus 42 late again & again, brought a book so who cares.",
    "Mum’s recipe for Welsh cakes: more butter than you think.",
    "The heron on the canal stood still for 20 minutes. So did I.",
    "Half the street is out looking at the moon tonight 🌕",
    "Quiz night! We came third, which is first if you ignore two teams.",
    "Learning the ukulele. The neighbours are being very kind about it.",
)
RISKY = (
    "Another double shift at Harbour Lights Care Home and not one thank you from management.",
    "Mrs T in room 9 threw her dinner at me today, wish I could post the photo 😂",
    "So drunk last night I rang in sick. Worth it.",
    "My manager Denise is a liar and everyone on the team knows it.",
    "Moving day! New place is 14 Larch Row, come round, number’s 07700 900456.",
    "Court tomorrow for that family I told you about. He should never get those kids back.",
    "3 a.m. and still fuming about the rota. I swear I will walk out.",
    "Home alone all week while he is in Leeds, doors open as usual lol",
)
COMMENTS = (
    "Lovely, well done you!", "Count me in for Saturday.", "That is a gorgeous colour.", "Ha, same here.",
    "Where did you get the bench?", "Told you it would rain.",
)  # fmt: skip
RISKY_COMMENTS = ("He is one of ours at work, do not even ask.", "Your boss sounds as useless as mine.")
# Only in messages, so that a test can tell when words of a chat came out unasked.
CHAT = (
    "Between us: the lighthouse key is under the third pot.",
    "Do not tell Bram, it is a surprise for his birthday.",
    "I cannot talk about that here, ring me tonight.",
)
PLACES = ("Penmarrow Quay", "Larchford Market Hall", "Canal Basin, Little Wexing")
GROUPS = ("Penmarrow Allotments", "Larchford Choir", "Care Workers After Hours")


class Said(NamedTuple):
    """One post: when and what."""

    at: datetime
    text: str

    @property
    def seconds(self) -> int:
        return int(self.at.timestamp())


def posts(chance: random.Random, many: int, *, comments: bool = False) -> list[Said]:
    """`many` of her posts over eleven years, oldest first, one in six of them risky."""
    usual, odd = (COMMENTS, RISKY_COMMENTS) if comments else (HARMLESS, RISKY)
    at = datetime(2014, 3, 1, 8, 15, 12, tzinfo=UTC)
    found = []
    for number in range(many):
        at += timedelta(days=chance.randint(1, max(2, 3800 // max(many, 1))), seconds=chance.randint(0, 80_000))
        found.append(Said(at, odd[number // 6 % len(odd)] if number % 6 == 4 else chance.choice(usual)))
    return found
