"""Measure how surely quotes are put back to their place in an article, and how surely what it does not say is not.

    python eval/score_aligner.py            the figures by language; fails where one is below its bar
    python eval/score_aligner.py --misses   and every quote that was missed, or wrongly grounded

Every annotated quote of the dev and seed articles in ../shared/gold is written otherwise, as models write quotes:
clitics off, hamza folded, vowel signs and accents left out, spaces and marks changed, width, one slip of the pen in a
long quote, all of it at once. It must come back with both ends in the words where it stands. The quotes that must not
be found are those of other articles of the language, and ones of the article itself with one thing changed that
matters: a figure, a name, a word put in, left out or taken from elsewhere.
"""

from __future__ import annotations

import json
import random
import re
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from talentflow.model import Document, Span
from talentflow.reader.aligner import Aligner, writing_of
from talentflow.text.quote_words import quote_words

GOLD = Path(__file__).resolve().parent.parent.parent / "shared" / "gold"
BAR = 0.99
_LONG = 40  # characters of a quote that gets a slip of the pen
_LONG_UNSPACED = 20
_CLEAN_WORD = re.compile(r"\w+")
_FRONT = re.compile(r"^[وف]?(?:لل(?=\w{3})|[بلكس]?(?:ال)?)(?=\w{4})")
_LETTERS = {"ar": "ابتدرسعفقلمنهوي", "zh": "的一是在了有和人", "ja": "のにはをたがでて"}


def articles() -> Iterator[tuple[Document, list[str]]]:
    """The articles with the quotes that their annotations bring, each once."""
    for path in sorted([*(GOLD / "dev").rglob("*.json"), *(GOLD / "seeds").glob("*.json")]):
        row = json.loads(path.read_text(encoding="utf-8"))
        document = Document(text=row["text"], id=row["id"], lang=row["lang"], title=row.get("title") or "")
        claims = [*row["moves"], *row.get("positions", ()), *row.get("groups", ())]
        quotes = dict.fromkeys(claim["quote"] for claim in claims if claim.get("quote"))
        yield document, [quote for quote in quotes if quote in document.text]


def without_clitics(quote: str, code: str) -> str:
    """The quote with what is written onto the front of each word taken off where four letters remain."""
    writing = writing_of(code)
    if not writing.conjunctions:
        return re.sub(r"\b[ldjmtscLDJMTSC]['’](?=\w)|['’]s\b", "", quote) if code in ("fr", "en") else quote

    def clean(match: re.Match[str]) -> str:
        return _FRONT.sub("", match.group())

    return _CLEAN_WORD.sub(clean, quote)


def hamza_folded(quote: str, code: str) -> str:
    """Arabic letters in their plainest form, without vowel signs; elsewhere letters without accents."""
    plain = quote.translate(str.maketrans("أإآٱىؤئة", "اااايويه"))
    marks = unicodedata.normalize("NFD", plain)
    if code in ("zh", "ja"):
        return plain
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if not unicodedata.combining(mark)))


def stretched(quote: str, code: str) -> str:
    """Arabic words drawn out with tatweel; elsewhere letters taken apart from their accents."""
    if code != "ar":
        return unicodedata.normalize("NFD", quote)
    return re.sub(r"(?<=[بتسلم])(?=\w)", "ـ", quote)


def spaces_changed(quote: str, code: str) -> str:
    """Line ends and wide spaces for spaces, none where a script needs none."""
    if code in ("zh", "ja"):
        return re.sub(r"\s+", "", quote).replace("，", "， ").replace("、", "、 ")
    return re.sub(r" ", "\n", quote, count=1).replace(" ", "\u00a0", 3).replace(", ", " , ")


def marks_changed(quote: str, code: str) -> str:
    """Other quotation marks, hyphens and apostrophes."""
    table = str.maketrans("«»“”„「」『』’‘–—،；，。、", '"""""""""\'\'--,;,.,')
    return quote.translate(table).replace("-", "‑").replace("'", "’")


def widened(quote: str, code: str) -> str:
    """Latin letters and figures in full width where the page may have them so; else the quote in quotation marks."""
    if code in ("zh", "ja"):
        return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in quote)
    return f"“{quote}”"


def slipped(quote: str, code: str) -> str:
    """One letter of a longer word changed, left out, doubled or swapped, in quotes that are long."""
    letters = random.Random(quote)
    if code in ("zh", "ja"):
        places = [m.start() for m in re.finditer(r"[\u3041-\u9fff]", quote)][2:-2]
        if len(places) < _LONG_UNSPACED:
            return quote
        place = letters.choice(places)
        return quote[:place] + letters.choice(_LETTERS[code]) + quote[place + 1 :]
    words = list(re.finditer(r"[^\W\d_]{6,}", quote))
    if len(quote) < _LONG or not words:
        return quote
    word = letters.choice(words)
    place = letters.randrange(word.start() + 1, word.end() - 1)
    other = letters.choice(_LETTERS.get(code, "abcdefghilmnoprstu"))
    kinds = (other, "", quote[place] * 2)
    return quote[:place] + letters.choice(kinds) + quote[place + 1 :]


