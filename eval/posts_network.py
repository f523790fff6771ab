"""The network of posts, as it is learnt (torch) and as it is shipped (ONNX)."""

from __future__ import annotations

from pathlib import Path

import torch
from relations_base import WIDTH
from relations_network import OPSET, narrow
from torch import nn
from torch.nn import functional

from talentflow.reader.relations.posts_asked import PAIR_NUMBERS, PLACE_NUMBERS, TIE_NUMBERS
from talentflow.reader.relations.questions import CHOICE_NUMBERS, QUESTION_NUMBERS

INNER, NARROW = 128, 96


class PostsNetwork(nn.Module):
    """From the vectors of people, sentences, organizations and posts to what `network.posts_answers` describes."""

    def __init__(self, drop: float = 0.3) -> None:
        super().__init__()

        def layers(width: int) -> nn.Sequential:
            return nn.Sequential(
                nn.Dropout(drop / 2),
                nn.Linear(width, 2 * INNER),
                nn.GELU(),
                nn.Dropout(drop),
                nn.Linear(2 * INNER, INNER),
            )

        self.question = layers(3 * WIDTH + QUESTION_NUMBERS)
        self.choice = layers(2 * WIDTH + CHOICE_NUMBERS + TIE_NUMBERS)
        self.post = nn.Sequential(nn.Dropout(drop / 2), nn.Linear(WIDTH, INNER))
        self.works = nn.Sequential(nn.Linear(3 * INNER, NARROW), nn.GELU(), nn.Dropout(drop), nn.Linear(NARROW, 2))
        self.works_figures = nn.Linear(CHOICE_NUMBERS + TIE_NUMBERS, 2)
        self.pair = nn.Linear(2 * INNER + PAIR_NUMBERS, INNER)
        self.place = nn.Linear(2 * INNER + PLACE_NUMBERS, NARROW)
        self.drop = nn.Dropout(drop)
        self.ends = nn.Linear(NARROW, 2)
        self.ends_figures = nn.Linear(PAIR_NUMBERS + PLACE_NUMBERS, 2)
        self.none = nn.Linear(INNER, 2)
        nn.init.constant_(self.works[-1].bias, -2.0)

    def forward(
        self, asked: torch.Tensor, numbers: torch.Tensor, choices: torch.Tensor, everywhere: torch.Tensor,
        choice_numbers: torch.Tensor, tie_numbers: torch.Tensor, posts: torch.Tensor, pairs: torch.Tensor,
        pair_numbers: torch.Tensor, place_numbers: torch.Tensor,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:  # fmt: skip
        """The shapes are those of `Questions` and `PostsAsked`, each span with its vector.

        Gives for each question and organization whether the person works or worked there, and whether that is past
        (n x m x 2); for each pair and organization the weights of holding and of taking the post there (k x m x 2);
        for each question and organization those of holding and of taking none of the posts (n x m x 2).
        """
        question = self.question(torch.cat([asked, numbers], 1))
        whole = everywhere[None].expand(choices.shape[0], -1, -1)
        figures = torch.cat([choice_numbers, tie_numbers], 2)
        choice = self.choice(torch.cat([choices, whole, figures], 2))
        repeated = question[:, None].expand(-1, choice.shape[1], -1)
        works = self.works(torch.cat([repeated, choice, repeated * choice], 2)) + self.works_figures(figures)
        first, second = pairs[:, 0], pairs[:, 1]
        pair = functional.gelu(self.pair(torch.cat([question[first], self.post(posts)[second], pair_numbers], 1)))
        wide = pair[:, None].expand(-1, choice.shape[1], -1)
        place = functional.gelu(self.place(torch.cat([wide, choice[first], place_numbers], 2)))
        beside = torch.cat([pair_numbers[:, None].expand(-1, choice.shape[1], -1), place_numbers], 2)
        ends = self.ends(self.drop(place)) + self.ends_figures(beside)
        return works, ends, self.none(choice)


def ship_posts(network: PostsNetwork, folder: Path) -> None:
    """Writes the network as onnxruntime loads it, its large tables in eight bits."""
    network.eval()
    asked, choices, posts, pairs = 5, 3, 4, 6
    inputs = {
        "asked": torch.zeros(asked, 3 * WIDTH), "numbers": torch.zeros(asked, QUESTION_NUMBERS),
        "choices": torch.zeros(asked, choices, WIDTH), "everywhere": torch.zeros(choices, WIDTH),
        "choice_numbers": torch.zeros(asked, choices, CHOICE_NUMBERS),
        "tie_numbers": torch.zeros(asked, choices, TIE_NUMBERS), "posts": torch.zeros(posts, WIDTH),
        "pairs": torch.zeros(pairs, 2, dtype=torch.int64), "pair_numbers": torch.zeros(pairs, PAIR_NUMBERS),
        "place_numbers": torch.zeros(pairs, choices, PLACE_NUMBERS),
    }  # fmt: skip
    axes = {name: {0: "asked", 1: "all"} for name in ("choices", "choice_numbers", "tie_numbers", "works", "none")}
    axes |= {name: {0: "pairs", 1: "all"} for name in ("place_numbers", "ends")}
    axes |= {name: {0: name} for name in ("asked", "posts", "pairs")}
    axes |= {"numbers": {0: "asked"}, "everywhere": {0: "all"}, "pair_numbers": {0: "pairs"}}
    torch.onnx.export(
        network, tuple(inputs.values()), str(folder / "posts.onnx"), input_names=list(inputs),
        output_names=["works", "ends", "none"], dynamic_axes=axes, dynamo=False, opset_version=OPSET,
    )  # fmt: skip
    narrow(folder / "posts.onnx")
