"""“I need help now”: one calm page that needs no internet and no open vault."""
