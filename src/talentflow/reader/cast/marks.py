"""Which preposition stands before a mention, and whether the mention owns what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from talentflow.reader.cast.head_final import place_mark_after
from talentflow.reader.posts.posts import Post
from talentflow.reader.words.lexicon import Lexicon
from talentflow.reader.words.page import Mention, Sentence
from talentflow.reader.words.phrases import Hit

# What may stand between a preposition and the name that it belongs to.
_PASSED = frozenset(
    {"determiner", "company", "new", "former", "current", "title", "place", "acting", "unnamed", "role"}
)
_MOST_STEPS = 6
_MOST_STEPS_TO_ADJECTIVE = 3


def place_mark(mention: Mention, lexicon: Lexicon) -> None:
    """Says which preposition stands before a mention, looking past articles, class words and adjectives."""
    if mention.mark:
        return  # a pronoun that holds its preposition
    mark = lexicon.prefixes.get(mention.prefix, "") if mention.prefix else ""
    if mark:
        mention.mark, mention.mark_word, mention.mark_at = mark, mention.prefix, mention.start
        return
    if lexicon.language.head_final:
        place_mark_after(mention)
        return
    tokens = mention.sentence.tokens
    if mention.end < len(tokens):
        is_plural_owner = tokens.folded[mention.end] == "'" and tokens.is_glued(mention.end)
        mention.owner = is_plural_owner or tokens.is_possessive(mention.end)
    mention.owner = mention.owner or mention.mark_word == "company_possessive"
    _look_back(mention, lexicon)
    if mention.mark_word == "there" and not mention.mark and not _is_object(mention, lexicon):
        mention.mark, mention.mark_at = "at", mention.start


def _is_object(mention: Mention, lexicon: Lexicon) -> bool:
    """Whether "there" is what a verb right before it takes: "离开|那里"."""
    return lexicon.language.spaceless and mention.sentence.closes(mention.start, ("trigger",))


def tie_to_posts(sentence: Sentence, posts: Sequence[Post], lexicon: Lexicon) -> None:
    """Makes a glued "to" right behind a post an "of", which it is there: "المدير المالي | لشركة كوانتا"."""
    glued = tuple(prefix for prefix, mark in lexicon.prefixes.items() if mark == "toward")
    if not glued or not posts:
        return
    ends = {post.end for post in posts}
    for mention in sentence.mentions:
        if mention.kind != "org" or mention.mark != "toward" or mention.mark_at not in ends:
            continue
        if sentence.tokens.folded[mention.mark_at].startswith(glued):
            mention.mark = "of"


def _look_back(mention: Mention, lexicon: Lexicon) -> None:
    """Walks back from a mention, phrase by phrase, until a preposition or a word that parts the two."""
    sentence = mention.sentence
    index, steps = mention.start - 1, 0
    has_article = is_field = False
    while index >= 0 and steps < _MOST_STEPS:
        before = next((start for start, end in sentence.attributes if end == index + 1), None)
        if before is not None:
            index = before - 1  # "von der [in Quanta investierten] Nimbus-Gruppe"
            continue
        hits = sentence.ending(index + 1)
        mark = _mark_among(hits) if hits else None
        if mark is not None:
            if is_field and mark.payload == "of":  # "the head of design, Ada Moreno": what leads up to "the head"
                heads = [hit for hit in sentence.ending(mark.start) if _is_head(hit)]
                if not heads:
                    return
                index, is_field = min(hit.start for hit in heads) - 1, False
                steps += 1
                continue
            makers = _makers_before(mark, mention, index, steps)
            if not makers:
                mention.mark, mention.mark_at = mark.payload, mark.start
                mention.mark_word = mention.mark_word or sentence.tokens.folded[mark.start]
                return
            index = min(company.start for company in makers) - 1
            steps += 1
            continue
        passed = [hit for hit in hits if hit.kind in _PASSED] if hits else ()
        if has_article and lexicon.language.nouns_capitalised and any(hit.kind == "place" for hit in passed):
            return  # "in Berlin | das Start-up Quanta"
        if passed:
            has_article = has_article or any(hit.kind == "determiner" for hit in passed)
            is_field = all(hit.kind == "role" and not _is_head(hit) for hit in passed)
            prefixed = next((hit for hit in passed if hit.prefix), None)
            if prefixed is not None:
                mention.mark, mention.mark_at = lexicon.prefixes.get(prefixed.prefix, ""), prefixed.start
                return
            index = min(hit.start for hit in passed) - 1
        elif steps and (agent := _agent_before(mention, index)) is not None:
            mention.mark, mention.mark_at = "by", agent.start  # "由|前谷歌研究员|张伟"
            mention.mark_word = mention.mark_word or sentence.tokens.folded[agent.start]
            return
        elif _is_coloured(sentence, index):
            index -= 3
        elif _is_passed_over(sentence, index, steps):
            index -= 1
        else:
            return
        steps += 1


def _agent_before(mention: Mention, index: int) -> Hit | None:
    """What says who acts, before an employer that ends at a word and describes somebody, in scripts without spaces."""
    sentence = mention.sentence
    if mention.kind != "person" or not sentence.tokens.is_glued(mention.start):
        return None
    owner = next((m for m in sentence.mentions if m.kind == "org" and m.end == index + 1), None)
    if owner is None:
        return None
    start = owner.start
    while formers := [hit for hit in sentence.ending(start) if hit.kind in ("former", "current")]:
        start = min(hit.start for hit in formers)
    return next((hit for hit in sentence.ending(start) if hit.kind == "mark" and hit.payload == "by"), None)


def _is_head(hit: Hit) -> bool:
    return hit.kind == "role" and hit.payload.part == "head"


def _mark_among(hits: Sequence[Hit]) -> Hit | None:
    """The longest preposition of phrases that end at one place, unless an article there is longer."""
    marks = [hit for hit in hits if hit.kind == "mark"]
    if not marks:
        return None
    best = marks[0] if len(marks) == 1 else max(marks, key=lambda hit: hit.end - hit.start)
    length = best.end - best.start
    return None if any(hit.kind == "determiner" and hit.end - hit.start > length for hit in hits) else best


def _makers_before(mark: Hit, mention: Mention, index: int, steps: int) -> list[Hit]:
    """The class words before an "of" that only says what is made: "the maker of chips Quanta"."""
    if mark.payload != "of" or index >= mention.start - 1 or not steps:
        return []
    if mention.sentence.opens(index + 1, ("determiner",)):
        return []
    return [hit for hit in mention.sentence.ending(mark.start) if hit.kind == "company"]


def _is_passed_over(sentence: Sentence, index: int, steps: int) -> bool:
    """Whether a token that is no phrase may stand between a preposition and its name."""
    word = sentence.tokens.surface[index]
    if word in "«\"“'‘-„「『":
        return True
    if word in ",،" and sentence.closes(index, ("role",)):
        return True  # "with the president, Ada Moreno"
    return steps < _MOST_STEPS_TO_ADJECTIVE and _is_adjective(sentence, index)


def _is_coloured(sentence: Sentence, index: int) -> bool:
    """Whether a word ends a compound that only describes what follows: "Nasdaq-listed", "Google-backed"."""
    tokens = sentence.tokens
    if index < 2 or tokens.surface[index - 1] != "-" or not tokens.surface[index][0].islower():
        return False
    if any(hit.kind == "trigger" and hit.start <= index - 2 for hit in sentence.ending(index + 1)):
        return False  # "to | co-found | Quanta"
    return tokens.is_glued(index - 1) and tokens.is_glued(index)


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """A word that only describes: no phrase of its own, before a class word ("AI chip start-up X"), or in capitals."""
    word = sentence.tokens.surface[index]
    if not word[0].isalpha() or sentence.closes(index + 1, ("trigger", "role", "said", "and")):
        return False
    return sentence.opens(index + 1, ("company", "place", "org")) or word.isupper()
