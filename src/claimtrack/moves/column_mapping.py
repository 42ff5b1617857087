"""The mapping of a table: a small YAML file that says which column means what."""

from __future__ import annotations

from collections.abc import Mapping

from claimtrack.errors import UsageError
from claimtrack.exchange.csv_in import FIELDS
from claimtrack.moves.naming import nearest
from claimtrack.reading.documents import read_document


def column_mapping(name: str, data: bytes) -> Mapping[str, str]:
    """Read a mapping.

    Arguments:
        name: what the caller calls the file.
        data: its bytes: lines such as ``statement: Claim text``.

    Raises:
        UsageError: it is no such file, names a field that there is not, or no column for the claim.
    """
    document, findings = read_document(name, data)
    if document is None:
        raise UsageError(f"the mapping {name} cannot be read: line {findings[0].span.line}: {findings[0].message}")
    for field, column in document.values.items():
        if field not in FIELDS:
            raise UsageError(f"the mapping {name} has {field!r}, which no column can mean; {nearest(field, FIELDS, ', '.join(FIELDS))}")
        if not isinstance(column, str) or not column.strip():
            raise UsageError(f"the mapping {name} wants the heading of a column behind {field!r}")
    if "statement" not in document.values:
        raise UsageError(f"the mapping {name} does not say which column has the claim: write `statement: HEADING`")
    return {field: column.strip() for field, column in document.values.items()}
