"""Where this claimtrack was installed from, so that another machine can install the same."""

from __future__ import annotations

import json
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from claimtrack.urls import web_address


def installed_from() -> str | None:
    """Return where this claimtrack came from as pip takes it, at its version; None where nobody else can get it from there.

    An installer notes the address of a repository and the commit (PEP 610). Without a note, it came from a package index.
    """
    try:
        return _source(distribution("claimtrack"))
    except PackageNotFoundError:
        return None


def _source(installed: Distribution) -> str | None:
    noted = installed.read_text("direct_url.json")
    if noted is None:
        return f"claimtrack=={installed.version}" if installed.read_text("INSTALLER") else None
    try:
        told: dict[str, Any] = json.loads(noted)
        address, commit = web_address(told["url"]), str(told["vcs_info"]["commit_id"])
    except (ValueError, KeyError, TypeError):
        return None
    return f"git+{address}@{commit}" if address is not None and commit.isalnum() else None
