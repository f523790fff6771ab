"""The moves as a Parquet file with their nesting kept: for data frames and query engines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO

from talentflow.exports.needed import needed
from talentflow.exports.rows import proper
from talentflow.text.visible import json_text

FORMAT = "parquet"
SUMMARY = "the moves with their nesting, for data frames and query engines"
IS_BINARY = True

_ROWS_AT_ONCE = 2_000  # a group of rows of the file


def write(ledger: Mapping[str, Any], file: BinaryIO) -> None:
    """Write the ledger's moves; what made them and the licence are in the file's own metadata."""
    arrow = needed("pyarrow", format=FORMAT)
    parquet = needed("pyarrow.parquet", format=FORMAT)
    about = ledger.get("about") or {}
    notes = {key: value if isinstance(value, str) else json_text(value) for key, value in about.items()}
    schema = _schema(arrow).with_metadata({f"talentflow.{key}": value for key, value in notes.items()})
    with parquet.ParquetWriter(file, schema, compression="zstd") as writer:
        for rows in _batches(ledger["moves"]):
            writer.write_table(arrow.Table.from_pylist(rows, schema=schema))


def _batches(moves: Iterable[Mapping[str, Any]]) -> Iterator[list[Any]]:
    rest = iter(moves)
    while batch := [proper(move) for move in islice(rest, _ROWS_AT_ONCE)]:
        yield batch


def _schema(arrow: Any) -> Any:
    """The columns of a move, said and not guessed, so that an empty ledger has them too."""
    text, count = arrow.string(), arrow.int64()
    texts = arrow.list_(text)
    party = arrow.struct([("id", text), ("name", text), ("mention", text), ("romanised", arrow.bool_())])
    step = arrow.struct([("published", text), ("status", text), ("article", text)])
    account = arrow.struct([("how", text), ("when", text), ("according_to", texts), ("articles", texts)])
    sentence = arrow.struct(
        [("article", text), ("field", text), ("start", count), ("end", count), ("quote", text), ("language", text),
         ("published", text), ("publisher", text), ("url", text), ("according_to", texts), ("status", text),
         ("is_hint", arrow.bool_())]
    )  # fmt: skip
    return arrow.schema(
        [("id", text), ("person", party), ("from", party), ("to", party), ("kind", text), ("status", text),
         ("how", text), ("role_from", text), ("role_to", text), ("date", text), ("known_on", text),
         ("confidence", arrow.float64()), ("origins", count), ("articles", texts), ("languages", texts),
         ("according_to", texts), ("reasons", texts), ("history", arrow.list_(step)),
         ("accounts", arrow.list_(account)), ("evidence", arrow.list_(sentence)), ("claims", texts)]
    )  # fmt: skip
