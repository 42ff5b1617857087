"""CT2xx: archived copies that nobody can open."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.claim import Appearance
from claimtrack.records.source import Source
from claimtrack.rules.openable import is_no_copy, lies_nowhere
from claimtrack.rules.rule import part_rule


@part_rule("CT241", "copy-that-is-nowhere", Severity.WARNING, Source, Appearance)
def copy_that_is_nowhere(_: Project, file: str, path: RecordPath, part: Source | Appearance) -> Iterator[Remark]:
    """An archived copy says nowhere where it lies, or lies at the address of the original.

    Reason: Nobody can open it. When the original is changed or taken down, nothing is left to show what stood there. It counts as no copy
        where a status asks for one. An attempt that came to nothing, `failed` or `gone`, has no address and needs none.
    Remedy: Write the address of the copy as `url`, or the path of the desk's own one as `file` or `wacz`.
    Clause: efcsn-replicable

    Bad:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: archive, captured_at: 2026-02-10T10:00:00Z}  # here

    Good:
        --- sources.yaml
        haulier-survey:
          url: "https://hauliers.example/survey"
          level: secondary
          origin: hauliers
          archives:
            - {provider: archive, url: "https://archive.example/survey", captured_at: 2026-02-10T10:00:00Z}
    """
    hint = say("write the address of the copy as `url`, or the path of the desk's own one as `file` or `wacz`")
    for place, archive in enumerate(part.archives):
        if archive.status in {"failed", "gone"}:
            continue
        if lies_nowhere(archive):
            yield Remark(
                file, (*path, "archives", place), say("the copy has neither `url` nor `file` nor `wacz`; expected one of them"), hint
            )
        elif is_no_copy(archive, part.url):
            message = say("the address of the copy is the one of the original; expected another one")
            yield Remark(file, (*path, "archives", place, "url"), message, hint)


RULES = (copy_that_is_nowhere,)
"""The rules of this part of the family, in the order of their codes."""
