"""What the tests of this room share: a run over paths, and a folder to write inputs into."""

import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from talentflow.model import Document
from talentflow.sources import SourceProblem, read_paths


@dataclass
class Run:
    """What one run gave: documents and problems, both in order."""

    documents: list[Document]
    problems: list[SourceProblem]

    @property
    def texts(self) -> list[str]:
        return [document.text for document in self.documents]

    @property
    def lines(self) -> list[str]:
        return [str(problem) for problem in self.problems]

    @property
    def lost(self) -> list[SourceProblem]:
        return [problem for problem in self.problems if not problem.is_warning]


@pytest.fixture
def read() -> Callable[..., Run]:
    """Read paths; `stdin` gives the bytes of standard input."""

    def read(*paths: Path | str, stdin: bytes = b"") -> Run:
        problems: list[SourceProblem] = []
        documents = list(read_paths([str(path) for path in paths], problems.append, stdin=io.BytesIO(stdin)))
        return Run(documents, problems)

    return read


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, bytes | str], Path]:
    """Write a file of that name, and say where it is."""

    def write(name: str, content: bytes | str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write
