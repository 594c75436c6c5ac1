"""Words that stand nowhere else, put into every room, and the search for them in whatever is made afterwards."""

from __future__ import annotations

import base64
import html
from dataclasses import replace
from datetime import date
from urllib.parse import quote

from footprint import checklists, log, person, search
from footprint.checklists import stranger
from footprint.checklists.format import Sign
from footprint.log import incidents, ladder
from footprint.supervision import reflection, take
from footprint.vault import Vault

ITEMS = 20


class Secrets:
    """Hands out words that stand nowhere else, and remembers each. The hard letters make every escaping differ."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def word(self) -> str:
        self.given.append(f"qzk{len(self.given):03}vxj")
        return self.given[-1]

    def text(self) -> str:
        return f"Zoë & <{self.word()}> “s”"

    def address(self) -> str:
        return f"https://{self.word()}.example/{self.word()}?{self.word()}=1"


def spellings(secret: str) -> set[str]:
    """A word as it is, escaped, in percent and in base64 wherever in a longer text it stands."""
    raw = secret.encode()
    plain = {secret, html.escape(secret), quote(secret), "".join(f"%{byte:02x}" for byte in raw), raw.hex()}
    plain |= {"".join(f"&#{ord(letter)};" for letter in secret), "".join(f"&#x{ord(letter):x};" for letter in secret)}
    shifted = set()
    for before in range(3):
        whole = base64.b64encode(bytes(before) + raw).decode()
        shifted.add(whole[(0, 2, 3)[before] : len(whole) - (4 if whole.endswith("=") else 0)])
    wide = base64.b64encode(secret.encode("utf-16-le")).decode().rstrip("=")
    return {one.lower() for one in {*plain, *shifted, wide[:-2]}}


def leaks(page: str, secrets: list[str]) -> list[str]:
    text = page.lower()
    return [one for one in secrets if any(spelling in text for spelling in spellings(one))]


def fill(vault: Vault, library: checklists.Library) -> Secrets:
    """Something secret in every box of every room."""
    secrets = Secrets()
    network = library.networks()[0]
    for kind in person.DetailKind:
        if kind not in (person.DetailKind.EMAIL, person.DetailKind.PHONE):
            person.add_detail(vault, kind, secrets.word())
    person.add_detail(vault, person.DetailKind.EMAIL, f"{secrets.word()}@{secrets.word()}.example")
    person.add_account(vault, network.id, handle=secrets.word(), label=secrets.text())
    check = network.checks[0]
    checklists.answer(vault, network, check, decision=checklists.Decision.NOT_FOR_ME, reason=secrets.text())
    checklists.note(vault, network, check, secrets.text())
    look = stranger.begin(vault, network)
    for sign in list(Sign)[:4]:
        look = stranger.keep(vault, look, sign, note=secrets.text()).value
    search.record_look(vault, "google", secrets.word(), nothing=True)
    search.add_pasted(vault, "\n".join(secrets.address() for _at in range(5)))
    for at in range(ITEMS):
        item = an_item(vault, secrets, network.id if at % 2 else secrets.word(), at)
        log.add_text(vault, item.id, secrets.text(), address=secrets.address())
    log.add_page(vault, item.id, f"<p>{secrets.text()}</p>".encode(), f"{secrets.word()}.html")
    note = incidents.add(
        vault, incidents.Kind.CONTACT, what=secrets.text(), place=secrets.text(), concerns=secrets.text(),
        agreed=secrets.text(), wanted=secrets.text(),
    ).value  # fmt: skip
    incidents.tell(vault, note.id, secrets.text(), at=secrets.word())
    incidents.add_proof(vault, note.id, secrets.word().encode(), secrets.word())
    take.add(vault, secrets.text())
    reflection.keep(vault, replace(reflection.begin(vault), looked=secrets.text(), learned=secrets.text()))
    incidents.set_contact(vault, incidents.Post.MANAGER, name=secrets.text(), phone=secrets.word())
    return secrets


def an_item(vault: Vault, secrets: Secrets, network: str, at: int) -> log.Item:
    new = log.New(
        secrets.text(), address=secrets.address(), place=secrets.text(), network=network, kind=list(log.Kind)[at % 5],
        origin=log.Origin.KNOWN, contact=secrets.text(), notes=secrets.text(), due=date(2027, 3, 4),
    )  # fmt: skip
    item = log.add(vault, new).value
    if at % 3 == 0:
        values = {"to": secrets.word(), "me": secrets.word(), "where": "there", "reason": "It is about me."}
        letter = log.draft(vault, item, values=values, relation=log.Relation.FRIEND)
        log.sent(vault, item.id, letter)
        text = f"I will not take it down. {secrets.word()}"
        ladder.answered(vault, item.id, ladder.read_reply(text), text=text, keep=True)
    log.move(vault, [item.id], log.State.GONE if at % 4 == 0 else log.State.KEPT, note=secrets.text())
    return item


def kept(vault: Vault, secrets: Secrets) -> set[str]:
    """The secrets that really stand somewhere in the vault."""
    with vault.reading() as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        cells = [cell for name in tables for row in db.execute(f'SELECT * FROM "{name}"') for cell in row]
    whole = "\n".join(cell.decode("utf-8", "replace") if isinstance(cell, bytes) else str(cell) for cell in cells)
    return {one for one in secrets.given if one in whole.lower()}
