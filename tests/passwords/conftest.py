"""An invented person with accounts, and a door that leads to the loopback web alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from footprint import checklists, person
from footprint.checklists import Library
from footprint.demo.web import LoopbackWeb
from footprint.paths import shipped
from footprint.person import DetailKind
from footprint.vault import Vault
from footprint.web import Web


@pytest.fixture
def loopback() -> Iterator[LoopbackWeb]:
    with LoopbackWeb() as web:
        yield web


@pytest.fixture
def door(vault: Vault, loopback: LoopbackWeb) -> Web:
    return Web(
        vault,
        offline=lambda: False,
        resolver=loopback.resolver,
        dial=loopback.dial,
        authority=loopback.authority,
        pace=0,
        total=5,
    )


@pytest.fixture(scope="session")
def library() -> Library:
    return checklists.load(shipped("checklists"))


@pytest.fixture
def ada(vault: Vault) -> Vault:
    """A vault that knows who its person is and where they have accounts."""
    person.add_detail(vault, DetailKind.NAME, "Ada Example")
    person.add_detail(vault, DetailKind.TOWN, "Otherton")
    person.add_detail(vault, DetailKind.EMPLOYER, "Exampleshire County Council")
    person.add_detail(vault, DetailKind.EMAIL, "ada.bluebell@mail.example")
    person.add_detail(vault, DetailKind.PHONE, "07700 900123")
    person.add_account(vault, "facebook", handle="ada.example.4821")
    person.add_account(vault, "instagram")
    person.add_account(vault, "x", handle="ada_example")
    person.add_account(vault, "linkedin")
    return vault


@pytest.fixture
def put(tmp_path: Path) -> object:
    """Write bytes into a file of a name."""

    def write(name: str, data: bytes) -> Path:
        file = tmp_path / name
        file.write_bytes(data)
        return file

    return write
