"""“Wrong flag”: silences a word, a lens or a post, and teaches the rule. All of it stays here and can be taken back.

Learning is simple enough to explain: a rule that was wrong three times for this person counts six tenths, after six
times three tenths. It then needs other words beside it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from footprint.archives.lenses import store
from footprint.archives.lenses.about import Quiet
from footprint.archives.lenses.around import RULE as AROUND
from footprint.archives.lenses.records import Silences, Wrong
from footprint.archives.lenses.texts import small
from footprint.archives.records import Flag
from footprint.ids import new_id
from footprint.vault import Done, Vault

_STEPS = ((6, 0.3), (3, 0.6))  # wrong so often: counts so much


def wrong_word(vault: Vault, flag: Flag) -> Done[Wrong]:
    """These words say nothing in this lens."""
    return _add(vault, Silences.WORD, flag, None)


def wrong_entry(vault: Vault, flag: Flag, entry_key: int) -> Done[Wrong]:
    """This lens has nothing to say on this post."""
    return _add(vault, Silences.ENTRY, flag, entry_key)


def wrong_lens(vault: Vault, flag: Flag) -> Done[Wrong]:
    """This lens looks no more; the same as choosing it off, in one step that can be undone."""
    with vault.writing() as write:
        one = Wrong(new_id(), Silences.LENS, flag.lens, flag.rule, small(flag.words), None, vault.now())
        store.add_wrong(write.db, one, write.now)
        store.choose(write.db, flag.lens, write.now, looks=False)
    return write.done(one)


def silenced(vault: Vault) -> tuple[Wrong, ...]:
    """All that was silenced, newest first."""
    with vault.reading() as db:
        return store.wrongs(db)


def listen_again(vault: Vault, wrong_id: str) -> Done[Wrong]:
    """Take one back. A lens that was silenced looks again."""
    with vault.writing() as write:
        one = store.wrong(write.db, wrong_id)
        store.remove_wrong(write.db, wrong_id, write.now)
        if one.silences is Silences.LENS:
            store.choose(write.db, one.lens, write.now, looks=True)
    return write.done(one)


def quiet_of(wrongs: Iterable[Wrong]) -> Quiet:
    """What a matcher leaves out, and which rules count less."""
    known = tuple(wrongs)
    words: dict[str, tuple[str, ...]] = {}
    for one in known:
        if one.silences is Silences.WORD:
            words[one.lens] = (*words.get(one.lens, ()), one.words)
    times = Counter((one.lens, one.rule) for one in known if one.rule != AROUND)
    return Quiet(words=words, factors={f"{lens}/{rule}": _factor(n) for (lens, rule), n in times.items() if n >= 3})


def silent_entries(wrongs: Iterable[Wrong]) -> frozenset[tuple[int, str]]:
    """(key of the entry, lens) where that lens has nothing to say."""
    return frozenset((one.entry, one.lens) for one in wrongs if one.entry is not None)


def _factor(times: int) -> float:
    return next((factor for least, factor in _STEPS if times >= least), 1.0)


def _add(vault: Vault, silences: Silences, flag: Flag, entry_key: int | None) -> Done[Wrong]:
    one = Wrong(new_id(), silences, flag.lens, flag.rule, small(flag.words), entry_key, vault.now())
    with vault.writing() as write:
        store.add_wrong(write.db, one, write.now)
    return write.done(one)
