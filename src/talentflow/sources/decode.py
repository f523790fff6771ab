"""Bytes into characters: byte order mark, strict UTF-8, patterns of UTF-16, then the likeliest old encoding."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from talentflow.sources.plausible import plausibility
from talentflow.sources.problems import Unreadable

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!\x1a", "a RAR archive"),
    (b"\x1f\x8b", "gzip data inside gzip data"),
    (b"{\\rtf", "an RTF document"),
)
# Likeliest first: the order settles what the letters leave open.
_OLD_ENCODINGS = (
    *("cp1252", "cp1256", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp1251", "iso8859_6"),
    *("cp1250", "cp1254", "cp1253", "cp1255", "koi8_r", "iso8859_2"),
)
_MULTI_BYTE = frozenset({"gb18030", "big5", "cp932", "euc_jp", "cp949", "iso2022_jp"})
_SAMPLE = 16384
_FEWEST_POINTS = 0.25
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1b") + b"\x7f"
_UTF8_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|\xed[\x80-\x9f][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_OPENS_JSON = re.compile(rb"\s*[\[{]\s*[\"{\[]")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_SHIFT_TO_JAPANESE = re.compile(rb"\x1b\$[@B]")  # seven bits a byte, as in Japanese mail: its own mark says so
_NEIGHBOURS = (
    ("cp1256", re.compile("[\u0600-\u06ff]")),
    ("cp1251", re.compile("[\u0400-\u04ff]")),
    ("cp1253", re.compile("[\u0370-\u03ff]")),
    ("cp1255", re.compile("[\u0590-\u05ff]")),
)
# What pages call their encodings, where Python would read the name too narrowly or not at all (as browsers do).
_LABELS = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "iso8859-1", "windows-1252"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "ms932"), "cp932"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "ksc5601", "korean", "windows-949"), "cp949"),
    **dict.fromkeys(("big5", "big5-hkscs", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("iso-8859-9", "latin5", "windows-1254"), "cp1254"),
    **{"euc-jp": "euc_jp", "iso-2022-jp": "iso2022_jp", "utf-8": "utf-8", "utf8": "utf-8", "macintosh": "mac_roman"},
    **{"koi8-r": "koi8_r", "koi8-u": "koi8_u", "windows-874": "cp874", "tis-620": "cp874"},
    **{f"windows-125{n}": f"cp125{n}" for n in (0, 1, 3, 5, 6, 7, 8)},
    **{f"iso-8859-{n}": f"iso8859_{n}" for n in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters, the encoding that they were in, and what is doubtful about it."""

    text: str
    encoding: str
    doubt: str | None = None


def decode(data: bytes, *, declared: str | None = None, was_cut: bool = False) -> Decoded:
    """The text that the bytes stand for; `declared` is what a page says of itself, `was_cut` that more would follow.

    Raises Unreadable for what is no text: pictures, programs, archives, noise.
    """
    marked = _marked(data)
    if marked is not None:
        encoding, mark = marked
        return _in_unicode(data[len(mark) :], encoding, was_cut=was_cut)
    _refuse_known_binaries(data)
    encoding = _guessed_unicode(data[:_SAMPLE])
    if encoding:
        return _in_unicode(data, encoding, was_cut=was_cut)
    try:
        text = _complete(data).decode("utf-8") if was_cut else data.decode("utf-8")
    except UnicodeDecodeError:
        return _in_old_encoding(data, declared)
    if _SHIFT_TO_JAPANESE.search(data) and text.isascii():
        return _as("iso2022_jp", data)
    return Decoded(text, "utf-8")


def stream_encoding(head: bytes) -> str:
    """The encoding that JSON beginning like this must be transcoded from; "" where lines can be cut as they are.

    Lines and brackets can be found in UTF-8 and in every encoding of one byte a letter without decoding first.
    Raises Unreadable where it begins as no text does.
    """
    marked = _marked(head)
    if marked is not None:
        return "" if marked[0] == "utf-8" else marked[0]
    if not _OPENS_JSON.match(head):
        _refuse_known_binaries(head)
        encoding = _guessed_unicode(head[:_SAMPLE])
        if encoding:
            return encoding
    if _is_utf8(head):
        return ""
    try:
        encoding = _in_old_encoding(head, None).encoding
    except Unreadable:
        if _OPENS_JSON.match(head):
            return ""  # noise in the midst of JSON: the pieces around it can be read
        raise
    return encoding if encoding in _MULTI_BYTE else ""


def without_mark(text: str) -> str:
    """The text without a byte order mark at its start."""
    return text.removeprefix("\ufeff")


def _codec(declared: str | None) -> str:
    label = (declared or "").strip().lower()
    return label if label in _OLD_ENCODINGS else _LABELS.get(label, "")


def _marked(data: bytes) -> tuple[str, bytes] | None:
    for mark, encoding in _BYTE_ORDER_MARKS:
        # A UTF-16 text may begin with NUL, but then it is no article: FF FE 00 00 is UTF-32.
        if data.startswith(mark):
            return encoding, mark
    return None


def _refuse_known_binaries(data: bytes) -> None:
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Unreadable(f"is {name}, not text", "Give the article's text or its web page.")


