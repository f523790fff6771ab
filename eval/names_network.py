"""The network that tags names, as it is learnt (torch) and as it is shipped (ONNX)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from relations_base import WIDTH
from relations_network import OPSET, Layer, join_attention, narrow, places_and_norm
from torch import nn

from talentflow.reader.relations.tagged import TAGS

LAYERS, FROZEN = 5, 2


class NamesNetwork(nn.Module):
    """The lowest layers of the base model and what they say of each piece of a text."""

    def __init__(self, weights: dict[str, Any], drop: float = 0.1) -> None:
        super().__init__()
        self.places, self.norm = places_and_norm(weights)
        self.layers = nn.ModuleList(Layer(weights, number, drop) for number in range(LAYERS))
        self.tag = nn.Linear(WIDTH, len(TAGS))
        for module in (self.norm, *self.layers[:FROZEN]):
            module.requires_grad_(False)

    def forward(self, words: torch.Tensor, mask: torch.Tensor | None = None) -> torch.Tensor:
        """How much each tag weighs at each piece.

        `words` is batch x pieces x width, `mask` False where a text has ended.
        """
        with torch.no_grad():
            x = self.norm(words + self.places[: words.shape[1]])
            for layer in self.layers[:FROZEN]:
                x = layer(x, mask)
        for layer in self.layers[FROZEN:]:
            x = layer(x, mask)
        found: torch.Tensor = self.tag(x).log_softmax(-1)
        return found


def ship_names(network: NamesNetwork, path: Path) -> None:
    """Writes it as onnxruntime loads it, its large tables in eight bits."""
    network.eval()
    torch.onnx.export(
        network, (torch.zeros(1, 30, WIDTH),), str(path), input_names=["words"], output_names=["tags"],
        dynamic_axes={name: {1: "pieces"} for name in ("words", "tags")}, dynamo=False, opset_version=OPSET,
    )  # fmt: skip
    join_attention(path, LAYERS)
    narrow(path)
