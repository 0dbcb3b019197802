import math
from dataclasses import replace

import pytest

from tests.reading.accounts_made import at, counted
from timeline.reading.sides import Stand
from timeline.reading.tolls import latest_words, out_of_turn, when_missed, when_told


def told(figure, hour, **more):
    return Stand(figure, figure, counted(figure, figure, published=at(hour, f"{hour[:-1]}1"), **more))


@pytest.mark.parametrize("figures", [(9, 15, 37), (9, 9, 9), (12,)])
def test_a_toll_may_rise_from_report_to_report(figures):
    assert out_of_turn([told(n, f"4 1{i}:00") for i, n in enumerate(figures)], when_told) == []


@pytest.mark.parametrize("figures", [(37, 15), (9, 37, 15)])
def test_a_toll_that_falls_is_out_of_turn(figures):
    assert len(out_of_turn([told(n, f"4 1{i}:00") for i, n in enumerate(figures)], when_told)) >= 2


def test_the_missing_may_fall_from_day_to_day_but_not_rise():
    assert out_of_turn([told(40, "4 10:00"), told(2, "7 10:00")], when_missed) == []
    assert len(out_of_turn([told(2, "4 10:00"), told(40, "7 10:00")], when_missed)) == 2


def test_two_counts_of_the_missing_within_a_day_are_held_against_each_other():
    assert len(out_of_turn([told(40, "4 10:00"), told(22, "4 16:00")], when_missed)) == 2


def test_a_final_figure_holds_for_good():
    final = replace(counted(9, 9), text="a final toll of 9", published=at("4 10:00", "4 10:01"))
    assert when_told(Stand(9, 9, final))[1] == math.inf


def test_of_one_origin_the_latest_report_counts():
    old, new = told(9, "4 10:00", voice="Ministry"), told(12, "4 12:00", voice="Ministry")
    assert latest_words([old, new], {old.account.id: 0, new.account.id: 0}) == [new]
    assert latest_words([old, new], {old.account.id: 0, new.account.id: 1}) == [old, new]
