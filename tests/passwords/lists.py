"""Lists of logins as each manager writes them, made for invented people. Every password in them is made up."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """One login, before it is written in somebody's shape."""

    title: str
    url: str
    username: str
    password: str
    totp: str = ""
    changed: int = 1_700_000_000  # 14 November 2023


def table(header: str, rows: Sequence[Sequence[object]], *, quoted: bool = False) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerow(header.split(","))
    writer.writerows(rows)
    return out.getvalue().encode()


def bitwarden_csv(entries: Sequence[Entry]) -> bytes:
    header = "folder,favorite,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp"
    rows = [("", "", "login", e.title, "", "", 0, e.url, e.username, e.password, e.totp) for e in entries]
    note = ("", "", "note", "A note", "nothing", "", 0, "", "", "", "")
    return table(header, [*rows, note])


def bitwarden_csv_archived(entries: Sequence[Entry]) -> bytes:
    header = "folder,favorite,type,name,notes,fields,reprompt,archivedDate,login_uri,login_username,"
    header += "login_password,login_totp"
    rows = [("", "", "login", e.title, "", "", 0, "", e.url, e.username, e.password, e.totp) for e in entries]
    return table(header, rows)


def bitwarden_organisation(entries: Sequence[Entry]) -> bytes:
    header = "collections,type,name,notes,fields,reprompt,login_uri,login_username,login_password,login_totp"
    rows = [("Home", "login", e.title, "", "", 0, e.url, e.username, e.password, e.totp) for e in entries]
    return table(header, rows)


def bitwarden_json(entries: Sequence[Entry]) -> bytes:
    items = [
        {
            "id": str(at), "type": 1, "name": e.title, "revisionDate": "2025-01-01T00:00:00.000Z",
            "creationDate": "2023-11-14T22:13:20.000Z", "deletedDate": None,
            "login": {
                "uris": [{"match": None, "uri": e.url}], "username": e.username, "password": e.password,
                "totp": e.totp or None, "passwordRevisionDate": None,
            },
        }
        for at, e in enumerate(entries)
    ]  # fmt: skip
    deleted = {**items[0], "deletedDate": "2024-01-01T00:00:00Z"} if items else {"type": 2, "name": "Note"}
    return json.dumps({"encrypted": False, "folders": [], "items": [*items, deleted]}).encode()


def proton_csv(entries: Sequence[Entry]) -> bytes:
    header = "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault"
    rows = [
        ("login", e.title, e.url, "", e.username, e.password, "", e.totp, e.changed, e.changed, "Personal")
        for e in entries
    ]
    return table(header, [*rows, ("note", "A note", "", "", "", "", "x", "", 1, 1, "Personal")])


def proton_csv_autofill(entries: Sequence[Entry]) -> bytes:
    header = "type,name,url,autofillUrls,email,username,password,note,totp,createTime,modifyTime,vault"
    rows = [
        ("login", e.title, e.url, "", e.username, "", e.password, "", e.totp, e.changed, e.changed, "Personal")
        for e in entries
    ]
    return table(header, rows)


def proton_csv_old(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password, "", e.totp) for e in entries]
    return table("name,url,username,password,note,totp", rows)


def proton_json(entries: Sequence[Entry]) -> bytes:
    def item(e: Entry, state: int = 1) -> dict[str, object]:
        return {
            "itemId": "x", "shareId": "y", "state": state, "createTime": e.changed, "modifyTime": e.changed,
            "data": {
                "metadata": {"name": e.title, "note": "", "itemUuid": "z"}, "extraFields": [], "type": "login",
                "content": {
                    "itemEmail": "", "itemUsername": e.username, "password": e.password, "urls": [e.url],
                    "totpUri": e.totp, "passkeys": [],
                },
            },
        }  # fmt: skip

    items = [item(e) for e in entries] + [item(e, 2) for e in entries[:1]]
    whole = {"version": "1.21.2", "userId": "u", "encrypted": False, "vaults": {"v": {"name": "P", "items": items}}}
    return json.dumps(whole).encode()