def _in_unicode(data: bytes, encoding: str, *, was_cut: bool) -> Decoded:
    """Read in the encoding that the bytes announce; refused where that gives no text, patched where a little fails."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(data, final=not was_cut)
    failed = text.count("\ufffd")
    if failed > 8 and failed > len(text) // 10:
        if encoding == "utf-8":
            return _in_old_encoding(data, None)
        raise _not_text()
    if failed and encoding == "utf-8":
        return _with_strays(data)
    doubt = f"holds {failed} damaged characters in its {encoding.upper()}: read as \ufffd" if failed else None
    return Decoded(text, encoding, doubt)


def _guessed_unicode(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, by what two and four bytes at a time give; "" for anything else.

    Raises Unreadable where control characters rule both out and any other text too.
    """
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if not controls or controls < len(data) // 50:
        return ""
    scored = [(_share_of_text(data, encoding), encoding) for encoding in ("utf-16-le", "utf-16-be")]
    if data.count(0) >= len(data) // 2:
        scored += [(_share_of_text(data, encoding), encoding) for encoding in ("utf-32-le", "utf-32-be")]
    best, encoding = max(scored)
    if best > 0.9 and _looks_written(data, encoding):
        return encoding
    if controls > len(data) // 5 or (controls > len(data) // 50 and not _is_utf8(data)):
        raise _not_text()
    return ""


def _share_of_text(data: bytes, encoding: str) -> float:
    """How much of the data is text in that encoding: 1 and more for text, below 0.9 for the wrong order and noise."""
    width = 4 if "32" in encoding else 2
    text = data[: len(data) // width * width].decode(encoding, "replace")
    if len(data) % width or not text:
        return 0.0
    good = sum(character.isprintable() or character in "\r\n\t" for character in text)
    # Every text has blanks, line ends, digits or Latin letters; with its bytes the wrong way round it has none.
    familiar = sum(" " <= character <= "~" or character in "\r\n。，、" for character in text)
    scripts = len({ord(character) >> 8 for character in text if not "\u3400" <= character <= "\ud7ff"})
    return (good - 2 * text.count("\ufffd")) / len(text) + min(familiar, 1) * 0.05 + familiar / len(text) - scripts / 50


def _looks_written(data: bytes, encoding: str) -> bool:
    text = data.decode(encoding, "ignore")
    letters = sum(character.isascii() and character.isalpha() for character in text)
    return text.isascii() or letters > len(text) // 2 or plausibility(text) >= (0.15 if 0 in data else 0.5)


def _is_utf8(data: bytes) -> bool:
    try:
        _complete(data).decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _complete(data: bytes) -> bytes:
    """The bytes without a character that is cut in two at their end."""
    for back in range(1, min(4, len(data)) + 1):
        if data[-back] >= 0xC0:
            needed = 2 if data[-back] < 0xE0 else 3 if data[-back] < 0xF0 else 4
            return data[:-back] if needed > back else data
        if data[-back] < 0x80:
            break
    return data


def _in_old_encoding(data: bytes, declared: str | None) -> Decoded:
    whole = len(_UTF8_SEQUENCE.findall(data))
    strays = len(_HIGH_BYTE.findall(_UTF8_SEQUENCE.sub(b"", data)))
    if whole >= 2 * strays:
        return _with_strays(data)
    codec = _codec(declared)
    if codec and codec != "utf-8":
        found = _as(codec, data)
        if found.doubt is None:
            return found
    sample = _sample(data)
    scored = [(plausibility(_patched(sample)), "utf-8")] if whole else []
    for encoding in _OLD_ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(sample)
        except UnicodeDecodeError:
            continue
        scored.append((plausibility(text), encoding))
    best, encoding = max(scored, key=lambda pair: pair[0], default=(-1.0, ""))
    if best < _FEWEST_POINTS:
        encoding = _second_opinion(sample)
    return _with_strays(data) if encoding == "utf-8" else _as(encoding, data)


def _second_opinion(sample: bytes) -> str:
    """What charset-normalizer makes of bytes that our own letters did not settle. Raises Unreadable where nothing."""
    from charset_normalizer import from_bytes

    match = from_bytes(sample, threshold=0.15).best()
    if match is None or plausibility(str(match)) < 0.15:
        raise _not_text()
    return match.encoding


def _sample(data: bytes) -> bytes:
    """The parts of long data that say most about its encoding: lines with bytes above 127."""
    if len(data) <= _SAMPLE:
        return data
    lines, size = [], 0
    for line in data[: 64 * _SAMPLE].split(b"\n"):
        if not line.isascii():
            lines.append(line[:_SAMPLE])
            size += len(line)
            if size > _SAMPLE:
                break
    return b"\n".join(lines) or data[:_SAMPLE]


def _as(encoding: str, data: bytes) -> Decoded:
    text = data.decode(encoding, "replace")
    failed = text.count("\ufffd")
    doubt = f"was read as {encoding.upper()}, in which {failed} bytes mean nothing" if failed else None
    return Decoded(text, encoding, doubt)


def _with_strays(data: bytes) -> Decoded:
    text = _patched(data)
    return Decoded(text, "utf-8", "mixes encodings: mostly UTF-8, some bytes are not and were read one by one")


def _patched(data: bytes) -> str:
    """UTF-8 with each byte that does not belong read as its old single-byte encoding would have it."""
    decoded = data.decode("utf-8", "surrogateescape")
    counts = [(len(pattern.findall(decoded)), encoding) for encoding, pattern in _NEIGHBOURS]
    most, encoding = max(counts)
    if most * 4 < len(data) // 10:
        encoding = "cp1252"

    def read_alone(match: re.Match[str]) -> str:
        return bytes(ord(character) - 0xDC00 for character in match[0]).decode(encoding, "replace")

    return re.sub("[\udc80-\udcff]+", read_alone, decoded)


def _not_text() -> Unreadable:
    return Unreadable("is binary data or in an encoding that is not known", "Save it as UTF-8 text.")
