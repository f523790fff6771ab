"""Amounts of money and of things that are counted: "$1.5bn a year", "200,000 GPUs", "ملياري دولار"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from talentflow.model import Amount
from talentflow.reader.words.fact_words import FactHits, moved
from talentflow.reader.words.page import Sentence
from talentflow.reader.words.phrases import Hit
from talentflow.text.digits import western_digits
from talentflow.text.tokens import Tokens

_THOUSAND = 1000
_GROUP = 3  # digits between the marks of a long number


@dataclass(frozen=True, slots=True)
class Found:
    """An amount with the tokens that say it."""

    start: int
    end: int
    amount: Amount
    is_pay: bool = False  # "seven figures"

    @property
    def is_money(self) -> bool:
        """Whether it is an amount of money: "millions" alone may be of anything."""
        return self.amount.currency is not None or self.is_pay

    @property
    def is_vague(self) -> bool:
        """Whether it says nothing of what is counted."""
        return self.amount.currency is None and self.amount.unit is None


def find_amounts(sentence: Sentence, hits: FactHits, links: frozenset[str]) -> list[Found]:
    """The amounts of a sentence, in order: a number with a currency or a unit; a bare number is none."""
    raw = hits.raw
    counted = _numbers(raw, hits)
    if raw is sentence.tokens:  # among characters the words for numbers stand at other places
        spelled = [hit for hit in sentence.of_kind("number") if not hit.suffix]
        taken = {start for start, _, _ in counted}
        counted += [(hit.start, hit.end, float(hit.payload)) for hit in spelled if hit.start not in taken]
    out = _amounts(raw, hits, links, sorted(counted))
    return out if raw is sentence.tokens else moved(out, raw, sentence.tokens)


def _amounts(raw: Tokens, hits: FactHits, links: frozenset[str], counted: list[tuple[int, int, float]]) -> list[Found]:
    out: list[Found] = []
    for start, end, number in counted:
        if out and start < out[-1].end:
            continue
        found = _amount(raw, hits, links, (start, end, number))
        if found is not None:
            out.append(found)
    taken = {index for found in out for index in range(found.start, found.end)}
    for hit in hits.amounts["vague"]:
        if taken.isdisjoint(range(hit.start, hit.end)):
            money = _after(raw, hits.amounts["currency"], hit.end, links)
            stop = money.end if money is not None else hit.end
            currency = str(money.payload) if money is not None else None
            out.append(Found(hit.start, stop, Amount(_words(raw, hit.start, stop), None, currency)))
    figures = hits.amounts["figures"]
    out += [Found(hit.start, hit.end, Amount(_words(raw, hit.start, hit.end)), is_pay=True) for hit in figures]
    return sorted(out, key=lambda found: found.start)


def _amount(raw: Tokens, hits: FactHits, links: frozenset[str], counted: tuple[int, int, float]) -> Found | None:
    start, end, number = counted
    currency = _before(raw, hits.amounts["currency"], start)
    magnitude = _after(raw, hits.amounts["magnitude"], end, links)
    if magnitude is None and _is_range(raw, end):  # "$80-100 million" begins at 80 million
        magnitude = _after(raw, hits.amounts["magnitude"], end + 2, frozenset())
    while magnitude is not None:  # "2 mil millones"
        number, end = number * float(magnitude.payload), magnitude.end
        magnitude = _after(raw, hits.amounts["magnitude"], end, links)
    unit = None
    if currency is not None:
        start = currency.start
    else:
        currency = _after(raw, hits.amounts["currency"], end, links)
        if currency is None:
            unit = _after(raw, hits.amounts["unit"], end, links)
            if unit is None:
                return None
        end = (currency or unit or hits.triggers[0]).end
    period = _after(raw, hits.amounts["period"], end, links)
    if period is not None:
        end = period.end
    amount = Amount(
        _words(raw, start, end),
        number,
        None if currency is None else str(currency.payload),
        None if unit is None else str(unit.payload),
        None if period is None else str(period.payload),
    )
    return Found(start, end, amount)


def _is_range(raw: Tokens, end: int) -> bool:
    surface = raw.surface
    return end + 1 < len(surface) and surface[end] in "-‑–" and surface[end + 1][0].isdigit()


def _words(raw: Tokens, start: int, end: int) -> str:
    return raw.text[raw.start[start] : raw.end[end - 1]]


def _numbers(raw: Tokens, hits: FactHits) -> list[tuple[int, int, float]]:
    """Numbers in digits or words, and magnitudes without one ("مليار دولار", "a billion dollars")."""
    surface = raw.surface
    out: list[tuple[int, int, float]] = []
    for index, word in enumerate(surface):
        if word[0].isdigit() and not (out and index < out[-1][1]):
            end = _end_of_number(surface, index)
            number = as_number("".join(surface[index:end]))
            if number is not None:
                out.append(_with_thousands(out, hits, (index, end, number)))
    ends = {end for _, end, _ in out} | {hit.end for hit in hits.amounts["magnitude"]}
    out += [
        (hit.start, hit.end, float(hit.payload))
        for hit in hits.amounts["magnitude"]
        if hit.start not in ends and float(hit.payload) >= 1_000_000
    ]
    return out


def _with_thousands(
    before: list[tuple[int, int, float]], hits: FactHits, found: tuple[int, int, float]
) -> tuple[int, int, float]:
    """A number with the thousands that a word before it tells: "mil 200", "2 mil 200"."""
    start, end, number = found
    thousand = next(
        (hit for hit in hits.amounts["magnitude"] if hit.end == start and float(hit.payload) == _THOUSAND), None
    )
    if thousand is None or number >= _THOUSAND:
        return found
    if before and before[-1][1] == thousand.start:
        return before.pop()[0], end, found[2] + _THOUSAND * float(as_number(hits.raw.surface[thousand.start - 1]) or 1)
    return thousand.start, end, number + _THOUSAND


def _end_of_number(surface: list[str], start: int) -> int:
    """Where a number ends whose thousands are parted by spaces: "200 000"."""
    end = start + 1
    if len(surface[start]) <= _GROUP and surface[start].isdecimal():
        while end < len(surface) and len(surface[end]) == _GROUP and surface[end].isdecimal():
            end += 1
    return end


def as_number(word: str) -> float | None:
    """The value of a number as written: "1.5", "1,5", "200,000", "1.500.000", "٢٠٠٬٠٠٠".

    Before three digits a mark parts thousands, before others it is the decimal one.
    """
    parts = re.split(r"[.,:٫٬]", western_digits(word))
    if ":" in word or not all(part.isdecimal() for part in parts):
        return None
    if len(parts) == 1:
        return float(parts[0])
    head, last = parts[:-1], parts[-1]
    if len(last) == _GROUP and head[0] != "0":
        return float("".join(parts))
    return float("".join(head) + "." + last)


def _after(raw: Tokens, hits: list[Hit], place: int, links: frozenset[str]) -> Hit | None:
    """The phrase that begins at a token, or behind a hyphen or a word that joins an amount ("millones de euros")."""
    folded = raw.folded
    for skipped in range(3):
        at = place + skipped
        for hit in hits:
            if hit.start == at:
                return hit
        if at >= len(folded) or not (folded[at] in links or folded[at] in "-‑+"):
            return None
    return None


def _before(raw: Tokens, hits: list[Hit], place: int) -> Hit | None:
    """The phrase that ends right before a token: "US$"."""
    return next((hit for hit in hits if hit.end == place), None)
