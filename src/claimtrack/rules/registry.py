"""All rules, and all kinds of findings, in the order of their codes; nothing registers itself."""

from __future__ import annotations

from claimtrack.findings import Kind
from claimtrack.reading.kinds import KINDS as KINDS_OF_READING
from claimtrack.rules import addresses, copies, days, identity, quotes, quoting, references, relations, texts
from claimtrack.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *identity.RULES,
    *quotes.RULES,
    *quoting.RULES,
    *texts.RULES,
    *addresses.RULES,
    *days.RULES,
    *references.RULES,
    *copies.RULES,
    *relations.RULES,
)
"""Every rule."""

KINDS: tuple[Kind, ...] = (*KINDS_OF_READING, *(rule.kind for rule in RULES))
"""Every kind of finding, those of reading first."""

_BY_CODE = {kind.code: kind for kind in KINDS}


def kind(code: str) -> Kind | None:
    """Return the kind of findings with a code, or None where there is none.

    >>> kind("CT001").name
    'unreadable'
    """
    return _BY_CODE.get(code)
