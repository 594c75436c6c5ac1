"""The log and the report: events, numbers and types get in, and nothing else can."""

from __future__ import annotations

import ast
import os
import sys
import threading
from pathlib import Path

import pytest

from footprint.cli.main import run
from footprint.logs import KEEP, Catcher, Event, Log, report, short_report

ROOT = Path(__file__).resolve().parents[2]
SECRET = "Wilhelmina-Okonkwo"


def broken() -> BaseException:
    secret = SECRET
    try:
        try:
            int(secret)
        except ValueError as problem:
            raise RuntimeError(f"about {secret} in /home/{secret}/notes") from problem
    except RuntimeError as problem:
        return problem


def elsewhere(tmp_path: Path) -> BaseException:
    """What breaks in a file that is not ours, whose name says something."""
    file = tmp_path / f"{SECRET}.py"
    try:
        exec(compile("def f():\n    raise KeyError('x')\nf()", str(file), "exec"), {})
    except KeyError as problem:
        return problem
    raise AssertionError


@pytest.fixture
def log(tmp_path: Path) -> Log:
    (tmp_path / "vault.keys").touch()
    return Log(tmp_path, largest=400)


def words(log: Log) -> str:
    return "".join(path.read_text() for path in sorted(log.path.parent.iterdir()))


def test_a_line_is_an_event_numbers_and_a_type(log: Log) -> None:
    log.note(Event.JOB_FAILED, problem=broken(), count=3, seconds=0.25)
    said = words(log)
    assert "job_failed count=3 seconds=0.250 builtins.RuntimeError tests/logs/test_logs.py" in said
    assert SECRET not in said and str(Path.home()) not in said


@pytest.mark.parametrize("values", [{"count": SECRET}, {"seconds": SECRET}, {"count": True}])
def test_there_is_nowhere_to_put_a_text(log: Log, values: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        log.note(Event.STARTED, **values)  # type: ignore[arg-type]  # what a type checker would refuse
    with pytest.raises(TypeError):
        log.note(SECRET)  # type: ignore[arg-type]  # likewise
    assert not log.path.exists()


def test_five_files_and_no_more(log: Log) -> None:
    for number in range(100):
        log.note(Event.STARTED, count=number)
    files = sorted(log.path.parent.iterdir())
    assert len(files) == KEEP and all(path.stat().st_size <= 400 for path in files)
    assert "count=99" in log.path.read_text() and "count=0\n" not in words(log)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_only_their_owner_can_read_them(log: Log) -> None:
    log.note(Event.STARTED)
    assert log.path.stat().st_mode & 0o777 == 0o600 and log.path.parent.stat().st_mode & 0o777 == 0o700


def test_nothing_is_written_where_no_vault_is_kept(tmp_path: Path) -> None:
    Log(tmp_path).note(Event.STARTED)
    assert not list(tmp_path.iterdir())


def test_a_log_that_cannot_be_written_gets_in_nobodys_way(log: Log) -> None:
    (log.folder / "logs").write_text("a file where the folder should be")
    log.note(Event.STARTED)


def test_the_report_says_where_and_nothing_of_the_person(tmp_path: Path) -> None:
    for problem in (broken(), elsewhere(tmp_path), type(SECRET, (Exception,), {})(SECRET)):
        said = report(problem) + short_report(problem)
        assert SECRET not in said and str(tmp_path) not in said and str(ROOT) not in said
    said = report(broken())
    assert (
        "RuntimeError" in said and "because of" in said and "ValueError" in said and "tests/logs/test_logs.py" in said
    )


def test_whatever_nobody_caught_is_noted_by_its_type_alone(log: Log, capsys: pytest.CaptureFixture[str]) -> None:
    heard: list[BaseException] = []
    catcher = Catcher(lambda: log, heard.append)
    try:
        problem = broken()
        sys.excepthook(type(problem), problem, problem.__traceback__)
        thread = threading.Thread(target=lambda: int(SECRET), name=SECRET)
        thread.start()
        thread.join()
        told = type("Told", (), {"exc_value": problem})()
        sys.unraisablehook(told)
    finally:
        catcher.let_go()
    said = words(log)
    assert [word in said for word in ("broke", "thread_broke", "left_over_broke")] == [True] * 3
    assert heard == [problem] and SECRET not in said
    assert SECRET not in "".join(capsys.readouterr())


class Breaking:
    """Windows that break."""

    def can_open(self) -> bool:
        return True

    def open(self, folder: Path, *, offline: bool = False, minimised: bool = False) -> int:
        raise ValueError(f"{SECRET} in {folder}")


def test_a_command_that_breaks_says_what_a_report_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "vault.keys").touch()
    code = run(["--vault", str(tmp_path), "open"], Breaking())  # type: ignore[arg-type]  # it takes no pictures
    said = capsys.readouterr().err
    assert "command_broke builtins.ValueError" in words(Log(tmp_path)) and SECRET not in words(Log(tmp_path))
    assert code == 1 and "builtins.ValueError" in said and "footprint/cli" in said
    assert SECRET not in said and str(tmp_path) not in said


def uses_logging(source: str) -> bool:
    wanted = {"logging", "faulthandler", "cgitb", "syslog"}
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import) and wanted & {one.name.partition(".")[0] for one in node.names}:
            return True
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] in wanted:
            return True
        if isinstance(node, ast.Attribute) and node.attr in ("print_exc", "print_exception", "format_exc", "qInfo"):
            return True
    return False


def test_there_is_one_log_and_no_other_way_to_write_one() -> None:
    files = [path for room in ("footprint", "ui") for path in (ROOT / room).rglob("*.py")]
    found = [path.relative_to(ROOT).as_posix() for path in files if uses_logging(path.read_text(encoding="utf-8"))]
    assert found == ["footprint/web/pinned.py"]  # it keeps another library's own log silent
    assert uses_logging("import logging.handlers") and uses_logging("traceback.print_exc()")
