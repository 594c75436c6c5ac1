"""Home: the one next thing, what is due, how far the person is, and how many things are left to change."""

from footprint.home.badges import badges
from footprint.home.copy_words import automatic_words, content_lines
from footprint.home.counting import Contents, contents
from footprint.home.later import tomorrow
from footprint.home.overview import overview
from footprint.home.records import Kind, Overview, Point, Suggestion, Urgency
from footprint.home.suggest import due_in_words
from footprint.home.trend import keep_count

__all__ = [
    "Contents",
    "Kind",
    "Overview",
    "Point",
    "Suggestion",
    "Urgency",
    "automatic_words",
    "badges",
    "content_lines",
    "contents",
    "due_in_words",
    "keep_count",
    "overview",
    "tomorrow",
]
