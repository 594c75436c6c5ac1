"""The command line: the same rooms without a window. Parse, call, print.

Exit codes: 0 done, 1 found problems, 2 wrong use, 3 the vault cannot be opened.
"""

from footprint.cli.main import main
from footprint.cli.windows import Windows

__all__ = ["Windows", "main"]
