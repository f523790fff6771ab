"""How many articles a second spaCy's small English architecture reads: python bench/spacy_architecture.py FILE SECONDS.

The sizes are those of en_core_web_sm (MultiHashEmbed of width 96, MaxoutWindowEncoder of depth 4, 45 dependency
labels, 18 kinds of name), the weights random: speed does not depend on them. Parser and recognizer share one tok2vec
and nothing else runs, which is the fastest way to use it. Runs in an environment of its own; prints JSON.
"""

from __future__ import annotations

import json
import sys
import time
from itertools import cycle, islice
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.training import Example

BATCH = 32
DEPENDENCIES = [f"dep{number}" for number in range(45)]
NAMES = [f"NAME{number}" for number in range(18)]

TOK2VEC = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}


def _transitions(kind: str) -> dict[str, object]:
    return {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": kind,
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"},
    }


def small_english() -> Language:
    """The pipeline with random weights and output layers of the real size."""
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec", config={"model": TOK2VEC})
    # Labels seen rarely would be merged, and the output layer be smaller than the real one.
    nlp.add_pipe("parser", config={"model": _transitions("parser"), "min_action_freq": 1})
    nlp.add_pipe("ner", config={"model": _transitions("ner")})
    nlp.initialize(lambda: _examples(nlp))
    return nlp


def _examples(nlp: Language) -> list[Example]:
    """One sentence for each label."""
    out = []
    for number, dependency in enumerate(DEPENDENCIES):
        doc = nlp.make_doc("Ada Moreno left Borealis .")
        facts = {
            "heads": [1, 2, 2, 2, 2],
            "deps": [dependency, dependency, "ROOT", dependency, dependency],
            "entities": [(0, 10, NAMES[number % len(NAMES)])],
        }
        out.append(Example.from_dict(doc, facts))
    return out


def main() -> None:
    """Measures processor time, not wall time: other programs must not count."""
    path, limit = Path(sys.argv[1]), float(sys.argv[2])
    texts = [json.loads(line)["text"] for line in path.read_text(encoding="utf-8").splitlines()]
    nlp = small_english()
    list(nlp.pipe(texts[:BATCH], batch_size=BATCH))
    stream, count = cycle(texts), 0
    start = time.process_time()
    while (seconds := time.process_time() - start) < limit or count % len(texts):
        for _ in nlp.pipe(islice(stream, len(texts)), batch_size=BATCH):
            count += 1
    outputs = {name: nlp.get_pipe(name).model.get_ref("upper").get_dim("nO") for name in ("parser", "ner")}
    print(json.dumps({"articles_a_second": count / seconds, "version": spacy.__version__, "outputs": outputs}))


if __name__ == "__main__":
    main()
