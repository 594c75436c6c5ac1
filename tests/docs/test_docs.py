"""The pages people read: links lead somewhere, commands exist, words are plain and are those of the app."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import click
import pytest
from PIL import Image

from footprint.cli.main import root
from footprint.reading import MAX_GRADE, MAX_SENTENCE, reading
from tests.docs import pages

ROOT = pages.ROOT
GUIDE, MANAGERS, ACCESS = (ROOT / "docs" / f"{one}.md" for one in ("guide", "managers", "accessibility"))
COMMAND_LINE = ROOT / "docs" / "command-line.md"
HELP = ROOT / "resources" / "help" / "help.toml"
FOR_PEOPLE = (GUIDE, MANAGERS, ACCESS, ROOT / "docs" / "managers-guide.md", ROOT / "docs" / "first-response.md")
MOST_BYTES = 60_000
every_page = pytest.mark.parametrize("page", pages.PAGES, ids=pages.name)
plain_page = pytest.mark.parametrize("page", FOR_PEOPLE, ids=pages.name)

BANNED = re.compile(
    r"\b(please|sorry|oops|invalid|users?|click(?:s|ed|ing)?|compliance|threats?|osint|attack surface|exfiltrat\w+"
    r"|exposure score|configure|takedown|military grade)\b|100% private|!(?!\[)",
    re.IGNORECASE,
)
SHORT_NOT = re.compile(r"\b\w+n[’']t\b", re.IGNORECASE)
REGISTRIES = ("pypi", "pythonhosted", "npmjs", "anaconda", "rubygems", "golang")
MACHINE = re.compile(r"(?:^|[\s(`\"'])/(?:work|root|tmp)/", re.MULTILINE)
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


# -- nothing leads nowhere -----------------------------------------------------------------------------


@every_page
def test_links_lead_somewhere(page: Path) -> None:
    broken = []
    for where in pages.links(page):
        if re.match(r"(https|mailto):", where):
            continue
        file, _, anchor = where.partition("#")
        target = (page.parent / file).resolve() if file else page
        if not target.exists() or (anchor and anchor not in pages.anchors(target)):
            broken.append(where)
    assert not broken


@every_page
def test_pictures_exist_and_are_told_in_words(page: Path) -> None:
    for words, where in pages.pictures(page):
        path = page.parent / where
        assert path.exists(), where
        assert path.stat().st_size <= MOST_BYTES, where
        assert words.strip(), f"{where} is not told in words"
        with Image.open(path) as picture:
            picture.verify()


def test_every_picture_is_shown() -> None:
    shown = {(page.parent / where).resolve() for page in pages.PAGES for _words, where in pages.pictures(page)}
    assert not {path for path in (ROOT / "docs" / "pictures").iterdir() if path not in shown}


@every_page
def test_no_page_names_a_registry_or_a_place_on_one_machine(page: Path) -> None:
    text = pages.text_of(page)
    assert not [one for one in REGISTRIES if one in text.lower()]
    assert not MACHINE.findall(text)


# -- what is named exists --------------------------------------------------------------------------------


@every_page
def test_make_targets_exist(page: Path) -> None:
    known = re.findall(r"^([a-z]+):", pages.text_of(ROOT / "Makefile"), re.MULTILINE)
    named = re.findall(r"(?:^|`)make ([a-z]+)\b(?=[`\s])", pages.text_of(page), re.MULTILINE)
    assert set(named) <= set(known)


def test_commands_of_dev_are_targets_too() -> None:
    known = re.findall(r"^([a-z]+):", pages.text_of(ROOT / "Makefile"), re.MULTILINE)
    named = [name for page in pages.PAGES for name in re.findall(r"dev\.py ([a-z]+)", pages.text_of(page))]
    assert set(named) <= set(known)


def command(words: list[str]) -> tuple[click.Command, int]:
    """The command that these words lead to, and how many of them were needed."""
    at: click.Command = root
    for taken, word in enumerate(words):
        below = at.get_command(click.Context(at), word) if isinstance(at, click.Group) else None
        if below is None:
            return at, taken
        at = below
    return at, len(words)


def options(one: click.Command) -> set[str]:
    always = {"--help", "-h", "--version"}
    return always | {name for parameter in one.params for name in (*parameter.opts, *parameter.secondary_opts)}


def code(text: str) -> list[str]:
    """What stands in the text as code, a block line by line."""
    blocks = [line.strip() for block in re.findall(r"```\w*\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]
    return blocks + re.findall(r"`([^`]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))


@every_page
def test_commands_exist(page: Path) -> None:
    lines = [" ".join(one.split()) for one in code(pages.text_of(page))]
    named = [one.split()[1:] for one in lines if one.startswith(("footprint ", "python -m footprint "))]
    named = [words[2:] if words[:1] == ["-m"] else words for words in named]
    unknown = []
    for words in named:
        if not words or not re.fullmatch(r"[a-z-]+", words[0]):
            continue  # the shape of the whole line, with its words in capitals
        found, _taken = command(words)
        if found is root or (isinstance(found, click.Group) and not found.invoke_without_command):
            unknown.append(" ".join(words))
    assert not unknown


def sections() -> dict[tuple[str, ...], str]:
    """The sections of the page of the command line: the commands each is about, and its text."""
    parts = re.split(r"^### (.+)$", pages.text_of(COMMAND_LINE), flags=re.MULTILINE)[1:]
    bodies = (body.partition("\n## ")[0] for body in parts[1::2])
    return {tuple(re.findall(r"`([^`]+)`", head)): body for head, body in zip(parts[::2], bodies, strict=True)}


@pytest.mark.parametrize("about", sections(), ids=", ".join)
def test_a_section_is_about_commands_that_are_there(about: tuple[str, ...]) -> None:
    found = [command(one.split()) for one in about]
    assert [taken for _one, taken in found] == [len(one.split()) for one in about]
    groups = [one for one, _taken in found if isinstance(one, click.Group)]
    assert not [one.name for one in groups if not one.invoke_without_command]


@pytest.mark.parametrize("about", sections(), ids=", ".join)
def test_options_of_a_section_are_those_of_its_commands(about: tuple[str, ...]) -> None:
    known = options(root).union(*(options(command(one.split())[0]) for one in about))
    named = {
        name
        for one in code(re.sub(r"```.*?```", "", sections()[about], flags=re.DOTALL))
        for name in OPTION.findall(one)
    }
    assert named <= known


def test_the_page_of_the_command_line_has_every_command() -> None:
    described = {one for about in sections() for one in about}
    mentioned = {" ".join(one.split()[1:]) for one in code(pages.text_of(COMMAND_LINE)) if one.startswith("footprint ")}
    assert set(every_command(root)) <= described | mentioned


def every_command(group: click.Group, before: str = "") -> list[str]:
    context = click.Context(group)
    found: list[str] = []
    for name in group.list_commands(context):
        one = group.get_command(context, name)
        assert one is not None
        found += every_command(one, f"{before}{name} ") if isinstance(one, click.Group) else [f"{before}{name}"]
    return found


# -- words -----------------------------------------------------------------------------------------------


@plain_page
def test_words_are_plain(page: Path) -> None:
    words = pages.words_read(pages.text_of(page))
    measured = reading(words)
    assert measured.grade < MAX_GRADE
    assert measured.longest <= MAX_SENTENCE
    assert not BANNED.findall(words)
    assert not SHORT_NOT.findall(words)


@pytest.mark.parametrize("page", [GUIDE, MANAGERS], ids=pages.name)
def test_bold_words_stand_on_the_screen(page: Path) -> None:
    assert not [words for words in pages.bold(pages.text_of(page)) if not pages.is_on_screen(words)]


def topics() -> list[dict[str, object]]:
    found = tomllib.loads(HELP.read_text(encoding="utf-8"))["topic"]
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("topic", topics(), ids=lambda one: one["id"])
def test_help_is_short_plain_and_true_to_the_screen(topic: dict[str, object]) -> None:
    paragraphs = topic["text"]
    assert isinstance(paragraphs, list) and 1 <= len(paragraphs) <= 6
    text = "\n".join(paragraphs)
    measured = reading(text.replace("**", ""))
    assert measured.grade < MAX_GRADE and measured.longest <= MAX_SENTENCE
    assert not BANNED.findall(text) and not SHORT_NOT.findall(text)
    assert not [words for words in pages.bold(text) if not pages.is_on_screen(words)]


def test_every_page_has_its_help_and_all_help_has_its_page() -> None:
    named = re.compile(r'^    (?:safety_)?help_topic: ClassVar\[str\] = "(\w+)"$', re.MULTILINE)
    used = {topic for path in (ROOT / "ui").rglob("*.py") for topic in named.findall(pages.text_of(path))}
    assert used == {topic["id"] for topic in topics()}


def test_words_that_are_not_on_the_screen_are_noticed() -> None:
    assert pages.is_on_screen("More about Facebook") and pages.is_on_screen("Save and continue")
    assert not pages.is_on_screen("Save and carry on") and not pages.is_on_screen("Submit")


@pytest.mark.parametrize("page", [GUIDE, HELP], ids=pages.name)
def test_keys_are_those_of_the_app(page: Path) -> None:
    from ui.kit.keys import SHORTCUTS

    known = {key for one in SHORTCUTS for key in one.keys} | {"Ctrl+V", "Ctrl+Enter"}
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)\+(?:Shift\+)?\w+", pages.text_of(page))) - {"Shift+Tab"}
    assert named <= known
