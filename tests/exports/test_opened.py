"""Each format is opened with the library of the tool that it is for."""

from __future__ import annotations

import csv
import io
import json
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from talentflow.exports import exporters
from talentflow.exports.provenance import LICENCE
from talentflow.model import TalentflowError

from .conftest import HOSTILE, hostile_ledger

Exported = Callable[[str, dict[str, Any]], bytes]
FORMATS = sorted(exporters())

# rdflib's own parser still uses a class that rdflib has given up.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")


def test_a_workbook_opens_with_all_its_sheets(examples: dict[str, Any], exported: Exported) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", examples)))
    assert book.sheetnames == ["Moves", "Sentences", "People and organizations", "Articles", "About"]
    heading, *rows = book["Moves"].values
    assert [row[0] for row in rows] == [move["id"] for move in examples["moves"]]
    assert {row[heading.index("status")] for row in rows} == {move["status"] for move in examples["moves"]}
    assert isinstance(rows[0][heading.index("confidence")], float)
    sentences = [tuple(row[5:6]) for row in book["Sentences"].iter_rows(min_row=2, values_only=True)]
    assert len(sentences) == sum(len(move["evidence"]) for move in examples["moves"])
    assert dict(book["About"].values)["licence"] == LICENCE
    assert book.properties.creator == examples["about"]["made_by"]


def test_a_parquet_file_gives_back_the_moves(examples: dict[str, Any], exported: Exported) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(exported("parquet", examples)))
    rows = table.to_pylist()
    assert [row["person"]["name"] for row in rows] == [move["person"]["name"] for move in examples["moves"]]
    assert [row["evidence"] for row in rows] == [move["evidence"] for move in examples["moves"]]
    assert table.schema.metadata[b"talentflow.licence"].decode() == LICENCE


def test_an_empty_parquet_file_has_the_columns(examples: dict[str, Any], exported: Exported) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    empty = parquet.read_table(io.BytesIO(exported("parquet", {**examples, "moves": []})))
    full = parquet.read_table(io.BytesIO(exported("parquet", examples)))
    assert empty.num_rows == 0
    assert empty.schema.equals(full.schema)
    assert set(full.column_names) == set(examples["moves"][0])


def test_a_graph_has_an_edge_for_each_move(examples: dict[str, Any], exported: Exported) -> None:
    networkx = pytest.importorskip("networkx")
    graph = networkx.read_graphml(io.BytesIO(exported("graphml", examples)), force_multigraph=True)
    edges = {key: (source, target, told) for source, target, key, told in graph.edges(keys=True, data=True)}
    assert set(edges) == {move["id"] for move in examples["moves"]}
    for move in examples["moves"]:
        source, target, told = edges[move["id"]]
        assert told["status"] == move["status"]
        if move["kind"] != "change":
            assert source == (move["from"] or move["person"])["id"]
            assert target == (move["to"] or move["person"])["id"]
    assert {told["type"] for _, told in graph.nodes(data=True)} == {"person", "organization"}
    assert graph.graph["licence"] == LICENCE


def test_linked_data_says_what_was_derived_from_what(examples: dict[str, Any], exported: Exported) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=exported("jsonld", examples), format="json-ld")
    schema, prov, oa = (
        rdflib.Namespace(f"{address}") for address in ("https://schema.org/", rdflib.PROV, "http://www.w3.org/ns/oa#")
    )
    claims = set(graph.subjects(rdflib.RDF.type, schema.Claim))
    assert len(claims) == len(examples["moves"])
    texts = {article["id"] for article in examples["articles"]}
    for claim in claims:
        articles = list(graph.objects(claim, prov.wasDerivedFrom))
        assert articles
        assert {str(graph.value(article, schema.identifier)) for article in articles} <= texts
        assert str(graph.value(claim, schema.creativeWorkStatus))
        for quote in graph.objects(claim, schema.citation):
            assert graph.value(quote, prov.wasQuotedFrom) in articles
            selector = graph.value(graph.value(quote, schema.isBasedOn), oa.hasSelector)
            length = int(graph.value(selector, oa.end)) - int(graph.value(selector, oa.start))
            assert length == len(graph.value(quote, schema.text))
    data_set = graph.value(predicate=rdflib.RDF.type, object=schema.Dataset)
    assert str(graph.value(graph.value(data_set, schema.usageInfo), schema.text)) == LICENCE
    run = graph.value(data_set, prov.wasGeneratedBy)
    assert (run, rdflib.RDF.type, prov.Activity) in graph
    assert {part.language for part in graph.objects(None, schema.text) if part.language} >= {"ar", "en", "es"}


