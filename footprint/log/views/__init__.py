"""Filters of the list that stand under a name: a few the app comes with, and the person's own."""

from typing import TYPE_CHECKING

from footprint.lazily import front_door

if TYPE_CHECKING:
    from footprint.log.views.keeping import delete, hide, open_with, rename, save
    from footprint.log.views.reading import opening, view, views
    from footprint.log.views.records import MOST, BadView, View
    from footprint.log.views.words import query_words, within_words
else:
    __getattr__ = front_door(
        __name__,
        {
            "keeping": "delete hide open_with rename save",
            "reading": "opening view views",
            "records": "MOST BadView View",
            "words": "query_words within_words",
        },
    )

__all__ = [
    "MOST",
    "BadView",
    "View",
    "delete",
    "hide",
    "open_with",
    "opening",
    "query_words",
    "rename",
    "save",
    "view",
    "views",
    "within_words",
]
