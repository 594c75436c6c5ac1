"""The folder of a demo that runs is nobody's trace."""

from __future__ import annotations

from footprint.demo.folder import demo_folder
from footprint.vault.throwaway import is_left_over


def test_a_demo_that_runs_beside_a_wipe_keeps_its_folder() -> None:
    with demo_folder() as folder:
        assert folder.is_dir() and not is_left_over(folder)
    assert not folder.exists()
