"""Before you post: a second look at words and a picture, at once and offline. Nothing of it is kept."""
