"""A fact-checker's day, from a new article to a published correction, by commands alone, in a real repository.

What is said and what git shows of each step is compared as a whole: it reads as if a careful person had typed it.
"""

# ruff: noqa: E501  (a command is one line, however long)
from __future__ import annotations

import datetime
import shlex
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

if TYPE_CHECKING:
    from tests.cli.conftest import Call

DESK = """\
# INVENTED: no such desk, town, person, paper or source exists.
format: 1
publisher: {name: Brightwater Desk (invented), url: https://desk.example}
languages: [en, de]
people:
  ada: {shown: Ada, may: [write], git: [ada@desk.example]}
  ben: {shown: Ben, may: [write, review, publish], git: [ben@desk.example]}
topics:
  leisure: {en: Leisure, de: Freizeit}
origins:
  town: {name: Town of Brightwater (invented)}
  swimmers: {name: Brightwater Swimming Club (invented)}
"""

ARTICLE = """\
Pool shut for most of the year

The council met for three hours on Wednesday. "The pool was shut on more than 200 days last year", Cara Finn said. Others spoke about the
library, the bus to the station and the price of a season ticket, which goes up in May.

The vote on the pool is in March.
"""

DAY = """\
# Monday: Ada finds an article, and a sentence in it.
2026-02-23 ada
new article ../herald.txt --id pool --title "Pool shut for most of the year" --url https://herald.example/2026/pool-shut --publisher "Brightwater Herald (invented)" --published 2026-02-20 --language en
new claim pool --id closed-200-days --quote "The pool was shut on more than 200 days last year" --statement "In 2025 the Brightwater pool was closed on more than 200 days." --aspect fact --claimant "Cara Finn (invented)" --role Councillor --topic leisure
set closed-200-days statement.de "2025 war das Schwimmbad von Brightwater an mehr als 200 Tagen geschlossen."
set closed-200-days made_on 2026-02-18
set closed-200-days selection "The council votes on closing the pool for good."
move closed-200-days researching
# Tuesday: two sources, and what they say.
2026-02-24 ada
new source pool-report --for pool --url "https://town.example/pool/report-2025.pdf?utm_source=mail" --title "Swimming pool, operating report 2025" --publisher "Town of Brightwater (invented)" --published 2026-01-30 --accessed 2026-02-24 --language en --level primary --origin town --seen live
set pool-report archives --append "{provider: archive.example, url: https://archive.example/20260224/report-2025.pdf, captured_at: 2026-02-24T09:30:00Z}"
new source training-diary --for pool --url https://swimmers.example/diary-2025 --title "Training diary 2025" --publisher "Brightwater Swimming Club (invented)" --published 2026-01-05 --accessed 2026-02-24 --language en --level primary --origin swimmers --seen live
set training-diary archives --append "{provider: archive.example, url: https://archive.example/20260224/diary-2025, captured_at: 2026-02-24T14:00:00Z}"
add evidence closed-200-days --id closed-days --source pool-report --stance refutes --quote "In 2025 the pool was closed to the public on 91 days, 63 of them for the new roof."
add evidence closed-200-days --id no-training --source training-diary --stance refutes --quote "Days without training because the pool was closed: 88."
set closed-200-days letters "[{to: Cara Finn (invented), about: claim, on: 2026-02-24, until: 2026-02-26}]"
# Friday: a verdict, and a reader who wants more.
2026-02-27 ada
set closed-200-days letters.0.outcome no-reply
set closed-200-days headline "The pool was closed on 91 days in 2025, not on more than 200"
set closed-200-days verdict "{rating: refuted, summary: {en: The town counted 91 days on which the pool was closed., de: Die Stadt zählte 91 Tage an denen das Schwimmbad geschlossen war.}, decided_on: 2026-02-27}" --yaml
set closed-200-days verdict.rationale.en "The town's report counts 91 days on which the pool was closed [@closed-days]. The swimming club could not train on 88 [@no-training]."
move closed-200-days in-review
assign closed-200-days ben --until 2026-03-02
2026-03-02 ben
review closed-200-days approve
review closed-200-days changes --note "German is missing: headline and rationale."
2026-03-03 ada
set closed-200-days headline.de "Das Schwimmbad war 2025 an 91 Tagen geschlossen und nicht an mehr als 200"
set closed-200-days verdict.summary.de "Die Stadt zählte 91 Tage, an denen das Schwimmbad geschlossen war."
set closed-200-days verdict.rationale.de "Der Bericht der Stadt zählt 91 Tage, an denen das Schwimmbad geschlossen war [@closed-days]. Der Schwimmverein konnte an 88 nicht trainieren [@no-training]."
move closed-200-days in-review
review closed-200-days approve
2026-03-04 ben
review closed-200-days approve
assign closed-200-days --nobody
publish closed-200-days
check
# A week later: a week in December was missing.
2026-03-11 ada
set closed-200-days headline.en "The pool was closed on 98 days in 2025, not on more than 200"
correct closed-200-days --class substantial --cause reader --notice "en=We had written that the pool was closed on 91 days. A week in December was missing." --notice "de=Wir hatten geschrieben, dass das Schwimmbad an 91 Tagen geschlossen war. Es fehlte eine Woche im Dezember."
add evidence closed-200-days --id december --source pool-report --stance refutes --quote "This report does not count the week of 8 December, when the boiler had failed."
set closed-200-days headline.en "The pool was closed on 98 days in 2025, not on more than 200"
set closed-200-days headline.de "Das Schwimmbad war 2025 an 98 Tagen geschlossen und nicht an mehr als 200"
set closed-200-days verdict.summary.en "The pool was closed on 98 days. The town's report counts 91 and leaves out one week."
set closed-200-days verdict.summary.de "Das Schwimmbad war an 98 Tagen geschlossen. Der Bericht der Stadt zählt 91 und lässt eine Woche aus."
set closed-200-days verdict.rationale.en "The town's report counts 91 days on which the pool was closed [@closed-days] and leaves out a week in December [@december]. The swimming club could not train on 88 [@no-training]."
set closed-200-days verdict.rationale.de "Der Bericht der Stadt zählt 91 Tage, an denen das Schwimmbad geschlossen war [@closed-days], und lässt eine Woche im Dezember aus [@december]. Der Schwimmverein konnte an 88 nicht trainieren [@no-training]."
set closed-200-days verdict.decided_on 2026-03-11
2026-03-12 ben
review closed-200-days approve
check
build
"""


