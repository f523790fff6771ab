"""A university that somebody only studied at is no employer; one that somebody leaves is."""

from __future__ import annotations

import pytest

from .sentences import moves_of


@pytest.mark.parametrize(
    ("lang", "text", "moves"),
    [
        ("en", "Ada Moreno graduated from Stanford and joined Google in 2012.", ["Ada Moreno: - -> Google, done"]),
        ("en", "Ada Moreno left Stanford and joined Google in 2012.", ["Ada Moreno: Stanford -> Google, done"]),
        ("fr", "Diplômée de Stanford, Ada Moreno a rejoint Google en 2012.", ["Ada Moreno: - -> Google, done"]),
        ("fr", "Ada Moreno a quitté Stanford et rejoint Google en 2012.", ["Ada Moreno: Stanford -> Google, done"]),
        ("de", "Nach dem Studium in Stanford wechselte Ada Moreno 2012 zu Google.", ["Ada Moreno: - -> Google, done"]),
        ("de", "Von Stanford wechselte Ada Moreno 2012 zu Google.", ["Ada Moreno: Stanford -> Google, done"]),
        (
            "ja",
            "田中一郎氏はスタンフォード大学で博士号を取り、2012年にグーグルに入社した。",
            ["田中一郎: - -> グーグル, done"],
        ),
        ("zh", "王晓明获清华大学学位后加入谷歌。", ["王晓明: - -> 谷歌, done"]),
        (
            "es",
            "Tras doctorarse en Stanford, Ada Moreno se incorporó a Google en 2012.",
            ["Ada Moreno: - -> Google, done"],
        ),
        ("es", "Ada Moreno dejó Stanford por Google en 2012.", ["Ada Moreno: Stanford -> Google, done"]),
        ("pt", "Com doutorado em Stanford, Ada Moreno entrou no Google em 2012.", ["Ada Moreno: - -> Google, done"]),
        ("ar", "انضم توم بيرغ إلى غوغل بعد نيله الدكتوراه من جامعة ستانفورد.", ["توم بيرغ: - -> غوغل, done"]),
        ("ar", "انتقل توم بيرغ من جامعة ستانفورد إلى غوغل.", ["توم بيرغ: جامعة ستانفورد -> غوغل, done"]),
    ],
)
def test_who_studied_somewhere_does_not_leave_it(lang: str, text: str, moves: list[str]) -> None:
    assert moves_of(text, lang) == moves
