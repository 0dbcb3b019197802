import pytest

from timeline.reading.gathering import gather


def gathered(pairs, least=0.0, otherwise=-1.0, **more):
    """The groups that members 0 to 5 come to, given how likely some pairs are one."""
    near = {number: {} for number in range(6)}
    for (one, other), said in pairs.items():
        near[one][other] = near[other][one] = said
    groups = {number: [number] for number in range(6)}

    def likely(one, other):
        return pairs.get((min(one, other), max(one, other)), otherwise)

    gather(groups, near, likely, lambda one, other: least, **more)
    return {number: sorted(members) for number, members in groups.items() if len(members) > 1}


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ({(0, 1): 2.0}, {0: [0, 1]}),
        ({(0, 1): 2.0, (1, 2): 1.5, (0, 2): 1.0}, {0: [0, 1, 2]}),
        ({(0, 1): 2.0, (2, 3): 2.0, (0, 2): 1.0, (0, 3): 1.0, (1, 2): 1.0, (1, 3): 1.0}, {0: [0, 1, 2, 3]}),
    ],
)
def test_what_is_likely_one_is_gathered(pairs, groups):
    assert gathered(pairs) == groups


@pytest.mark.parametrize(
    ("pairs", "groups"),
    [
        ({(0, 1): -0.5}, {}),
        ({(0, 1): 2.0, (1, 2): 1.0, (0, 2): -3.0}, {0: [0, 1]}),
    ],
)
def test_one_bridge_between_unlike_claims_is_not_enough(pairs, groups):
    assert gathered(pairs) == groups


def test_groups_that_nothing_compared_are_held_against_each_other_by_some_of_their_members():
    assert gathered({(0, 1): 2.0, (1, 2): 0.5}, otherwise=-3.0) == {0: [0, 1]}
    assert gathered({(0, 1): 2.0, (1, 2): 0.5}, otherwise=0.0) == {0: [0, 1, 2]}


def test_the_likeliest_two_come_first_and_a_group_may_keep_its_number():
    assert gathered({(0, 1): 1.0, (1, 2): 3.0, (0, 2): -2.0}) == {1: [1, 2]}
    assert gathered({(0, 1): 2.0}, staying={1}) == {1: [0, 1]}


def test_more_may_be_asked_of_them():
    assert gathered({(0, 1): 2.0}, least=2.5) == {}
