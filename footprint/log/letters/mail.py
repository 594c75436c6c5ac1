"""A letter on its way out of the app: as a link for the person's mail program, or as a file. Nothing is sent here.

Each asks the vault once more who put it there (`letters.to_send`): a letter may have been drafted before that changed.
"""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import quote

from footprint.log.letters.drafting import Letter, to_send
from footprint.vault import Vault

LONGEST_LINK = 2_000
"""The longest `mailto:` link that is handed over. Windows passes on at most 2,081 characters of any address
(github.com/electron/electron/issues/9987), and mail programs there were measured to stop at 2,046."""


def mail_link(vault: Vault, letter: Letter) -> str:
    """A `mailto:` link; where no address is known, the person fills it in there. `BlankLeft` when a blank is left.

    It may be longer than `LONGEST_LINK`; then it is not to be opened, for the message could be cut short unseen.
    """
    lines = to_send(vault, letter).replace("\r\n", "\n").replace("\n", "\r\n")
    to, subject = quote(letter.address, safe="@"), quote(letter.subject, safe="")
    return f"mailto:{to}?subject={subject}&body={quote(lines, safe='')}"


def as_eml(vault: Vault, letter: Letter) -> bytes:
    """The letter as a draft that mail programs open ready to be sent. No sender is in it: the program fills that in.

    `X-Unsent: 1` is how Outlook marks a message that was not sent. `BlankLeft` when a blank is left.
    """
    message = EmailMessage(policy=SMTP)
    if letter.address and letter.address.isascii():
        message["To"] = letter.address
    message["Subject"] = " ".join(letter.subject.split())
    message["X-Unsent"] = "1"
    message.set_content(to_send(vault, letter) + "\n", charset="utf-8", cte="quoted-printable")
    return message.as_bytes()


def as_text(vault: Vault, letter: Letter) -> str:
    """The letter as plain words, its subject on the first line. `BlankLeft` when a blank is left."""
    return f"{letter.subject}\n\n{to_send(vault, letter)}\n"
