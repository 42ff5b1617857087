"""CT8xx, fifth part: how much a desk publishes, where a standard asks for a measure."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, say
from claimtrack.practice.rates import EFCSN_CHECKS, IFCN_MONTHS, Rate, rate_of_months
from claimtrack.project import Project
from claimtrack.records.vocabulary import Standard
from claimtrack.rules.rule import rule


@rule("CT841", "publication-rate-for-ifcn", Severity.INFO, "ifcn")
def publication_rate_for_ifcn(project: Project) -> Iterator[Remark]:
    """In the last six months, fewer checks were published than the IFCN's code asks for.

    Reason: Signatories publish at least one check a week on average over six months. The six months are counted backwards from today; what
        was withdrawn does not count. A desk that has not published for six months yet, or fewer than ten checks in all, is told
        nothing.
    Remedy: Nothing, if it is meant to be so: say why under `reasons.few_checks` in the desk record, where assessors find it.
    Clause: ifcn-1.3

    Bad:
        --- desk.yaml
        standards: [ifcn]  # here
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/check-1..10.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        published: 2025-09-02
        history:
          - {to: approved, on: 2025-09-01, by: omar, covers: 5e1f00d2}

    Good:
        --- desk.yaml
        standards: [ifcn]
        reasons:
          few_checks: {en: The desk is three people., de: Die Redaktion besteht aus drei Leuten.}
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/check-1..10.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        published: 2025-09-02
        history:
          - {to: approved, on: 2025-09-01, by: omar, covers: 5e1f00d2}
    """
    counted = rate_of_months(project, IFCN_MONTHS)
    if counted is not None and not counted.is_one_a_week and project.desk.reasons.few_checks is None:
        yield _too_few(project, "ifcn", _published(counted), say("the IFCN asks for at least one a week"))


@rule("CT842", "publication-rate-for-efcsn", Severity.INFO, "efcsn")
def publication_rate_for_efcsn(project: Project) -> Iterator[Remark]:
    """In the last month, fewer checks were published than the EFCSN's code is said to ask for.

    Reason: Members are said to publish at least four original checks a month. That number is known at second hand only; look it up in the
        code before you rely on it. The month is counted backwards from today; what was withdrawn does not count. A desk that has
        published fewer than ten checks in all is told nothing.
    Remedy: Nothing, if it is meant to be so: say why under `reasons.few_checks` in the desk record, where assessors find it.
    Clause: efcsn-rate

    Bad:
        --- desk.yaml
        standards: [efcsn]  # here
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/check-1..10.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        published: 2026-02-01
        history:
          - {to: approved, on: 2026-01-31, by: omar, covers: 5e1f00d2}

    Good:
        --- desk.yaml
        standards: [efcsn]
        reasons:
          few_checks: {en: The desk is three people., de: Die Redaktion besteht aus drei Leuten.}
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/check-1..10.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        published: 2026-02-01
        history:
          - {to: approved, on: 2026-01-31, by: omar, covers: 5e1f00d2}
    """
    counted = rate_of_months(project, 1)
    if counted is not None and counted.checks < EFCSN_CHECKS and project.desk.reasons.few_checks is None:
        asked = say("the EFCSN is said to ask for at least {number} a month, which was not verified", number=EFCSN_CHECKS)
        yield _too_few(project, "efcsn", _published(counted), asked)


def _published(counted: Rate) -> Phrase:
    per_week = counted.period.per_week(counted.checks)
    first, last = counted.period.first, counted.period.last
    if counted.checks == 1:
        return say("one check was published from {first} to {last}, {per_week} a week", first=first, last=last, per_week=per_week)
    return say(
        "{checks} checks were published from {first} to {last}, {per_week} a week",
        checks=counted.checks,
        first=first,
        last=last,
        per_week=per_week,
    )


def _too_few(project: Project, standard: Standard, published: Phrase, asked: Phrase) -> Remark:
    place = project.desk.standards.index(standard)
    hint = say("publish more, or say why not under `reasons.few_checks`")
    return Remark(project.desk_file, ("standards", place), say("{published}; {asked}", published=published, asked=asked), hint)


RULES = (publication_rate_for_ifcn, publication_rate_for_efcsn)
"""The rules of this part of the family, in the order of their codes."""
