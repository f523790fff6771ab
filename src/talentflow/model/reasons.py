"""Why names are held to be one, in words: one template a reason, so that every surface can say it in its language.

What is kept is the English sentence, several joined by "; ". `taken_apart` finds the templates behind it again.
"""

from __future__ import annotations

from talentflow.model.templates import read_back

JOINT = "; "

LISTED = "the registry lists both under one id"
SAME_BUT_FOR_FORM = "“{one}” and “{other}” are the same but for spacing or legal form"
SAME_CHARACTERS = "“{one}” and “{other}” are the same characters"
SOUNDS_LIKE = "“{one}” sounds like “{other}”"
IN_ANOTHER_SCRIPT = "“{one}” is how “{other}” sounds in another script"
SAME_CONSONANTS = "“{one}” keeps the consonants of “{other}”"
A_SPELLING = "“{one}” is a spelling of “{other}”"
BOTH_WRITTEN = "both are written “{one}”"
BOTH_WITH = "both with {names}"
BOTH_BESIDE = "both beside {names}"
BOTH_IN_POST = "both in the post of {post}"
ONE_STORY = "told of in one story"
NOTHING_IN_COMMON = "no employer, post, story or companion in common"
KNOWN_TO_READER = "the reader knows “{one}” as {names}"
SHORT_FOR = "“{one}” is short for the one longer name in the article that has this part"
AS_WRITTEN = "written “{one}”"
ONE_OF_SEVERAL = "several bear the name “{one}”, and nothing in the article tells them apart"
LINKED_OF_SEVERAL = "of those who bear the name “{one}” the one who is also linked with {names}"
BY_HAND = "merged by hand"

TEMPLATES = (
    LISTED, SAME_BUT_FOR_FORM, SAME_CHARACTERS, IN_ANOTHER_SCRIPT, SOUNDS_LIKE, SAME_CONSONANTS, A_SPELLING,
    BOTH_WRITTEN, BOTH_IN_POST, BOTH_WITH, BOTH_BESIDE, ONE_STORY, NOTHING_IN_COMMON, KNOWN_TO_READER, SHORT_FOR,
    AS_WRITTEN, ONE_OF_SEVERAL, LINKED_OF_SEVERAL, BY_HAND,
)  # fmt: skip


def taken_apart(reason: str) -> list[tuple[str, dict[str, str]]] | None:
    """The templates of a reason with what stands in them, None where a part of it is none of ours."""
    parts = [read_back(part, TEMPLATES) for part in reason.split(JOINT)]
    known = [part for part in parts if part is not None]
    return known if len(known) == len(parts) else None
