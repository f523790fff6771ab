"""Arabic names in Latin letters, with the vowels that the script leaves out guessed: "موراتي" gives "Morati".

A plausible spelling for people to read, not a scheme to be read back: for that there are skeletons (skeleton.py).
"""

from __future__ import annotations

import re

# What is nearly always written one way, and particles.
_WHOLE = {
    "محمد": "Mohammed", "أحمد": "Ahmed", "احمد": "Ahmed", "خالد": "Khaled", "عمر": "Omar", "حسن": "Hassan",
    "حسين": "Hussein", "علي": "Ali", "سعد": "Saad", "فهد": "Fahad", "بدر": "Bader", "حمد": "Hamad", "محمود": "Mahmoud",
    "عبد": "Abdul", "عبدالله": "Abdullah", "الله": "Allah", "عثمان": "Othman", "يوسف": "Youssef", "ناصر": "Nasser",
    "منصور": "Mansour", "سلطان": "Sultan", "مريم": "Mariam", "فاطمة": "Fatima", "عائشة": "Aisha", "نورة": "Noura",
    "بن": "bin", "ابن": "ibn", "بنت": "bint", "آل": "Al", "أبو": "Abu", "أم": "Umm", "بو": "Bu",
    "دي": "de", "دو": "do", "دا": "da", "فان": "van", "فون": "von", "ماك": "Mac", "سان": "San",
}  # fmt: skip
_CONSONANTS = {
    "ب": "b", "پ": "p", "ت": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "h", "خ": "kh", "د": "d", "ذ": "dh", "ر": "r",
    "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t", "ظ": "z", "غ": "g", "ف": "f", "ڤ": "v",
    "ق": "q", "ك": "k", "ک": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "h",
}  # fmt: skip
_VOWELS = {"ا": "a", "أ": "a", "إ": "i", "آ": "a", "ى": "a", "ة": "a", "ٱ": "a"}
_SILENT = "ءئؤ"
_MARKS = {"\u064e": "a", "\u064f": "u", "\u0650": "i"}
_SHADDA = "\u0651"
_MARK = re.compile(r"[\u064b-\u065f\u0670ـ]")
_NATIVE = frozenset("عحصضطظقثذخ")
_PARTICLE = re.compile(r"ة|\b(?:ال|بن\b|آل\b)")
# Consonants that stand together without a vowel: at the start of a name, and at its end.
_START_LIST = "br bl tr dr gr gl kr kl fr fl pr pl st sp sk sm sn sl sw shr sht shn tw"
_END_LIST = "rk rt rd rn rl rg rm rs rz rf nd ng nt nz nk ns lt ld lz lm lf lk ls st sk ts tz sh ch ks ft mp rsh nch"
_STARTS = frozenset(_START_LIST.split())
_ENDS = frozenset(_END_LIST.split())


def is_arabic_name(name: str) -> bool:
    """Whether letters or particles show that a name is no foreign one."""
    return bool(_NATIVE & set(name)) or _PARTICLE.search(name) is not None


def fixed_latin(word: str) -> str | None:
    """How a word is nearly always written, None where there is no such spelling."""
    return _WHOLE.get(_MARK.sub("", word))


def latin_of(word: str, *, is_native: bool = False) -> str:
    """One Arabic word in Latin letters, with a capital where a name has one.

    >>> [latin_of(word) for word in ("زوف", "الخضيري", "مانيفولد", "بن")]
    ['Zof', 'Al Khadiri', 'Manifold', 'bin']
    """
    bare = _MARK.sub("", word)
    if bare in _WHOLE:
        return _WHOLE[bare]
    if bare.startswith("عبدال") and len(bare) > 6:
        return f"Abdul {latin_of(bare[5:])}"
    if bare.startswith("ال") and len(bare) > 4:
        return f"Al {latin_of(_after_article(word), is_native=True)}"
    latin = _joined(_sounds(word, is_native=is_native or bool(_NATIVE & set(bare))))
    return latin[:1].upper() + latin[1:]