def everything(quote: str, code: str) -> str:
    """All of it at once, but for the drawn out words."""
    for change in (slipped, hamza_folded, without_clitics, marks_changed, spaces_changed):
        quote = change(quote, code)
    return quote


CHANGES: tuple[Callable[[str, str], str], ...] = (
    without_clitics, hamza_folded, stretched, spaces_changed, marks_changed, widened, slipped, everything
)  # fmt: skip


def is_right(document: Document, quote: str, found: Span | None) -> bool:
    """Whether both ends lie in the words in which one of the places of the quote begins and ends."""
    if found is None or found.field != "text":
        return False
    words = [word for word in quote_words(quote) if not word.elided]
    places = [match.start() for match in re.finditer(re.escape(quote), document.text)]
    return any(
        place <= found.start < place + words[0].end and place + words[-1].start < found.end <= place + len(quote)
        for place in places
    )


def false_quotes(document: Document, quotes: list[str], others: list[str], code: str) -> Iterator[tuple[str, str]]:
    """Quotes that the document does not hold, with what was done to them."""
    chance = random.Random(document.id)
    text = document.text
    for quote in chance.sample(others, min(6, len(others))):
        if quote not in text:
            yield "another article", quote
    for quote in quotes:
        words = quote_words(quote)
        figures = [word for word in words if word.is_figure and word.folded[0].isdecimal()]
        if figures:
            word = chance.choice(figures)
            last = quote[word.end - 1]
            changed = str((unicodedata.decimal(last) + 3) % 10)
            yield "another figure", quote[: word.end - 1] + changed + quote[word.end :]
        long = [word for word in words if len(word.folded) >= 4 and not word.is_figure]
        alien = [other for other in others if other not in text]
        if long and alien:
            word = chance.choice(long)
            strange = [w for w in quote_words(chance.choice(alien)) if len(w.folded) >= 6 and not w.is_figure]
            if strange:
                other = chance.choice(strange)
                if other.folded not in {w.folded for w in quote_words(text)}:
                    yield "another word", quote[: word.start] + other.folded + quote[word.end :]
        if len(words) > 6:
            place = words[len(words) // 2].start
            yield "a word put in", quote[:place] + _DENIALS[code] + quote[place:]
            cut = chance.choice(words[2:-2])
            if not cut.elided and (not cut.is_character or cut.folded in "不没未無否非"):
                yield "a word left out", quote[: cut.start] + quote[cut.end :]
        if len(quotes) > 1:
            other_quote = chance.choice([one for one in quotes if one != quote])
            half, rest = quote[: len(quote) // 2], other_quote[len(other_quote) // 2 :]
            if half + rest not in text:
                yield "two halves", half + rest


_DENIALS = {
    "ar": "أبداً لم ", "en": "never ", "es": "nunca ", "fr": "jamais ", "de": "niemals ", "pt": "jamais ",
    "zh": "从来没有", "ja": "決してなく",
}  # fmt: skip


def main() -> int:
    """Print the figures; the exit code says whether all bars are reached."""
    if not GOLD.is_dir():
        print(f"aligner: nothing to measure, for {GOLD} is not there")
        return 0
    shows = "--misses" in sys.argv
    found: dict[str, Counter[str]] = defaultdict(Counter)
    asked: dict[str, Counter[str]] = defaultdict(Counter)
    wrong: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    everyone = list(articles())
    for document, quotes in everyone:
        code, aligner = document.lang, Aligner(document)
        for quote in quotes:
            for change in CHANGES:
                name = change.__name__
                changed = change(quote, code)
                right = is_right(document, quote, aligner.find(changed))
                asked[code][name] += 1
                found[code][name] += right
                if shows and not right:
                    print(f"missed  {document.id} {name}: {changed}\n        {aligner.find(changed)}")
        others = [quote for other, some in everyone if other is not document and other.lang == code for quote in some]
        for what, quote in false_quotes(document, quotes, others, code):
            tried[code] += 1
            place = aligner.find(quote)
            if place is not None:
                wrong[code] += 1
                if shows:
                    print(f"wrong   {document.id} {what}: {quote}\n        {place.quote}")
    names = [change.__name__ for change in CHANGES]
    print("language  quotes  " + "  ".join(names) + "  all    false  wrongly grounded")
    failed = False
    for code in sorted(asked):
        shares = [found[code][name] / asked[code][name] for name in names]
        total = sum(found[code].values()) / sum(asked[code].values())
        failed |= total < BAR or wrong[code] > 0
        cells = "  ".join(f"{share:{len(name)}.3f}" for share, name in zip(shares, names, strict=True))
        print(f"{code:8}  {asked[code][names[0]]:6}  {cells}  {total:.3f}  {tried[code]:5}  {wrong[code]:5}")
    print(f"false quotes: {sum(tried.values())}, wrongly grounded: {sum(wrong.values())}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
