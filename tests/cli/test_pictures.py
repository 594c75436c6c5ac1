"""`footprint search picture`: kept, listed, compared, answered, taken out."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest

from benchmarks import portraits
from tests.cli.driver import App


def jpeg(folder: Path, name: str, number: int, change: str = "") -> str:
    image = portraits.picture(number)
    if change:
        image = portraits.CHANGES[change](image, random.Random(number))
    out = io.BytesIO()
    image.convert("RGB").save(out, "JPEG", quality=85)
    file = folder / name
    file.write_bytes(out.getvalue())
    return str(file)


@pytest.fixture
def ada(app: App) -> App:
    app.ok("person", "add", "name", "Ada Example")
    return app


def test_the_same_picture_on_two_accounts(ada: App, tmp_path: Path) -> None:
    insta = ada.data("account", "add", "instagram", "--handle", "ada.example")["id"]
    work = ada.data("account", "add", "linkedin", "--handle", "ada-example", "--purpose", "professional")["id"]
    kept = ada.data("search", "picture", "add", jpeg(tmp_path, "holiday in Otherton.jpg", 0), "--account", insta)
    assert kept["nature"] == "picture" and kept["accounts"] == [insta] and kept["mine"]
    assert "Otherton" not in str(ada.data("search", "picture", "list"))
    assert ada("search", "picture", "compare").code == 0
    ada.data("search", "picture", "add", jpeg(tmp_path, "b.jpg", 0, "resized"), "--account", work[:8])
    said = ada("search", "picture", "compare", json=True)
    assert said.code == 1
    (group,) = said.data["groups"]
    assert group["accounts"] == [insta, work] and group["crosses"] and group["guidance"] == "g24"
    assert "The same picture is on 2 of your accounts" in ada("search", "picture", "compare").out
    assert "Picture" not in ada("search", "picture", "remove", "zz").out
    ada.ok("search", "picture", "remove", kept["id"][:10])
    assert ada("search", "picture", "compare").code == 0


def test_somebody_with_my_name_and_my_picture(ada: App, tmp_path: Path) -> None:
    ada.data("search", "picture", "add", jpeg(tmp_path, "a.jpg", 0))
    added = ada.data("search", "add", "https://www.instagram.com/ada.example.real/")["findings"][0]["id"]
    ada.data("search", "picture", "add", jpeg(tmp_path, "b.jpg", 0, "circle"), "--finding", added)
    said = ada("search", "picture", "compare", json=True)
    assert said.code == 1 and said.data["profiles"][0]["asks"]
    told = ada.ok("search", "picture", "answer", added, "not-mine")
    assert "Report it to Instagram" in told and "**" not in told
    assert ada.data("search", "picture", "answer", added, "none")["answer"] == ""
    account = ada.data("search", "picture", "answer", added, "mine")["account_id"]
    assert [one["id"] for one in ada.data("account", "list")] == [account]


def test_wrong_use_and_no_picture(ada: App, tmp_path: Path) -> None:
    text = tmp_path / "words.txt"
    text.write_text("no picture", encoding="utf-8")
    said = ada("search", "picture", "add", str(text))
    assert said.code == 2 and "not a picture" in said.err
    both = ada("search", "picture", "add", jpeg(tmp_path, "a.jpg", 0), "--finding", "x", "--account", "y")
    assert both.code == 2
    assert "No picture yet." in ada.ok("search", "picture", "list")
    assert ada.data("search", "picture", "fetch") == {
        "sent": False, "plan": {"lines": [], "by_hand": []}, "pictures": [], "failures": [],
    }  # fmt: skip
