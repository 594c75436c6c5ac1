"""The pack in use: kept as it came beside the vault, looked at again each time it is read, at most one at a time.

The file holds nothing of the person's. Which file it must be, and whose key signed it, stands in the vault: a file that
was swapped or altered is left out and said. Nothing is ever taken into use without the person.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from footprint.dates import day_in_words
from footprint.i18n import _
from footprint.ids import new_id
from footprint.packs import store
from footprint.packs.format import LensWords
from footprint.packs.records import NotAPack, Pack, PackError
from footprint.packs.uses import ENDING, FOLDER, Source, Use
from footprint.packs.zipped import read_bytes
from footprint.vault import Done, Vault
from footprint.vault.disk import disk_problems, is_file, is_folder, private_folder, replace_file

_MOST_WAITING = 20  # files looked at in the organisation's folder


@dataclass(frozen=True)
class InUse:
    """The pack that layers over what ships, and when it was taken."""

    pack: Pack
    use: Use


@dataclass(frozen=True)
class Offered:
    """A pack that could be used: shown before anything changes. `before` is the one in use now, of whoever it is."""

    data: bytes
    pack: Pack
    source: Source
    before: Pack | None = None
    known_mark: str = ""

    @property
    def update(self) -> bool:
        """Whether it is another version of the pack in use."""
        return self.before is not None and self.before.id == self.pack.id

    @property
    def other_key(self) -> bool:
        """Signed with another key than this organisation's pack was before: refused until the marks were compared."""
        return bool(self.known_mark) and self.known_mark != self.pack.fingerprint


