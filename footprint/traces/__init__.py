"""Every trace the app leaves on a computer: found, removed, and told, with what no app can reach.

`wipe(folder, known)` removes all of it and gives `Wiped`: what went and what is left, in words. `what_is_known(vault)`
comes before, while the vault is open: only it knows where copies elsewhere are. A new kind of trace is one more entry
in `TRACES`; whatever the app learns to write outside the vault file belongs there.
"""

from footprint.traces.elsewhere import Elsewhere, what_is_known
from footprint.traces.kinds import TRACES, Trace, all_kinds
from footprint.traces.wiping import Left, Removed, Wiped, anything, wipe

__all__ = ["TRACES", "Elsewhere", "Left", "Removed", "Trace", "Wiped", "all_kinds", "anything", "what_is_known", "wipe"]
