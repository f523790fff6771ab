"""The drawers in which names are kept: only names that share one are compared."""

from __future__ import annotations

import itertools
from functools import lru_cache

from talentflow.resolver.parts import person_name, sound_keys
from talentflow.resolver.taken_apart import SCRIPTS, Name, take_apart
from talentflow.text.skeleton import skeletons

_SOUND = "s:"  # what the drawers for sounds begin with


@lru_cache(maxsize=16384)
def blocks_of(name: Name) -> frozenset[str]:
    """The drawers in which a name is kept: only names that share one are compared."""
    found: set[str] = set()
    for written in name.spellings:
        spelling = take_apart(written, name.sort)
        if name.sort == "organization":
            joined = "".join(spelling.latin)
            found.add("o:" + ("".join(spelling.parts) if len(joined) < 4 else joined))
            forms = skeletons(joined)
            found.update("o#" + form for form in forms if len(form) > 3)
            continue
        for choice in itertools.islice(itertools.product(*spelling.skeletons), 8):
            # Three consonants of each part: a difference further on is left to the comparison.
            found.add("p:" + " ".join(sorted(form[:3] for form in choice)))
        found.update(_SOUND + key for key in sound_keys(person_name(written)))
    return frozenset(found)


def filed(name: Name) -> dict[str, str]:
    """The drawers in which a name is kept, each with the script of the name where it is one for sounds, else "".

    Only names in two scripts are told by how they sound: whoever looks into such a drawer can leave aside those in
    its own script, see `scripts_to_look_in`. A name with spellings in several scripts has "" everywhere.
    """
    script = _only_script(name)
    return {block: script if block.startswith(_SOUND) else "" for block in blocks_of(name)}


def scripts_to_look_in(name: Name) -> tuple[str, ...]:
    """The scripts, as `filed` has them, of the names that this one must be compared with."""
    script = _only_script(name)
    return tuple(other for other in ("", *SCRIPTS) if not script or other != script)


def _only_script(name: Name) -> str:
    scripts = {take_apart(written, name.sort).script for written in name.spellings}
    return scripts.pop() if len(scripts) == 1 else ""
