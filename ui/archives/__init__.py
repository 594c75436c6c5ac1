"""Old posts: ask for a copy, bring it in, go through it, and take what should go to the list."""
