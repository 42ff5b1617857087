"""Other people's formats: one module for each.

The names below are what a package needs that adds a format of its own.
"""

from claimtrack.exchange.outgoing import Loss, Outgoing, Pages
from claimtrack.exchange.registry import Format

__all__ = ["Format", "Loss", "Outgoing", "Pages"]
