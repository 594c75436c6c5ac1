"""The slot file under every hand: never another key, only two named errors, 2 s of the processor, 300 MB."""

from __future__ import annotations

import hashlib
import itertools
import sys
import time
from dataclasses import dataclass

import msgspec

from footprint import vault as v
from footprint.vault import keys, slotfile, slots
from footprint.vault.keys import DataKey, Strength
from footprint.vault.slots import SlotList
from tests.torture import doing
from tests.torture.kept import CODE, PHRASE
from tests.torture.killing import run_and_kill
from tests.torture.outcome import Outcome, Row, each

MOST_SECONDS, MOST_MEMORY = 2.0, 300_000_000
KEY = DataKey(bytes(range(32)))
NAMED = (v.KeysDamaged, v.WrongSecret)


def most_memory() -> int:
    """The most bytes this process ever had; 0 where the system does not say (Windows)."""
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def listed() -> SlotList:
    """A passphrase slot at the accepted floor, and one for a code."""
    made = tuple(slots.make_slot(KEY, "ab" * 16, one, "2026-11-16T14:30:00.000000Z", v.FLOOR) for one in (PHRASE, CODE))
    return slots.sealed(KEY, "ab" * 16, made)


def with_checksum(body: bytes) -> bytes:
    return body + b"\n" + hashlib.sha256(body).hexdigest()[:16].encode() + b"\n"


@dataclass
class Count:
    """How the tries ended."""

    tried: int = 0
    opened: int = 0
    slow: int = 0

    def enter(self, data: bytes, secret: slots.Secret) -> None:
        """One try; anything but the two named errors passes on and breaks the row."""
        start = time.process_time()
        try:
            slots.enter(slotfile.from_bytes(data), secret)
            self.opened += 1
        except NAMED:
            pass
        self.tried += 1
        self.slow += time.process_time() - start > MOST_SECONDS


def every_byte(runs: int) -> Outcome:
    """Every byte in `runs` of its bits (the first one when fewer), as it is and with the checksum made right again."""
    data, count = slotfile.to_bytes(listed()), Count()
    body, bits = data.split(b"\n")[0], range(8)[: max(1, runs)]
    for number in each(len(data), "bytes"):
        for bit in bits:
            flipped = bytearray(data)
            flipped[number] ^= 1 << bit
            count.enter(bytes(flipped), CODE)
            if number < len(body):
                count.enter(with_checksum(bytes(flipped[: len(body)])), CODE)
    against = _without_the_seal(body)
    return Outcome(
        count.tried, count.opened + count.slow, "all refused", against, "opened where nobody looks at the seal"
    )


def _without_the_seal(body: bytes) -> int:
    """The control: flips in the seal, and slots taken out, seen by a reader that unwraps the slot and asks no more."""
    opened = 0
    for at in range(len(body)):
        flipped = bytearray(body)
        flipped[at] ^= 1
        try:
            found = slotfile.from_bytes(with_checksum(bytes(flipped)))
        except v.KeysDamaged:
            continue
        for slot in found.of(slots.Way.CODE):
            key = keys.derive(CODE.characters.encode(), b"vault recovery slot 1", slot.salt)
            bound = slots._bound(found.vault, slot)
            opened += keys.unwrap(key, slot.nonce, slot.box, bound) is not None
    return opened


def by_phrase(runs: int) -> Outcome:
    """The same through the passphrase, which is slow by design: `runs` bytes, evenly over the file."""
    data, count = slotfile.to_bytes(listed()), Count()
    body = data.split(b"\n")[0]
    chosen = sorted({len(body) * one // runs for one in range(runs)})
    for number in each(len(chosen), "bytes"):
        flipped = bytearray(body)
        flipped[chosen[number]] ^= 1
        count.enter(with_checksum(bytes(flipped)), PHRASE)
    slots.enter(slotfile.from_bytes(data), PHRASE).key.drop()
    return Outcome(count.tried, count.opened + count.slow, "unchanged it opens")


def hostile_numbers(say: doing.Say) -> None:
    """Slot lists that ask for terabytes, for years, or for hardly anything; says what each cost."""
    whole = listed()
    phrase, code = whole.slots
    say("ready")
    asked = itertools.product(
        (0, 8, 64 * 1024, 256 * 1024, 257 * 1024, 2**30, 2**62), (0, 1, 3, 10**9), (0, 4, 255, 10**6)
    )
    for memory, passes, lanes in asked:
        numbers = Strength(memory, passes, lanes)
        if numbers.accepted or numbers == phrase.strength:
            continue
        weak = msgspec.structs.replace(phrase, memory=memory, passes=passes, lanes=lanes)
        count = Count()
        count.enter(slotfile.to_bytes(msgspec.structs.replace(whole, slots=(weak, code))), PHRASE)
        say("bad" if count.opened or count.slow else "refused")
    for some in ((code,), (phrase,), (code, phrase), (phrase, code, code), (phrase, phrase, code)):
        count = Count()
        count.enter(slotfile.to_bytes(msgspec.structs.replace(whole, slots=some)), CODE)
        say("bad" if count.opened or count.slow else "refused")
    for numbers in (Strength(64 * 1024, 3, 1), Strength(128 * 1024, 3, 4), Strength(64 * 1024, 4, 4)):
        weak = msgspec.structs.replace(phrase, memory=numbers.memory, passes=numbers.passes, lanes=numbers.lanes)
        count = Count()
        count.enter(slotfile.to_bytes(msgspec.structs.replace(whole, slots=(weak, code))), PHRASE)
        say("bad" if count.opened or count.slow else "refused")
    say(f"{most_memory() // 1_000_000} MB")


def tampered(_runs: int) -> Outcome:
    """Numbers of the derivation weakened or huge; slots taken out, doubled, moved."""
    if sys.platform == "win32":
        return Outcome(0, 0, skipped="memory is measured on POSIX")
    said = run_and_kill(hostile_numbers, after=None)
    *words, most = said.words
    over = int(most.split(" ")[0]) * 1_000_000 > MOST_MEMORY
    return Outcome(len(words), words.count("bad") + over, f"at most {most}")


ROWS = (
    Row("6", "slot file: every bit, checksum repaired or not", 8, every_byte),
    Row("6 phrase", "the same through the passphrase", 300, by_phrase),
    Row("6 numbers", "slot file: derivation weakened or huge, slots moved", 1, tampered),
)
