import itertools

from hypothesis import given
from hypothesis import strategies as st

from tests.reading.accounts_made import account, at
from timeline.reading.chapters import LINE, Stretch, bridge, cut, position

points = st.dictionaries(st.integers(0, LINE - 1), st.integers(0, 9), max_size=30)


def pieces(found):
    return [Stretch(one, one + 1, claims) for one, claims in sorted(found.items())]


@given(points)
def test_chapters_have_few_claims_and_leave_out_none(found):
    chapters = cut(pieces(found), 10)
    assert sum(one.claims for one in chapters) == sum(found.values())
    assert all(one.claims <= 10 for one in chapters)
    assert all(one.until <= other.since for one, other in itertools.pairwise(chapters))


@given(points, st.integers(0, LINE - 1), st.integers(0, 9))
def test_an_article_more_changes_the_chapters_beside_it_alone(found, place, claims):
    before, after = cut(pieces(found), 10), cut(pieces(found | {place: claims}), 10)
    apart = {(one.since, one.until) for one in before} ^ {(one.since, one.until) for one in after}
    holding = next(one for one in after if one.since <= place < one.until)
    around = next((one for one in before if one.since <= place < one.until), holding)
    first, last = min(holding.since, around.since), max(holding.until, around.until)
    assert all((first <= since and until <= last) or since <= place < until for since, until in apart)


@given(points, st.integers(0, LINE - 1), st.integers(0, 9))
def test_chapters_that_stay_can_stand_for_their_articles(found, place, claims):
    kept = [one for one in cut(pieces(found), 10) if not one.since <= place < one.until]
    others = {
        one: count
        for one, count in (found | {place: claims}).items()
        if not any(k.since <= one < k.until for k in kept)
    }
    mixed = sorted([*kept, *pieces(others)], key=lambda one: one.since)
    assert cut(mixed, 10) == cut(pieces(found | {place: claims}), 10)


def test_articles_stand_by_when_they_were_published_and_the_undated_last():
    early, late = at("4 10:00", "4 10:01"), at("5 10:00", "5 10:01")
    assert position(9, early) < position(1, late) < position(1, None) < position(2, None) < LINE
    assert position(1, early) < position(2, early)


def fire(ship, **more):
    return [account(f"A fire broke out on the {ship} off the port", type="fire", **more)]


def test_groups_that_tell_of_one_happening_are_joined_across_chapters():
    left = [fire("Marigold"), fire("Petrel")]
    right = [fire("Petrel"), fire("Marigold")]
    assert bridge(left, right) == [(0, 1), (1, 0)]


def test_one_group_is_joined_with_one():
    assert len(bridge([fire("Marigold")], [fire("Marigold"), fire("Marigold")])) == 1


def test_what_tells_of_something_else_is_not_joined():
    assert bridge([fire("Marigold")], [[account("The minister resigned in the capital", type="resignation")]]) == []


def test_an_editors_group_goes_on_to_the_right_and_continues_nothing_on_the_left():
    assert bridge([fire("Marigold", pinned=7)], [fire("Marigold")]) == [(0, 0)]
    assert bridge([fire("Marigold")], [fire("Marigold", pinned=7)]) == []
