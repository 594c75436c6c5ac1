"""Sorting what was found: the list, one result whole, its reasons, what its page shows, what answers taught."""
