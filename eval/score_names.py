"""Measure how names are matched across scripts, on the half of the public pairs that nothing was learnt from.

    python eval/score_names.py [--every N] [LANGUAGE ...]

Rank: for how many names the right Latin spelling comes first among all of the file (2,000 Arabic, 700 of each other
language); a tie with another name is a miss. Pairs: F1 of "the same" at the shipped threshold, over every name of the
half with every Latin one of it; namesakes: over the right spellings and people of the same family name. Fails where a
figure is below its floor in eval/name_floors.toml. `--every 5` measures on each fifth name only, and fails never.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from name_pairs import LANGUAGES, NAMES, is_learnt_from, read_namesakes, read_pairs

from talentflow.resolver.parts import person_name
from talentflow.resolver.people import SAME, sounds_like

FLOORS = Path(__file__).resolve().parent / "name_floors.toml"


def score(language: str, every: int = 1, folder: Path = NAMES) -> dict[str, float]:
    """The figures of one language."""
    pairs = read_pairs(language, folder)
    latin = [person_name(other) for _, other in pairs]
    places = [place for place in range(len(pairs)) if not is_learnt_from(place)][::every]
    columns = set(places)
    first = right = claimed = 0
    for place in places:
        name = person_name(pairs[place][0])
        scores = [sounds_like(name, other) for other in latin]
        best = max(scores)
        winners = {pairs[column][1] for column, value in enumerate(scores) if value == best}
        first += best > 0 and winners == {pairs[place][1]}
        claimed += sum(scores[column] >= SAME for column in columns if pairs[column][1] != pairs[place][1])
        right += scores[place] >= SAME
    figures = {"names": float(len(places)), "rank": first / len(places)}
    figures["pairs"] = 2 * right / (right + claimed + len(places))
    if language == "ar":
        figures["namesakes"] = score_namesakes(pairs, places, folder)
    return figures


def score_namesakes(pairs: list[tuple[str, str]], places: list[int], folder: Path) -> float:
    """F1 among people of one family name."""
    others = read_namesakes(folder)
    right = claimed = count = 0
    for place in places:
        written, latin = pairs[place]
        if latin in others:
            count += 1
            right += sounds_like(person_name(written), person_name(latin)) >= SAME
            claimed += sum(sounds_like(person_name(written), person_name(other)) >= SAME for other in others[latin])
    return 2 * right / (right + claimed + count)


def main(arguments: list[str]) -> int:
    """Scores, prints, and gives the exit code."""
    every = int(arguments[arguments.index("--every") + 1]) if "--every" in arguments else 1
    if not NAMES.is_dir():
        print("names: no ../shared/data/names here, so nothing was scored.")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    failures = 0
    for language in [word for word in arguments if word in LANGUAGES] or LANGUAGES:
        figures = score(language, every)
        print(language, " ".join(f"{name} {value:.3f}" for name, value in figures.items()), flush=True)
        for name, floor in floors[language].items():
            if every == 1 and figures[name] < floor:
                failures += 1
                print(f"names: {language}, {name}: {figures[name]:.3f} is below {floor}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
