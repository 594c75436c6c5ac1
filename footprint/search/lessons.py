"""What the person's verdicts taught the matching: to be read, and to be forgotten."""

from __future__ import annotations

from footprint import person
from footprint.search import store
from footprint.search.learning import Learned, Lesson, learn
from footprint.search.matching import Profile, profile
from footprint.vault import Done, Vault


def learned(vault: Vault) -> tuple[Lesson, ...]:
    """Every lesson, what speaks for first. They come from the verdicts each time, so taking one back unlearns it."""
    return learned_for(vault, profile(person.details(vault), person.accounts(vault))).lessons


def learned_for(vault: Vault, who: Profile) -> Learned:
    """The lessons ready for comparing."""
    with vault.reading() as db:
        since, never = store.forgotten(db)
        judged = store.judged(db, since)
    found = learn(judged, who.life, who.names, who.table)
    return Learned(tuple(one for one in found.lessons if (one.kind, one.key) not in never), who.table)


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
