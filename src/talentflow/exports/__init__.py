"""The ledger as files: one file a format, found by looking into this folder.

A format is a module here with `FORMAT` (its name on the command line), `SUMMARY` (a line for the help) and
`write(ledger, file)`, which writes the ledger's plain data (see `write_file`) as text, or as bytes where the module
says `IS_BINARY = True`. Modules without a `FORMAT` are what several formats share.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import tempfile
from collections.abc import Mapping
from io import TextIOWrapper
from pathlib import Path
from typing import IO, Any, BinaryIO, Protocol

from talentflow.model import TalentflowError


class Exporter(Protocol):
    """What a module of this folder offers."""

    FORMAT: str
    SUMMARY: str

    def write(self, ledger: Mapping[str, Any], file: IO[Any]) -> None:
        """Write the whole ledger, as text or as bytes."""
        ...


def exporters() -> dict[str, Exporter]:
    """The formats of this folder by name."""
    found: dict[str, Exporter] = {}
    for module_info in sorted(pkgutil.iter_modules(__path__), key=lambda info: info.name):
        module: Any = importlib.import_module(f"{__name__}.{module_info.name}")
        if hasattr(module, "FORMAT"):
            found[module.FORMAT] = module
    return found


def is_binary(exporter: Exporter) -> bool:
    """Whether the format is no text, and so nothing to print on a terminal."""
    return bool(getattr(exporter, "IS_BINARY", False))


def write_file(exporter: Exporter, ledger: Mapping[str, Any], path: Path) -> None:
    """Write the ledger to a file, which is replaced whole or stays as it was.

    `ledger` holds `articles` (with story and origin), `entities` (with their mentions), `moves`, and `about` where
    its origin and licence were put in (see `provenance`). The first three have a length and can be walked again and
    again, and may be made as they are walked: a format writes row by row what it can. A link keeps leading where it
    led; a device or a pipe is written to as it is.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            with target.open("wb") as file:
                write_bytes(exporter, ledger, file)
        else:
            _replace(exporter, ledger, target)
    except OSError as error:
        problem = error.strerror or str(error)
        raise TalentflowError(f"{path}: cannot be written ({problem}). Name another file with --output.") from None


def write_bytes(exporter: Exporter, ledger: Mapping[str, Any], file: BinaryIO) -> None:
    """Write the ledger to an open file, text as UTF-8."""
    if is_binary(exporter):
        exporter.write(ledger, file)
        return
    text = TextIOWrapper(file, encoding="utf-8", newline="")
    try:
        exporter.write(ledger, text)
        text.flush()
    finally:
        text.detach()  # whoever opened the file closes it


def _replace(exporter: Exporter, ledger: Mapping[str, Any], target: Path) -> None:
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    scratch = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            write_bytes(exporter, ledger, file)
            file.flush()
            os.fsync(file.fileno())
        scratch.chmod(mode)
        scratch.replace(target)
    except BaseException:
        scratch.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
