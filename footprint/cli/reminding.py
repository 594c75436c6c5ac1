"""What is due again: list it, put it off, change how often, and the ways to be told of it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import click

from footprint import reminders, web
from footprint.cli.context import FOUND_PROBLEMS, Context, leave, one_of, pass_context
from footprint.cli.shapes import THING, marked
from footprint.dates import day_in_words, when_in_words
from footprint.errors import NotFound
from footprint.i18n import N_, _, ngettext
from footprint.packs.origins import with_mark
from footprint.reminders import BadReminder, Rhythm, Thing, Told, duefile, schedule


@click.group("remind")
def remind_group() -> None:
    """What is due again, your own reminders, and how you are told."""


@remind_group.command("due")
@click.option("--notify", is_flag=True, help="Say it as a notification, once a day, without opening your notes.")
@pass_context
def due_command(context: Context, notify: bool) -> None:
    """Say what is due today."""
    if notify:
        _notify(context)
        return
    now = _rhythm(context)
    _show(context, now.due)
    if not now.due:
        next_day = now.next_day
        words = (
            _("Nothing is due until {day}.").format(day=day_in_words(next_day)) if next_day else _("Nothing is due.")
        )
        context.output.say(words)


def _notify(context: Context) -> None:
    """For the computer's own scheduler: reads dates and counts, never the notes."""
    from footprint.dates import utc_now
    from footprint.reminders import desktop
    from footprint.settings import load

    def show(title: str, words: str) -> bool:
        if desktop.is_there():
            return desktop.show(title, words)
        return context.windows is not None and context.windows.notify(title, words)

    now = utc_now().astimezone()
    try:
        told = reminders.tell(context.folder, now, load(context.folder), show)
    except OSError as problem:
        raise BadReminder(_("There are no reminders here yet. Open the app once.")) from problem
    context.output.data({"told": told, "due": duefile.load(context.folder).count(now.date())})
    if told is Told.NOT_SHOWN:
        context.output.aside(_("This computer could not show it."))
        leave(FOUND_PROBLEMS)


@remind_group.command("list")
@pass_context
def list_command(context: Context) -> None:
    """List everything that comes up, by its day, with how often and why."""
    _show(context, _rhythm(context).things)


@remind_group.command("add")
@click.argument("what")
@click.option("--on", "day", help="The first day, as 2026-11-26; or: tomorrow, 3 months, 2 weeks.", required=True)
@click.option("--every", help="How often from then on: 3 months, 2 weeks, 10 days, 1 year.")
@pass_context
def add_command(context: Context, what: str, day: str, every: str | None) -> None:
    """Make a reminder of your own."""
    often = reminders.read_every(every) if every else None
    first = _day(day, context.today)
    one = reminders.add(context.vault, what, first, often, today=context.today).value
    _tell(context, one.key, _("It comes up {when}.").format(when=when_in_words(one.first, context.today)))


@remind_group.command("change")
@click.argument("which")
@click.option("--what", help="Other words.")
@click.option("--on", "day", help="Another day to begin on.")
@click.option("--every", help="Another rhythm; never for once.")
@pass_context
def change_command(context: Context, which: str, what: str | None, day: str | None, every: str | None) -> None:
    """Change one of your own reminders; WHICH is its id."""
    old = one_of(reminders.own(context.vault), which.removeprefix("own:"))
    first = _day(day, context.today) if day else old.first
    often = reminders.read_every(every) if every else old.every
    one = reminders.change(context.vault, old.id, what or old.what, first, often, today=context.today).value
    _tell(context, one.key, _("Changed."))


@remind_group.command("remove")
@click.argument("which")
@pass_context
def remove_command(context: Context, which: str) -> None:
    """Remove one of your own reminders."""
    one = one_of(reminders.own(context.vault), which.removeprefix("own:"))
    reminders.remove(context.vault, one.id)
    _tell(context, one.key, _("Removed."))


@remind_group.command("done")
@click.argument("which")
@pass_context
def done_command(context: Context, which: str) -> None:
    """Say that you did it: a reminder of your own, or `posts`."""
    one = _find(context, which)
    reminders.tick(context.vault, one, context.today)
    _tell(context, one.key, _("Noted."))


@remind_group.command("snooze")
@click.argument("which")
@click.option("--until", default="tomorrow", show_default=True, help="tomorrow, week, 3 weeks, or 2026-11-26.")
@pass_context
def snooze_command(context: Context, which: str, until: str) -> None:
    """Put it off: nothing of it before that day."""
    one = _find(context, which)
    day = _day(until, context.today)
    reminders.snooze(context.vault, one.key, day, context.today, one.planned)
    _tell(context, one.key, _("It comes up {when}.").format(when=when_in_words(day, context.today)))


@remind_group.command("skip")
@click.argument("which")
@pass_context
def skip_command(context: Context, which: str) -> None:
    """Leave it out this time."""
    one = _find(context, which)
    day = reminders.skip(context.vault, _rhythm(context), one.key).value
    words = _("It comes up {when}.").format(when=when_in_words(day, context.today)) if day else _("Left out.")
    _tell(context, one.key, words)


@remind_group.command("back")
@click.argument("which")
@pass_context
def back_command(context: Context, which: str) -> None:
    """Take back what was put off or left out."""
    one = _find(context, which)
    reminders.bring_back(context.vault, one.key)
    _tell(context, one.key, _("It comes up on its own day again."))


