"""An invented council's pack in two versions, made and signed in the test itself: every part there is, in few words."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from footprint.packs.seal import sign
from footprint.packs.zipped import zipped

ORGANISATION = "Northshire Council"
KEY = Ed25519PrivateKey.from_private_bytes(b"\x07" * 32)
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"\x08" * 32)

_MANIFEST = """format = 1
id = "{id}"
organisation = "{organisation}"
version = {version}
made = 2026-11-0{version}
contact = "Digital safety lead"
contact_email = "digital.safety@northshire.example"
contact_phone = "01632 960123"
language = "en-GB"
hosts = ["northshire.example", "hub.northshire.example"]
changes = ["guidance", "contacts", "checks", "networks", "cadences", "letters", "links", "events", "lenses"]
summary = "Our own contacts, words and checks for social care staff."
note = "{note}"
"""

GUIDANCE = """format = 1

[[section]]
id = "org:our-rules"
title = "Rules of our teams"

[[add]]
id = "org:lanyard"
section = "org:our-rules"
short = "Take your lanyard off before a photo"
text = "Our lanyard shows the team you work in. Take it off before anyone takes a picture of you."
rule = "do"
link = "https://northshire.example/policies/social-media"
link_label = "The social media policy"

[[reword]]
id = "g01"
reason = "Our policy is on the staff pages, so we say where."
short = "Read our social media policy too"
text = "Read this side by side with the policy on our staff pages."

[[hide]]
id = "g14"
reason = "Our press office speaks for the service, not the teams."
"""

CONTACTS = """format = 1

[[contact]]
post = "safeguarding"
name = "Safeguarding hub"
phone = "01632 960200"
email = "safeguarding@northshire.example"
hours = "Monday to Friday, 9am to 5pm"
note = "Ask for the duty worker."

[[contact]]
post = "it"
name = "IT service desk"
phone = "01632 960300"

[[contact]]
post = "communications"
name = "Press office"
email = "press@northshire.example"
link = "https://northshire.example/press"

[[when]]
happened = "lost"
words = "Ring the service desk within the hour, whatever time it is. They can wipe a work phone from afar."
also_tell = ["safeguarding"]
link = "https://hub.northshire.example/lost-phone"
link_label = "Lost phone steps"
"""

CHECKS = """format = 1

[[reword]]
network = "facebook"
check = "about_info"
reason = "Our staff asked for a shorter question."
title = "Who can see where you live and work?"

[[hide]]
network = "facebook"
check = "blocking"
reason = "We talk about blocking in supervision and not here."
"""

OWN_CHECKS = """format = 1
network = "facebook"

[[groups]]
id = "org:at-work"
title = "At our council"

[[checks]]
id = "org:staff-group"
group = "org:at-work"
page = "groups"
title = "Are you in the staff group with your private account?"
short = "The staff group"
why = "Posts in the staff group show your private account to all colleagues."
risk = "medium"
where = "anywhere"
guidance = ["g11"]
steps = ["Open **Groups** and look for **Northshire staff**.", "Leave it, or join it with your work account."]
source = "Northshire Council, social media policy 2026"
verified = 2026-11-01
confidence = "independent"

[[checks.choices]]
id = "no"
label = "No, or with my work account"
safer = true

[[checks.choices]]
id = "yes"
label = "Yes, with my private account"
"""

NETWORK = """format = 1
id = "org:hub"
name = "Staff hub"
kind = "network"
shelf = "work"
summary = "The pages where our staff talk to each other."
start = "https://hub.northshire.example/me"

[profile]
address = "https://hub.northshire.example/people/{{handle}}"
handle = "[a-z0-9.]{{2,30}}"
hint = "The last part of your page’s address."
example = "ada"
source = "Northshire Council, hub help"
verified = 2026-11-01
confidence = "independent"

{pages}
[[groups]]
id = "profile"
title = "Your profile"

[[checks]]
id = "org:hub-photo"
group = "profile"
page = "profile"
title = "Who can see your photo on the hub?"
short = "Photo on the hub"
why = "Partner agencies can see the hub too."
risk = "medium"
essential = true
where = "web"
guidance = ["g23"]
web = ["Open **My profile**.", "Choose **Photo** and then **Colleagues only**."]
source = "Northshire Council, hub help"
verified = 2026-11-01
confidence = "independent"

[[checks.choices]]
id = "colleagues"
label = "Colleagues only"
safer = true

[[checks.choices]]
id = "all"
label = "Everyone on the hub"
"""

_PAGE = """[pages.{name}]
note = "Ask the service desk."
source = "Northshire Council, hub help"
verified = 2026-11-01
confidence = "independent"

"""

CADENCES = """format = 1

[[cadence]]
again = "checks"
months = 3
reason = "We look at this before each quarter’s supervision."

[[cadence]]
again = "search"
months = 4
reason = "We ask all staff to look three times a year."
"""

LETTERS = """format = 1
words = "Sign letters with your own name alone. You write as yourself, not for the council."
reason = "A letter that names the council can look like one from the council."
never_say = ["employer", "job_title", "work_email"]
line = "Written as a private person"

[[ask_first]]
letter = "newspaper"
post = "communications"
words = "Speak to the press office before you write to a newspaper."
"""

LINKS = """format = 1

[[link]]
id = "org:policy"
label = "Social media policy"
address = "https://northshire.example/policies/social-media"
shown = ["guidance", "happened", "passwords", "letters", "supervision"]
note = "Four pages, last changed in May."
"""

EVENT = """format = 1
id = "org:new-team"
name = "You join another team"
line = "You move inside the council."
icon = "people"
order = 210
first = "Your old team’s pages may still name you."

[[steps]]
id = "page"
form = "do"
title = "Ask for your name to come off the old team’s page"
why = "People you worked with can go on looking for you there."
guidance = ["g55"]
steps = ["Write to the web team of your old service."]
"""

LENSES = """format = 1

[[words]]
lens = "work_named"
words = ["Northshire Council", "Harbour House"]
reason = "The names of our services."
"""


def texts(
    version: int = 1, *, name: str = "northshire", organisation: str = ORGANISATION, **other: str
) -> dict[str, str]:
    """The files of the pack. `other` replaces texts by the name of their file without `.toml` ("" leaves one out)."""
    note = "The first version." if version == 1 else "A new number for the service desk."
    pages = "".join(_PAGE.format(name=name) for name in ("password", "two_step", "logged_out", "download", "delete"))
    contacts = CONTACTS if version == 1 else CONTACTS.replace("960300", "960301")
    found = {
        "pack": _MANIFEST.format(version=version, note=note, id=name, organisation=organisation),
        "guidance": GUIDANCE,
        "contacts": contacts,
        "checks": CHECKS,
        "checks/facebook": OWN_CHECKS,
        "networks/hub": NETWORK.format(pages=pages),
        "cadences": CADENCES,
        "letters": LETTERS,
        "links": LINKS,
        "events/new-team": EVENT,
        "lenses": LENSES,
    } | other
    return {f"{file}.toml": text for file, text in found.items() if text}


def pack_bytes(version: int = 1, *, key: Ed25519PrivateKey = KEY, **other: str) -> bytes:
    """The pack as its file."""
    return zipped(sign(texts(version, **other), key))


def pack_file(folder: Path, version: int = 1, *, key: Ed25519PrivateKey = KEY, **other: str) -> Path:
    """The pack as a file in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"northshire-{version}.footprint-pack"
    path.write_bytes(pack_bytes(version, key=key, **other))
    return path