@pytest.fixture
def repository_of_a_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A new desk in a repository; git knows nothing but what the repository says."""
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    for name in ("GIT_CONFIG_GLOBAL", "NO_COLOR", "FORCE_COLOR", "CLAIMTRACK_DEBUG", "CLAIMTRACK_LANGUAGE"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "herald.txt").write_text(ARTICLE, "utf-8")
    root = tmp_path / "desk"
    (root / "claims").mkdir(parents=True)
    (root / "claims" / "desk.yaml").write_text(DESK, "utf-8")
    (root / ".gitignore").write_text("/site/\n/snapshots/\n", "utf-8")
    monkeypatch.chdir(root)
    git("init", "--quiet")
    git("config", "user.name", "Somebody")
    return root


def git(*words: str) -> str:
    done = subprocess.run(["git", *words], check=True, capture_output=True, encoding="utf-8")  # noqa: S607  (the one on the path)
    return done.stdout


def committed(words: str) -> str:
    """Commit everything, and return what git shows of it: the lines that changed, and in which files."""
    git("add", "--all")
    shown = git("diff", "--cached", "--unified=0", "--no-prefix", "--no-renames")
    git("commit", "--quiet", "--allow-empty", "--message", words)
    lines = [line for line in shown.splitlines() if not line.startswith(("diff ", "index ", "@@", "---", "new file"))]
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.usefixtures("repository_of_a_desk")
def test_a_day_by_commands_reads_as_if_a_careful_person_had_typed_it(
    call: Call, monkeypatch: pytest.MonkeyPatch, file_regression: FileRegressionFixture
) -> None:
    git("config", "user.email", "ada@desk.example")
    committed("A new desk")
    told = ""
    for line in DAY.splitlines():
        if line.startswith("# "):
            told += f"\n{line}\n"
        elif line.startswith("2026-"):
            day, person = line.split()
            monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime.datetime.fromisoformat(f"{day}T12:00Z").timestamp())))
            git("config", "user.email", f"{person}@desk.example")
            told += f"\n# {day}, {person}\n"
        else:
            ended = call(*shlex.split(line))
            told += f"\n$ claimtrack {line}\n{ended.out}{ended.err}{committed(line)}"
    ended = call("check")
    assert (ended.code, ended.err) == (0, "1 claim, 0 errors, 0 warnings, 0 notes\n")
    file_regression.check(told.lstrip(), extension=".txt", encoding="utf-8")
