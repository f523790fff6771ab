"""The articles that a command line names, and the count of what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from talentflow.model import Document
from talentflow.serve.terminal import complain

if TYPE_CHECKING:
    from pathlib import Path

    from talentflow.evaluation import Annotated
    from talentflow.sources.problems import SourceProblem


class Inputs:
    """Articles from paths, one after the other; each problem is told in one line, and what is lost is counted."""

    def __init__(
        self,
        paths: Sequence[str],
        tell: Callable[[str], None] = complain,
        on_bytes: Callable[[int], None] | None = None,
    ) -> None:
        self.paths = list(paths)
        self.tell = tell
        self.on_bytes = on_bytes
        self.failed = 0

    def __iter__(self) -> Iterator[Document]:
        from talentflow.sources import read_paths

        return read_paths(self.paths, self._hear, on_bytes=self.on_bytes)

    def fail(self, line: str) -> None:
        """Tell of an article that is set aside; the run goes on."""
        self.failed += 1
        self.tell(line)

    def _hear(self, problem: SourceProblem) -> None:
        if problem.is_warning:
            self.tell(str(problem))
        else:
            self.fail(str(problem))


def read_annotated(paths: Sequence[Path]) -> tuple[list[Annotated], bool]:
    """The annotated articles of files and folders, and whether something could not be read; that is told."""
    from talentflow.evaluation import annotated_articles

    problems: list[str] = []

    def report(line: str) -> None:
        problems.append(line)
        complain(line)

    return list(annotated_articles(paths, report)), bool(problems)
