"""Kana in Latin letters (Hepburn): readings of Japanese names, and names of other languages spelled in katakana."""

from __future__ import annotations

import re

_ROWS = """
    ア a イ i ウ u エ e オ o カ ka キ ki ク ku ケ ke コ ko サ sa シ shi ス su セ se ソ so タ ta チ chi
    ツ tsu テ te ト to ナ na ニ ni ヌ nu ネ ne ノ no ハ ha ヒ hi フ fu ヘ he ホ ho マ ma ミ mi ム mu
    メ me モ mo ヤ ya ユ yu ヨ yo ラ ra リ ri ル ru レ re ロ ro ワ wa ヲ o ン n ガ ga ギ gi グ gu ゲ ge
    ゴ go ザ za ジ ji ズ zu ゼ ze ゾ zo ダ da ヂ ji ヅ zu デ de ド do バ ba ビ bi ブ bu ベ be ボ bo
    パ pa ピ pi プ pu ペ pe ポ po ヴ vu シャ sha シュ shu ショ sho シェ she チャ cha チュ chu チョ cho
    チェ che ジャ ja ジュ ju ジョ jo ジェ je ティ ti ディ di トゥ tu ドゥ du デュ du テュ tu ファ fa
    フィ fi フェ fe フォ fo ヴァ va ヴィ vi ヴェ ve ヴォ vo ウィ wi ウェ we ウォ wo イェ ye ツァ tsa ツェ tse ツォ tso
    クァ qua クィ qui クェ que クォ quo グァ gua グェ gue スィ si ズィ zi フュ fyu ァ a ィ i ゥ u ェ e
    ォ o ャ ya ュ yu ョ yo ヮ wa
""".split()  # noqa: SIM905 (a list of so many is no table to read)
_SOUNDS = dict(zip(_ROWS[::2], _ROWS[1::2], strict=True))
_GLIDES = {"ャ": "ya", "ュ": "yu", "ョ": "yo"}
_TO_KATAKANA = {code: code + 0x60 for code in range(0x3041, 0x3097)}
_LONG = re.compile(r"ou(?!e)|oo|(?<!ts)uu")  # of Japanese names: "Kono", not "Kouno", but "Inoue" and "Matsuura"
_JOINTS = re.compile("[・･=＝·‧•\\s]+")


def _sounds(kana: str) -> str:
    kana, out, index = kana.translate(_TO_KATAKANA), "", 0
    while index < len(kana):
        pair = kana[index : index + 2]
        if pair in _SOUNDS and len(pair) == 2:
            sound, step = _SOUNDS[pair], 2
        elif len(pair) == 2 and pair[1] in _GLIDES and _SOUNDS.get(pair[0], "").endswith("i"):
            sound, step = _SOUNDS[pair[0]][:-1] + _GLIDES[pair[1]], 2
        elif pair[:1] in ("ッ", "ー"):
            following = _sounds(kana[index + 1 :]) if pair[:1] == "ッ" else ""
            double = "t" if following.startswith("ch") else following[:1]
            return out + (double + following if pair[:1] == "ッ" else _sounds(kana[index + 1 :]))
        else:
            sound, step = _SOUNDS.get(pair[:1], pair[:1]), 1
        out += sound
        index += step
    return out


def latin_of_reading(kana: str) -> str:
    """A Japanese name by its reading.

    >>> latin_of_reading("コウノ")
    'Kono'
    """
    return _LONG.sub(lambda match: match.group()[0], _sounds(kana)).capitalize()


def latin_of_spelled(name: str) -> str:
    """A name of another language by its spelling in katakana.

    >>> latin_of_spelled("ミラ・ムラティ")
    'Mira Murati'
    """
    return " ".join(_sounds(part).capitalize() for part in _JOINTS.split(name) if part)
