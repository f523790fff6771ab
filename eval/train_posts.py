"""Learns who works where and holds or takes which post, from the practice articles, over the encoder's vectors.

    python eval/train_posts.py --out build/relations       half an hour for the vectors, then minutes a round
    python eval/train_posts.py --most 40 --rounds 1        to see whether it runs

The encoder stays as it is (`train_relations.py`): its vectors of the practice articles' pieces are worked out once
and kept in the folder `vectors` beside the outcome. An example is an article: each annotated position says that its
person works at its organization, any other pair of both that they do not; of the posts that the page names, those
whose English agrees with the annotated one are held (or, by a move, taken) there, or none where the annotation gives
none. Articles whose split is "heldout" are never learnt from; the figures that are printed are theirs. Needs torch
and onnx (pip install --group relations).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy
import torch
from posts_network import PostsNetwork, ship_posts
from torch.nn import functional

from talentflow.evaluation import Agreement, Annotated, annotated_articles, posts_agree
from talentflow.learning.acceptance import claimed
from talentflow.model import EntityMention
from talentflow.reader.claims.understanding import understand
from talentflow.reader.embedded import language_of
from talentflow.reader.relations.network import marks_of, pooled, post_vectors, posts_inputs, vectors_in_context
from talentflow.reader.relations.pieces import cut
from talentflow.reader.relations.post_answers import HELD, TAKEN
from talentflow.reader.relations.posts_asked import posts_asked
from talentflow.reader.relations.questions import questions_of
from talentflow.reader.relations.tagged import tagged_page
from talentflow.reader.words.lexicon import lexicon_for
from talentflow.registry import load_registry

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 3  # with more what is kept aside is read no better
AT_ONCE = 8  # articles a step
RATE, DECAY, WARM_UP = 1e-3, 0.05, 0.05
PAST, NOTHING = 0.3, 0.3  # how much it counts whether a position is past, and that no post is given
SEED = 7
SHORT = "ms"  # series of short texts, in some of which only moves were annotated

Place = tuple[int, int]  # a person and an organization, by their numbers


@dataclass(slots=True)
class Example:
    """An article to learn from.

    `works` are the places that are positions, with whether they are past (None where both are told); `posts` for each
    place and end (held, taken) the annotated posts, each as the pairs whose post agrees, none where none is given.
    """

    whose: Any
    people: int
    organizations: int
    inputs: dict[str, torch.Tensor]
    works: dict[Place, bool | None] = field(default_factory=dict)
    posts: list[tuple[Place, int, list[int]]] = field(default_factory=list)
    has_positions: bool = True  # whether positions were annotated: in some of the short texts they were not


def example_of(article: Annotated, agreement: Agreement, vectors: Path) -> Example | None:
    """An annotated article as an example, None where it names nobody."""
    code = language_of(article.document)
    if code is None:
        return None
    found = understand(tagged_page(article.document, lexicon_for(code)))
    questions = questions_of(found.page, found.topic)
    if questions is None:
        return None
    pieces = cut(questions.text)
    kept = vectors / f"{article.document.id}.npy"
    if kept.exists():
        inside = numpy.load(kept).astype(numpy.float32)
    else:
        inside = vectors_in_context(pieces, marks_of(questions, pieces))
        numpy.save(kept, inside.astype(numpy.float16))
    asked = posts_asked(found.page, questions, found.ties, found.events)
    spans = pooled(questions, pieces, inside)
    inputs = posts_inputs(questions, asked, spans, post_vectors(asked, pieces, inside))
    out = Example(
        numpy.array(questions.whose), len(questions.people), len(questions.organizations),
        {name: torch.from_numpy(numpy.ascontiguousarray(table)) for name, table in inputs.items()},
    )  # fmt: skip

    def numbers(told: EntityMention | None, entities: Iterable[Any]) -> list[int]:
        return [number for number, one in enumerate(entities) if told and agreement.same(told, claimed(one))]

    def places(person: EntityMention, org: EntityMention | None) -> list[Place]:
        return [(p, o) for p in numbers(person, questions.people) for o in numbers(org, questions.organizations)]

    held: dict[Place, set[str | None]] = {}
    taken: dict[Place, set[str | None]] = {}
    for position in article.positions:
        for place in places(position.person, position.org):
            is_past = position.when == "past"
            out.works[place] = is_past if out.works.get(place, is_past) == is_past else None
            held.setdefault(place, set()).add(position.role)
    for move in article.moves:
        for place in places(move.person, move.from_org):
            held.setdefault(place, set()).add(move.role_from)
        for place in places(move.person, move.to_org):
            taken.setdefault(place, set()).add(move.role_to)
    out.has_positions = bool(out.works) or article.document.id[3:4] not in SHORT
    wordings = [placed.post.english for placed in asked.posts]
    for end, told in ((HELD, held), (TAKEN, taken)):
        for place, roles in told.items():
            mine = [n for n, (question, _) in enumerate(asked.pairs.tolist()) if out.whose[question] == place[0]]
            for role in roles - {None} or {None}:
                right = [n for n in mine if role is not None and posts_agree(role, wordings[asked.pairs[n][1]])]
                if right or role is None:
                    out.posts.append((place, end, right))
    return out


def told_at(works: torch.Tensor, mine: torch.Tensor) -> torch.Tensor:
    """How likely a person works at each organization: told unless each of their questions leaves it untold."""
    return 1 - torch.prod(1 - torch.sigmoid(works[mine, :, 0]), 0)


def weights_at(
    example: Example, said: tuple[torch.Tensor, ...], place: Place, end: int
) -> tuple[Any, torch.Tensor] | None:
    """The pairs of a place's person, and what each and, last, none of them weighs there; None without any pair."""
    _, ends, none = said
    person, org = place
    mine = numpy.flatnonzero(example.whose[example.inputs["pairs"][:, 0].numpy()] == person)
    if not len(mine):
        return None
    asked = torch.from_numpy(numpy.flatnonzero(example.whose == person))
    return mine, torch.cat([ends[torch.from_numpy(mine), org, end], none[asked, org, end].mean()[None]])


