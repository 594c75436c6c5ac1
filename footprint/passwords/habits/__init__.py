"""Per account: is the password used only there, where is it kept, what else is asked for; and reasons to change it."""

from footprint.passwords.habits.keeping import changed, habit, habits, happened, say
from footprint.passwords.habits.pointing import all_well, points
from footprint.passwords.habits.records import (
    Contact,
    Do,
    Habit,
    Kept,
    OnlyHere,
    Passkey,
    Point,
    Reason,
    TwoStep,
)

__all__ = [
    "Contact",
    "Do",
    "Habit",
    "Kept",
    "OnlyHere",
    "Passkey",
    "Point",
    "Reason",
    "TwoStep",
    "all_well",
    "changed",
    "habit",
    "habits",
    "happened",
    "points",
    "say",
]
