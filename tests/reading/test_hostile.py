"""Files made to bring a reader down, each read in a process of its own: no signal, no exception, no program started, all refused."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass

import pytest

READER = """
import json, os, re, sys, time

def memory(what):
    if not os.path.exists("/proc/self/status"):  # only Linux tells
        return 0
    return 1024 * int(re.search(rf"{what}:\\s+(\\d+) kB", open("/proc/self/status").read())[1])

def forbid(event, arguments):
    if event in {"subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn", "socket.connect"}:
        print("started", event)
        sys.exit(99)

from claimtrack.reading.documents import read_document
sys.addaudithook(forbid)
data = sys.stdin.buffer.read()
before, began = memory("VmRSS"), time.process_time()
document, findings = read_document(sys.argv[1], data)
spent = {"seconds": time.process_time() - began, "bytes": memory("VmHWM") - before}
print(json.dumps([document is None, [[one.code, one.span.line, one.span.column] for one in findings], spent]))
"""


@dataclass(frozen=True)
class Bomb:
    """A file, and some of the findings that it must have: code, line, column."""

    name: str
    data: bytes
    found: tuple[tuple[str, int, int], ...]
    file: str = "claims/bridge/jam.yaml"


def aliases(levels: int, entry: str = "[{}]") -> bytes:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]" if entry == "[{}]" else "a0: &a0 {k: v}"]
    lines += [f"a{level}: &a{level} " + entry.format(", ".join([f"*a{level - 1}"] * 9)) for level in range(1, levels)]
    return "\n".join(lines).encode()


DEEP = ("CT029", 1, 41)
INDENTED = [b" " * level + b"a:\n" for level in range(1_300)]
WARNINGS = b"".join(b"a%d: b #x\n" % number for number in range(1_200))
DISGUISED = b"%TAG !p! tag:yaml.org,2002:python/\n---\na: !p!object/apply:os.system [id]\n"
BOMBS = [
    Bomb("T01 aliases", aliases(9), (("CT024", 1, 5), ("CT024", 9, 5))),
    Bomb("T02 merge keys", aliases(9, "{{<<: [{}]}}"), (("CT024", 1, 5), ("CT025", 2, 10))),
    Bomb("T03 brackets", b"[" * 100_000, (("CT029", 1, 21),)),
    Bomb("T03 braces", b"{a: " * 100_000, (("CT029", 1, 81),)),
    Bomb("T03 hyphens", b"- " * 100_000, (DEEP,)),
    Bomb("T03 question marks", b"? " * 100_000, (DEEP,)),
    Bomb("T03 mixed", b"- ? : [{" * 50_000, (("CT028", 1, 5),)),
    Bomb("T03 brackets behind a name", b"a: " + b"[" * 200_000, (("CT029", 1, 23),)),
    Bomb("T03 just deep enough to pass the quick test", b"a: " + b"[" * 999, (("CT029", 1, 23),)),
    Bomb("T03 hyphens just few enough to pass the quick test", b"- " * 999, (DEEP,)),
    Bomb("T03 brackets in sources", b"[" * 26_000, (("CT029", 1, 21),), "sources.yaml"),
    Bomb("T03 behind a thousand warnings", WARNINGS + b"z: " + b"[" * 30_000, (("CT029", 1201, 23),)),
    Bomb("T04 indentation", b"".join(INDENTED), (("CT029", 21, 21),)),
    Bomb("T04 indentation just small enough to pass the quick test", b"".join(INDENTED[:250]), (("CT029", 21, 21),)),
    Bomb("T05 size", b"a: b\n" * 210_000, (("CT005", 1, 1),)),
    Bomb("T05 size of sources", b"#" * (16 * 2**20 + 1), (("CT005", 1, 1),), "claims/sources.yaml"),
    Bomb("T06 a text without an end", b'a: b\nt: "' + b"x" * 900_000 + b'"\n', (("CT030", 2, 4),)),
    Bomb("T07 colliding numbers", b"".join(b"%d: x\n" % (number * (2**61 - 1)) for number in range(20_000)), (("CT031", 20_000, 26),)),
    Bomb("T08 a Python call", b"a: !!python/object/apply:os.system [id]\n", (("CT026", 1, 4),)),
    Bomb("T08 a Python call in disguise", DISGUISED, (("CT023", 1, 1), ("CT026", 3, 4))),
    Bomb("T08 binary", b"a: !!binary aGk=\n", (("CT026", 1, 4),)),
    Bomb("T13 zeros", b"\0" * 900_000, (("CT011", 1, 1),)),
    Bomb("T13 control characters", b"a\x01" * 300_000, (("CT011", 1, 2),)),
    Bomb("T13 escapes", b'a: "' + b"\\0" * 30_000 + b'"', (("CT011", 1, 5),)),
    Bomb("T15 conflicts", b"<<<<<<< a\n>>>>>>> b\n" * 40_000, (("CT016", 1, 1),)),
    Bomb("T17 tabs", b"\t" * 900_000, (("CT017", 1, 1),)),
    Bomb("directives", b"%a\n" * 200_000, (("CT023", 1, 1),)),
    Bomb("question marks in a text", b'a: "' + b"? " * 400_000 + b'"', (("CT030", 1, 4),)),
    Bomb("glued comments", b"a: b #x\n" * 300_000, (("CT033", 1, 6), ("CT027", 2, 1)), "sources.yaml"),
    Bomb("a quotation mark without an end", b'a: "' + b"x\n" * 500_000, (("CT020", 1, 4),)),
    Bomb("empty lines", b"\n" * 1_000_000, (("CT021", 1, 1),)),
    Bomb("quoted texts behind each other", b'"a": ' + b'"x" ' * 200_000, (("CT020", 1, 10),)),
]  # fmt: skip


@pytest.mark.parametrize("bomb", BOMBS, ids=lambda bomb: bomb.name)
def test_a_bomb_is_refused(bomb: Bomb) -> None:
    done = subprocess.run([sys.executable, "-c", READER, bomb.file], input=bomb.data, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr.decode()) == (0, "")
    refused, found, spent = json.loads(done.stdout)
    assert refused
    assert spent["seconds"] < 1
    assert spent["bytes"] < 100_000_000
    assert {*bomb.found} <= {tuple(one) for one in found}
