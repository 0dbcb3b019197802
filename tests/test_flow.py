"""The drawing of lineage: three columns that keep their own room, bands as broad as they should be, what is folded."""

from itertools import pairwise

import pytest

from timeline.flow import flow
from timeline.styles import Style
from timeline.ties import MOST_VOICES, Tie

COURIER, WIRE, MAST = Style("The Courier", 1, 0), Style("The Wire", 2, 1), Style("The Daily Mast", 3, 2)


def names(nodes):
    return [node.name for node in nodes if node.name]


def test_nothing_is_drawn_of_nothing():
    assert flow([]).height == 0 and flow([]).voices == []


def test_a_voice_a_relay_and_two_outlets_are_joined_by_three_bands():
    drawn = flow([Tie("Iru Sand", "The Wire", COURIER), Tie("Iru Sand", "The Wire", MAST, 4)])
    assert names(drawn.voices) == ["Iru Sand"] and names(drawn.relays) == ["The Wire"]
    assert set(names(drawn.outlets)) == {"The Courier", "The Daily Mast"}
    assert [band.says for band in drawn.right] == [
        "The Wire → The Daily Mast: 4 claims",
        "The Wire → The Courier: 1 claim",
    ]
    assert drawn.left[0].width > drawn.left[1].width and drawn.left[0].style == MAST


def test_what_no_relay_carries_runs_past_them():
    drawn = flow([Tie("Iru Sand", "", COURIER)])
    assert [node.kind for node in drawn.relays] == ["through"] and drawn.left[0].says.endswith("The Courier: 1 claim")


def test_an_outlet_in_its_own_voice_is_its_own_node():
    drawn = flow([Tie("", "", COURIER), Tie("", "", WIRE), Tie("", "Reuters", WIRE)])
    assert set(names(drawn.voices)) == {"The Courier itself", "The Wire itself", "Reuters, no one named"}
    assert all(node.own for node in drawn.voices)


def test_voices_of_one_witness_stand_together_under_one_bar():
    ties = [Tie("the governor", "", COURIER, origin=1), Tie("officials", "", WIRE, origin=2)]
    drawn = flow([*ties, Tie("Hal Orme", "", MAST, origin=1), Tie("residents", "", WIRE, origin=3)])
    order = names(drawn.voices)
    assert abs(order.index("the governor") - order.index("Hal Orme")) == 1
    (one,) = drawn.brackets
    assert "Hal Orme" in one.says and "officials" not in one.says


def test_the_same_name_in_two_witnesses_stands_twice():
    drawn = flow([Tie("officials", "", COURIER, origin=1), Tie("officials", "", WIRE, origin=2)])
    assert names(drawn.voices) == ["officials", "officials"] and drawn.brackets == []


@pytest.mark.parametrize("many", [1, 7, 60])
def test_no_node_stands_on_another_and_all_are_inside(many):
    ties = [Tie(f"Voice {n}", f"Relay {n % 5}", (COURIER, WIRE, MAST)[n % 3], n + 1, n % 9) for n in range(many)]
    drawn = flow(ties)
    for column in (drawn.voices, drawn.relays, drawn.outlets):
        assert all(one.top + one.height <= other.top for one, other in pairwise(column))
        assert column[0].top >= 0 and column[-1].top + column[-1].height <= drawn.height


def test_bands_fit_on_the_nodes_they_meet():
    drawn = flow([Tie(f"Voice {n}", "The Wire", COURIER, 9) for n in range(12)])
    (relay,) = drawn.relays
    assert relay.height >= sum(band.width for band in drawn.left) - 1


def test_the_least_told_voices_are_folded_into_one_that_counts_them():
    drawn = flow([Tie(f"Voice {n}", "", COURIER, 100 - n) for n in range(MOST_VOICES + 14)])
    assert len(drawn.voices) == MOST_VOICES and "15 more voices" in names(drawn.voices)
    assert "Voice 0" in names(drawn.voices) and "Voice 39" not in names(drawn.voices)


def test_what_has_no_relay_is_never_folded_under_the_relays():
    drawn = flow([Tie("A", f"Relay {n}", COURIER, 50) for n in range(30)] + [Tie("A", "", WIRE)])
    assert any(node.kind == "through" for node in drawn.relays) and "22 more relays" in names(drawn.relays)


def test_an_arc_leads_to_a_copy_and_only_between_outlets_that_are_drawn():
    ties = [Tie("A", "", COURIER), Tie("A", "", WIRE)]
    (arc,) = flow(ties, [("The Courier", "The Wire"), ("The Courier", "Elsewhere")]).arcs
    assert arc.says == "The Courier repeats The Wire" and arc.start != arc.end


def test_long_names_are_cut_to_their_room():
    (node,) = flow([Tie("x" * 190, "", COURIER)]).voices
    assert len(node.long) < 50 and len(node.brief) < 30 and node.name == "x" * 190
