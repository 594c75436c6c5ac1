"""Choices about the app itself, in a plain file beside the vault. Nothing personal ever goes in here."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from footprint.i18n import N_

FILE = "settings.json"


def option(default: Any, label: str, help_text: str = "", choices: tuple[tuple[Any, str], ...] = ()) -> Any:
    """One setting, described once: its words serve the settings page and the command line alike."""
    return field(default=default, metadata={"label": label, "help": help_text, "choices": choices})


@dataclass(frozen=True)
class Settings:
    """Every setting with its default. Unknown or unreadable values fall back to the default, one by one."""

    computer: str = option(
        "",
        N_("Whose computer is this?"),
        N_("This sets how soon the app locks and what it may show on screen."),
        (("mine", N_("Mine")), ("employer", N_("My employer’s")), ("shared", N_("I share it"))),
    )
    theme: str = option(
        "follow",
        N_("Colours"),
        "",
        (("follow", N_("Follow my computer")), ("light", N_("Light")), ("dark", N_("Dark"))),
    )
    text_size: int = option(100, N_("Text size"), "", tuple((size, f"{size}%") for size in (100, 115, 130, 150, 200)))
    lock_after_minutes: int = option(
        10,
        N_("Lock when I am away for"),
        N_("From 1 to 60 minutes."),
        tuple((minutes, str(minutes)) for minutes in (1, 2, 5, 10, 15, 30, 60)),
    )
    never_use_internet: bool = option(
        False,
        N_("Never use the internet"),
        N_("Every search and look from inside the app is refused. Pages still open in your own browser."),
    )
    notifications: bool = option(False, N_("Tell me on this computer when something is due"))
    quiet_from: int = option(
        21,
        N_("Say nothing from"),
        N_("Nothing pops up in these hours."),
        tuple((hour, f"{hour}:00") for hour in range(24)),
    )
    quiet_until: int = option(8, N_("until"), "", tuple((hour, f"{hour}:00") for hour in range(24)))
    days_off: int = option(0, N_("Days off"), N_("1 for Monday, 2, 4, 8, … 64 for Sunday, added up."))
    tray: bool = option(
        False,
        N_("Keep a small sign beside the clock"),
        N_("Some computers have no place for it. Nothing depends on it."),
    )
    explained_calendar: bool = option(False, N_("The app has said who may see a calendar"))
    keep_evidence: bool = option(True, N_("Offer to keep copies of what I find"))
    automatic_copies: bool = option(
        True, N_("Make a copy by itself each day"), N_("Kept beside your notes, locked like them: 7 days and 4 weeks.")
    )
    hide_from_sharing: bool = option(
        False,
        N_("Hide this window when I share my screen"),
        N_("People who help you from afar, and pictures of the screen, then see nothing either."),
    )
    months_between_checks: int = option(
        6,
        N_("Remind me to check again"),
        "",
        ((3, N_("Every 3 months")), (6, N_("Every 6 months")), (12, N_("Every year")), (0, N_("Never"))),
    )
    delete_closed_after_months: int = option(
        0,
        N_("Delete closed things"),
        N_("Things that are gone, or that you keep up, with their pictures and messages."),
        (
            (0, N_("Never by itself")),
            (3, N_("3 months after they were closed")),
            (6, N_("6 months after they were closed")),
            (12, N_("1 year after they were closed")),
            (24, N_("2 years after they were closed")),
        ),
    )
    steps_on: str = option(
        "web",
        N_("Show the steps of a check for"),
        "",
        (("web", N_("The website")), ("phone", N_("The phone app"))),
    )
    explained_browser: bool = option(False, N_("The app has explained how pages open in the browser"))
    seen_welcome: bool = option(False, N_("The first steps were shown"))

    def __post_init__(self) -> None:
        if not 1 <= self.lock_after_minutes <= 60:
            object.__setattr__(self, "lock_after_minutes", 10)
        if not 0 <= self.days_off < 128:
            object.__setattr__(self, "days_off", 0)
        for one in fields(self):
            allowed = [value for value, _label in one.metadata["choices"]]
            free = not allowed or one.name == "lock_after_minutes"
            if not free and getattr(self, one.name) not in (one.default, *allowed):
                object.__setattr__(self, one.name, one.default)

    def on_computer(self, whose: str) -> Settings:
        """Defaults for whose computer it is: the less private, the sooner it locks and the less it keeps."""
        minutes = {"mine": 10, "employer": 5, "shared": 2}.get(whose, 10)
        return replace(
            self, computer=whose, lock_after_minutes=minutes, notifications=False, keep_evidence=whose == "mine"
        )


def load(folder: Path) -> Settings:
    """The saved settings; the defaults where there are none or the file cannot be read."""
    try:
        found = json.loads((folder / FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    known = {one.name: one for one in fields(Settings)}
    kept: dict[str, Any] = {
        name: value for name, value in found.items() if name in known and type(value) is type(known[name].default)
    }
    return Settings(**kept)


def save(folder: Path, settings: Settings) -> None:
    """Replace the file in one step; a crash leaves the old one or the new one."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    temporary = folder / (FILE + ".tmp")
    temporary.write_text(json.dumps(asdict(settings), indent=2), encoding="utf-8")
    temporary.chmod(0o600)
    temporary.replace(folder / FILE)


class SettingsFile:
    """The settings as they are now, kept in step with the file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.now = load(folder)

    def change(self, **values: Any) -> Settings:
        """Change and save at once; gives the new settings."""
        return self.put(replace(self.now, **values))

    def hold(self, settings: Settings) -> Settings:
        """Change, and save where the disk lets us: what is small must not stand in the way of what the person does."""
        self.now = settings
        with suppress(OSError):
            save(self.folder, settings)
        return settings

    def put(self, settings: Settings) -> Settings:
        """Save and then change; `OSError` when the disk refused, and nothing has changed."""
        save(self.folder, settings)
        self.now = settings
        return settings
