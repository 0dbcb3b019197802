"""Labels get the room there is: what is cut, in which order, and on which side they go."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import wording
from timeline.axis import Placed
from timeline.fitting import LONGEST_NAME, fit, label_place


def test_what_has_room_is_left_whole():
    label = fit("overnight", "regional officials", ["The Wire"], 130)
    assert (label.words, label.voice, label.names) == ("overnight", "regional officials", ("The Wire",))


def test_outlets_are_counted_before_words_are_cut():
    label = fit("overnight", "officials", ["The Northern Herald", "The Southern Herald", "The Mast"], 50)
    assert label.names == ("The Northern Herald",) and label.voice == "officials"


def test_the_voice_is_cut_before_the_words():
    label = fit("on Tuesday morning", "a spokesman of the ministry", ["The Wire"], 42)
    assert label.words == "on Tuesday morning" and label.voice.endswith("…")


def test_a_capital_is_broader_than_a_small_letter_and_an_ideograph_twice_as_broad():
    assert wording.breadth("港湾") == 4
    assert wording.breadth("AB") > wording.breadth("ab")


@pytest.mark.parametrize("text", ["", "mast", "The Wire"])
def test_a_short_text_is_not_touched(text):
    assert wording.fitted(text, LONGEST_NAME) == text


@given(st.text(max_size=60), st.text(max_size=60), st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=4))
def test_whatever_is_said_it_fits(words, voice, names):
    assert fit(words, voice, names, 100).breadth <= 100 or fit(words, voice, names, 100).words == ""


@pytest.mark.parametrize(
    ("left", "right", "needed", "side", "x"),
    [
        (10, 20, 50, "right", "20.000%"),
        (60, 80, 50, "left", "60.000%"),
        (30, 70, 50, "above", "30.000%"),
        (80, 100, 90, "above", "10.000%"),
    ],
)
def test_a_label_goes_right_else_left_else_above(left, right, needed, side, x):
    assert label_place(Placed(left, right, False, False), needed) == (side, x)
