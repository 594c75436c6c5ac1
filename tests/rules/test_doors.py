"""The rules no linter knows: who may open a socket or the vault's files, where SQL stands, what an import may do."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(path for room in ("footprint", "ui") for path in (ROOT / room).rglob("*.py"))

NETWORK = {"requests", "urllib3", "http", "socket", "ssl", "socketserver", "ftplib", "smtplib", "aiohttp", "asyncio"}
NETWORK_INSIDE = {("urllib", "request"), ("PySide6", "QtNetwork"), ("PySide6", "QtWebEngineCore")}
MAY_USE_NETWORK = ("footprint/web/", "footprint/demo/")
# A second start rings here to bring the first window to the front; it reads nothing that is sent (`vault-design` 8.5).
EXCEPTIONS = {"ui/instance.py"}

SQL = re.compile(r"^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|BEGIN|DROP|ALTER|VACUUM|ATTACH|WITH)\s", re.DOTALL)


def place(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(tree: ast.AST) -> Iterator[tuple[str, ...]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (tuple(one.name.split(".")) for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield from ((*node.module.split("."), one.name) for one in node.names)


def uses_network(names: tuple[str, ...]) -> bool:
    return names[0] in NETWORK or names[:2] in NETWORK_INSIDE


def test_only_the_web_room_and_the_demo_open_sockets() -> None:
    found = [
        f"{place(path)} imports {'.'.join(names)}"
        for path in SOURCES
        if not place(path).startswith(MAY_USE_NETWORK) and place(path) not in EXCEPTIONS
        for names in imports(ast.parse(path.read_text(encoding="utf-8")))
        if uses_network(names)
    ]
    assert not found, "\n".join(found)


def test_one_file_calls_the_encrypted_store() -> None:
    found = [
        place(path)
        for path in SOURCES
        for names in imports(ast.parse(path.read_text(encoding="utf-8")))
        if names[0] in ("apsw", "sqlite3")
    ]
    assert set(found) == {"footprint/vault/connection.py"}


def strings(tree: ast.Module) -> Iterator[ast.Constant]:
    """Every text that is no docstring."""
    documented = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
            yield node


def test_sql_stands_in_stores_and_migrations_only() -> None:
    found = [
        f"{place(path)}:{node.lineno}"
        for path in SOURCES
        if path.name != "store.py" and not place(path).startswith("footprint/vault/")
        for node in strings(ast.parse(path.read_text(encoding="utf-8")))
        if SQL.match(str(node.value))
    ]
    assert not found, "\n".join(found)


def test_the_rules_above_can_fail() -> None:
    tree = ast.parse("import requests\nfrom urllib import request\nx = 'SELECT 1'\n'''SELECT as a sentence'''\n")
    assert [uses_network(names) for names in imports(tree)] == [True, True]
    assert [bool(SQL.match(str(node.value))) for node in strings(tree)].count(True) >= 1


IMPORT_ALL = """
import importlib, os, pkgutil, socket, sys
root, name = sys.argv[1], sys.argv[2]
sys.path.insert(0, root)
sys.dont_write_bytecode = True
done = []
def watch(event, values):
    if event in ("socket.connect", "socket.bind", "os.mkdir", "os.rename", "os.remove", "subprocess.Popen"):
        done.append((event, str(values[:1])))
    if event == "open" and isinstance(values[1], str) and set("wax+") & set(values[1]):
        done.append((event, str(values[0])))
package = importlib.import_module(name)
names = [one.name for one in pkgutil.walk_packages(package.__path__, name + ".")]
names = [one for one in names if not one.endswith(("__main__", ".reader"))]
sys.addaudithook(watch)
for one in names:
    importlib.import_module(one)
assert not done, done
print(len(names))
"""


@pytest.mark.parametrize("room", ["footprint", "ui"])
def test_importing_everything_opens_nothing_and_makes_nothing(room: str, tmp_path: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, str(ROOT), room],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
    assert int(answer.stdout) > 40
    assert not list(tmp_path.iterdir())


def test_the_core_never_loads_qt(tmp_path: Path) -> None:
    code = IMPORT_ALL + "\nassert not [one for one in sys.modules if one.startswith(('PySide6', 'shiboken6', 'ui.'))]\n"
    answer = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), "footprint"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=120,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr[-2000:]
