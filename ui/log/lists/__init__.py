"""The list and what narrows it: filters, groups, several at once, what was deleted."""
