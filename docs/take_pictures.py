"""Take the pictures of the guide anew: `python docs/take_pictures.py`.

It plays the demo (an invented person, a web that exists only on this computer), and keeps the pictures that the pages
in `docs` and the README show, made small: 256 colours, at most `MOST_BYTES` each.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

DOCS = Path(__file__).resolve().parent
PICTURES = DOCS / "pictures"
PAGES = (*DOCS.glob("*.md"), DOCS.parent / "README.md")
MOST_BYTES = 60_000
_SHOWN = re.compile(r"!\[[^\]]*\]\((?:docs/)?pictures/([a-z0-9_]+\.png)\)")


def shown() -> list[str]:
    """The names of the pictures that the pages show."""
    return sorted({name for page in PAGES for name in _SHOWN.findall(page.read_text(encoding="utf-8"))})


def play(folder: Path) -> Path:
    """Play the demo; gives the folder of its pictures."""
    command = [sys.executable, "-m", "ui.start", "demo", "--out", str(folder)]
    subprocess.run(command, check=True, cwd=DOCS.parent, stdout=subprocess.DEVNULL)
    return folder / "pictures"


def make_small(source: Path, to: Path) -> int:
    """The same picture with as many colours as fit into `MOST_BYTES`; gives its size in bytes."""
    picture = Image.open(source).convert("RGB")
    for colours in (256, 128, 64, 32):
        picture.quantize(colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(to, optimize=True)
        if to.stat().st_size <= MOST_BYTES:
            break
    return to.stat().st_size


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="footprint-pictures-") as folder:
        taken = play(Path(folder))
        for name in shown():
            size = make_small(taken / name, PICTURES / name)
            sys.stdout.write(f"{size:7} {name}\n")
    for old in PICTURES.glob("*.png"):
        if old.name not in shown():
            old.unlink()


if __name__ == "__main__":
    main()
