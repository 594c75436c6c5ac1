"""The computer's own scheduler and its login: on, off and how it stands, for one vault. Off leaves nothing behind."""

from footprint.reminders.schedule.login import file as login_file
from footprint.reminders.schedule.login import is_on as opens_at_login
from footprint.reminders.schedule.login import turn_off as do_not_open_at_login
from footprint.reminders.schedule.login import turn_on as open_at_login
from footprint.reminders.schedule.moving import follow
from footprint.reminders.schedule.places import Places, here
from footprint.reminders.schedule.timers import Answer, NotScheduled, Runner, Scheduler, State

__all__ = [
    "Answer",
    "NotScheduled",
    "Places",
    "Runner",
    "Scheduler",
    "State",
    "do_not_open_at_login",
    "follow",
    "here",
    "login_file",
    "open_at_login",
    "opens_at_login",
]
