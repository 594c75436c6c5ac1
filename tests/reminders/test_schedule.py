"""The computer’s own scheduler: units its checker takes, quoting that survives every path, and nothing left behind."""

from __future__ import annotations

import configparser
import plistlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from footprint import traces
from footprint.reminders import schedule
from footprint.reminders.schedule import Answer, NotScheduled, Places, Scheduler, State, command, texts
from footprint.reminders.schedule.command import Command, for_desktop_file, for_systemd, for_windows
from footprint.reminders.schedule.login import startup_line

ODD = ("My notes", "Ada’s “notes”", 'a"b', "50% off", "$HOME", "back\\slash", "日本", "semi;colon & more", "tab")
paths = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="/"), min_size=1)
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


class System:
    """A system's own tools, by hand: remembers what it was told, and answers as the real ones do."""

    def __init__(self, *, there: bool = True, logged_in: bool = True) -> None:
        self.there, self.logged_in = there, logged_in
        self.calls: list[tuple[str, ...]] = []
        self.on: set[str] = set()
        self.xml = b""

    def __call__(self, words: Sequence[str]) -> Answer | None:
        self.calls.append(tuple(words))
        if not self.there:
            return None
        if words[0] == "systemctl":
            return self._systemctl(list(words[1:]))
        if words[0] == "launchctl":
            return self._launchctl(list(words[1:]))
        return self._schtasks(list(words[1:]))

    def _systemctl(self, words: list[str]) -> Answer:
        if not self.logged_in:
            return Answer(1)
        if "enable" in words:
            self.on.add(words[-1])
        if "disable" in words:
            self.on.discard(words[-1])
        return Answer(0 if "is-active" not in words or words[-1] in self.on else 3)

    def _launchctl(self, words: list[str]) -> Answer:
        if words[0] == "bootstrap":
            self.on.add(Path(words[-1]).stem)
        if words[0] == "bootout":
            self.on.discard(words[-1].rpartition("/")[2])
        return Answer(0 if words[0] != "list" or words[-1] in self.on else 113)

    def _schtasks(self, words: list[str]) -> Answer:
        name = words[words.index("/TN") + 1]
        if words[0] == "/Create":
            self.xml = Path(words[-1]).read_bytes()
            self.on.add(name)
        if words[0] == "/Delete":
            self.on.discard(name)
        return Answer(0 if words[0] != "/Query" or name in self.on else 1)


def places(home: Path, system: str) -> Places:
    return Places(system, home, home / ".config", home / "AppData" / "Roaming")


def everything(home: Path) -> set[Path]:
    return {path for path in home.rglob("*") if path.is_file() or path.is_symlink()}


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_on_is_on_off_leaves_nothing_and_twice_is_as_good_as_once(tmp_path: Path, system: str) -> None:
    home, folder = tmp_path / "home", tmp_path / "home" / "My notes"
    folder.mkdir(parents=True)
    tools = System()
    timer = Scheduler(places(home, system), tools, tmp_path)
    assert timer.state(folder) is State.OFF
    assert timer.turn_on(folder) is State.ON is timer.turn_on(folder)
    assert timer.state(folder) is State.ON and timer.files(folder) and tools.on
    assert timer.state(home / "other notes") is State.OFF, "each vault has its own"
    timer.turn_off(folder)
    timer.turn_off(folder)
    assert timer.state(folder) is State.OFF and not tools.on and not everything(home)
    assert not (home / ".config" / "systemd").exists()


def test_where_nobody_is_logged_in_to_systemd_it_begins_at_the_next_login(tmp_path: Path) -> None:
    timer = Scheduler(places(tmp_path, "linux"), System(logged_in=False), tmp_path)
    assert timer.turn_on(tmp_path / "notes") is State.WRITTEN
    assert timer.at.wanted(tmp_path / "notes").resolve() == timer.at.timer(tmp_path / "notes")
    timer.turn_off(tmp_path / "notes")
    assert not everything(tmp_path)


def test_without_a_scheduler_it_says_so(tmp_path: Path) -> None:
    timer = Scheduler(places(tmp_path, "linux"), System(there=False), tmp_path / "not booted")
    assert timer.state(tmp_path) is State.NOT_HERE
    for one in (timer, Scheduler(places(tmp_path, "x"), System())):
        with pytest.raises(NotScheduled):
            one.turn_on(tmp_path)
    assert not everything(tmp_path)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_opening_at_login_is_a_file_and_goes_with_it(tmp_path: Path, system: str) -> None:
    at, folder = places(tmp_path, system), tmp_path / "notes"
    assert not schedule.opens_at_login(at, folder)
    text = schedule.open_at_login(at, folder).read_text(encoding="utf-8")
    assert schedule.opens_at_login(at, folder) and "--minimised" in text
    schedule.do_not_open_at_login(at, folder)
    schedule.do_not_open_at_login(at, folder)
    assert not everything(tmp_path)


