"""The messages of the log: which there are, one drafted for an item, what to look at again in it, and its way out."""
