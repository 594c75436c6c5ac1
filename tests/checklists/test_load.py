"""Reading checklist files: strict, each fault named by file and place, and never at another file's cost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from footprint.checklists import load
from footprint.checklists.lint import lint_file
from footprint.errors import NotFound


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in load(folder).problems]


def test_the_readme_example_loads(folder: Path) -> None:
    library = load(folder)
    assert not library.problems
    assert [one.id for one in library.networks()] == ["chirp"]
    assert library.network("chirp").checks[0].choices[0].safer


@pytest.mark.parametrize(
    ("old", "new", "place", "what"),
    [
        ('detail = "Also', 'ulr = "Also', "checks[0].choices[1]", 'unknown field "ulr"'),
        ('risk = "medium"', 'risk = "huge"', "checks[1].risk", "'huge' is not one of the words"),
        ('why = "A device', '# why = "A device', "checks[1]", 'the field "why" is missing'),
        ("essential = true", "essential = 1", "checks[0].essential", "expected true or false, found a whole number"),
        ("minutes = 1", 'minutes = "1"', "checks[0].minutes", "expected a number, found text in quotes"),
        ('guidance = ["g28"]', 'guidance = "g28"', "checks[1].guidance", "expected a list"),
        ('group = "posts"', 'group = "psots"', "checks[0].group", "there is no group “psots”"),
        ('default = "anyone"', 'default = "Anyone"', "checks[0].default", "there is no choice “Anyone”"),
        ('id = "devices"', 'id = "future_posts"', "checks", "the id “future_posts” stands there 2 times"),
        ('id = "anyone"', 'id = "followers"', "checks[0].choices", "the id “followers” stands there 2 times"),
        ('id = "all_mine"', 'id = "not_found"', "checks[1].choices", "kept for the app’s own use"),
        ('id = "devices"', 'id = "My Devices"', "checks", "must be small letters"),
        ("[a-z0-9_]{3,20}", "[a-z", "profile.handle", "not a regular expression"),
        ("format = 1", "format = 2", "format", "reads format 1"),
        ('id = "chirp"', 'id = "chrip"', "id", "must be “chirp”"),
        ("[pages.delete]", "[pages.deleet]", "pages", 'unknown field "deleet"'),
        ('text = "Anyone', 'txet = "Anyone', "always_public[0]", 'unknown field "txet"'),
    ],
)
def test_a_fault_is_named_by_file_and_place(
    folder: Path, example: str, old: str, new: str, place: str, what: str
) -> None:
    assert old in example
    (folder / "chirp.toml").write_text(example.replace(old, new, 1), encoding="utf-8")
    library = load(folder)
    assert library.networks() == ()
    assert any(one.file == "chirp.toml" and one.place == place and what in one.text for one in library.problems), [
        str(one) for one in library.problems
    ]


def test_faults_in_several_checks_are_all_named_with_their_lines(folder: Path, example: str) -> None:
    broken = example.replace('risk = "high"', 'risk = "dire"').replace('risk = "medium"', 'rsik = "medium"')
    (folder / "chirp.toml").write_text(broken, encoding="utf-8")
    lines = broken.splitlines()
    heads = [at for at, line in enumerate(lines, 1) if line == "[[checks]]"]
    assert [one.line for one in load(folder).problems] == heads
    assert f"(near line {heads[0]})" in said(folder)[0]


def test_a_broken_file_costs_no_other(folder: Path, example: str) -> None:
    (folder / "broken.toml").write_text("format = ", encoding="utf-8")
    (folder / "latin.toml").write_bytes(b'name = "caf\xe9"')
    (folder / "deep.toml").write_text("a = " + "[" * 5000 + "]" * 5000, encoding="utf-8")
    library = load(folder)
    assert [one.id for one in library.networks()] == ["chirp"]
    assert [one.file for one in library.problems] == ["broken.toml", "deep.toml", "latin.toml"]
    assert "is not plain UTF-8 text" in str(library.problems[2])


def test_an_unknown_network_is_a_sentence_that_names_the_known_ones(folder: Path) -> None:
    with pytest.raises(NotFound, match="There are: chirp"):
        load(folder).network("twitter")


plain = st.text(max_size=12) | st.booleans() | st.integers(-(2**40), 2**40) | st.floats() | st.dates()
keys = st.sampled_from(["format", "id", "name", "checks", "choices", "profile", "pages", "groups", "zzz", "kind"])
values: st.SearchStrategy[Any] = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)


def toml(value: Any) -> str:
    """Just enough TOML writing for what the strategies make."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {toml(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return '"' + "".join(f"\\U{ord(one):08X}" for one in value if not 0xD800 <= ord(one) < 0xE000) + '"'
    return str(value)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dictionaries(keys, values, max_size=6))
def test_any_toml_gives_problems_and_never_an_error(folder: Path, content: dict[str, Any]) -> None:
    text = "".join(f"{key} = {toml(value)}\n" for key, value in content.items())
    (folder / "odd.toml").write_text(text, encoding="utf-8")
    library = load(folder)
    assert "odd" not in library
    assert library.problems
    assert "chirp" in library


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=60))
def test_any_bytes_give_problems_and_never_an_error(folder: Path, content: bytes) -> None:
    (folder / "odd.toml").write_bytes(content)
    assert [one.file for one in load(folder).problems][:1] == ["odd.toml"]


@settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_sound_file_with_any_one_value_changed_is_linted_without_an_error(
    folder: Path, example: str, data: st.DataObject
) -> None:
    lines = example.splitlines()
    at = data.draw(st.sampled_from([n for n, line in enumerate(lines) if " = " in line]))
    name = lines[at].split(" = ")[0]
    lines[at] = f"{name} = {toml(data.draw(values))}"
    (folder / "chirp.toml").write_text("\n".join(lines), encoding="utf-8")
    problems = lint_file(folder / "chirp.toml", frozenset({"g19", "g22", "g28"}), date(2026, 11, 16))
    assert all(problem.file == "chirp.toml" and problem.text for problem in problems)
