"""The wheel, installed in an environment of its own, runs the demo from there."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

from tests.cli.driver import ROOT

pytestmark = pytest.mark.slow


def run(*arguments: str | Path, cwd: Path) -> str:
    """One command that must succeed, far from the checkout and with nothing of this process's paths."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    done = subprocess.run(
        [str(one) for one in arguments], cwd=cwd, env=clean, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_the_wheel_runs_the_demo_in_a_clean_environment(tmp_path: Path) -> None:
    pytest.importorskip("build")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / "dist", ROOT, cwd=tmp_path)
    (wheel,) = (tmp_path / "dist").glob("footprint_check-*.whl")
    place = tmp_path / "environment"
    venv.create(place, with_pip=True)
    python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    run(python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=tmp_path)
    packages = Path(run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=tmp_path).strip())
    # What it depends on comes from the environment of the tests, so that no internet is needed.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    where = (
        "import footprint, ui, footprint.paths as p; print(footprint.__file__, ui.__file__, p.shipped('checklists'))"
    )
    for one in run(python, "-c", where, cwd=tmp_path).split():
        assert Path(one).is_relative_to(packages)
    assert (packages / "footprint" / "_bundled" / "resources").is_dir()
    command = python.with_name("footprint" + python.suffix)
    assert "no mistakes" in run(command, "checklists", "lint", cwd=tmp_path)
    done = json.loads(run(command, "--json", "demo", cwd=tmp_path))
    assert done["searched"] is True and done["items"] > 0 and done["requests_received"] > 0
