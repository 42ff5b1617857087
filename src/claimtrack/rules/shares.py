"""CT8xx, sixth part: whom and what the checks of a desk are about, where a standard or the desk itself sets a measure."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.practice.balance import FEWEST_FOR_A_SHARE, balance, interest, share
from claimtrack.practice.checks import published_checks
from claimtrack.practice.period import months_back
from claimtrack.practice.rates import IFCN_MONTHS, within
from claimtrack.project import Project
from claimtrack.rules.rule import rule

_IFCN_PERCENT = 75
"""The share of checks about public interest that the IFCN asks for (ifcn-1.4, verified)."""


# Long because its example takes ten checks: of fewer, no share is counted.
@rule("CT843", "public-interest-share", Severity.INFO, "ifcn")
def public_interest_share(project: Project) -> Iterator[Remark]:
    """Fewer of the recent checks touch the welfare of the public than the IFCN's code asks for.

    Reason: At least 75 % of a signatory's checks are about claims that touch the welfare of the public. What counts is a check that has
        one of the topics under `public_interest`; where the desk declares none, nothing is counted. The clause names no span; claimtrack
        takes the six months up to today, as for the rate of publication, and says nothing about fewer than ten checks.
    Remedy: Check more claims of public interest, or add topics to `public_interest` that belong there.
    Clause: ifcn-1.4

    Bad:
        --- desk.yaml
        standards: [ifcn]
        public_interest: [budget]  # here
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/traffic-1..8.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        topics: [traffic]
        published: 2026-02-16
        history: [{to: approved, on: 2026-02-16, by: omar, covers: 5e1f00d2}]
        --- older/budget-1..2.yaml
        status: approved
        statement: {en: The town has no debts., de: Die Stadt hat keine Schulden.}
        authors: [ines]
        topics: [budget]
        published: 2026-02-19
        history: [{to: approved, on: 2026-02-19, by: omar, covers: 5e1f00d2}]

    Good:
        --- desk.yaml
        standards: [ifcn]
        public_interest: [budget, traffic]
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/traffic-1..8.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        topics: [traffic]
        published: 2026-02-16
        history: [{to: approved, on: 2026-02-16, by: omar, covers: 5e1f00d2}]
        --- older/budget-1..2.yaml
        status: approved
        statement: {en: The town has no debts., de: Die Stadt hat keine Schulden.}
        authors: [ines]
        topics: [budget]
        published: 2026-02-19
        history: [{to: approved, on: 2026-02-19, by: omar, covers: 5e1f00d2}]
    """
    if project.today is None or not project.desk.public_interest:
        return
    period = months_back(project.today, IFCN_MONTHS)
    found = interest(project, within(published_checks(project), period))
    if found is None or found.checks < FEWEST_FOR_A_SHARE or found.touching * 100 >= found.checks * _IFCN_PERCENT:
        return
    message = say(
        "{touching} of the {checks} checks published from {first} to {last} have a topic of public interest, {share} %; "
        "the IFCN asks for at least {least} %",
        touching=found.touching,
        checks=found.checks,
        first=period.first,
        last=period.last,
        share=_short(found.percent),
        least=_IFCN_PERCENT,
    )
    hint = say("check more claims of public interest, or complete `public_interest`")
    yield Remark(project.desk_file, ("public_interest",), message, hint)


# Long because its example takes ten checks: of fewer, no share is counted.
@rule("CT844", "concentration", Severity.INFO)
def concentration(project: Project) -> Iterator[Remark]:
    """Most of the recent checks are about claimants of one affiliation.

    Reason: Standards ask not to concentrate unduly on one side, and give no number. This one is the desk's own, `limits.one_affiliation`,
        and 60 % where the desk has set none, which is a choice of claimtrack. Counted are the checks of the last six months whose claimant
        has an affiliation; about fewer than ten, nothing is said. One side may well make most of the claims that are worth checking: this
        is a figure to think about, not a fault.
    Remedy: Look whether claims of others were passed over. If the balance is as it should be, raise the limit, and say why on the page
        about how claims are chosen.
    Clause: ifcn-2.2, efcsn-selection

    Bad:
        --- desk.yaml
        limits:
          one_affiliation: 50 %  # here
        workflow:
          name: alderford
          version: 1
          statuses:
            - {id: researching, label: Being researched, moves: [in-review]}
            - {id: in-review, label: In review, moves: [approved]}
            - {id: approved, label: Approved, who: review, approves: yes}
        --- older/brand-1..9.yaml
        status: approved
        statement: {en: The new bridge is closed., de: Die neue Brücke ist gesperrt.}
        authors: [ines]
        claimant: {name: Ida Brand (invented), role: Councillor, affiliation: Bridge List (invented)}
        published: 2026-02-16
        history: [{to: approved, on: 2026-02-16, by: omar, covers: 5e1f00d2}]
        --- older/lund.yaml
        status: approved
        statement: {en: The town has no debts., de: Die Stadt hat keine Schulden.}
        authors: [ines]
        claimant: {name: Olof Lund (invented), role: Councillor, affiliation: Ferry Party (invented)}
        published: 2026-02-19
        history: [{to: approved, on: 2026-02-19, by: omar, covers: 5e1f00d2}]

    Good:
        --- desk.yaml
        limits:
          one_affiliation: 80 %
    """
    if project.today is None:
        return
    period = months_back(project.today, IFCN_MONTHS)
    found = balance(project, within(published_checks(project), period))
    if found.affiliated < FEWEST_FOR_A_SHARE:
        return
    limit, most = project.desk.limits.one_affiliation, found.sides[0]
    if len(most.checks) <= limit.of(Decimal(found.affiliated)):
        return
    reference = project.desk.reference_language
    message = say(
        "{checks} of the {all} checks published from {first} to {last} whose claimant has an affiliation are about ‘{affiliation}’, "
        "{share} %; expected no more than {limit} %",
        checks=len(most.checks),
        all=found.affiliated,
        first=period.first,
        last=period.last,
        affiliation=most.affiliation.best(reference, reference)[0],
        share=_short(share(len(most.checks), found.affiliated)),
        limit=_short(limit.percent),
    )
    hint = say("look whether claims of others were passed over, or raise `limits.one_affiliation`")
    yield Remark(project.desk_file, ("limits", "one_affiliation"), message, hint)


def _short(percent: Decimal) -> str:
    """Return a number of per cent without zeros at its end."""
    return f"{percent.normalize():f}"


RULES = (public_interest_share, concentration)
"""The rules of this part of the family, in the order of their codes."""