@remind_group.command("every")
@click.argument("which")
@click.argument("how_often")
@pass_context
def every_command(context: Context, which: str, how_often: str) -> None:
    """Change HOW_OFTEN it comes up: 3 months, 2 weeks, never, or usual. `facebook/friends` is one check."""
    network, slash, _check = which.removeprefix("checklist:").partition("/")
    key = f"checklist:{which.removeprefix('checklist:')}" if slash else _find(context, which).key
    often = None if how_often == "usual" else reminders.read_every(how_often)
    reminders.set_every(context.vault, context.bench.checklists, key, often)
    shown = f"checklist:{network}" if slash else key
    _tell(context, shown, _("From now on: {every}.").format(every=often.words if often else _("as usual")))


@remind_group.command("ics")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@pass_context
def ics_command(context: Context, file: Path) -> None:
    """Write FILE for your own calendar; written again, it changes what is there and doubles nothing."""
    from footprint.reminders import calendars

    months = context.bench.settings.now.months_between_checks
    data = calendars.calendar_file(context.vault, context.bench.checklists, context.today, months)
    try:
        file.write_bytes(data)
    except OSError as problem:
        raise BadReminder(_("The file could not be saved there.")) from problem
    web.note_made(context.vault, _("Calendar file"), (file.name,))
    events = data.count(b"BEGIN:VEVENT")
    context.output.data({"file": file, "events": events})
    context.output.say(ngettext("{n} event is in the file.", "{n} events are in the file.", events).format(n=events))
    context.output.say(_("A work calendar may be seen by colleagues. This one only says “Online check”."))


@remind_group.command("schedule")
@click.argument("what", type=click.Choice(["on", "off", "status"]), default="status")
@click.option("--login", is_flag=True, help="Opening the app at login, minimised, in place of the hourly look.")
@pass_context
def schedule_command(context: Context, what: str, login: bool) -> None:
    """Let this computer remind you while the app is closed: on, off, or how it stands."""
    timer, folder = schedule.Scheduler(schedule.here()), context.folder
    if what == "on" and not (folder / duefile.FILE).exists():
        _note(context)
    if login:
        _login(timer, folder, what)
    elif what == "on":
        timer.turn_on(folder)
    elif what == "off":
        timer.turn_off(folder)
    state, at_login = timer.state(folder), schedule.opens_at_login(timer.at, folder)
    context.output.data({"schedule": state, "scheduler": timer.kind, "login": at_login})
    context.output.say(f"{_(timer.kind)}: {_(_STATES[state])}")
    context.output.say(_("At login: the app opens, minimised.") if at_login else _("At login: nothing."))


_STATES = {
    schedule.State.ON: N_("on. You are told even while the app is closed."),
    schedule.State.OFF: N_("off."),
    schedule.State.WRITTEN: N_("on from your next login."),
    schedule.State.NOT_HERE: N_("this computer has none the app knows."),
}


def _login(timer: schedule.Scheduler, folder: Path, what: str) -> None:
    if what == "on":
        schedule.open_at_login(timer.at, folder)
    elif what == "off":
        schedule.do_not_open_at_login(timer.at, folder)


def _note(context: Context) -> None:
    bench = context.bench
    months = bench.settings.now.months_between_checks
    reminders.note_due(bench.folder, bench.vault, bench.checklists, context.today, months)


def _rhythm(context: Context) -> Rhythm:
    bench = context.bench
    return reminders.rhythm(bench.vault, bench.checklists, context.today, bench.settings.now.months_between_checks)


def _find(context: Context, which: str) -> Thing:
    """By its key, by a network's name, or by the start of an id."""
    found = _rhythm(context).things
    for key in (which, f"checklist:{which}"):
        for one in found:
            if one.key == key:
                return one
    named = [one for one in found if which and one.key.partition(":")[2].startswith(which.lower())]
    if len(named) == 1:
        return named[0]
    raise NotFound(_("Nothing comes up under “{name}”. See: footprint remind list").format(name=which))


def _show(context: Context, found: tuple[Thing, ...]) -> None:
    out, today = context.output, context.today
    out.data([marked(one, THING) for one in found])
    out.table(
        [_("Due"), _("What"), _("How often"), _("Key")],
        [
            (
                when_in_words(one.due, today) if one.due else "-",
                one.title,
                with_mark(one.how_often, one.origin),
                one.key,
            )
            for one in found
        ],
    )


def _tell(context: Context, key: str, words: str) -> None:
    """How the reminder stands now; null for one that was removed."""
    one = _rhythm(context).get(key)
    context.output.data(marked(one, THING) if one is not None else None)
    context.output.say(words)


def _day(text: str, today: date) -> date:
    """`tomorrow`, `week`, `3 months`, `2026-11-26`."""
    words = text.strip().casefold()
    if words in ("today", "tomorrow"):
        return today + timedelta(days=words == "tomorrow")
    try:
        return date.fromisoformat(words)
    except ValueError:
        pass
    try:
        every = reminders.read_every(words.removeprefix("in ").removeprefix("next "))
    except BadReminder:
        every = reminders.Every(0)
    if every.never:
        raise BadReminder(_("Say the day like this: tomorrow, 2 weeks, 3 months, or 2026-11-26."))
    return every.after(today)
