"""The message of a thing: which, its gaps, what to look at again, and the ways it leaves the window."""
