"""Drawn pictures as files, and the networks the app ships."""

from __future__ import annotations

import io
import random
from collections.abc import Callable

import pytest

from benchmarks import portraits
from footprint import checklists, paths
from footprint.checklists import Library


@pytest.fixture(scope="session")
def library() -> Library:
    return checklists.load(paths.shipped("checklists"))


@pytest.fixture
def jpeg() -> Callable[..., bytes]:
    def made(number: int, change: str = "") -> bytes:
        image = portraits.picture(number)
        if change:
            image = portraits.CHANGES[change](image, random.Random(number))
        out = io.BytesIO()
        image.convert("RGB").save(out, "JPEG", quality=85)
        return out.getvalue()

    return made
