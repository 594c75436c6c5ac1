"""Which sites know a username: what would be asked, how each answered, and how much that would have missed."""
