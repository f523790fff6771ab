"""Chinese names in Latin letters: pinyin, the given name in one word before the family name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from anyascii import anyascii

_DOTS = re.compile("[·•‧・]+")
# Characters that are read otherwise as family names.
_AS_FAMILY = {
    "曾": "Zeng", "单": "Shan", "查": "Zha", "解": "Xie", "仇": "Qiu", "翟": "Zhai", "乐": "Yue", "尉迟": "Yuchi",
    "区": "Ou", "朴": "Piao", "盖": "Ge", "缪": "Miao", "种": "Chong", "员": "Yun", "秘": "Bi", "覃": "Qin",
    "吕": "Lü", "逄": "Pang", "繁": "Po", "哈": "Ha", "车": "Che", "万俟": "Moqi", "长孙": "Zhangsun",
}  # fmt: skip


def in_western_order(parts: Sequence[str]) -> str:
    """The name of which the family name stands first.

    >>> in_western_order(["吴", "永辉"])
    'Yonghui Wu'
    """
    family, *given = parts
    return " ".join([*(_word(part) for part in given), _AS_FAMILY.get(family) or _word(family)])


def latin_of_syllables(name: str) -> str:
    """A name that characters spell by sound, its parts with dots between them, each in one word.

    >>> latin_of_syllables("布鲁诺·谢瓦洛")
    'Buluno Xiewaluo'
    """
    return " ".join(_word(part) for part in _DOTS.split(name) if part)


def has_han(name: str) -> bool:
    """Whether Chinese characters are in a name."""
    return any("\u3400" <= letter <= "\u9fff" for letter in name)


def _word(part: str) -> str:
    return anyascii(part).replace(" ", "").capitalize()
