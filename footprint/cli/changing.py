"""What changed between two searches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click

from footprint import log
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.output import short
from footprint.cli.shapes import shape
from footprint.dates import local_day
from footprint.errors import NotFound
from footprint.i18n import _
from footprint.search import changes
from footprint.search.changes import Change, Comparison, Exposure, Moment

_CHANGE = "finding_id kind title address host verdict"


@click.command("changes")
@click.option("--since", default="", metavar="RUN|DATE", help="Compare with how things stood after this search or day.")
@click.option("--until", default="", metavar="RUN|DATE", help="Compare up to this search or day, instead of up to now.")
@click.option("--not-me", is_flag=True, help="Also pages you said are not you.")
@pass_context
def changes_command(context: Context, since: str, until: str, not_me: bool) -> None:
    """Show what is new, gone or different. Exit code 1 when nothing could be compared.

    By itself it compares with the search before the last one. A search that failed is never counted as a change.
    """
    vault = context.vault
    moments = changes.moments(vault)
    compared = changes.compare(vault, _moment(moments, since), _moment(moments, until))
    shown = changes.exposure(vault, log.gone_findings(vault))
    compared = compared.about(not_me=not_me) if compared is not None else None
    context.output.data(_data(compared, moments, shown))
    if compared is None:
        context.output.say(_("There is nothing to compare with yet. Search for your name now and again in a while."))
        leave(FOUND_PROBLEMS)
    else:
        _say(context, compared)
        leave(0 if compared.compared or compared.until.only_read or compared.real else FOUND_PROBLEMS)


def _moment(moments: Sequence[Moment], wanted: str) -> str:
    """A day as `2026-05-03`, else the beginning of the id of a run."""
    if not wanted:
        return ""
    try:
        day = date.fromisoformat(wanted)
    except ValueError:
        pass
    else:
        return changes.on_day(moments, day).id
    try:
        return changes.find(moments, wanted).id
    except NotFound as problem:
        raise click.UsageError(
            _("There is no search “{wanted}”. See footprint search runs, or give a day as 2026-05-03.").format(
                wanted=wanted
            )
        ) from problem


# -- what is shown ---------------------------------------------------------------------------------


def _data(compared: Comparison | None, moments: Sequence[Moment], shown: Exposure) -> dict[str, object]:
    failed = compared.failed if compared is not None else ()
    return {
        "since": compared.since.id if compared is not None else None,
        "until": compared.until.id if compared is not None else None,
        "headline": changes.headline(compared) if compared is not None else "",
        "compared": compared.compared if compared is not None else 0,
        "first": compared.first if compared is not None else 0,
        "not_asked": compared.not_asked if compared is not None else 0,
        "same": compared.same if compared is not None else 0,
        "failed": [shape(one, "id provider words outcome note") for one in failed],
        "changes": [_change(one) for one in (compared.changes if compared is not None else ())],
        "moments": [shape(one, "id at looks failed by_hand only_read runs") for one in moments],
        "shown": [_point(one) for one in shown.points],
    }


def _change(one: Change) -> dict[str, object]:
    shown = one.shown
    return shape(
        one,
        _CHANGE,
        is_change=one.kind.is_change,
        reasons=list(changes.reasons(one)),
        reworded=[shape(each, "was now") for each in one.reworded],
        shows_now=list(shown.more) if shown is not None else [],
        shows_no_more=list(shown.less) if shown is not None else [],
    )


def _point(one: changes.Point) -> dict[str, object]:
    facets = [{"facet": facet, "pages": count} for facet, count in one.shown.items()]
    return shape(one, "day pages failed", facets=facets)


def _say(context: Context, compared: Comparison) -> None:
    out = context.output
    days = {"first": local_day(compared.since.at), "last": local_day(compared.until.at)}
    out.say(_("From {first} to {last}: {what}").format(**days, what=changes.headline(compared)))
    careful = changes.caution(compared)
    if careful:
        out.say(careful)
    told = [one for one in compared.changes if one.kind.is_change] or compared.changes
    out.table(
        [_("Result"), _("What became of it"), _("Title"), _("Where"), _("How we know")],
        [(short(one.finding_id), one.kind.label, one.title, one.host, " ".join(changes.reasons(one))) for one in told],
    )
