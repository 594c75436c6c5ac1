"""`docs/supervision.md` prints the type of a summary: it is the one the app has, member for member."""

from __future__ import annotations

import ast
import re

from footprint.supervision import summary
from footprint.supervision.summary import Network
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "supervision.md").read_text(encoding="utf-8")
RECORDS = (ROOT / "footprint" / "supervision" / "summary" / "records.py").read_text(encoding="utf-8")


def members(source: str) -> dict[str, list[str]]:
    """Every class by name, with what is assigned or annotated in its body, word for word."""
    return {
        one.name: [ast.unparse(line) for line in one.body if isinstance(line, ast.Assign | ast.AnnAssign)]
        for one in ast.parse(source).body
        if isinstance(one, ast.ClassDef)
    }


def test_the_type_that_is_printed_is_the_type_there_is() -> None:
    printed = "\n".join(re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))
    shown, real = members(printed), members(RECORDS)
    assert set(shown) == {"Area", "Network", "Month", "Tens", "Summary"}
    assert shown == {name: real[name] for name in shown}


def test_the_page_says_the_sentence_and_the_number_of_networks() -> None:
    assert f"“{summary.opening()}”" in PAGE
    assert f"from a list of {len(Network) - 1}, and “Another network”" in PAGE
