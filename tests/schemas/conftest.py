"""A client of yaml-language-server, the program behind YAML in most editors: enough of the protocol to open files and ask."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

import pytest

from claimtrack.loading import load
from claimtrack.moves.editing_aids import write_schemas


class LanguageServer:
    """The real server, started for one folder with the settings that ``claimtrack schema`` writes there.

    Arguments:
        command: how to start it.
        root: the folder of the desk.
    """

    def __init__(self, command: list[str], root: Path) -> None:
        settings = json.loads((root / ".vscode" / "settings.json").read_text("utf-8"))
        self._yaml = {
            "schemas": {(root / schema).resolve().as_uri(): files for schema, files in settings["yaml.schemas"].items()},
            "yamlVersion": settings["yaml.yamlVersion"],
            "validate": True,
            "hover": True,
            "completion": True,
            "schemaStore": {"enable": False},
        }
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self._asked = 0
        self._found: dict[str, list[dict[str, Any]]] = {}
        formats = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"documentationFormat": ["markdown"]}}}
        capabilities = {"workspace": {"configuration": True}, "textDocument": formats}
        folder = {"uri": root.as_uri(), "name": "desk"}
        self._ask("initialize", {"processId": None, "rootUri": root.as_uri(), "workspaceFolders": [folder], "capabilities": capabilities})
        self._tell("initialized", {})

    def stop(self) -> None:
        """End the server."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()

    def errors(self, file: Path, text: str | None = None) -> list[tuple[int, str]]:
        """Open a file that was not open before and return what the server finds wrong: line and message.

        Arguments:
            file: the file; with a text, it need not exist.
            text: what the editor shows, instead of what the file holds.
        """
        uri = file.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": file.read_text("utf-8") if text is None else text}
        self._tell("textDocument/didOpen", {"textDocument": document})
        while uri not in self._found:
            self._read()
        return [(one["range"]["start"]["line"] + 1, one["message"]) for one in self._found[uri]]

    def completions(self, file: Path, line: int, column: int) -> list[str]:
        """Return what the server offers at a place, counted from 1."""
        answer = self._ask("textDocument/completion", _at(file, line, column))
        items = answer["items"] if isinstance(answer, Mapping) else answer
        return [item["label"] for item in items]

    def hover(self, file: Path, line: int, column: int) -> str:
        """Return what the server says about a place, counted from 1."""
        answer = self._ask("textDocument/hover", _at(file, line, column))
        return str(answer["contents"]["value"]) if answer else ""

    def _ask(self, method: str, parameters: Mapping[str, Any]) -> Any:  # noqa: ANN401  (whatever the server answers)
        self._asked += 1
        asked = self._asked
        self._send({"id": asked, "method": method, "params": parameters})
        while True:
            message = self._read()
            if "method" not in message and message.get("id") == asked:
                return message.get("result")

    def _tell(self, method: str, parameters: Mapping[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: Mapping[str, Any]) -> None:
        assert self._process.stdin is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while header := self._process.stdout.readline().strip():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
        assert length, "the language server has stopped"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self._found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else []
            self._send({"id": message["id"], "result": [self._yaml if one.get("section") == "yaml" else {} for one in asked]})
        return message


def _at(file: Path, line: int, column: int) -> dict[str, Any]:
    return {"textDocument": {"uri": file.as_uri()}, "position": {"line": line - 1, "character": column - 1}}


Start = Callable[[Path], LanguageServer]


@pytest.fixture(scope="session")
def start(node_modules: Path, missing_tool: Callable[[str], NoReturn]) -> Iterator[Start]:
    """Start a server for a desk, once its schemas are written."""
    node, program = shutil.which("node"), node_modules / "yaml-language-server" / "bin" / "yaml-language-server"
    if node is None or not program.is_file():
        missing_tool("yaml-language-server is not installed (npm)")
    started: list[LanguageServer] = []

    def start(desk: Path) -> LanguageServer:
        list(write_schemas(load(desk)[0]))
        started.append(LanguageServer([node, str(program), "--stdio"], desk))
        return started[-1]

    yield start
    for server in started:
        server.stop()
