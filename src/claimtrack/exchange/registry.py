"""The formats that there are, each in a module of its own that is loaded when it is needed."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping

import attrs

from claimtrack.exchange.guarding import Origin, guarded
from claimtrack.exchange.incoming import Given, Incoming, Receiving
from claimtrack.exchange.outgoing import Outgoing, Parts

Export = Callable[[Outgoing], Parts]
"""Writes what goes out, part by part; never asks for more than one record at a time, so that it needs no memory."""


Import = Callable[[Given, Receiving], Incoming]
"""Reads a foreign file, item by item; never asks for more than one item at a time, unless the file is one long value."""


@attrs.frozen(kw_only=True)
class Format:
    """A foreign format.

    Attributes:
        name: what it is called on the command line.
        about: what it is, in one line.
        module: the module that has its ``export``.
        only_public: whether nothing but what is published may ever go out in it.
        package: the package that brings it, with its version, where that is not claimtrack; nobody sets it by hand.
    """

    name: str
    about: str
    module: str
    only_public: bool = False
    package: str = ""

    @property
    def export(self) -> Export:
        """The function that writes it.

        Raises:
            ForeignFaultError: it is of another package, which fails.
        """
        if self.package:
            origin = Origin(self.name, self.package)
            with origin.blamed():
                return guarded(importlib.import_module(self.module).export, origin)
        found: Export = importlib.import_module(self.module).export
        return found


FORMATS: Mapping[str, Format] = {
    one.name: one
    for one in (
        Format(
            name="claimreview",
            about="schema.org ClaimReview as JSON-LD, as it stands on the pages, with MediaReview: a list, one for each page",
            module="claimtrack.exchange.claimreview_list",
            only_public=True,
        ),
        Format(
            name="datafeed",
            about="a schema.org DataFeed of the same, as Data Commons collects them; what was withdrawn stands in it with nothing",
            module="claimtrack.exchange.datafeed",
            only_public=True,
        ),
        Format(
            name="factcheck-tools",
            about="bodies for Google's Fact Check Tools API (ClaimReviewMarkupPage): a list, one for each page",
            module="claimtrack.exchange.factcheck_tools",
            only_public=True,
        ),
        Format(
            name="averitec",
            about="claims with questions and answers in the shape of the AVeriTeC data set, for research",
            module="claimtrack.exchange.averitec",
        ),
        Format(name="csv", about="a table for people, one row for each claim, in one language", module="claimtrack.exchange.csv_table"),
        Format(
            name="jsonl",
            about="everything in the records, one a line, to be read again without loss",
            module="claimtrack.exchange.jsonl",
        ),
        Format(name="bibtex", about="the sources, for LaTeX and reference managers (biblatex)", module="claimtrack.exchange.bibtex"),
    )
}
"""Every format by its name."""


@attrs.frozen(kw_only=True)
class ForeignSource:
    """A foreign format that records are made of.

    Attributes:
        name: what it is called on the command line.
        about: what it is, in one line.
        module: the module that has its ``import_``.
    """

    name: str
    about: str
    module: str

    @property
    def import_(self) -> Import:
        """The function that reads it."""
        found: Import = importlib.import_module(self.module).import_
        return found


SOURCES: Mapping[str, ForeignSource] = {
    one.name: one
    for one in (
        ForeignSource(
            name="claimreview",
            about="schema.org ClaimReview in pages, JSON, JSON Lines and feeds, and answers of the Fact Check Tools API",
            module="claimtrack.exchange.claimreview_in",
        ),
        ForeignSource(
            name="averitec",
            about="claims with questions and answers in the shape of the AVeriTeC data set",
            module="claimtrack.exchange.averitec_in",
        ),
        ForeignSource(
            name="csv",
            about="tables with a row for each checked claim, and a mapping that says which column means what",
            module="claimtrack.exchange.csv_in",
        ),
    )
}
"""Every format that can be imported, by its name."""