def zipped(name: str, content: bytes, **more: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
        for other, bytes_ in more.items():
            archive.writestr(other.replace("__", "."), bytes_)
    return out.getvalue()


def proton_zip(entries: Sequence[Entry]) -> bytes:
    return zipped("Proton Pass/data.json", proton_json(entries))


def onepassword_csv(entries: Sequence[Entry]) -> bytes:
    header = "Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes"
    rows = [(e.title, e.url, e.username, e.password, e.totp, "false", "false", "", "") for e in entries]
    return table(header, rows)


def onepassword_csv_old(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password, "", "Login") for e in entries]
    return table("Title,URL,Username,Password,Notes,Type", rows)


def onepassword_1pux(entries: Sequence[Entry]) -> bytes:
    def item(e: Entry) -> dict[str, object]:
        one_time = [{"title": "one-time password", "id": "TOTP_1", "value": {"totp": e.totp}}] if e.totp else []
        return {
            "uuid": "u", "favIndex": 0, "createdAt": 1_600_000_000, "updatedAt": e.changed, "state": "active",
            "categoryUuid": "001",
            "details": {
                "loginFields": [
                    {"value": e.username, "name": "user", "fieldType": "T", "designation": "username"},
                    {"value": e.password, "name": "pw", "fieldType": "P", "designation": "password"},
                ],
                "sections": [{"title": "", "name": "s", "fields": one_time}],
                "passwordHistory": [],
            },
            "overview": {"title": e.title, "url": e.url, "urls": [{"label": "site", "url": e.url}], "tags": []},
        }  # fmt: skip

    note = {"uuid": "n", "categoryUuid": "003", "details": {"notesPlain": "x"}, "overview": {"title": "A note"}}
    whole = {"accounts": [{"attrs": {}, "vaults": [{"attrs": {}, "items": [*map(item, entries), note]}]}]}
    return zipped("export.data", json.dumps(whole).encode(), export__attributes=b'{"version":3}')


def keepassxc_csv(entries: Sequence[Entry]) -> bytes:
    header = "Group,Title,Username,Password,URL,Notes,TOTP,Icon,Last Modified,Created"
    rows = [
        (
            "Root",
            e.title,
            e.username,
            e.password,
            e.url,
            "",
            e.totp,
            "0",
            "2023-11-14T22:13:20Z",
            "2020-01-01T00:00:00Z",
        )
        for e in entries
    ]
    return table(header, rows, quoted=True)


def keepassxc_csv_old(entries: Sequence[Entry]) -> bytes:
    rows = [("Root", e.title, e.username, e.password, e.url, "") for e in entries]
    return table("Group,Title,Username,Password,URL,Notes", rows, quoted=True)


def keepass_xml(entries: Sequence[Entry]) -> bytes:
    from xml.etree.ElementTree import Element, SubElement, tostring

    root = Element("KeePassFile")
    SubElement(SubElement(root, "Meta"), "RecycleBinUUID").text = "AAAA"
    group = SubElement(SubElement(root, "Root"), "Group")
    SubElement(group, "UUID").text = "BBBB"

    def put(parent: Element, e: Entry) -> Element:
        entry = SubElement(parent, "Entry")
        values = {"Title": e.title, "UserName": e.username, "Password": e.password, "URL": e.url, "otp": e.totp}
        for key, value in values.items():
            if value:
                string = SubElement(entry, "String")
                SubElement(string, "Key").text = key
                SubElement(string, "Value").text = value
        times = SubElement(entry, "Times")
        SubElement(times, "LastModificationTime").text = "2023-11-14T22:13:20Z"
        return entry

    for e in entries:
        put(SubElement(put(group, e), "History"), e)
    thrown_away = SubElement(group, "Group")
    SubElement(thrown_away, "UUID").text = "AAAA"
    for e in entries[:1]:
        put(thrown_away, e)
    return b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + tostring(root)


def keepass2_csv(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.username, e.password, e.url, "") for e in entries]
    return table("Account,Login Name,Password,Web Site,Comments", rows, quoted=True)


def chrome(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password, "") for e in entries]
    return table("name,url,username,password,note", rows)


def chrome_old(entries: Sequence[Entry]) -> bytes:
    return table("name,url,username,password", [(e.title, e.url, e.username, e.password) for e in entries])


