"""Two programs that write the same file at the same time: every edit is kept, or refused by name; none is lost."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

EDITS = 200
WRITER = """
import sys
from pathlib import Path
from claimtrack.editing import FileChange, write_files
from claimtrack.errors import ChangedMeanwhileError

root, name, edits, files = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4:]
kept = refused = 0
while kept < edits:
    read = [(file, (root / file).read_bytes()) for file in files]
    changes = [FileChange(file, data, data + f"{name} {kept}\\n".encode()) for file, data in read]
    try:
        write_files(root, changes, root / "state")
    except ChangedMeanwhileError as error:
        assert str(error).endswith(" changed on disk since it was read; nothing was written"), error
        refused += 1
    else:
        kept += 1
print(kept, refused)
"""


def write_at_once(root: Path, edits: int, *files: str) -> list[list[int]]:
    """Have two programs add lines to the same files; return how many each of them wrote, and how many it was refused."""
    for file in files:
        (root / file).write_bytes(b"")
    words = [sys.executable, "-c", WRITER, str(root)]
    writers = [subprocess.Popen([*words, name, str(edits), *files], stdout=subprocess.PIPE, encoding="utf-8") for name in ("a", "b")]
    said = [writer.communicate(timeout=120)[0] for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0]
    return [[int(word) for word in one.split()] for one in said]


def test_of_two_programs_with_200_edits_each_400_are_kept(quick_folder: Path) -> None:
    counted = write_at_once(quick_folder, EDITS, "one.yaml")

    lines = (quick_folder / "one.yaml").read_text("utf-8").splitlines()
    assert [kept for kept, _refused in counted] == [EDITS, EDITS]
    for name in ("a", "b"):
        assert [line for line in lines if line.startswith(name)] == [f"{name} {number}" for number in range(EDITS)]
    assert len(lines) == 2 * EDITS


def test_of_several_files_each_write_is_in_all_or_in_none(quick_folder: Path) -> None:
    write_at_once(quick_folder, 50, "one.yaml", "two.yaml", "three.yaml")

    texts = {(quick_folder / file).read_text("utf-8") for file in ("one.yaml", "two.yaml", "three.yaml")}
    assert len(texts) == 1
    assert len(texts.pop().splitlines()) == 100
    assert sorted(path.name for path in quick_folder.rglob("*")) == ["lock", "one.yaml", "state", "three.yaml", "two.yaml"]
