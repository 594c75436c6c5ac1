"""Archives: read the copies of their account that people download, keep them encrypted, and review them."""