def _after_article(word: str) -> str:
    rest = word[word.index("ل") + 1 :]
    return _MARK.sub("", rest[:1]) + rest[1:].lstrip(_SHADDA)


def _sounds(word: str, *, is_native: bool) -> list[str]:
    """The letters as Latin consonants and vowels, one item a sound."""
    out: list[str] = []
    letters = re.sub("^(?:[أا](?=و)|إ(?=ي))(?!.[اىة])", "", word.replace("تش", "چ"))
    is_vowel_first = len(letters) < len(word.replace("تش", "چ"))
    for index, letter in enumerate(letters):
        following = letters[index + 1] if index + 1 < len(letters) else ""
        last = out[-1] if out else ""
        if letter in _MARKS:
            if last and last not in ("a", "i", "o", "u"):
                out.append(_MARKS[letter])
        elif letter == _SHADDA:
            if len(last) == 1 and last not in "aiu":
                out.append(last)
        elif letter in "وي" and index == 0 and is_vowel_first:
            out.append("o" if letter == "و" else "i")
        elif letter in "وي":
            out.append(_glide(letter, last, following))
        elif letter == "ع":
            if not (following in _VOWELS or (following in "وي" and following)) and last not in ("a", "i", "o"):
                out.append("a")
        elif letter == "غ" and is_native:
            out.append("gh")
        elif letter == "ج" and last == "n" and not following:
            out.append("g")
        elif letter in _VOWELS:
            if not (last == "a" and _VOWELS[letter] == "a"):
                out.append(_VOWELS[letter])
        elif letter in _CONSONANTS:
            out.append(_CONSONANTS[letter])
        elif letter not in _SILENT and letter.isalpha() and not _MARK.match(letter):
            out.append(letter)
    return out


def _glide(letter: str, last: str, following: str) -> str:
    """Whether waw and ya are consonants (at the start, between vowels) or long vowels."""
    vowel_follows = following in _VOWELS or (following != "" and following in "وي" and following != letter)
    if not last or (vowel_follows and following != "ة") or last in ("a", "i", "o", "u"):
        if last in ("a", "i", "o", "u") and not vowel_follows:
            return (
                "u"
                if letter == "و" and last == "a"
                else "i"
                if letter == "ي" and last == "a"
                else "w"
                if letter == "و"
                else "y"
            )
        return "w" if letter == "و" else "y"
    if letter == "و":
        return "o"
    return "i"


def _is_vowel(sound: str) -> bool:
    return sound[0] in "aeiou"


def _joined(sounds: list[str]) -> str:
    """The sounds with an "a" wherever more consonants meet than a name bears."""
    out: list[str] = []
    run: list[str] = []
    for index, sound in enumerate([*sounds, ""]):
        if sound and not _is_vowel(sound):
            run.append(sound)
            continue
        out.extend(_eased(run, at_start=not out, at_end=index == len(sounds)))
        run = []
        if sound:
            out.append(sound)
    return "".join(out)


def _eased(run: list[str], *, at_start: bool, at_end: bool) -> list[str]:
    """A run of consonants with the vowels that make it speakable."""
    if len(run) < 2:
        return run
    pair = "".join(run[-2:])
    if at_start and at_end:
        return [run[0], "a", *_eased(run[1:], at_start=False, at_end=True)]
    if at_start:
        return (
            run if len(run) == 2 and pair in _STARTS else [run[0], "a", *_eased(run[1:], at_start=False, at_end=False)]
        )
    if at_end:
        if pair in _ENDS or run[-1] == run[-2]:
            return run if len(run) == 2 else [*_eased(run[:-2], at_start=False, at_end=False), *run[-2:]]
        return [*_eased(run[:-1], at_start=False, at_end=False), "a", run[-1]]
    if len(run) > 2 and pair not in _STARTS:
        return [*run[:-1], "a", run[-1]]
    return run
