"""What stands in the place of results where there are none: never looked, nothing found, failed, or all sorted."""

from __future__ import annotations

from footprint.i18n import _
from footprint.search import Counts, Outcome
from ui.kit.buttons import Btn
from ui.kit.cards import EmptyState
from ui.search.sorting.now import Shown


def nothing_found(how: Outcome | None) -> EmptyState:
    """`how` the last look ended. Never looked, found nothing, and failed are three different things."""
    look = Btn(_("Choose how to look"), "primary", "search")
    if how is None:
        words = _("What comes up when someone looks for you is sorted here. The first look takes about 2 minutes.")
        return EmptyState("search", _("You have not looked yet"), words, look)
    if how is Outcome.EMPTY:
        return EmptyState("check_circle", _("Nothing was found"), how.sentence, look)
    if how is Outcome.RESULTS:
        words = _("You saw something, but gave no address yet. Look again to add one.")
        return EmptyState("search", _("There is nothing to sort yet"), words, look)
    title = _("Only part of the last look worked") if how is Outcome.PARTIAL else _("The last look did not work")
    return EmptyState("warn", title, how.sentence, look)


def none_left(shown: Shown, counts: Counts) -> EmptyState:
    """A list that is empty while there are results elsewhere; its button leads on."""
    if shown in (Shown.SET_ASIDE, Shown.LISTED):
        return EmptyState("search", _("No results here"), _("Choose another group."))
    if shown is Shown.NEW and counts.left:
        words = _("Older results are still left.")
        return EmptyState("check_circle", _("The new ones are sorted"), words, Btn(_("Show all that is left")))
    see = Btn(_("See your To remove list"), "primary", "remove")
    words = _("Thank you. New results come here after the next search.")
    return EmptyState("check_circle", _("All of it is sorted"), words, see if counts.to_remove else None)