def firefox(entries: Sequence[Entry]) -> bytes:
    header = "url,username,password,httpRealm,formActionOrigin,guid,timeCreated,timeLastUsed,timePasswordChanged"
    rows = [(e.url, e.username, e.password, "", e.url, "{1}", 1, 1, e.changed * 1000) for e in entries]
    return table(header, rows, quoted=True)


def apple(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password, "", e.totp) for e in entries]
    return table("Title,URL,Username,Password,Notes,OTPAuth", rows)


def apple_old(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password, e.totp) for e in entries]
    return table("Title,Url,Username,Password,OTPAuth", rows)


def apple_zip(entries: Sequence[Entry]) -> bytes:
    return zipped("Passwords.csv", apple(entries))


def lastpass(entries: Sequence[Entry]) -> bytes:
    rows = [(e.url, e.username, e.password, e.totp, "", e.title, "", 0) for e in entries]
    note = ("http://sn", "", "", "", "a note", "Note", "", 0)
    return table("url,username,password,totp,extra,name,grouping,fav", [*rows, note])


def lastpass_old(entries: Sequence[Entry]) -> bytes:
    rows = [(e.url, e.username, e.password, "", e.title, "", 0) for e in entries]
    return table("url,username,password,extra,name,grouping,fav", rows)


def dashlane(entries: Sequence[Entry]) -> bytes:
    header = "username,username2,username3,title,password,note,url,category,otpSecret"
    rows = [(e.username, "", "", e.title, e.password, "", e.url, "", e.totp) for e in entries]
    return table(header, rows)


def dashlane_new(entries: Sequence[Entry]) -> bytes:
    return dashlane(entries).replace(b"otpSecret", b"otpUrl")


def dashlane_zip(entries: Sequence[Entry]) -> bytes:
    return zipped("credentials.csv", dashlane(entries), ids__csv=b"type,number\n", securenotes__csv=b"title,note\n")


def other(entries: Sequence[Entry]) -> bytes:
    rows = [(e.title, e.url, e.username, e.password) for e in entries]
    return table("Titel,Webseite,Benutzername,Passwort", rows).replace(b",", b";")


Writer = Callable[[Sequence[Entry]], bytes]

# The shape, who wrote it, whether it tells of two-step, whether it tells of dates.
SHAPES: dict[str, tuple[Writer, str, bool, bool]] = {
    "bitwarden.csv": (bitwarden_csv, "bitwarden", True, False),
    "bitwarden archived.csv": (bitwarden_csv_archived, "bitwarden", True, False),
    "bitwarden organisation.csv": (bitwarden_organisation, "bitwarden", True, False),
    "bitwarden.json": (bitwarden_json, "bitwarden", True, True),
    "proton.csv": (proton_csv, "proton", True, True),
    "proton autofill.csv": (proton_csv_autofill, "proton", True, True),
    "proton old.csv": (proton_csv_old, "proton", True, False),
    "proton.json": (proton_json, "proton", True, True),
    "proton.zip": (proton_zip, "proton", True, True),
    "1password.csv": (onepassword_csv, "1password", True, False),
    "1password old.csv": (onepassword_csv_old, "1password", False, False),
    "1password.1pux": (onepassword_1pux, "1password", True, True),
    "keepassxc.csv": (keepassxc_csv, "keepassxc", True, True),
    "keepassxc old.csv": (keepassxc_csv_old, "keepassxc", False, False),
    "keepassxc.xml": (keepass_xml, "keepassxc", True, True),
    "keepass2.csv": (keepass2_csv, "keepass", False, False),
    "chrome.csv": (chrome, "chrome", False, False),
    "chrome old.csv": (chrome_old, "chrome", False, False),
    "firefox.csv": (firefox, "firefox", False, True),
    "apple.csv": (apple, "apple", True, False),
    "apple old.csv": (apple_old, "apple", True, False),
    "apple.zip": (apple_zip, "apple", True, False),
    "lastpass.csv": (lastpass, "lastpass", True, False),
    "lastpass old.csv": (lastpass_old, "lastpass", False, False),
    "dashlane.csv": (dashlane, "dashlane", True, False),
    "dashlane new.csv": (dashlane_new, "dashlane", True, False),
    "dashlane.zip": (dashlane_zip, "dashlane", True, False),
    "other.csv": (other, "other", False, False),
}
