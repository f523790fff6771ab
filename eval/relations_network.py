"""The relations encoder and its head, as they are learnt (torch) and as they are shipped (ONNX)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import onnx
import torch
from relations_base import HEADS, INNER, WIDTH
from torch import nn
from torch.nn import functional

from talentflow.reader.relations.answers import KINDS, STATUSES
from talentflow.reader.relations.questions import CHOICE_NUMBERS, MARKS, QUESTION_NUMBERS

SMALLEST = 100_000  # numbers: a smaller table is shipped as it is, a larger one in eight bits
OPSET = 17
CONTRIBUTED = "com.microsoft"  # operations that onnxruntime has beside those of the standard
BLOCK = 128  # numbers of a column that have their scale together: the most that divides the width
ZERO = 128  # the byte without a sign that stands for zero
SHUT = -1e4  # the weight of what stands behind the end of a text, or of a sentence
VOICES = 3  # moves of one person that one sentence can tell
EYES, LOOKED_FOR, FOUND = 4, 24, 40  # of each voice's attention: heads, and numbers of a head's keys and values
PLAIN = 1  # how exactly is multiplied by a table of bytes: as by plain numbers


class Layer(nn.Module):
    """One layer of the transformer, as BERT has it (Devlin and others, 2019)."""

    def __init__(self, weights: dict[str, Any], number: int, drop: float) -> None:
        super().__init__()
        self.both = nn.Linear(WIDTH, 3 * WIDTH)
        self.out, self.out_norm = nn.Linear(WIDTH, WIDTH), nn.LayerNorm(WIDTH, 1e-12)
        self.wide, self.narrow, self.last_norm = (
            nn.Linear(WIDTH, INNER),
            nn.Linear(INNER, WIDTH),
            nn.LayerNorm(WIDTH, 1e-12),
        )
        self.drop = nn.Dropout(drop)

        def table(name: str, *shape: int) -> torch.Tensor:
            return torch.tensor(numpy.array(weights[f"l{number}.{name}"]).reshape(*shape))

        self.both.weight.data = torch.cat([table(f"{part}.w", WIDTH, WIDTH) for part in "qkv"])
        self.both.bias.data = torch.cat([table(f"{part}.b", WIDTH) for part in "qkv"])
        for module, name, shape in (
            (self.out, "ao", (WIDTH, WIDTH)), (self.wide, "fi", (INNER, WIDTH)), (self.narrow, "fo", (WIDTH, INNER)),
            (self.out_norm, "aln", (WIDTH,)), (self.last_norm, "oln", (WIDTH,)),
        ):  # fmt: skip
            module.weight.data = table(f"{name}.w", *shape)
            module.bias.data = table(f"{name}.b", shape[0])

    def forward(self, x: torch.Tensor, mask: torch.Tensor | None) -> torch.Tensor:
        """`x` is batch x pieces x width; `mask` (batch x pieces) is False where a text has ended."""
        rows, length, _ = x.shape
        query, key, value = self.both(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        if self.training:  # written out it takes half of the time on processors, in both directions
            weight = query @ key.transpose(-1, -2) / (WIDTH // HEADS) ** 0.5
            if mask is not None and not bool(mask.all()):
                weight = weight.masked_fill(~mask[:, None, None, :], SHUT)
            found = weight.softmax(-1).to(value.dtype) @ value
        else:
            seen = None if mask is None else mask[:, None, None, :]
            found = functional.scaled_dot_product_attention(query, key, value, attn_mask=seen)
        x = self.out_norm(x + self.drop(self.out(found.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.last_norm(x + self.drop(self.narrow(functional.gelu(self.wide(x)))))


def places_and_norm(weights: dict[str, Any]) -> tuple[nn.Parameter, nn.LayerNorm]:
    """What the base model adds to the vectors of pieces by their places, and how it evens the sums out."""
    places = weights["emb.pos"].reshape(-1, WIDTH) + weights["emb.type"].reshape(-1, WIDTH)[0]
    norm = nn.LayerNorm(WIDTH, 1e-12)
    norm.weight.data = torch.tensor(numpy.array(weights["emb.ln.w"]))
    norm.bias.data = torch.tensor(numpy.array(weights["emb.ln.b"]))
    return nn.Parameter(torch.tensor(places), requires_grad=False), norm


class Encoder(nn.Module):
    """The lower layers of the base model: vectors of pieces in, vectors in their context out.

    In front of the layers that are learnt each piece is marked as part of a person's name, of an organization's, or of
    none, so that these need not find out again what the rules have found.
    """

    def __init__(self, weights: dict[str, Any], layers: int, marked: int, drop: float = 0.1) -> None:
        """The marks are added in front of layer number `marked`."""
        super().__init__()
        self.marked = marked
        self.marks = nn.Embedding(MARKS, WIDTH)
        nn.init.zeros_(self.marks.weight)
        self.places, self.norm = places_and_norm(weights)
        self.layers = nn.ModuleList(Layer(weights, number, drop) for number in range(layers))

    def forward(self, words: torch.Tensor, marks: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """`words` is batch x pieces x width, `marks` (batch x pieces) what each is part of."""
        with torch.no_grad():
            x = self.norm(words + self.places[: words.shape[1]])
            for layer in self.layers[: self.marked]:
                x = layer(x, mask)
        x = x + self.marks(marks)
        for layer in self.layers[self.marked :]:
            x = layer(x, mask)
        return x


class Head(nn.Module):
    """From vectors of a person, a sentence and the article's organizations to what `network.answers_to` describes.

    A sentence may tell several moves of one person, so each question is answered by as many *voices*, each of which
    tells one move or none. Each looks at the sentence's pieces with weights of its own (attention, Bahdanau and others,
    2015), which depend on the person that is asked about.
    """

    def __init__(self, inner: int = 160, drop: float = 0.2) -> None:
        super().__init__()
        given = 3 * WIDTH + QUESTION_NUMBERS
        self.wanted = nn.Linear(given, VOICES * EYES * LOOKED_FOR)
        self.offered, self.found = nn.Linear(WIDTH, EYES * LOOKED_FOR), nn.Linear(WIDTH, EYES * FOUND)
        self.asked, self.seen = nn.Linear(given, 2 * inner), nn.Linear(EYES * FOUND, 2 * inner, bias=False)
        self.voices = nn.Parameter(torch.randn(VOICES, 2 * inner))  # far apart, or all learn to tell the same
        self.question = nn.Sequential(nn.GELU(), nn.Dropout(drop), nn.Linear(2 * inner, inner))
        self.choice = nn.Sequential(
            nn.Linear(2 * WIDTH + CHOICE_NUMBERS, 2 * inner), nn.GELU(), nn.Dropout(drop), nn.Linear(2 * inner, inner)
        )
        self.told, self.kind, self.status = (nn.Linear(inner, size) for size in (1, len(KINDS), len(STATUSES)))
        self.alike = nn.ModuleList(nn.Linear(inner, inner) for _ in range(2))
        self.together = nn.ModuleList(nn.Linear(2 * inner, 64) for _ in range(2))
        self.weigh = nn.ModuleList(nn.Linear(64, 1) for _ in range(2))
        self.none = nn.ModuleList(nn.Linear(inner, 1) for _ in range(2))
        self.figures = nn.ModuleList(nn.Linear(CHOICE_NUMBERS, 1) for _ in range(2))
        self.often = nn.Parameter(torch.tensor([0.0] + [-2.0] * (VOICES - 1)))  # further moves are rarer than the first
        nn.init.constant_(self.told.bias, -2.0)

    def forward(
        self, asked: torch.Tensor, numbers: torch.Tensor, choices: torch.Tensor, everywhere: torch.Tensor,
        choice_numbers: torch.Tensor, vectors: torch.Tensor, sight: torch.Tensor,
    ) -> tuple[torch.Tensor, ...]:  # fmt: skip
        """The shapes are those of `questions.Questions`, each span with its vector.

        `vectors` (p x 384) are those of the text's pieces, `sight` (n x s) tells which of them each question's
        sentence has, -1 where it has no more.
        """
        given = torch.cat([asked, numbers], 1)
        hidden = self.asked(given)[:, None] + self.seen(self._look(given, vectors, sight)) + self.voices
        question = self.question(hidden)  # n x voices x inner
        whole = everywhere[None].expand(asked.shape[0], -1, -1)
        choice = self.choice(torch.cat([choices, whole, choice_numbers], 2))
        size = choice.shape[1]
        repeated, beside = question[:, :, None].expand(-1, -1, size, -1), choice[:, None].expand(-1, VOICES, -1, -1)
        ends = []
        for end in range(2):
            weight = (self.alike[end](question)[:, :, None] * beside).sum(3) / choice.shape[2] ** 0.5
            both = functional.gelu(self.together[end](torch.cat([repeated, beside], 3)))
            weight = weight + self.weigh[end](both)[..., 0] + self.figures[end](choice_numbers)[:, None, :, 0]
            ends.append(torch.cat([self.none[end](question), weight], 2))
        return self.told(question)[..., 0] + self.often, ends[0], ends[1], self.kind(question), self.status(question)

    def _look(self, given: torch.Tensor, vectors: torch.Tensor, sight: torch.Tensor) -> torch.Tensor:
        """What each question's voices see in its sentence (n x voices x all that the eyes found)."""
        count, length = sight.shape
        wanted = self.wanted(given).reshape(count, VOICES, EYES, LOOKED_FOR).transpose(1, 2)
        offered = self.offered(vectors)[sight].reshape(count, length, EYES, LOOKED_FOR).permute(0, 2, 3, 1)
        found = self.found(vectors)[sight].reshape(count, length, EYES, FOUND).transpose(1, 2)
        weight = wanted @ offered / LOOKED_FOR**0.5 + (sight < 0)[:, None, None].float() * SHUT
        return (weight.softmax(-1) @ found).transpose(1, 2).reshape(count, VOICES, EYES * FOUND)


