"""What the person's verdicts taught the matching: to be read, and to be forgotten."""

from __future__ import annotations

from footprint.search import store
from footprint.search.matching.judging import learned_now
from footprint.search.matching.learning import Lesson
from footprint.vault import Done, Vault


def learned(vault: Vault) -> tuple[Lesson, ...]:
    """Every lesson, what speaks for first. They come from the verdicts each time, so taking one back unlearns it."""
    return learned_now(vault).lessons


def forget_lesson(vault: Vault, lesson: Lesson) -> Done[Lesson]:
    """Never count this lesson again. What was said about the results stays."""
    with vault.writing() as write:
        store.forget_lesson(write.db, lesson.kind, lesson.key, write.now)
    return write.done(lesson)


def forget_all_lessons(vault: Vault) -> Done[int]:
    """Start learning anew from now; gives how many lessons were forgotten. What was said about the results stays."""
    lessons = len(learned(vault))
    with vault.writing() as write:
        store.forget_lesson(write.db, "", "", write.now)
    return write.done(lessons)
