"""Invented exports of LinkedIn: the complete one, and an older one with other columns."""

from __future__ import annotations

from footprint.archives.records import HeldKind, Kind, Relation, Why
from footprint.demo.archives import life
from footprint.demo.archives.making import DemoArchive, chance

VARIANTS = ("now", "older")
_FEED = "https://www.linkedin.com/feed/update/urn%3Ali%3A"
_NOTES = (
    'Notes:\r\n"When exporting your connection data, you may notice that some of the email addresses are missing. '
    'Members choose, in their settings, who can see them."\r\n\r\n'
)


def build(variant: str, seed: int) -> DemoArchive:
    made = DemoArchive("linkedin", variant, account=life.NAME, me=life.NAME)
    luck = chance(seed, "linkedin", variant)
    first, last = life.NAME.split(" ", 1)
    row = (
        first,
        last,
        "",
        "",
        "9 Apr",
        "Care worker at Harbour Lights",
        "Choir & beans",
        "Care",
        "",
        "Penmarrow",
        "",
        "",
        "",
    )
    made.add_table(
        "Profile.csv",
        "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,Geo Location,"
        "Twitter Handles,Websites,Instant Messengers",
        [row],
    )
    made.expect(Kind.PROFILE, 4)
    _words(made, life.posts(luck, 20), life.posts(luck, 12, comments=True))
    _people(made, variant)
    _profile(made)
    _held(made)
    _messages(made, variant)
    return made


def _words(made: DemoArchive, posts: list[life.Said], comments: list[life.Said]) -> None:
    rows = [
        (
            f"{said.at:%Y-%m-%d %H:%M:%S}",
            f"{_FEED}share%3A{7_000_000 + n}",
            "" if n % 10 == 9 else said.text.replace(". ", '."\n"'),
            "https://news.example/care" if n % 10 == 9 else "",
            "",
            ("MEMBER_NETWORK", "PUBLIC", "CONNECTIONS")[n % 3],
        )
        for n, said in enumerate(posts)
    ]
    made.add_table("Shares.csv", "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", rows)
    made.expect(Kind.POST, 18)
    made.expect(Kind.SHARE, 2)
    found = [
        (f"{said.at:%Y-%m-%d %H:%M:%S}", f"{_FEED}activity%3A{n}?commentUrn=urn%3Ali%3Acomment%3A{n}", said.text)
        for n, said in enumerate(comments)
    ]
    made.add_table("Comments.csv", "Date,Link,Message", found)
    made.expect(Kind.COMMENT, 12)
    pressed = [
        (f"2022-03-0{n + 1} 10:00:00", ("LIKE", "PRAISE", "EMPATHY")[n % 3], f"{_FEED}activity%3A{n}") for n in range(6)
    ]
    made.add_table("Reactions.csv", "Date,Type,Link", pressed)
    made.add_table("Votes.csv", "Date,Link,OptionText", [("2022-03-01 10:00:00", f"{_FEED}ugcPost%3A1", "Tea")])
    made.expect(Kind.REACTION, 7)
    made.add_table("InstantReposts.csv", "Date,Link", [("2022-03-01 10:00:00", f"{_FEED}share%3A9")])
    made.expect(Kind.REPOST)
    columns = "First Name,Last Name,Company,Job Title,Text,Creation Date,Status"
    said = ("Idris", "Fairweather", "Harbour Lights", "Nurse", "A joy to work with.", "11/16/21, 09:40 AM", "VISIBLE")
    made.add_table("Recommendations_Given.csv", columns, [said])
    made.add_table("Recommendations_Received.csv", columns, [said])
    made.expect(Kind.REVIEW)
    made.expect(Kind.TAG_OF_ME)


