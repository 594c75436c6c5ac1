"""An incident of the invented person: a post about her team, written down and told."""

from __future__ import annotations

from datetime import timedelta

from footprint.dates import local_day
from footprint.i18n import _
from footprint.log import incidents
from footprint.log.incidents import Form, Incident, Kind, Post
from footprint.vault import Vault


def invented_incident(vault: Vault, picture: bytes) -> Incident:
    """Who there is to tell, and one note with everything in it, a copy made of it among that."""
    for post, name, phone, hours in (
        (Post.MANAGER, _("Team manager"), "07700 900321", _("9am to 5pm")),
        (Post.COMMUNICATIONS, _("Press desk"), "07700 900322", _("8am to 6pm")),
        (Post.SAFEGUARDING, _("Safeguarding hub"), "07700 900323", _("Day and night")),
    ):
        incidents.set_contact(vault, post, name=name, phone=phone, hours=hours)
    today = local_day(vault.now())
    one = incidents.add(
        vault,
        Kind.POSTED,
        what=_("A post in a local group names my team. It says that nobody rings back. There are 12 comments."),
        seen_on=today - timedelta(days=1),
        seen_at=_("about 9pm"),
        place="https://chatterbox.example/groups/otherton/118",
        concerns=_("me and two colleagues"),
        agreed=_("I do not answer. My manager asks the press desk."),
        wanted=_("Someone to answer for the service, and help to have my name taken out."),
    ).value
    incidents.tell(vault, one.id, _("my line manager"), today, _("8:45am"))
    incidents.add_proof(vault, one.id, picture, "seen.png")
    incidents.copied(vault, one.id, Form.WORD)
    return one
