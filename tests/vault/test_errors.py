"""Every problem can be shown as a page: what happened, what is safe, what to do, in short plain sentences."""

from __future__ import annotations

import re

import pytest

from footprint.i18n import use_language
from footprint.vault import (
    BackupFile,
    CodeMistyped,
    DatabaseDamaged,
    KeyringNotSet,
    KeyringUnavailable,
    Situation,
    VaultError,
    WeakPassphrase,
    errors,
)


def kinds() -> list[type[VaultError]]:
    found = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, VaultError)]
    return [one for one in found if one is not VaultError]


def made(kind: type[VaultError]) -> list[VaultError]:
    if kind is CodeMistyped:
        return [CodeMistyped((1, 3))]
    if issubclass(kind, KeyringUnavailable):
        return [kind(situation) for situation in Situation]
    return [WeakPassphrase("Use at least 4 words or 12 characters.") if kind is WeakPassphrase else kind()]


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_each_has_its_words(kind: type[VaultError]) -> None:
    for problem in made(kind):
        has_its_words(problem, kind)


def has_its_words(problem: VaultError, kind: type[VaultError]) -> None:
    assert problem.title
    assert problem.happened
    assert problem.do or kind is WeakPassphrase
    assert str(problem) == " ".join(part for part in (problem.happened, problem.safe, problem.do) if part)
    for sentence in re.split(r"(?<=\.)\s", str(problem)):
        assert len(sentence.split()) < 25
    assert not re.search(r"[!']|please|sorry|invalid|error|user\b|can't", f"{problem.title} {problem}", re.IGNORECASE)
    assert not problem.title.endswith(".")


def test_every_problem_the_design_names_is_there() -> None:
    names = {kind.__name__ for kind in kinds()}
    assert names >= {
        "NoVault",
        "KeysMissing",
        "KeysDamaged",
        "WrongSecret",
        "KeyringUnavailable",
        "DatabaseMissing",
        "DatabaseDamaged",
        "DatabaseTooNew",
        "InUse",
        "ReadOnlyPlace",
        "DiskFull",
    }


def test_each_situation_of_the_keyring_has_a_sentence_of_its_own() -> None:
    assert len({KeyringUnavailable(one).happened for one in Situation}) == len(Situation)
    assert all("passphrase" in KeyringNotSet(one).do for one in Situation)


def test_empty_parts_stay_empty_in_every_language(tmp_path: object) -> None:
    use_language("en_GB", errors.Path("nowhere"))
    assert errors.WrongSecret().safe == ""


def test_damage_carries_the_backups_to_offer(tmp_path: object) -> None:
    one = BackupFile(errors.Path("b.footprint"), errors.date(2026, 11, 16), False)
    assert DatabaseDamaged((one,)).backups == (one,)
    assert DatabaseDamaged().backups == ()


def test_a_code_that_is_none_at_all_is_not_blamed_on_groups() -> None:
    assert str(CodeMistyped((1, 2, 3, 4))).startswith("This does not look like a recovery code.")
    assert str(CodeMistyped((2, 4))).startswith("Groups 2, 4 of the code do not fit.")
