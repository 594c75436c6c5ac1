"""The files the schedulers read: systemd's timer and service, launchd's agent, the Task Scheduler's XML, autostart."""

from __future__ import annotations

import plistlib
from xml.sax.saxutils import escape

from footprint.reminders.schedule.command import Command, for_desktop_file, for_systemd, for_windows, path_for_systemd

_EVERY_MINUTES = 60
NAME = "Online check"  # seen in lists of what is scheduled, by whoever looks over a shoulder


def systemd_service(command: Command) -> str:
    folder = f"WorkingDirectory={path_for_systemd(command.folder)}\n" if command.folder else ""
    return (
        f"[Unit]\nDescription={NAME}\n\n"
        f"[Service]\nType=oneshot\n{folder}ExecStart={for_systemd(command.words)}\n"
        # Nothing due, a locked disk or no desktop yet is no failure to show in red: the next hour tries again.
        "SuccessExitStatus=0 1 2 3\nNice=10\n"
    )


def systemd_timer() -> str:
    """Every hour, and at once after the computer was off; whether anything is said is the app's to decide."""
    return (
        f"[Unit]\nDescription={NAME}\n\n"
        "[Timer]\nOnCalendar=hourly\nPersistent=true\nRandomizedDelaySec=120\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )


def launch_agent(command: Command, label: str, *, hourly: bool) -> bytes:
    """A launchd agent: at login, and with `hourly` every hour. After sleep launchd makes up for one missed call."""
    agent: dict[str, object] = {
        "Label": label,
        "ProgramArguments": list(command.words),
        "RunAtLoad": True,
        "ProcessType": "Background" if hourly else "Interactive",
    }
    if hourly:
        agent["StartInterval"] = _EVERY_MINUTES * 60
    if command.folder:
        agent["WorkingDirectory"] = str(command.folder)
    return plistlib.dumps(agent, sort_keys=False)


def task_xml(command: Command, user: str) -> str:
    """A task for the Task Scheduler (schema version 1.2): at logon and every hour, made up for when it was missed."""
    folder = f"\n      <WorkingDirectory>{escape(str(command.folder))}</WorkingDirectory>" if command.folder else ""
    who = f"\n      <UserId>{escape(user)}</UserId>"
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo>
    <Description>{NAME}</Description>
  </RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Enabled>true</Enabled>{who}
      <Delay>PT2M</Delay>
    </LogonTrigger>
    <TimeTrigger>
      <Repetition>
        <Interval>PT{_EVERY_MINUTES}M</Interval>
        <StopAtDurationEnd>false</StopAtDurationEnd>
      </Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals>
    <Principal id="Author">{who.replace(chr(10) + "      ", chr(10) + "      ")}
      <LogonType>InteractiveToken</LogonType>
      <RunLevel>LeastPrivilege</RunLevel>
    </Principal>
  </Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <Enabled>true</Enabled>
    <Hidden>false</Hidden>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
  </Settings>
  <Actions Context="Author">
    <Exec>
      <Command>{escape(command.program)}</Command>
      <Arguments>{escape(for_windows(command.arguments))}</Arguments>{folder}
    </Exec>
  </Actions>
</Task>
"""


def desktop_entry(command: Command) -> str:
    """XDG autostart: starts with the desktop session. The path is a plain value, where only backslashes count."""
    folder = str(command.folder).replace("\\", "\\\\") if command.folder else ""
    path = f"Path={folder}\n" if folder else ""
    return (
        f"[Desktop Entry]\nType=Application\nVersion=1.0\nName={NAME}\nExec={for_desktop_file(command.words)}\n{path}"
        "Terminal=false\nX-GNOME-Autostart-enabled=true\n"
    )