def test_a_rumour_is_no_completed_action(exported: Exported) -> None:
    rdflib = pytest.importorskip("rdflib")
    graph = rdflib.Graph().parse(data=exported("jsonld", hostile_ledger("Ada")), format="json-ld")
    statuses = set(graph.objects(None, rdflib.URIRef("https://schema.org/actionStatus")))
    assert statuses == {rdflib.URIRef("https://schema.org/PotentialActionStatus")}


def ftm_entities(data: bytes) -> list[Any]:
    model = pytest.importorskip("followthemoney").model
    found = []
    for line in data.decode().splitlines():
        entity = model.get_proxy(json.loads(line), cleaned=False)
        entity.schema.validate(entity.to_dict())
        found.append(entity)
    return found


def test_follow_the_money_takes_every_entity(examples: dict[str, Any], exported: Exported) -> None:
    data = exported("ftm", examples)
    entities = {entity.id: entity for entity in ftm_entities(data)}
    assert len(entities) == len(data.decode().splitlines())
    for line in data.decode().splitlines():
        raw = json.loads(line)
        kept = entities[raw["id"]].to_dict()["properties"]
        assert {name: sorted(values) for name, values in raw["properties"].items()} == {
            name: sorted(values) for name, values in kept.items()
        }
    jobs = [entity for entity in entities.values() if entity.schema.name == "Employment"]
    assert jobs
    for job in jobs:
        assert job.first("status") == "done"
        assert entities[job.first("employee")].schema.name == "Person"
        assert entities[job.first("employer")].schema.name == "Organization"
        assert {entities[proof].schema.name for proof in job.get("proof")} == {"Article"}
    assert [entity.first("notes") for entity in entities.values() if entity.schema.name == "Document"] == [LICENCE]


def test_what_is_not_done_is_no_employment(examples: dict[str, Any], exported: Exported) -> None:
    records = {move["id"]: move for move in examples["moves"]}
    assert {"rumored", "done"} <= {move["status"] for move in records.values()}
    for entity in ftm_entities(exported("ftm", examples)):
        if entity.schema.name == "UnknownLink":
            move = records[entity.first("recordId")]
            assert entity.first("role").startswith(f"{move['status']}: ")
            assert move["status"] != "done" or move["kind"] in ("offer", "absence")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_harms_no_reader(text: str, exported: Exported) -> None:
    openpyxl, networkx, rdflib = map(pytest.importorskip, ("openpyxl", "networkx", "rdflib"))
    parquet = pytest.importorskip("pyarrow.parquet")
    ledger = hostile_ledger(text)
    assert parquet.read_table(io.BytesIO(exported("parquet", ledger))).num_rows == 1
    graph = networkx.read_graphml(io.BytesIO(exported("graphml", ledger)), force_multigraph=True)
    assert graph.number_of_edges() == 1
    linked = rdflib.Graph().parse(data=exported("jsonld", ledger), format="json-ld")
    (claim,) = linked.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Claim"))
    assert str(claim) == "urn:talentflow:move:m-1"
    assert json.loads(exported("json", ledger))["moves"][0]["status"] == "rumored"
    assert {entity.schema.name for entity in ftm_entities(exported("ftm", ledger))} >= {"UnknownLink", "Article"}
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", ledger)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "inlineStr", "n"}
    with zipfile.ZipFile(io.BytesIO(exported("xlsx", ledger))) as packed:
        sheets = [packed.read(name) for name in packed.namelist() if name.startswith("xl/worksheets/")]
        assert not any(b"<f>" in sheet or b"<f " in sheet or b"hyperlink" in sheet for sheet in sheets)
        assert not any("externalLink" in name for name in packed.namelist())
    for row in csv.reader(io.StringIO(exported("csv", ledger).decode())):
        assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠")) for cell in row)


@pytest.mark.parametrize(("name", "library"), [("xlsx", "openpyxl"), ("parquet", "pyarrow"), ("graphml", "networkx")])
def test_a_missing_library_is_told_with_its_extra(
    monkeypatch: pytest.MonkeyPatch, exported: Exported, name: str, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(TalentflowError, match=rf"pip install \"talentflow\[{name}\]\"") as failed:
        exported(name, hostile_ledger("Ada"))
    assert "\n" not in str(failed.value)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_what_made_it_and_the_licence(name: str, exported: Exported) -> None:
    data = exported(name, hostile_ledger("Ada"))
    if name == "xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(packed.read(part) for part in packed.namelist())
    text = data.decode("utf-8", "replace")
    assert LICENCE.partition(". ")[0] in text
    assert "Talentflow 0" in text
