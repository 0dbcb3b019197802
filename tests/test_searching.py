"""What a person looks for, cut into words."""

import pytest

from timeline.searching import Term, searched_as, terms, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Cape-Orlo", ["cape", "orlo"]),
        ("Žižka’s ÅNGSTRÖM", ["zizka", "s", "angstrom"]),
        ("4pm, 1,500 men", ["4pm", "1", "500", "men"]),
        ("Straße", ["strasse"]),
        ("مرحبا 港口", ["مرحبا", "港口"]),
        ("… — !?", []),
        ("🔥 _ 🚢", []),
        ("", []),
    ],
)
def test_words_are_folded(text, words):
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("drones", [Term(("drones",), True)]),
        ("drone* pier", [Term(("drone",), True), Term(("pier",), True)]),
        ('"outer pier"', [Term(("outer", "pier"), False)]),
        ("“outer pier” fire", [Term(("outer", "pier"), False), Term(("fire",), True)]),
        ('"outer pi"*', [Term(("outer", "pi"), True)]),
        ('"outer pier', [Term(("outer", "pier"), False)]),
        ("Cape-Orlo", [Term(("cape", "orlo"), True)]),
        ("a", [Term(("a",), False)]),
        ("NOT (x OR y)", [Term(("not",), True), Term(("x",), False), Term(("or",), True), Term(("y",), False)]),
    ],
)
def test_what_is_asked_for_is_cut_into_terms(asked, found):
    assert terms(asked) == found


@pytest.mark.parametrize("asked", ["", " ", '"', '""', '" "', "*", "!?", "🔥", "-", "“”"])
def test_marks_alone_are_nothing_to_look_for(asked):
    assert terms(asked) == []


def test_texts_stand_apart():
    assert searched_as(["The pier", "", "Fire!"]) == "the pier 0x0 fire"
