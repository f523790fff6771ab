"""Text from articles made safe to show: no control character or direction override gets out raw.

An article is written by strangers. An escape sequence in it could rewrite a reader's screen, an unclosed direction
override could turn a name round; a right-to-left name in a row of left-to-right ones moves its neighbours unless
it is isolated.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Any

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

# Embeddings, overrides and isolates: they change the order of what stands after them. The marks U+200E, U+200F and
# U+061C only lend a direction to a neighbour and stay.
_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_LINE_ENDS = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_WHITESPACE = re.compile(r"[\t\n\v\f]+")
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff{_DIRECTION}]")
# In JSON the same characters are written as escapes, so that nothing is lost.
_JSON_UNSAFE = re.compile(f"[\x7f-\x9f\u2028\u2029\ud800-\udfff{_DIRECTION}]")


def visible(text: str, *, lines: bool = False) -> str:
    """The text with every control character replaced by one that can be seen, and direction controls left out.

    Line ends become blanks unless `lines` asks to keep them: "a\\x1b[2Jb" gives "a␛[2Jb".
    """
    text = _LINE_ENDS.sub("\n", text)
    text = text.replace("\t", " ") if lines else _WHITESPACE.sub(" ", text)
    return _CONTROLS.sub(_picture, text)


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    return "" if unicodedata.category(match[0]) == "Cf" else "\ufffd"


def is_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(letter) in {"R", "AL"} for letter in text)


def isolate(text: str) -> str:
    """The text between isolates where it holds right-to-left letters, so that it cannot move its neighbours."""
    return f"{FIRST_STRONG_ISOLATE}{text}{POP_ISOLATE}" if is_right_to_left(text) else text


def json_text(value: Any, *, indent: int | None = None) -> str:
    """The value as JSON in its own script; only what could harm a terminal or break UTF-8 is written as an escape."""
    written = json.dumps(value, ensure_ascii=False, indent=indent)
    return _JSON_UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", written)
