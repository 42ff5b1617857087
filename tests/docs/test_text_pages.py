"""The pages about statements and about letters: their examples are what they say."""

from __future__ import annotations

import re
from pathlib import Path

from claimtrack.anchoring.lookalikes import disguised_word, mixed_word, unseen
from claimtrack.anchoring.sentences import sentences
from claimtrack.anchoring.similar import MOST_KEPT, MOST_SHARING


def test_the_examples_of_one_sentence_are_one(repository: Path) -> None:
    page = (repository / "docs" / "explanation" / "statements.md").read_text("utf-8")
    (block,) = re.findall(r"```text\n(.*?)```", page, re.DOTALL)
    german, english = block.splitlines()[:2], block.splitlines()[2:]

    assert [len(sentences(line, "de")) for line in german] == [1, 1]
    assert [len(sentences(line, "en")) for line in english] == [1, 1]


def test_the_bounds_are_those_of_the_code(repository: Path) -> None:
    page = " ".join((repository / "docs" / "explanation" / "statements.md").read_text("utf-8").split())

    assert f"more than {MOST_SHARING} different wordings" in page
    assert f"at most {MOST_KEPT} near ones and {MOST_KEPT} claims" in page


def test_the_examples_of_what_is_let_be_are(repository: Path) -> None:
    page = (repository / "docs" / "explanation" / "letters.md").read_text("utf-8")
    texts = re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)

    assert len(texts) == 6
    assert [text for text in texts if unseen(text) or mixed_word(text) or disguised_word(text)] == []
