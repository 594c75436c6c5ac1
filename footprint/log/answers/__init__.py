"""Who put it there, as a register of answers: each leaves a row, and one replaces only those it has seen.

So “this person frightens me” is not lost to an answer given on a computer that never heard of it, in whatever order
lists are merged; and it does give way to a later answer of somebody who saw it.
"""