def test_a_wipe_takes_it_away_and_a_move_takes_it_along(tmp_path: Path) -> None:
    home, folder = tmp_path / "home", tmp_path / "notes"
    folder.mkdir()
    tools = System()
    timer = Scheduler(places(home, "linux"), tools, tmp_path)
    timer.turn_on(folder)
    schedule.open_at_login(timer.at, folder)
    assert schedule.follow(timer, folder, tmp_path / "new")
    assert timer.state(folder) is State.OFF and timer.state(tmp_path / "new") is State.ON
    assert schedule.follow(timer, tmp_path / "new", folder)
    (folder / "due.json").write_text("{}")
    (folder / "due.lock").touch()
    wiped = traces.wipe(folder, kinds=traces.all_kinds(scheduler=timer))
    assert {"due", "schedule", "login"} <= {one.name for one in wiped.removed}
    assert not everything(home) and not tools.on and not folder.exists()


# -- what is written is what is read ----------------------------------------------------------------


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd-analyze is not here")
@pytest.mark.parametrize("name", ODD)
def test_systemd_takes_the_units(tmp_path: Path, name: str) -> None:
    program = tmp_path / f"python {name}"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    place = tmp_path / name
    place.mkdir()
    units = tmp_path / "units"
    units.mkdir()
    call = Command(str(program), ("--vault", f"/home/ada/{name}", "remind", "due", "--notify"), place)
    (units / "check.service").write_text(texts.systemd_service(call), encoding="utf-8")
    (units / "check.timer").write_text(texts.systemd_timer(), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", "--recursive-errors=no", str(units / "check.timer"),
         str(units / "check.service")],
        capture_output=True, text=True, check=False, timeout=60,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 0 and str(units) not in done.stderr, done.stderr
    spoilt = units / "spoilt.service"
    spoilt.write_text(texts.systemd_service(call).replace("ExecStart=", "ExecStart=nowhere/"), encoding="utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", "--user", "--man=no", str(spoilt)], capture_output=True, check=False, timeout=60,
        env={"PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode != 0, "the checker can find a fault"


def quoted_words(line: str) -> list[str]:
    """Words in double quotes, with backslashes before what would end them."""
    return [re.sub(r"\\(.)", r"\1", word) for word in re.findall(r'"((?:\\.|[^"\\])*)"', line)]


def as_systemd(line: str) -> list[str]:
    """`ExecStart=` taken apart by the rules of systemd.syntax and systemd.service."""
    words = [one.replace("%%", "%") for one in quoted_words(line)]
    words[1:] = [one.replace("$$", "$") for one in words[1:]]
    return words[3:] if words[:2] == ["/bin/sh", "-c"] else words


def as_desktop(value: str) -> list[str]:
    """`Exec=` taken apart: first as a value of the file, then as a command line."""
    return quoted_words(value.replace("\\\\", "\\").replace("%%", "%"))


@given(st.lists(paths, min_size=1, max_size=4))
def test_systemd_reads_the_words_that_were_meant(words: list[str]) -> None:
    assert as_systemd(for_systemd(words)) == words


@given(st.lists(paths, min_size=1, max_size=4))
def test_a_desktop_reads_the_words_that_were_meant(words: list[str]) -> None:
    assert as_desktop(for_desktop_file(words)) == words


def as_windows(line: str) -> list[str]:
    """`CommandLineToArgvW`, by its documentation."""
    words, word, quoted, at, some = [], "", False, 0, False
    while at < len(line):
        slashes = 0
        while at < len(line) and line[at] == "\\":
            slashes, at = slashes + 1, at + 1
        if at < len(line) and line[at] == '"':
            word += "\\" * (slashes // 2)
            if slashes % 2:
                word += '"'
            else:
                quoted, some = not quoted, True
            at += 1
            continue
        word += "\\" * slashes
        if at < len(line):
            if line[at] in " \t" and not quoted:
                if word or some:
                    words.append(word)
                word, some = "", False
            else:
                word += line[at]
            at += 1
    return [*words, word] if word or some else words


@given(st.lists(paths, min_size=1, max_size=4))
def test_windows_reads_the_words_that_were_meant(words: list[str]) -> None:
    assert as_windows(for_windows(words)) == words


@pytest.mark.parametrize("name", ODD)
def test_the_desktop_file_is_one(name: str) -> None:
    call = Command(f"/opt/{name}/python", ("-m", "ui.start", "--vault", f"/home/ada/{name}"), Path(f"/srv/{name}"))
    read = configparser.RawConfigParser(delimiters="=", strict=True)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read_string(texts.desktop_entry(call))
    entry = read["Desktop Entry"]
    assert entry["Type"] == "Application" and entry["Name"] == "Online check" and entry["Terminal"] == "false"
    assert as_desktop(entry["Exec"]) == list(call.words)
    assert entry["Path"].replace("\\\\", "\\") == f"/srv/{name}"


def test_control_characters_in_a_path_are_refused() -> None:
    for write in (for_systemd, for_desktop_file):
        with pytest.raises(ValueError):
            write(["/opt/a\nExecStart=/bin/sh"])


@pytest.mark.parametrize("name", ODD)
def test_the_launch_agent_reads_back(name: str) -> None:
    call = Command("/usr/bin/python3", ("--vault", f"/Users/ada/{name}"), Path("/srv"))
    agent = plistlib.loads(texts.launch_agent(call, "check.footprint.remind-1", hourly=True))
    assert agent["ProgramArguments"] == list(call.words) and agent["StartInterval"] == 3600
    assert agent["RunAtLoad"] is True and agent["WorkingDirectory"] == "/srv"
    assert "StartInterval" not in plistlib.loads(texts.launch_agent(call, "x", hourly=False))


# The Task Scheduler's schema (version 1.2): the children of each element that is used, and, where it says a sequence,
# their order.
_TASK_CHILDREN = {
    "Task": ("RegistrationInfo", "Triggers", "Principals", "Settings", "Data", "Actions"),
    "RegistrationInfo": ("URI", "SecurityDescriptor", "Source", "Date", "Author", "Version", "Description"),
    "Triggers": ("BootTrigger", "LogonTrigger", "TimeTrigger", "CalendarTrigger"),
    "LogonTrigger": ("Repetition", "StartBoundary", "EndBoundary", "ExecutionTimeLimit", "Enabled", "UserId", "Delay"),
    "TimeTrigger": ("Repetition", "StartBoundary", "EndBoundary", "ExecutionTimeLimit", "Enabled", "RandomDelay"),
    "Repetition": ("Interval", "Duration", "StopAtDurationEnd"),
    "Principals": ("Principal",),
    "Principal": ("UserId", "LogonType", "GroupId", "DisplayName", "RunLevel"),
    "Settings": (
        "MultipleInstancesPolicy", "DisallowStartIfOnBatteries", "StopIfGoingOnBatteries", "AllowHardTerminate",
        "StartWhenAvailable", "RunOnlyIfNetworkAvailable", "WakeToRun", "Enabled", "Hidden", "DeleteExpiredTaskAfter",
        "IdleSettings", "AllowStartOnDemand", "RunOnlyIfIdle", "ExecutionTimeLimit", "Priority",
    ),
    "Actions": ("Exec",),
    "Exec": ("Command", "Arguments", "WorkingDirectory"),
}  # fmt: skip


def schema_faults(task: ElementTree.Element) -> list[str]:
    faults = []
    for element in task.iter():
        assert element.tag.startswith(TASK)
        name = element.tag.removeprefix(TASK)
        children = [child.tag.removeprefix(TASK) for child in element]
        allowed = _TASK_CHILDREN.get(name, ())
        faults += [f"{one} in {name}" for one in children if one not in allowed]
        known = [allowed.index(one) for one in children if one in allowed]
        if known != sorted(known):
            faults.append(f"order in {name}: {children}")
    return faults


@pytest.mark.parametrize("name", ODD)
def test_the_task_is_what_the_schema_wants(name: str) -> None:
    call = Command("C:\\Program Files\\Python\\pythonw.exe", ("--vault", f"C:\\Users\\Ada\\{name}"), Path("C:\\app"))
    text = texts.task_xml(call, "COUNCIL\\ada & co")
    task = ElementTree.fromstring(text.encode("utf-16"))
    assert not schema_faults(task)
    assert task.findtext(f".//{TASK}Command") == call.program
    assert as_windows(task.findtext(f".//{TASK}Arguments") or "") == list(call.arguments)
    assert {one.text for one in task.iter(f"{TASK}UserId")} == {"COUNCIL\\ada & co"}
    assert task.findtext(f".//{TASK}StartWhenAvailable") == "true"
    task.find(f"{TASK}Settings").append(ElementTree.Element(f"{TASK}Nonsense"))  # type: ignore[union-attr]
    assert schema_faults(task) == ["Nonsense in Settings"], "the check can find a fault"


def test_windows_gets_the_task_in_the_letters_it_reads(tmp_path: Path) -> None:
    tools = System()
    Scheduler(places(tmp_path, "win32"), tools).turn_on(tmp_path)
    assert tools.xml.startswith(b"\xff\xfe") and not list(tmp_path.glob("*.xml"))
    assert not schema_faults(ElementTree.fromstring(tools.xml))


def test_the_startup_file_of_windows_doubles_percent_signs() -> None:
    line = startup_line(Command("C:\\P y\\pythonw.exe", ("--vault", "C:\\50% off"), Path("C:\\app")))
    assert 'start "" "C:\\P y\\pythonw.exe" --vault "C:\\50%% off"\r\n' in line and line.startswith("@echo off\r\n")


def test_the_call_is_this_very_app(tmp_path: Path) -> None:
    call = command.remind(tmp_path)
    assert call.program == sys.executable and call.arguments[-3:] == ("remind", "due", "--notify")
    done = subprocess.run(list(call.words), capture_output=True, text=True, cwd=call.folder, timeout=60, check=False)
    assert done.returncode == 0 and not done.stderr, done.stderr
