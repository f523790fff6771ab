"""The weights of the encoder and its head as the reader ships them, as `train_relations.py` goes on from them.

    python eval/relations_shipped.py build/shipped.pt

Tables that are kept as bytes become plain numbers again; what the bytes have lost stays lost. Writes nothing unless the
encoder gives the vectors that the shipped graph gives. Needs torch and onnx (pip install --group relations).
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

import numpy
import onnx
import onnxruntime
import torch
from onnx import numpy_helper
from relations_base import load_base
from relations_network import MARKS, WIDTH, ZERO, Encoder, Head
from torch import nn
from train_relations import FROZEN, LAYERS

from talentflow.reader.relations.files import data_file

NEAR = 2e-3  # by which the outcome may differ from that of the shipped graph


def tables_of(path: Path) -> dict[str, Any]:
    """The weights of a shipped graph, under the names that torch gives them."""
    graph = onnx.load(str(path)).graph
    plain = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Mul" and node.input[0].endswith(".wide"):
            name = node.output[0]
            plain[name] = plain[f"{name}.bytes"].astype(numpy.float32) * plain[f"{name}.scale"]
    out = dict(plain)
    for node in graph.node:
        module = ".".join(node.name.strip("/").split("/")[:-1])
        if node.op_type == "MatMulNBits":
            table = plain[node.input[1]].astype(numpy.float32) - ZERO
            scale = plain[node.input[2]].reshape(*table.shape[:2], 1)
            out[f"{module}.weight"] = (table * scale).reshape(len(table), -1)
        elif node.op_type in ("MatMul", "Gemm") and node.input[1] in plain:
            is_turned = any(one.name == "transB" and one.i for one in node.attribute)
            out[f"{module}.weight"] = plain[node.input[1]] if is_turned else plain[node.input[1]].T
            if node.op_type == "Gemm":
                out[f"{module}.bias"] = plain[node.input[2]]
    return out


def fill(module: nn.Module, tables: dict[str, Any]) -> None:
    """Gives a module the weights of these names; raises ValueError where one is missing or has another shape."""
    own = module.state_dict()
    for name, weight in own.items():
        table = _named(tables, name)
        if table is None or tuple(table.shape) != tuple(weight.shape):
            raise ValueError(f"{name}: not in the shipped graph, or of another shape")
        own[name] = torch.tensor(numpy.array(table))
    module.load_state_dict(own)


def _named(tables: dict[str, Any], name: str) -> Any:
    """The table of a name; of modules in a list the graph names the list twice ("alike/alike.0")."""
    first = name.split(".")[0]
    found = tables.get(name)
    return tables.get(f"{first}.{name}") if found is None else found


def farthest(encoder: Encoder) -> float:
    """How far the encoder's vectors of some pieces are from those of the shipped graph, at the most."""
    words = torch.randn(1, 40, WIDTH, generator=torch.Generator().manual_seed(1)) * 0.3
    marks = torch.arange(40)[None] % MARKS
    encoder.eval()
    with torch.no_grad():
        mine = encoder(words, marks).numpy()
    session = onnxruntime.InferenceSession(str(data_file("encoder.onnx")))
    (shipped,) = session.run(None, {"words": words.numpy(), "marks": marks.numpy()})
    return float(numpy.abs(mine - shipped).max())


def main() -> None:
    """Read, check, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path, help="where the weights go, for --from of train_relations.py")
    given = parser.parse_args()
    encoder, head = Encoder(load_base().weights, LAYERS, FROZEN), Head()
    fill(encoder, tables_of(data_file("encoder.onnx")))
    fill(head, tables_of(data_file("head.onnx")))
    far = farthest(encoder)
    if far > NEAR:
        raise SystemExit(f"the weights give vectors that are {far:.4f} off the shipped graph's: nothing written")
    given.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save((encoder.state_dict(), head.state_dict()), given.out)
    print(f"Wrote {given.out}: vectors are at most {far:.5f} off the shipped graph's.")


if __name__ == "__main__":
    main()
