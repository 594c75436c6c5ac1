"""Lenses: sets of rules held over what a person posted. A flag always shows the words that raised it, and why.

`load_lenses()` reads those that ship; `Matcher(lenses, about).flags(entry)` holds them over an entry; `apart.make` does
so in the worker process. What the person chose, and which flags they found wrong, is kept by `settings` and `wrong`.
"""
