"""The invented person's whole audit, over real https that never leaves this computer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from footprint.cli.context import FOUND_PROBLEMS, Context, leave, pass_context
from footprint.cli.files import make_folder, put_file
from footprint.cli.output import Output
from footprint.cli.progress import stoppable
from footprint.dates import local_day
from footprint.demo.audit import DAYS, Audit, audit
from footprint.demo.clock import DemoClock
from footprint.demo.folder import demo_folder
from footprint.demo.scene import Scene
from footprint.demo.web import LoopbackWeb
from footprint.errors import FootprintError
from footprint.i18n import _, ngettext
from footprint.settings import SettingsFile
from footprint.tasks import Stopped, Task
from footprint.workbench import Workbench


@dataclass(frozen=True)
class Stage:
    """Everything of one demo while it lasts."""

    bench: Workbench
    clock: DemoClock
    web: LoopbackWeb


@click.command("demo")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), help="Leave the report and pictures here.")
@pass_context
def demo_command(context: Context, out: Path | None) -> None:
    """Play a whole audit of an invented person in a throw-away vault.

    It talks to a web of its own on this computer and to nothing else, so it runs with --offline too. Without --out
    nothing is left behind.
    """
    start = time.monotonic()
    if out is not None:
        make_folder(out)
    try:
        with stoppable(context.output) as task, stage() as played:
            scene = _scene(played, context.output, task)
            done = audit(scene, task)
            files, problem = _leave_files(context, played.bench, out, scene.say) if out is not None else ([], "")
            summary = _summary(played, done)
    except (Stopped, KeyboardInterrupt) as stopped:
        raise _Incomplete(_("Stopped. The invented notes are gone.")) from stopped
    context.output.data({**summary, "out": out, "files": files})
    _say(context.output, summary, out, files)
    context.output.aside(_("Done in {n} seconds.").format(n=round(time.monotonic() - start)))
    if problem:
        raise _Incomplete(problem)
    leave(0 if done.run.outcome.searched else FOUND_PROBLEMS)


class _Incomplete(click.ClickException):
    """The demo was stopped, or it could not leave everything it was asked for."""

    exit_code = FOUND_PROBLEMS


@contextmanager
def stage() -> Iterator[Stage]:
    """A loopback web and a workbench round a throw-away vault, all gone at the end however it ends."""
    from footprint import vault as vaults
    from footprint.web import Web
    from footprint.workbench import open_bench

    clock = DemoClock(DAYS)
    with (
        demo_folder() as folder,
        closing(vaults.throw_away(clock=clock)) as vault,
        LoopbackWeb() as loopback,
    ):
        web = Web(
            vault,
            offline=lambda: False,
            resolver=loopback.resolver,
            dial=loopback.dial,
            authority=loopback.authority,
            pace=0,
        )
        settings = SettingsFile(folder / "settings")
        yield Stage(
            open_bench(folder / "vault", vault, settings=settings, web=web, packs=folder / "packs"), clock, loopback
        )


def _scene(played: Stage, output: Output, task: Task) -> Scene:
    bench = played.bench

    def say(words: str) -> None:
        task.check()
        output.aside(words)

    web = played.web
    hands = (web.take_down, web.put_back, web.go_round)
    return Scene(bench.vault, played.clock, bench.web, bench.checklists, bench.providers, say, *hands)


# -- what is left behind ---------------------------------------------------------------------------


def _leave_files(context: Context, bench: Workbench, out: Path, say: Callable[[str], None]) -> tuple[list[str], str]:
    """The reports, two tables and, where there are windows, the pictures; and why there are no pictures."""
    from footprint import log, web
    from footprint.reports import Inside, audit_html, full, full_html, redacted, redacted_html

    today = _today(bench)
    ids = log.ids(bench.vault, log.Query(), today)
    everything = Inside(notes=True, letters=True, pictures=True)
    texts = {
        "report.html": audit_html(bench.vault, bench.checklists, today),
        "privacy-journal.csv": web.journal_csv(bench.vault),
        "to-remove.csv": log.export_csv(bench.vault, today=today),
        "to-remove.html": full_html(full(bench.vault, ids, everything, today)),
        "to-remove-redacted.html": redacted_html(redacted(bench.vault, bench.checklists, today)),
    }
    for name, text in texts.items():
        put_file(out / name, text.encode("utf-8-sig" if name.endswith(".csv") else "utf-8"))
    if context.windows is None:
        return list(texts), ""
    say(_("Taking pictures of every screen"))
    try:
        made = context.windows.take_pictures(
            bench, out / "pictures", lambda words: say(_("Pictures: {what}").format(what=words))
        )
    except FootprintError as problem:
        return list(texts), str(problem)
    _index(bench, out, made)
    return [*texts, "index.html", *(f"pictures/{path.name}" for path in made)], ""


def _index(bench: Workbench, out: Path, made: list[Path]) -> None:
    from footprint.reports import pictures_html, screens

    shown = screens("pictures", (path.name for path in made))
    files = (
        ("report.html", _("The report")),
        ("privacy-journal.csv", _("The Privacy journal as a table")),
        ("to-remove.csv", _("The list of what should go as a table")),
        ("to-remove.html", _("The same list as a full report")),
        ("to-remove-redacted.html", _("The same list without the details")),
    )
    put_file(out / "index.html", pictures_html(shown, _today(bench), files).encode())


# -- what is said ----------------------------------------------------------------------------------


def _summary(played: Stage, done: Audit) -> dict[str, object]:
    from footprint import home, log, web

    vault, today = played.bench.vault, _today(played.bench)
    seen = home.overview(vault, played.bench.checklists, today)
    return {
        "answers": done.answers,
        "outcome": done.run.outcome,
        "searched": done.run.outcome.searched,
        "looks": len(done.run.looks),
        "findings": done.findings,
        "items": done.items,
        "items_by_status": log.counts_by_status(vault, today),
        "open_things": seen.open_things,
        "requests_logged": sum(one.kind is web.Kind.SENT for one in web.entries(vault)),
        "requests_received": len(played.web.asked),
    }


def _say(output: Output, summary: dict[str, object], out: Path | None, files: list[str]) -> None:
    words = _("{answers} checks answered, {findings} results, {items} items. {sent} requests, all to this computer.")
    output.say(
        words.format(
            answers=summary["answers"],
            findings=summary["findings"],
            items=summary["items"],
            sent=summary["requests_received"],
        )
    )
    output.say(_("The search ended: {how}").format(how=summary["outcome"]))
    if out is not None:
        n = len(files)
        output.say(ngettext("{n} file in {out}.", "{n} files in {out}.", n).format(n=n, out=out))


def _today(bench: Workbench) -> date:
    return local_day(bench.vault.now())
