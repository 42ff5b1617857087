"""CT1xx, fourth part, continued: markup in texts that are shown as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimtrack.findings import Remark, Severity
from claimtrack.locations import RecordPath
from claimtrack.phrases import say
from claimtrack.project import Project
from claimtrack.records.text import Text
from claimtrack.rules.rule import part_rule

_TAG = re.compile(
    r"</?(?:a|abbr|b|blockquote|br|center|code|del|div|em|font|h[1-6]|hr|i|iframe|img|ins|li|mark|object|ol|p|pre|q|s|script|small|span"
    r"|strike|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|tt|u|ul|video)(?:\s[^<>]{0,300})?/?>|<!--",
    re.IGNORECASE,
)
_CODE = re.compile(r"`[^`\n]+`")
_MARKDOWN = frozenset({"rationale", "notice"})
"""The fields whose texts may have the signs of Markdown."""
_WORDS_OF_OTHERS = frozenset({"chain", "disputes"})
_IN_SEARCH_RESULTS = frozenset({"statement", "short"})
"""What a desk that adopted Google's rules is asked about by a rule of its own."""


@part_rule("CT128", "html-in-text", Severity.WARNING, Text)
def html_in_text(project: Project, file: str, path: RecordPath, text: Text) -> Iterator[Remark]:
    """A text for readers has HTML in it.

    Reason: Texts are shown as they are written. Readers see the tag with its angle brackets, and other programs that use the data may run
        what it says. A sign such as in "< 5 %" is not meant, nor is what stands between backticks in Markdown.
    Remedy: Take it out. In `rationale` and `notice` write it in Markdown.

    Bad:
        headline:
          en: <b>620</b> lorries a day, not 310 as a year before  # here
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor

    Good:
        headline:
          en: 620 lorries a day, not 310 as a year before
          de: 620 Lastwagen am Tag und nicht mehr 310 wie im Jahr davor
    """
    if path[0] in _WORDS_OF_OTHERS or (path[0] in _IN_SEARCH_RESULTS and "google" in project.desk.standards):
        return
    for tag, words in text.by_language.items():
        if "<" not in words:
            continue
        in_markdown = path[-1] in _MARKDOWN
        if found := _TAG.search(_CODE.sub("", words) if in_markdown else words):
            message = say("the text has HTML in it, ‘{html}’; expected plain text", html=found[0])
            written = say(
                "take it out, or write it in Markdown: `**bold**`, `*italic*`, `[text](address)`, an empty line between paragraphs"
            )
            yield Remark(file, (*path, tag) if tag else path, message, written if in_markdown else say("take it out"))


RULES = (html_in_text,)
"""The rules of this part of the family, in the order of their codes."""
