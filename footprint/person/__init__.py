"""The person who audits themself: details, the choices that pick wording and routes, and accounts."""

from footprint.person.accounts import (
    account,
    accounts,
    add_account,
    add_accounts,
    change_account,
    remove_account,
)
from footprint.person.contact import read_email, read_phone
from footprint.person.details import (
    add_detail,
    change_detail,
    details,
    remove_detail,
    searchable,
    set_searchable,
)
from footprint.person.errors import (
    AlreadyThere,
    BadDetail,
    BadEmail,
    BadHandle,
    BadInput,
    BadPhone,
    WrongChoice,
    WrongNetwork,
)
from footprint.person.handles import Presence, profile_address, read_handle, read_presence
from footprint.person.names import PARTICLES, NameParts, split_name
from footprint.person.profile import profile, regulator_choices, set_profile
from footprint.person.records import (
    Account,
    AccountState,
    Detail,
    DetailKind,
    Nation,
    Profile,
    Purpose,
    Regulator,
    Role,
    Service,
)

__all__ = [
    "PARTICLES",
    "Account",
    "AccountState",
    "AlreadyThere",
    "BadDetail",
    "BadEmail",
    "BadHandle",
    "BadInput",
    "BadPhone",
    "Detail",
    "DetailKind",
    "NameParts",
    "Nation",
    "Presence",
    "Profile",
    "Purpose",
    "Regulator",
    "Role",
    "Service",
    "WrongChoice",
    "WrongNetwork",
    "account",
    "accounts",
    "add_account",
    "add_accounts",
    "add_detail",
    "change_account",
    "change_detail",
    "details",
    "profile",
    "profile_address",
    "read_email",
    "read_handle",
    "read_phone",
    "read_presence",
    "regulator_choices",
    "remove_account",
    "remove_detail",
    "searchable",
    "set_profile",
    "set_searchable",
    "split_name",
]
