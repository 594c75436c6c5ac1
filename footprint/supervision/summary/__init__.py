"""What the person chooses to share of their check. Made from a type that cannot hold anything else (`records`).

This room knows the checklists and the vault. It must not know the log, searches, posts, incidents or life events: a
rule of the build refuses the import, and a test looks at what is loaded.
"""

from footprint.supervision.summary.choosing import Again, Choice, Level, NothingYet, Offer, Part, make
from footprint.supervision.summary.pages import summary_html, summary_text, summary_word
from footprint.supervision.summary.reading import offer
from footprint.supervision.summary.records import Area, Month, Network, Summary, Tens
from footprint.supervision.summary.words import (
    Line,
    foot,
    lines,
    month_words,
    network_words,
    opening,
    tens_words,
    title,
)

__all__ = [
    "Again",
    "Area",
    "Choice",
    "Level",
    "Line",
    "Month",
    "Network",
    "NothingYet",
    "Offer",
    "Part",
    "Summary",
    "Tens",
    "foot",
    "lines",
    "make",
    "month_words",
    "network_words",
    "offer",
    "opening",
    "summary_html",
    "summary_text",
    "summary_word",
    "tens_words",
    "title",
]
