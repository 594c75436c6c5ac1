"""My pictures: the same one on several accounts, and profiles that show it and are not the person’s."""
