"""From a folder to a project, and from a project to what it would be with other files."""

from claimtrack.loading.again import load_again
from claimtrack.loading.whole import load

__all__ = ["load", "load_again"]
