"""What the command line may ask of the windows, without knowing Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from footprint.supervision.plans import PlanPage
    from footprint.workbench import Workbench


class Windows(Protocol):
    """Handed in by `ui.start`; the rest of the command line works without one."""

    def can_open(self) -> bool:
        """Whether there is a display."""

    def open(self, folder: Path, *, offline: bool = False, minimised: bool = False, packs: Path | None = None) -> int:
        """Open the app on this vault folder and stay until it is closed; gives the exit code. `packs`: where an
        organisation's pack is looked for."""

    def notify(self, title: str, words: str) -> bool:
        """Show a sentence as a notification of this computer; says whether it was taken."""

    def save_plan_page(self, page: PlanPage, path: Path) -> None:
        """The one page of a plan as a PDF."""

    def take_pictures(self, bench: Workbench, out: Path, say: Callable[[str], None]) -> list[Path]:
        """A picture of every screen in light and dark."""