def _people(made: DemoArchive, variant: str) -> None:
    rows = []
    for n, name in enumerate(life.PEOPLE):
        first, last = name.split(" ", 1)
        address = (f"https://www.linkedin.com/in/{last.casefold()}-{n}",) if variant == "now" else ()
        rows.append((first, last, *address, "", "Harbour Lights", "Nurse", f"{n + 1:02d} Nov 2021"))
    rows.append(("", "", *(("",) if variant == "now" else ()), "", "", "", "17 Nov 2021"))  # closed their account
    url = "URL," if variant == "now" else ""
    columns = f"First Name,Last Name,{url}Email Address,Company,Position,Connected On"
    made.add_table("Connections.csv", columns, rows, before=_NOTES)
    made.expect(Relation.FRIEND, 10)
    made.expect(Why.EMPTY)
    invitations = [
        (life.NAME, "Siân Merrowby", "11/16/21, 9:40 AM", "", "OUTGOING"),
        ("Osbert Nettlewick", life.NAME, "11/17/21, 9:41 PM", "Hello", "INCOMING"),
    ]
    made.add_table("Invitations.csv", "From,To,Sent At,Message,Direction", invitations)
    made.expect(Relation.ASKED_BY_ME)
    made.expect(Relation.ASKED_ME)
    follows = [("Penmarrow Council", "Tue Sep 28 09:08:27 UTC 2021"), ("Care News", "Tue Sep 28 09:09:27 UTC 2021")]
    made.add_table("Company Follows.csv", "Organization,Followed On", follows)
    made.expect(Relation.FOLLOWING, 2)


def _profile(made: DemoArchive) -> None:
    columns = "Company Name,Title,Description,Location,Started On,Finished On"
    made.add_table(
        "Positions.csv", columns, [("Harbour Lights Care Home", "Care worker", "", "Penmarrow", "Mar 2014", "")]
    )
    columns = "School Name,Start Date,End Date,Notes,Degree Name,Activities"
    made.add_table("Education.csv", columns, [("Larchford College", "2006", "2008", "", "NVQ", "")])
    made.add_table(
        "Email Addresses.csv", "Email Address,Confirmed,Primary,Updated On", [(life.EMAIL, "Yes", "Yes", "")]
    )
    made.add_table("Skills.csv", "Name", [("Choir",), ("Moving and handling",)])
    made.add_table("Languages.csv", "Name,Proficiency", [("Dutch", "Native")])
    made.add_table("PhoneNumbers.csv", "Extension,Number,Type", [("", life.PHONE, "Mobile")])
    made.expect(Kind.PROFILE, 7)


def _held(made: DemoArchive) -> None:
    logins = [("Tue Sep 28 09:08:27 UTC 2021", f"192.0.2.{n}", "Firefox", "WebLogin") for n in range(3)]
    made.add_table("Logins.csv", "Login Date,IP Address,User Agent,Login Type", logins)
    made.expect(HeldKind.LOGIN, 3)
    made.add_table("SearchQueries.csv", "Time,Search Query", [("2021/10/14 19:15:57 UTC", "denise harbour lights")])
    made.expect(HeldKind.SEARCH)
    made.add_table(
        "Ad_Targeting.csv",
        "Member Age,Company Names,Member Gender,Company Names",
        [("35-54", "Harbour Lights; Care", "female", "Choir")],
    )
    made.expect(HeldKind.INTEREST, 5)
    columns = "Category,Type of inference,Description,Inference"
    made.add_table("Inferences_about_you.csv", columns, [("Gender", "Gender", "From your name", "female")])
    made.expect(HeldKind.INFERENCE)
    people = [("phone", "A", "B", "", "", f"p{n}@people.example", "") for n in range(5)]
    made.add_table("Contacts.csv", "Source,First Name,Last Name,Companies,Title,Emails,PhoneNumbers", people)
    made.expect(HeldKind.ADDRESS_BOOK, 5)
    row = ("7/1/10, 10:09 AM", "192.0.2.9", "")
    made.add_table("Registration.csv", "Registered At,Registration Ip,Subscription Types", [row])
    made.expect(HeldKind.DETAIL)


def _messages(made: DemoArchive, variant: str) -> None:
    rows: list[tuple[object, ...]] = []
    for n in range(6):
        sender, to = (life.NAME, life.PEOPLE[1]) if n % 2 else (life.PEOPLE[1], life.NAME)
        said = f"<p>{life.CHAT[n % 3]}</p>"
        if variant == "now":
            rows.append(("c1", "", sender, "", to, "2021-11-17 18:14:58 UTC", "", said, "INBOX"))
        else:
            rows.append((sender, to, "11/16/21, 9:40 AM", "", said, "OUTGOING", "SENT"))
    columns = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
    made.add_table(
        "messages.csv", columns if variant == "now" else "From,To,Date,Subject,Content,Direction,Folder", rows
    )
    made.messages = 6
    made.expect(Why.OTHERS_WORDS, 6)
