"""CT8xx, fourth part: pages that the standards of a desk want readers to find."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.phrases import Phrase, say
from claimtrack.project import Project
from claimtrack.rules.rule import rule

_IFCN_PAGES = ("methodology", "selection", "corrections", "funding", "team", "complaints", "submit")
_EFCSN_PAGES = ("methodology", "selection", "corrections", "funding", "complaints", "submit")


@rule("CT831", "page-missing-for-ifcn", Severity.WARNING, "ifcn")
def page_missing_for_ifcn(project: Project) -> Iterator[Remark]:
    """A page that signatories of the IFCN's code show their readers is not named.

    Reason: The code asks for openness about methods, choice of claims, money, people, corrections and complaints, and for a way to submit
        claims. Readers find those pages through the links that are named here. A page that the EFCSN's code asks for too is told here.
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
    for page in _not_named(project, _IFCN_PAGES):
        if page in _EFCSN_PAGES and "efcsn" in project.desk.standards:
            message = say("the desk has adopted ifcn and efcsn and names no page for `{page}`; expected its address", page=page)
        else:
            message = say("the desk has adopted ifcn and names no page for `{page}`; expected its address", page=page)
        yield _missing(project, page, message)


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
    for page in _not_named(project, _EFCSN_PAGES):
        if page not in _IFCN_PAGES or "ifcn" not in project.desk.standards:
            message = say("the desk has adopted efcsn and names no page for `{page}`; expected its address", page=page)
            yield _missing(project, page, message)


def _not_named(project: Project, wanted: tuple[str, ...]) -> Iterator[str]:
    return (page for page in wanted if getattr(project.desk.pages, page) is None)


def _missing(project: Project, page: str, message: Phrase) -> Remark:
    return Remark(project.desk_file, ("pages",), message, say("add `{page}: https://…` under `pages`", page=page), key=True)


RULES = (page_missing_for_ifcn, page_missing_for_efcsn)
"""The rules of this part of the family, in the order of their codes."""