def ship(encoder: Encoder, head: Head, folder: Path) -> None:
    """Writes both as onnxruntime loads them, their large tables in eight bits, one scale for each column."""
    encoder.eval(), head.eval()
    words, marks = torch.zeros(1, 30, WIDTH), torch.zeros(1, 30, dtype=torch.int64)
    torch.onnx.export(
        encoder, (words, marks), str(folder / "encoder.onnx"), input_names=["words", "marks"],
        output_names=["vectors"], dynamic_axes={name: {1: "pieces"} for name in ("words", "marks", "vectors")},
        dynamo=False, opset_version=OPSET,
    )  # fmt: skip
    asked, choices = 5, 3
    inputs = {
        "asked": torch.zeros(asked, 3 * WIDTH), "numbers": torch.zeros(asked, QUESTION_NUMBERS),
        "choices": torch.zeros(asked, choices, WIDTH), "everywhere": torch.zeros(choices, WIDTH),
        "choice_numbers": torch.zeros(asked, choices, CHOICE_NUMBERS), "vectors": torch.zeros(30, WIDTH),
        "sight": torch.arange(asked * 7).reshape(asked, 7) % 30,
    }  # fmt: skip
    outputs = ["told", "from", "to", "kind", "status"]
    axes = {name: {0: "asked"} for name in ("asked", "numbers", *outputs)}
    axes |= {"choices": {0: "asked", 1: "all"}, "everywhere": {0: "all"}, "choice_numbers": {0: "asked", 1: "all"}}
    axes["from"] = axes["to"] = {0: "asked", 2: "choices"}
    axes |= {"vectors": {0: "pieces"}, "sight": {0: "asked", 1: "seen"}}
    torch.onnx.export(
        head, tuple(inputs.values()), str(folder / "head.onnx"), input_names=list(inputs), output_names=outputs,
        dynamic_axes=axes, dynamo=False, opset_version=OPSET,
    )  # fmt: skip
    join_attention(folder / "encoder.onnx", len(encoder.layers))
    for name in ("encoder.onnx", "head.onnx"):
        narrow(folder / name)


