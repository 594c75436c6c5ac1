"""Problems the person can act on; anything else that is raised is a mistake of ours."""


class FootprintError(Exception):
    """Something the person can act on. Its text is shown to them as it is, so it says what happened and what to do."""


class NotFound(FootprintError):
    """A record that was asked for by id or name is not in this vault."""
