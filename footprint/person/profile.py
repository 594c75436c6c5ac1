"""Home nation, role, service and regulator: they choose wording and routes."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from footprint.i18n import _
from footprint.person import store
from footprint.person.errors import WrongChoice
from footprint.person.records import Nation, Profile, Regulator, Role, Service
from footprint.vault import Done, Vault

_REGULATOR_OF = {
    Nation.ENGLAND: Regulator.SWE,
    Nation.WALES: Regulator.SCW,
    Nation.SCOTLAND: Regulator.SSSC,
    Nation.NORTHERN_IRELAND: Regulator.NISCC,
}


class Choices(TypedDict, total=False):
    """What of the profile can be changed."""

    nation: Nation
    role: Role
    service: Service
    regulator: Regulator


def profile(vault: Vault) -> Profile:
    """What the person chose; the defaults before they did."""
    with vault.reading() as db:
        return store.profile(db)


def set_profile(vault: Vault, **values: Unpack[Choices]) -> Done[Profile]:
    """Change some of the choices. Moving to another nation takes back a regulator that is not there."""
    with vault.writing() as write:
        new = replace(store.profile(write.db), **values)
        if new.regulator not in regulator_choices(new.nation):
            if "regulator" in values:
                raise WrongChoice(
                    _("{regulator} has no register for people in {nation}.").format(
                        regulator=new.regulator.label, nation=new.nation.label
                    )
                )
            new = replace(new, regulator=Regulator.NONE)
        store.set_profile(write.db, new, write.now)
    return write.done(new)


def regulator_choices(nation: Nation) -> tuple[Regulator, ...]:
    """Those to offer for a nation, the likely one first; all of them while the nation is not said."""
    if nation not in _REGULATOR_OF:
        return (*_REGULATOR_OF.values(), Regulator.NONE)
    return (_REGULATOR_OF[nation], Regulator.NONE)