class Shelf:
    """The packs of one vault. `read` makes a pack of bytes, and `check` also holds it against what ships.

    `folders` are where an organisation may have put one. Safe to be asked from any thread.
    """

    def __init__(
        self,
        folder: Path,
        vault: Vault,
        *,
        read: Callable[[bytes], Pack],
        check: Callable[[bytes], Pack],
        folders: tuple[Path, ...] = (),
    ) -> None:
        self._folder, self._vault = folder / FOLDER, vault
        self._read, self._check = read, check
        self.folders = folders
        self._lock = threading.Lock()
        self._found: InUse | None = None
        self._problem = ""
        self._looked = False

    # -- what is in use ----------------------------------------------------------------------------

    def now(self) -> InUse | None:
        """The pack in use. Its file is read when this is first asked, and after `renew`."""
        with self._lock:
            if not self._looked:
                self._found, self._problem = self._look()
                self._looked = True
            return self._found

    @property
    def pack(self) -> Pack | None:
        found = self.now()
        return None if found is None else found.pack

    def lens_words(self) -> tuple[LensWords, ...]:
        """The words the pack in use gives to the lenses about work, as they stand; whose they are says `pack`."""
        pack = self.pack
        return pack.lenses.words if pack is not None else ()

    @property
    def problem(self) -> str:
        """Why the pack that should be in use is left out; "" where all is well."""
        self.now()
        return self._problem

    def renew(self) -> None:
        """Another one may be in use by now."""
        with self._lock:
            self._looked = False

    def use_of_vault(self) -> Use | None:
        """What the vault says is in use, whether its file can be read or not."""
        with self._vault.reading() as db:
            return store.in_use(db)

    def before(self) -> Use | None:
        """The version to go back to: the one of the same organisation that was in use before, if its file is there."""
        with self._vault.reading() as db:
            now, uses = store.in_use(db), store.uses(db)
        if now is None:
            return None
        older = (one for one in uses if one.pack == now.pack and one.version < now.version)
        found = next(iter(sorted(older, key=lambda one: -one.version)), None)
        return found if found is not None and is_file(self._file(found.sha256)) else None

    def _look(self) -> tuple[InUse | None, str]:
        use = self.use_of_vault()
        if use is None:
            return None, ""
        try:
            data = read_bytes(self._file(use.sha256))
            if hashlib.sha256(data).hexdigest() != use.sha256:
                words = _("The file of the pack from {organisation} was altered, so it is left out. Choose it again.")
                return None, words.format(organisation=use.organisation)
            return InUse(self._read(data), use), ""
        except PackError:
            words = _("The file of the pack from {organisation} cannot be read, so it is left out. Choose it again.")
            return None, words.format(organisation=use.organisation)

    def _file(self, sha256: str) -> Path:
        return self._folder / f"{sha256[:32]}{ENDING}"

    # -- before it is used -------------------------------------------------------------------------

    def offer(self, path: Path, source: Source = Source.PERSON) -> Offered:
        """What taking the file would mean. Raises `PackError` with a sentence for one that cannot be used."""
        if not is_file(path):
            raise NotAPack((), _("Choose a file that is there, not a folder. Nothing changed."))
        return self.offer_bytes(read_bytes(path), source)

    def offer_bytes(self, data: bytes, source: Source = Source.PERSON) -> Offered:
        pack = self._check(data)
        with self._vault.reading() as db:
            uses, use = store.uses(db), store.in_use(db)
        mine = [one for one in uses if one.pack == pack.id]
        now = self.pack
        if use is not None and use.pack == pack.id:
            self._refuse_older(pack, use, readable=now is not None)
        elif mine:
            newest = max(mine, key=lambda one: one.version)
            if pack.version < newest.version:
                raise self._older(pack, newest)
        known = mine[0].fingerprint if mine else ""
        return Offered(data, pack, source, now, known)

    def _refuse_older(self, pack: Pack, use: Use, *, readable: bool) -> None:
        if pack.version < use.version:
            raise self._older(pack, use)
        if pack.version == use.version and readable:
            if pack.sha256 == use.sha256:
                raise PackError((), _("This pack is in use already. Nothing changed."))
            raise PackError(
                (),
                _("This file differs from the pack in use and has the same number, {n}. Nothing changed.").format(
                    n=pack.version
                ),
            )

    def _older(self, pack: Pack, use: Use) -> PackError:
        words = _("This is version {old}, made on {day}. You had version {new} already. Nothing changed.")
        return PackError((), words.format(old=pack.version, day=day_in_words(pack.manifest.made), new=use.version))

    def waiting(self) -> Offered | None:
        """A pack that the organisation put on this computer and the person has not answered yet. Never raises."""
        for path in self._waiting_files():
            try:
                data = read_bytes(path)
                if not self._is_answered(hashlib.sha256(data).hexdigest()):
                    return self.offer_bytes(data, Source.ORGANISATION)
            except PackError:
                continue  # older, or not fit to use: `on_this_computer` says which
        return None

    def _is_answered(self, sha256: str) -> bool:
        """In use, or put off: known by its hash, without what ships being read to hold it against."""
        with self._vault.reading() as db:
            use = store.in_use(db)
            return (use is not None and use.sha256 == sha256) or store.is_put_off(db, sha256)

    def on_this_computer(self) -> tuple[Offered | str, ...]:
        """Every pack in the organisation's folder: what can be used, or in words why a file cannot."""
        found: list[Offered | str] = []
        for path in self._waiting_files():
            try:
                found.append(self.offer(path, Source.ORGANISATION))
            except PackError as problem:
                found.append(f"{path.name}: {problem}")
        return tuple(found)

    def _waiting_files(self) -> tuple[Path, ...]:
        files: list[Path] = []
        for folder in self.folders:
            if is_folder(folder):
                try:
                    files += sorted(one for one in folder.glob(f"*{ENDING}") if is_file(one))
                except OSError:
                    continue
        return tuple(files[:_MOST_WAITING])

    # -- changing it -------------------------------------------------------------------------------

    def use(self, offered: Offered, *, compared: str = "") -> Done[Use]:
        """Use it from now on, in place of any other. `compared`: the mark of a new key, as the organisation gave it.

        Raises `PackError` where the key is another one and its mark was not compared.
        """
        if offered.other_key and plain_mark(compared) != plain_mark(offered.pack.fingerprint):
            raise PackError((), _("Compare the mark of the new key with your organisation first. Nothing changed."))
        self._keep(offered)
        pack = offered.pack
        with self._vault.writing() as write:
            store.end(write.db, write.now)
            use = Use(
                id=new_id(),
                pack=pack.id,
                organisation=pack.organisation,
                version=pack.version,
                made=pack.manifest.made,
                fingerprint=pack.fingerprint,
                sha256=pack.sha256,
                source=offered.source,
                taken_at=write.instant,
            )
            store.add(write.db, use, write.now)
        self.renew()
        return write.done(use)

    def _keep(self, offered: Offered) -> None:
        private_folder(self._folder)
        replace_file(self._file(offered.pack.sha256), offered.data)

    def remove(self) -> Done[Use | None]:
        """Use no pack. Its file and every answer to its checks stay, so that all of it can come back."""
        with self._vault.writing() as write:
            use = store.in_use(write.db)
            store.end(write.db, write.now)
        self.renew()
        return write.done(use)

    def go_back(self) -> Done[Use]:
        """Use the version before again. Raises `PackError` where there is none."""
        older = self.before()
        if older is None:
            raise PackError((), _("There is no version before this one. Nothing changed."))
        data = read_bytes(self._file(older.sha256))
        pack = self._read(data)
        if pack.sha256 != older.sha256:
            raise PackError((), _("The file of the version before was altered. Nothing changed."))
        return self.use(Offered(data, pack, older.source), compared=older.fingerprint)

    def put_off(self, offered: Offered) -> Done[str]:
        """Not now: this very file is not offered by itself again."""
        with self._vault.writing() as write:
            store.put_off(write.db, offered.pack.sha256, write.now)
        return write.done(offered.pack.sha256)

    def forget_files(self) -> None:
        """Delete the files that no row of the vault leads to any more."""
        with self._vault.reading() as db:
            kept = {self._file(one.sha256).name for one in store.uses(db)}
        if is_folder(self._folder):
            with disk_problems():
                for path in self._folder.glob(f"*{ENDING}"):
                    if path.name not in kept:
                        path.unlink(missing_ok=True)


def plain_mark(mark: str) -> str:
    """A mark of a key without what people put between its groups."""
    return "".join(one for one in mark.casefold() if one.isalnum())
