"""CT8xx, fourth part: pages that the standards of a desk want readers to find."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.rules.rule import rule

_IFCN_PAGES = ("methodology", "selection", "corrections", "funding", "team", "complaints", "submit")
_EFCSN_PAGES = ("methodology", "selection", "corrections", "funding", "complaints", "submit")


@rule("CT831", "page-missing-for-ifcn", Severity.WARNING, "ifcn")
def page_missing_for_ifcn(project: Project) -> Iterator[Remark]:
    """A page that signatories of the IFCN's code show their readers is not named.

    Reason: The code asks for openness about methods, choice of claims, money, people, corrections and complaints, and for a way to submit
        claims. Readers find those pages through the links that are named here.
    Remedy: Add the address of the page under `pages`.
    Clause: ifcn-2.2, ifcn-4.1, ifcn-5.1, ifcn-5.6, ifcn-6.1, ifcn-6.4

    Bad:
        --- desk.yaml
        standards: [ifcn]
        pages:  # here
          methodology: https://desk.example/methodology
          selection: https://desk.example/selection
          corrections: https://desk.example/corrections
          funding: https://desk.example/funding
          team: https://desk.example/team
          complaints: https://desk.example/complaints

    Good:
        --- desk.yaml
        standards: [ifcn]
        pages:
          methodology: https://desk.example/methodology
          selection: https://desk.example/selection
          corrections: https://desk.example/corrections
          funding: https://desk.example/funding
          team: https://desk.example/team
          complaints: https://desk.example/complaints
          submit: https://desk.example/submit
    """
    return _missing_pages(project, "ifcn", _IFCN_PAGES)


@rule("CT832", "page-missing-for-efcsn", Severity.WARNING, "efcsn")
def page_missing_for_efcsn(project: Project) -> Iterator[Remark]:
    """A page that members of the EFCSN show their readers is not named.

    Reason: The code asks for openness about methods, choice of claims, money and corrections, for a way to complain and for a public way to
        submit claims. Readers find those pages through the links that are named here.
    Remedy: Add the address of the page under `pages`.
    Clause: efcsn-ratings, efcsn-selection, efcsn-funding, efcsn-corrections, efcsn-complaints, efcsn-submit

    Bad:
        --- desk.yaml
        standards: [efcsn]
        pages:  # here
          methodology: https://desk.example/methodology
          selection: https://desk.example/selection
          corrections: https://desk.example/corrections
          complaints: https://desk.example/complaints
          submit: https://desk.example/submit

    Good:
        --- desk.yaml
        standards: [efcsn]
        pages:
          methodology: https://desk.example/methodology
          selection: https://desk.example/selection
          corrections: https://desk.example/corrections
          funding: https://desk.example/funding
          complaints: https://desk.example/complaints
          submit: https://desk.example/submit
    """
    return _missing_pages(project, "efcsn", _EFCSN_PAGES)


def _missing_pages(project: Project, standard: str, wanted: tuple[str, ...]) -> Iterator[Remark]:
    for page in wanted:
        if getattr(project.desk.pages, page) is None:
            message = say(
                "the desk has adopted {standard} and names no page for `{page}`; expected its address", standard=standard, page=page
            )
            yield Remark(project.desk_file, ("pages",), message, say("add `{page}: https://…` under `pages`", page=page), key=True)


RULES = (page_missing_for_ifcn, page_missing_for_efcsn)
"""The rules of this part of the family, in the order of their codes."""
