"""What came of addresses, pages and bookmarks that were added: said in words, and for `--json`."""

from __future__ import annotations

from footprint.cli.context import FOUND_PROBLEMS, Context, leave
from footprint.cli.shapes import FINDING, shape
from footprint.i18n import _, ngettext
from footprint.search import Added, Finding, Outcome


def say_added(context: Context, *every: Added) -> None:
    """What came of one or more pastes and pages. Exit code 1 when nothing was found and no page said so."""
    out = context.output
    findings = [one for added in every for one in added.findings]
    out.data(
        {
            "findings": [finding_data(one) for one in findings],
            "problems": [shape(one, "text why") for added in every for one in added.problems],
            "pages": [_page(added) for added in every if added.outcome is not None],
        }
    )
    n = len(findings)
    out.say(ngettext("{n} address added.", "{n} addresses added.", n).format(n=n))
    for added in every:
        for problem in added.problems:
            out.aside(f"{problem.text}: {problem.why}" if problem.text else problem.why)
        _say_page(context, added)
    searched = any(added.outcome is not None and added.outcome.searched for added in every)
    leave(0 if findings or searched else FOUND_PROBLEMS)


def _page(added: Added) -> dict[str, object]:
    """How the search a page shows ended, as the page itself says."""
    left = added.left_out
    return {
        "engine": added.engine.name if added.engine is not None else "",
        "words": added.words,
        "outcome": added.outcome,
        "searched": added.outcome is not None and added.outcome.searched,
        "note": added.note,
        "look_id": added.look.id if added.look is not None else None,
        "left_out": shape(left, "adverts questions pictures related"),
        "apart": added.apart,
    }


def _say_page(context: Context, added: Added) -> None:
    out = context.output
    if added.outcome is None:
        return
    site = _(added.engine.label) if added.engine is not None else _("The page")
    if added.words:
        out.say(_("{site}, searched for {words}").format(site=site, words=added.words))
    if added.outcome is Outcome.EMPTY:
        out.say(_("The page itself says that nothing was found."))
    if added.note:
        out.aside(added.note)
    if added.apart:
        out.aside(_("This page is of another search than you said, so it was kept as one of its own."))
    if added.left_out.sentence:
        out.say(added.left_out.sentence)


def finding_data(one: Finding) -> dict[str, object]:
    """A result as `--json` shows it."""
    return shape(one, FINDING) | {"reasons": [shape(each, "text points") for each in one.reasons]}
