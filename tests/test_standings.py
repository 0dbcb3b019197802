"""Alone, first, with most, otherwise later: each only where the rows say so for certain."""

import pytest

from tests.factories import at
from timeline.selectors.standings import Stand, Told, standings

NOON, ONE, TWO = (at(f"2023-03-07 {hour}:00") for hour in (12, 13, 14))


def told(source, begins=NOON, out_by=NOON, event=1, dateless=False):
    return Told(event, source, begins, out_by, dateless)


def stand(source, side, origin=1, begins=NOON, out_by=NOON, conflict=1):
    return Stand(conflict, side, origin, source, begins, out_by)


def test_who_tells_an_event_no_one_else_tells_is_alone_and_not_first():
    (one,) = standings([told(1)], []).values()
    assert (one.alone, one.first, one.maybe_first) == (1, 0, 0)


def test_first_is_who_was_out_before_any_other_began():
    found = standings([told(1), told(2, ONE, TWO)], [])
    assert (found[1].first, found[2].first, found[2].maybe_first) == (1, 0, 0)


@pytest.mark.parametrize(
    "other",
    [told(2, NOON, TWO), told(2, None, None), told(2, ONE, TWO, dateless=True)],
    ids=["dates overlap", "no date", "one article without a date"],
)
def test_where_dates_leave_it_open_each_may_have_been_first(other):
    found = standings([told(1, NOON, ONE), other], [])
    assert (found[1].first, found[1].maybe_first, found[2].maybe_first) == (0, 1, 1)


def test_the_side_with_most_origins_is_the_majority_and_a_draw_has_none():
    found = standings([], [stand(1, 1, 1), stand(2, 1, 2), stand(3, 2, 3)])
    assert (found[1].majority, found[3].minority) == (1, 1)
    found = standings([], [stand(1, 1, 1), stand(3, 2, 3)])
    assert found[1].majority == 0 and found[1].minority == found[3].minority == 1


def test_two_outlets_of_one_origin_are_no_majority():
    found = standings([], [stand(1, 1, 1), stand(2, 1, 1), stand(3, 2, 3)])
    assert found[1].majority == 0


def test_a_source_that_stands_elsewhere_later_told_it_otherwise():
    turned = [stand(1, 1, 1), stand(1, 2, 2, ONE, TWO)]
    assert standings([], turned)[1].otherwise == 1
    assert standings([], [stand(1, 1, 1), stand(2, 2, 2, ONE, TWO)])[1].otherwise == 0
    assert standings([], [stand(1, 1, 1, NOON, TWO), stand(1, 2, 2, ONE, TWO)])[1].otherwise == 0
    assert standings([], [stand(1, 1, 1), stand(1, 1, 2, ONE, TWO)])[1].otherwise == 0