def loss_of(example: Example, said: tuple[torch.Tensor, ...]) -> torch.Tensor:
    """How wrong the answers about an article are."""
    works = said[0]
    loss = torch.zeros(())
    for person in range(example.people):
        mine = torch.from_numpy(numpy.flatnonzero(example.whose == person))
        if not len(mine) or not example.has_positions:
            continue
        told = told_at(works, mine)
        right = torch.tensor([float((person, org) in example.works) for org in range(example.organizations)])
        loss = loss + functional.binary_cross_entropy(told.clamp(1e-6, 1 - 1e-6), right, reduction="sum")
        for org in range(example.organizations):
            is_past = example.works.get((person, org))
            if is_past is not None:
                weight = torch.sigmoid(works[mine, org, 0]).detach()
                past = (weight * works[mine, org, 1]).sum() / weight.sum().clamp(min=1e-6)
                loss = loss + PAST * functional.binary_cross_entropy_with_logits(past, torch.tensor(float(is_past)))
    for place, end, right in example.posts:
        weighed = weights_at(example, said, place, end)
        if weighed is None:
            continue
        mine, weights = weighed
        chances = torch.log_softmax(weights, 0)
        if right:
            loss = loss - torch.logsumexp(chances[torch.from_numpy(numpy.searchsorted(mine, right))], 0)
        else:
            loss = loss - NOTHING * chances[-1]
    return loss


def figures(network: PostsNetwork, examples: list[Example]) -> str:
    """How well the network reads articles: positions told (best F1 and its threshold), posts picked rightly."""
    network.eval()
    scores: list[tuple[float, bool]] = []
    picked = {HELD: [0, 0, 0], TAKEN: [0, 0, 0]}
    with torch.no_grad():
        for example in examples:
            said = network(**example.inputs)
            for person in range(example.people):
                told = told_at(said[0], torch.from_numpy(numpy.flatnonzero(example.whose == person)))
                scores += [(float(told[org]), (person, org) in example.works) for org in range(example.organizations)]
            for place, end, right in example.posts:
                weighed = weights_at(example, said, place, end)
                if weighed is None:
                    continue
                mine, weights = weighed
                best = int(weights.argmax())
                is_none = best == len(mine)
                picked[end][0] += bool(right)
                picked[end][1] += bool(right) and not is_none and int(mine[best]) in right
                picked[end][2] += not right and not is_none
    network.train()
    scores.sort(reverse=True)
    there = sum(is_right for _, is_right in scores)
    best_f, best_at, right_so_far = 0.0, 0.0, 0
    for number, (chance, is_right) in enumerate(scores, 1):
        right_so_far += is_right
        f1 = 2 * right_so_far / (number + there)
        if f1 > best_f:
            best_f, best_at, precision = f1, chance, right_so_far / number
    shares = ", ".join(
        f"{name} {good / max(1, count):.3f} of {count} (and {extra} where none is given)"
        for name, (count, good, extra) in zip(("held", "taken"), picked.values(), strict=True)
    )
    return f"positions F1 {best_f:.3f} (precision {precision:.3f}) at {best_at:.2f}; posts {shares}"


def steps(examples: list[Example], draw: random.Random) -> Iterator[list[Example]]:
    """The examples of a round in an order of chance, some at a time."""
    order = list(examples)
    draw.shuffle(order)
    for start in range(0, len(order), AT_ONCE):
        yield order[start : start + AT_ONCE]


def learn(examples: list[Example], aside: list[Example], rounds: int) -> PostsNetwork:
    """The network after so many rounds over the examples."""
    torch.manual_seed(SEED)
    draw = random.Random(SEED)
    network = PostsNetwork()
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    count = rounds * -(-len(examples) // AT_ONCE)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * count)) * max(0.0, 1 - step / count)
    )
    for number in range(rounds):
        started, total = time.monotonic(), 0.0
        for batch in steps(examples, draw):
            optimizer.zero_grad(set_to_none=True)
            losses = [loss_of(example, network(**example.inputs)) for example in batch]
            loss = torch.stack(losses).sum() / len(batch)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step(), schedule.step()
            total += float(loss.detach()) * len(batch)
        print(
            f"round {number + 1} of {rounds}: loss {total / len(examples):.3f}, {time.monotonic() - started:.0f} s; "
            f"kept aside: {figures(network, aside)}",
            flush=True,
        )
    return network


def main() -> None:
    """Learn and write what the reader loads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "relations", help="where posts.onnx goes")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--most", type=int, help="learn from so many articles only")
    given = parser.parse_args()
    vectors = given.out / "vectors"
    vectors.mkdir(parents=True, exist_ok=True)
    agreement = Agreement(load_registry())
    articles = [one for one in annotated_articles([ROOT / "train"], print) if one.is_whole][: given.most]
    both: tuple[list[Example], list[Example]] = [], []
    for article in articles:
        example = example_of(article, agreement, vectors)
        if example is not None:
            both[article.is_heldout].append(example)
    examples, aside = both
    print(f"{len(examples):,} articles, {len(aside):,} more kept aside", flush=True)
    network = learn(examples, aside, given.rounds)
    torch.save(network.state_dict(), given.out / "posts.pt")
    ship_posts(network, given.out)
    print(f"Wrote {given.out / 'posts.onnx'}: copy it to reader/relations/data.")


if __name__ == "__main__":
    main()