def join_attention(path: Path, layers: int) -> None:
    """Has each layer's attention worked out by one operation, which never holds how all pieces weigh all others."""
    model = onnx.load(str(path))
    graph = model.graph
    graph.initializer.append(onnx.numpy_helper.from_array(numpy.array([WIDTH] * 3), "thirds"))
    for layer in range(layers):
        before, behind = f"/layers.{layer}/both/Add_output_0", f"/layers.{layer}/out/MatMul_output_0"
        parts, joined = [f"/layers.{layer}/{part}" for part in ("query", "key", "value")], f"/layers.{layer}/joined"
        place = next(place for place, node in enumerate(graph.node) if before in node.output)
        split = onnx.helper.make_node("Split", [before, "thirds"], parts, axis=2)
        attend = onnx.helper.make_node(
            "MultiHeadAttention", parts, [joined], f"/layers.{layer}/attention", domain=CONTRIBUTED, num_heads=HEADS
        )
        graph.node.insert(place + 1, split)
        graph.node.insert(place + 2, attend)
        next(node for node in graph.node if behind in node.output).input[0] = joined
    _drop_unused(graph)
    _save(model, path)


def _drop_unused(graph: Any) -> None:
    """Takes out the operations of which nothing is used any more, one after the other."""
    wanted = {output.name for output in graph.output}
    for node in reversed(graph.node):  # each stands behind what it takes
        if wanted.isdisjoint(node.output):
            graph.node.remove(node)
        else:
            wanted.update(node.input)


