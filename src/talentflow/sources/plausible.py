"""How much a text looks as if it had been decoded rightly: letter statistics of the scripts that news is written in.

A byte above 127 means another letter in every old encoding, so that the wrong one shows: Arabic read as Latin is a
run of accented letters, Latin read as Arabic mixes scripts inside a word, Chinese read as Korean is all rare signs.
The letters below are rough orders of frequency, which is all that telling encodings apart needs.
"""

from __future__ import annotations

import re

_FULL, _GOOD, _FAIR, _BAD = 1.0, 0.6, 0.2, -1.0

_COMMON = (
    "áéíóúñüçãõâêôàèìòùäöåøæßëïîûœÁÉÍÓÚÑÜÇÃÕÂÊÔÀÈÄÖÅØÆÎ"
    "اليمونرتبةعدسفهكقحأجىإ"
    "оеаинтсрвлкмдпуяыьгзбчйжхшю"
    "αοιετσνηυρπκμλςίόάέήύώδγθβφχ"
    "יוהלארתבשמנעדםקחגטןכפצזס"
    "のにはをたがでてとしれさあいうえおかきくけこすせそちつなねまもやよらりるわんっ"
    "アイウエオカキクケコサシスセソタチツテトナニノハヒフヘホマミムメモラリルレロワンーッャュョ"
    "이다는의가을에고하지로한기도사대인자리시은스어서정를부아나일라수과전해보"
    "的一是不了在人有我他这個个们們中来來上大为為和国國地到以说說时時要就出会會可也你对對生能而子那得于着下自之年"
    "过過发發后後作里用道行所然家种事成方多经經么去法学學如都同现現当當没动動面起看定天分还還进進好小部其些主样"
    "理心本前开開但因只从從想实實日者意无無力它与與长長把机機十民第公此已工使情明性知全三又关關点點正业業外将將"
    "两兩高间間由问問很最重并物手应應向头頭文体體政美相见見被利什二等产產或新己制身果加西斯月话話合回特代内信表"
    "化老给給世位次度门任常先海通教原东東提立及比员員解水名真论論入几口认条平系气氣题活尔更别打变變四神总總电電"
    "数數安少报報才结反受目太量再感建务務做接必场件计管期市直德资資命山金指克许統区區保至形社空治展马科司五基书"
    "書非达光放强即像难且权思王完设式色路记南品告类求据程北边该交规万取拉格望术领共确传师观清今切院让带导争运職"
    "離职任離聘入者研究員"
)
_LESS_COMMON = "آؤئءضطذخشصزغثظ\u0670پچژگیکےہںٹڈڑґєіїљњћђџўšžŠŽěřůčďťňąęłśżźćńőűğışșțăđ"
_ODD_LETTERS = "ýþðÿÞÐÝŕĺŢţƒªµ"
_PUNCTUATION = (
    "“”‘’„‚«»‹›–—…•·¿¡°º€£©®™§\u00a0\u200c\u200d\u200e\u200f،؛؟ـ。，、；：？！「」『』（）《》【】・〜￥\u3000№"
)
_WEIGHTS: dict[str, float] = {
    **dict.fromkeys(_COMMON, _FULL),
    **dict.fromkeys(_LESS_COMMON, _GOOD),
    **dict.fromkeys(_ODD_LETTERS, 0.0),
    **dict.fromkeys(_PUNCTUATION, _GOOD),
}
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_OTHER_ALPHABETS = "\u0370-\u03ff\u0400-\u052f\u0590-\u05ff\u0620-\u065f\u066e-\u06d3"
_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
_FINDINGS: tuple[tuple[re.Pattern[str], float], ...] = (
    # Scripts change inside a word. Arabic and Hebrew do glue their particles to Latin names, hence the look ahead.
    (re.compile(f"[{_ACCENTED}](?=[{_OTHER_ALPHABETS}])|[{_OTHER_ALPHABETS}](?=[{_ACCENTED}])"), -2.0),
    (re.compile(f"[a-z](?=[{_OTHER_ALPHABETS}])|[{_OTHER_ALPHABETS}](?=[a-z])"), -1.5),
    (re.compile(f"[{_ACCENTED}](?=[{_ACCENTED}])"), -1.2),
    (re.compile("[a-zа-яα-ω\u00df-\u00ff](?=[А-ЯΑ-Ω\u00c0-\u00de])"), -1.2),
    (re.compile(f"(?<=[{_LATIN}])[^\\w\\s\x00-\x7f‘’·–—…\u00ad\u3000-\uffef](?=[{_LATIN}])"), -2.0),
    (re.compile(r"\bال|لل\w"), 0.5),
    (re.compile("[ةى](?=[ء-ي])|[\u064b-\u064d](?=[ء-ئب-ي])|(?<![ء-ْ])[\u064b-\u0652]"), -1.5),
    (re.compile("[\uff61-\uff9f]"), -1.0),
    (re.compile("[\u0080-\u009f\ufffd\ue000-\uf8ff]"), -1.0),
)


def plausibility(text: str) -> float:
    """From about -3 (nonsense) to a little over 1 (ordinary text); 0 where there is nothing but ASCII to judge by."""
    unusual = _NOT_ASCII.findall(text)
    if not unusual:
        return 0.0
    total = sum(_WEIGHTS.get(character) or _weigh(character) for character in unusual)
    total += sum(weight * len(pattern.findall(text)) for pattern, weight in _FINDINGS)
    return total / len(unusual)


def _weigh(character: str) -> float:
    if character in _ODD_LETTERS:
        return 0.0
    if "\u02b0" <= character <= "\u02ff":  # letters to Unicode, loose accents to the eye
        return _BAD
    if "\uff01" <= character <= "\uff5e":  # full-width forms
        return _GOOD
    if character > "\uffff" or "\u2190" <= character <= "\u27bf":  # emoji, arrows, bullets say nothing either way
        return 0.0
    return _FAIR if character.isalpha() or "\u064b" <= character <= "\u0652" else _BAD
