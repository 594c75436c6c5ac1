"""Looking in one’s own browser: by words or with a picture, and what comes back by paste, by file or from bookmarks."""