def narrow(path: Path) -> None:
    """Keeps the large tables of a graph as bytes with a scale a column.

    Where a table is all that something is multiplied by, it is made plain numbers again only for that moment; any other
    is when the graph is loaded.
    """
    model = onnx.load(str(path))
    graph = model.graph
    for tensor in [one for one in graph.initializer if numpy.prod(one.dims) >= SMALLEST]:
        table = onnx.numpy_helper.to_array(tensor)
        scale = (numpy.abs(table).max(axis=0, keepdims=True) / 127 + 1e-12).astype(numpy.float32)
        small = numpy.rint(table / scale).astype(numpy.int8)
        takers = [node for node in graph.node if tensor.name in node.input]
        graph.initializer.remove(tensor)
        if len(table) % BLOCK == 0 and all(node.op_type == "MatMul" for node in takers):
            graph.initializer.extend(_blocks(tensor.name, small, scale))
            for node in takers:
                _multiply_by_blocks(node, *table.shape)
            continue
        graph.initializer.extend([
            onnx.numpy_helper.from_array(small, f"{tensor.name}.bytes"),
            onnx.numpy_helper.from_array(scale, f"{tensor.name}.scale"),
        ])  # fmt: skip
        wide = f"{tensor.name}.wide"
        graph.node.insert(0, onnx.helper.make_node("Mul", [wide, f"{tensor.name}.scale"], [tensor.name]))
        graph.node.insert(0, onnx.helper.make_node("Cast", [f"{tensor.name}.bytes"], [wide], to=onnx.TensorProto.FLOAT))
    _save(model, path)


def _blocks(name: str, small: Any, scale: Any) -> list[Any]:
    """A table as MatMulNBits takes it: column by column, in blocks that each have their scale, without signs."""
    columns = (small.T.astype(numpy.int16) + ZERO).astype(numpy.uint8).reshape(small.shape[1], -1, BLOCK)
    scales = numpy.repeat(scale.reshape(-1), columns.shape[1])
    return [
        onnx.numpy_helper.from_array(columns, f"{name}.bytes"),
        onnx.numpy_helper.from_array(scales, f"{name}.scale"),
    ]


def _multiply_by_blocks(node: Any, rows: int, columns: int) -> None:
    name = node.input[1]
    node.op_type, node.domain = "MatMulNBits", CONTRIBUTED
    node.input[:] = [node.input[0], f"{name}.bytes", f"{name}.scale"]
    given = {"K": rows, "N": columns, "bits": 8, "block_size": BLOCK, "accuracy_level": PLAIN}
    node.attribute.extend(onnx.helper.make_attribute(key, value) for key, value in given.items())


def _save(model: Any, path: Path) -> None:
    if all(known.domain != CONTRIBUTED for known in model.opset_import):
        model.opset_import.append(onnx.helper.make_opsetid(CONTRIBUTED, 1))
    onnx.checker.check_model(model)
    onnx.save(model, str(path))
