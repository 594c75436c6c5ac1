#!/usr/bin/env python3
"""Set this project up and run it, with nothing but Python installed: `python3 dev.py help`."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from footprint import qt_libraries
from footprint.qt_libraries import has_display

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "set-up-for"
LOCK = HERE / "requirements.lock"

FONT_PACKAGE = "fonts-noto-core"
# (program, Debian package)
FOR_TESTS = (("gnome-keyring-daemon", "gnome-keyring"), ("dbus-run-session", "dbus"))


def say(words: str) -> None:
    print(words, flush=True)


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def call(*command: str | Path, quiet: bool = False) -> int:
    out = subprocess.DEVNULL if quiet else None
    return subprocess.run([str(part) for part in command], cwd=HERE, stdout=out, stderr=out, check=False).returncode


# -- setting up ------------------------------------------------------------------------------------


def missing_packages() -> list[str]:
    """Debian packages Qt needs here and does not find, and a font where there is none."""
    missing = qt_libraries.missing_packages(screen=has_display())
    folders = ("/usr/share/fonts/truetype/noto", "/usr/share/fonts/truetype/dejavu")
    if sys.platform.startswith("linux") and not any(Path(folder).exists() for folder in folders):
        missing.append(FONT_PACKAGE)
    return missing


def install_system_libraries() -> None:
    """Install what Qt misses where that needs no question; else say the exact command."""
    missing = missing_packages()
    if not missing:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    rights = _rights()
    if shutil.which("apt-get") and rights is not None:
        say(f"Installing what Qt needs: {' '.join(missing)}")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        call(*rights, "apt-get", "update", "-qq", quiet=True)
        if call(*rights, *install, quiet=True) == 0:
            return
    say("Qt needs some system libraries that are not here. Install them with:\n  sudo " + " ".join(install))


def _rights() -> tuple[str, ...] | None:
    """What to put before a command to install something without a question; None where a question would come."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and call("sudo", "-n", "true", quiet=True) == 0:
        return ("sudo", "-n")
    return None


def install_for_tests() -> None:
    """A password store of this computer, for the tests that try one; only where they can be had and are missing."""
    missing = [package for name, package in FOR_TESTS if shutil.which(name) is None]
    rights = _rights() if sys.platform.startswith("linux") and missing and shutil.which("apt-get") else None
    if rights is None:
        return
    say(f"Installing what some tests need: {' '.join(missing)}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    call(*rights, "apt-get", "update", "-qq", quiet=True)
    if call(*rights, "apt-get", "install", "-y", "--no-install-recommends", *missing, quiet=True) != 0:
        say("They could not be installed, so those tests will say that they were left out.")


def set_up() -> None:
    """Make the virtual environment with the pinned requirements; nothing to do the second time."""
    if sys.version_info < (3, 11):
        sys.exit("Footprint needs Python 3.11 or newer.")
    wanted = hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    done, _comma, screen = (STAMP.read_text() if STAMP.exists() else "").partition(",")
    if done != wanted or (has_display() and not screen):
        install_system_libraries()
    if done != wanted:
        install_requirements()
    STAMP.write_text(f"{wanted},{'with a screen' if has_display() or screen else ''}")


def install_requirements() -> None:
    if not venv_python().exists():
        say("Making a virtual environment in .venv")
        if call(sys.executable, "-m", "venv", VENV) != 0:
            sys.exit(
                "This Python cannot make virtual environments. On Debian or Ubuntu: sudo apt-get install python3-venv"
            )
    say("Installing the pinned requirements (about a minute the first time)")
    pip = (venv_python(), "-m", "pip", "--disable-pip-version-check", "install", "-q")
    if call(*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK) != 0:
        sys.exit("The requirements could not be installed. Check the internet connection, then run this again.")


# -- the commands ----------------------------------------------------------------------------------


def run(*arguments: str) -> int:
    """open the app (where there is no display: the demo, into demo-report)"""
    if has_display():
        return call(venv_python(), "-m", "ui.start", *arguments)
    say("There is no display here, so the demo runs instead and leaves its report in demo-report.")
    return demo()


def demo(*arguments: str) -> int:
    """the whole audit of an invented person, with pictures, into demo-report"""
    return call(venv_python(), "-m", "ui.start", "demo", *(arguments or ("--out", "demo-report")))


def test(*arguments: str) -> int:
    """the tests, on every processor at once; a file of tests stays together"""
    install_for_tests()
    return call(venv_python(), "-m", "pytest", *(arguments or ("-q", "-n", "auto", "--dist", "loadfile")))


def check(*_arguments: str) -> int:
    """lint, types and the rules of the house"""
    python = (venv_python(), "-m")
    steps: tuple[tuple[str | Path, ...], ...] = (
        (*python, "ruff", "check", "."),
        (*python, "ruff", "format", "--check", "."),
        (*python, "mypy"),
        (venv_python().with_name("lint-imports" + venv_python().suffix),),
        (*python, "pytest", "-q", "tests/rules"),
        (*python, "footprint", "checklists", "lint"),
    )
    return max([call(*step) for step in steps])


def bench(*arguments: str) -> int:
    """speed and memory, as ratios from one run"""
    return call(venv_python(), "-m", "benchmarks", *arguments)


def torture(*arguments: str) -> int:
    """the vault under everything that can go wrong, an hour or two; with --rows 1,2 --scale 0.1 less"""
    install_for_tests()
    return call(venv_python(), "-m", "tests.torture", *arguments)


def help(*_arguments: str) -> int:  # noqa: A001 - the word a newcomer types
    """this list"""
    for name, command in COMMANDS.items():
        say(f"  {name:<8} {command.__doc__}")
    return 0


COMMANDS = {"run": run, "test": test, "check": check, "demo": demo, "bench": bench, "torture": torture, "help": help}


def main() -> int:
    name, *arguments = sys.argv[1:] or ["help"]
    if name not in COMMANDS:
        help()
        return 2
    if name != "help":
        set_up()
    return COMMANDS[name](*arguments)


if __name__ == "__main__":
    sys.exit(main())
