"""The lint rules, each with a file that breaks it, and the files that ship."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from footprint.checklists import load
from footprint.checklists.lint import lint, lint_file

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 16)
SHIPPED = sorted((ROOT / "checklists").glob("*.toml"))


def faults(folder: Path, text: str) -> list[tuple[str, str]]:
    (folder / "chirp.toml").write_text(text, encoding="utf-8")
    problems = lint_file(folder / "chirp.toml", frozenset({"g19", "g22", "g28"}), TODAY)
    return [(one.place, one.text) for one in problems]


def test_the_readme_example_is_sound(folder: Path) -> None:
    report = lint(folder, today=TODAY)
    assert report.sound, [str(one) for one in report.problems]
    assert report.files == ("chirp.toml",)


def test_an_empty_folder_is_not_a_clean_result(tmp_path: Path) -> None:
    report = lint(tmp_path, today=TODAY)
    assert not report.sound
    assert "no checklist file" in str(report.problems[0])


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_a_file_that_ships_is_sound(path: Path) -> None:
    known = frozenset(f"g{n:02}" for n in range(1, 80))
    assert [str(one) for one in lint_file(path, known, date.today())] == []


def test_the_three_networks_ship() -> None:
    assert {"facebook", "linkedin", "whatsapp"} <= {path.stem for path in SHIPPED}
    library = load(ROOT / "checklists")
    assert not library.problems


LINK = 'link = "https://www.chirp.example/settings/privacy"'
POSTS = 'source = "https://help.chirp.example/posts"'
WEB = 'web = ["Open **Settings**.", "Choose **Privacy**, then **Posts**.", "Choose **Followers**."]\n'
GUIDE = "Bird watchers' guide to Chirp, 4 March 2026"

BROKEN = [
    ('name = "Chirp"', 'name = " "', "name", "is empty"),
    ('summary = "Short posts that anyone can read."', 'summary = ""', "summary", "is empty"),
    ("essential = true", "essential = false", "checks", "none is essential"),
    ('/{handle}"\nhandle', '/"\nhandle', "profile.address", "must hold {handle} once"),
    ('example = "ada_example"\n', "", "profile.example", "give an invented handle"),
    ('example = "ada_example"', 'example = "Ada Example"', "profile.handle", "does not fit the example"),
    ("[a-z0-9_]{3,20}", ".*", "profile.handle", "fits anything"),
    ('note = "Chirp has no 2-step verification."\n', "", "pages.two_step", "if there is no such page, say so"),
    (f'source = "{GUIDE}"', 'source = " "', "pages.two_step.source", "say where this comes from"),
    ("verified = 2026-03-04", "verified = 2026-11-17", "pages.two_step.verified", "in the future"),
    ('source = "https://help.chirp.example/handles"', f'source = "{GUIDE}"', "profile.confidence", "official"),
    (POSTS, 'source = "https://guide.example/chirp"', "checks[0].confidence", "official"),
    (POSTS, 'source = "https://chirp.example.evil.example/"', "checks[0].confidence", "official"),
    ('guidance = ["g28"]', 'guidance = ["g80"]', "checks[1].guidance", "there is no statement “g80”"),
    ('guidance = ["g28"]', "guidance = []", "checks[1].guidance", "at least one statement"),
    ("minutes = 1", "minutes = 0", "checks[0].minutes", "between 0 and 60"),
    ("minutes = 1", "minutes = nan", "checks[0].minutes", "between 0 and 60"),
    ("minutes = 1", "again = 48", "checks[0].again", "up to 36"),
    ("look = true\n", "", "checks[1].choices", "mark the safer one"),
    ("safer = true", "", "checks[0].choices", "mark the safer one"),
    ('label = "Yes, all of them"', 'label = "Yes, all of them"\nsafer = true', "checks[1].look", "only looks"),
    ('detail = "Also people who are not signed in"', "safer = true", "checks[0].choices", "not all of them"),
    ('label = "Anyone"', 'label = "followers only"', "checks[0].choices", "a label of its own"),
    (
        '[[checks.choices]]\nid = "one_unknown"\nlabel = "No, I signed one out"\n',
        "",
        "checks[1].choices",
        "at least two",
    ),
    (WEB, "", "checks[0].web", "steps are missing"),
    ('where = "both"', 'where = "web"', "checks[0].phone", "has steps, though"),
    (
        'phone = ["Open the app and choose your picture.", "Choose **Dev',
        'phone = ["", "Choose **Dev',
        "checks[1].phone",
        "an empty step",
    ),
    ('title = "Who can', 'was = ["devices"]\ntitle = "Who can', "checks[0].was", "another check’s id"),
    (
        'title = "Who can',
        'split_into = ["gone"]\nretired = true\ntitle = "Who can',
        "checks[0].split_into",
        "no other check",
    ),
    ('title = "Who can', 'split_into = ["devices"]\ntitle = "Who can', "checks[0].split_into", "retired = true"),
    ('title = "Who can', 'retired = true\ntitle = "Who can', "checks[0].essential", "cannot be essential"),
    (
        'title = "Signing in"\n',
        'title = "Signing in"\n\n[[groups]]\nid = "spare"\ntitle = "Spare"\n',
        "groups[2]",
        "no check is in",
    ),
    (LINK, 'link = "http://www.chirp.example/"', "checks[0].link", "not an https address"),
    (LINK, 'link = "https://"', "checks[0].link", "not an https address"),
    (LINK, 'link = "javascript:alert(1)"', "checks[0].link", "not an https"),
    (LINK, 'link = "https://a@chirp.example/"', "checks[0].link", "not an https"),
    (LINK, 'link = "https://chirp.example/{id}"', "checks[0].link", "only {handle}"),
    (
        'help = "https://help.chirp.example/posts"',
        'help = "help.chirp.example"',
        "checks[0].help",
        "not an https address",
    ),
    ('"Open **Settings**."', '"Click **Settings**."', "checks[0].web[0]", "“Click” is not a word we use"),
    ('why = "A device', 'why = "Please look. A device', "checks[1].why", "“Please” is not a word we use"),
    ('why = "A device you do not', "why = \"A device you don't", "checks[1].why", "write “don't” out"),
    ('may be someone else in your account."', 'may be someone else!"', "checks[1].why", "exclamation mark"),
    ('title = "Do you', 'title = "**Do** you', "checks[1].title", "cannot hold bold"),
    ('"Open **Settings**."', '"Open *Settings*."', "checks[0].web[0]", "only **bold** is understood"),
    ('"Open **Settings**."', '"Open **Settings."', "checks[0].web[0]", "only **bold** is understood"),
    ('"Open **Settings**."', '"Open <b>Settings</b>."', "checks[0].web[0]", "only **bold** is understood"),
    ('"Open **Settings**."', '"Open [it](https://a.example)."', "checks[0].web[0]", "only **bold** is understood"),
    ('why = "A device', f'why = "{"It is so and " * 7}A device', "checks[1].why", "has a sentence of"),
    (
        'why = "A device you do not know may be someone else in your account."',
        'why = "Unauthorised organisational infrastructure necessitates individual accountability considerations '
        'regarding authentication, authorisation and verification procedures before continuing operations."',
        "checks[1].why",
        "reads at grade",
    ),
]


@pytest.mark.parametrize(("old", "new", "place", "what"), BROKEN, ids=[f"{n} {row[2]}" for n, row in enumerate(BROKEN)])
def test_each_rule_names_what_breaks_it(folder: Path, example: str, old: str, new: str, place: str, what: str) -> None:
    assert old in example
    found = faults(folder, example.replace(old, new, 1))
    assert any(at == place and what in text for at, text in found), found


def test_twelve_essentials_are_the_most(folder: Path, example: str) -> None:
    at = example.index("[[checks]]")
    first = example[at : example.index("[[checks]]", at + 1)]
    more = "".join(first.replace('id = "future_posts"', f'id = "future_{n}"') for n in range(11))
    assert faults(folder, example + more) == []
    more += first.replace('id = "future_posts"', 'id = "future_12"')
    assert faults(folder, example + more) == [("checks", "13 are essential; 12 is the most")]


def test_a_domain_the_network_owns_makes_its_pages_official(folder: Path, example: str) -> None:
    moved = example.replace(POSTS, 'source = "https://about.bird.example/posts"')
    assert [place for place, _what in faults(folder, moved)] == ["checks[0].confidence"]
    assert faults(folder, moved.replace('start = "', 'domains = ["bird.example"]\nstart = "')) == []


def test_the_networks_own_words_are_not_ours_to_mend(folder: Path, example: str) -> None:
    theirs = example.replace('"Open **Settings**."', '"Open **Users you may click**."').replace(
        'label = "Anyone"', 'label = "“Any user”"'
    )
    assert faults(folder, theirs) == []


def test_the_guidance_is_linted_too(folder: Path, tmp_path: Path) -> None:
    words = (ROOT / "resources" / "guidance" / "social-care.toml").read_text(encoding="utf-8")
    changed = tmp_path / "guidance.toml"
    changed.write_text(
        words.replace("Think before you post words", "Please think before you post words"), encoding="utf-8"
    )
    assert [one.place for one in lint(folder, guidance=changed, today=TODAY).problems] == ["g37.text"]
    changed.write_text(words.replace('id = "g02"', 'id = "g01"'), encoding="utf-8")
    assert "stands there twice" in str(lint(folder, guidance=changed, today=TODAY).problems[0])
