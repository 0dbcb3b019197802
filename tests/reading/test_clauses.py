import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.clauses import split_clauses


def quotes(text):
    return [text[c.start : c.end] for c in split_clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Rebels stormed the town at dawn before being cleared out by troops around 4pm",
            ["Rebels stormed the town at dawn", "before being cleared out by troops around 4pm"],
        ),
        (
            "Rebels stormed the town and freed 60 prisoners from the jail",
            ["Rebels stormed the town", "freed 60 prisoners from the jail"],
        ),
        ("The judge published its ruling on Friday", ["The judge published its ruling on Friday"]),
        (
            "Rebels shelled the fort on Friday, two days before they stormed it",
            ["Rebels shelled the fort on Friday", "two days before they stormed it"],
        ),
        ("Rebels shelled the fort for two days before noon", ["Rebels shelled the fort for two days before noon"]),
        (
            "A quake shook the coast, killing nine people and injuring 30",
            ["A quake shook the coast", "killing nine people", "injuring 30"],
        ),
        ("The town fell after rebels attacked it", ["The town fell", "after rebels attacked it"]),
        (
            "A driver was killed and three people, among them a nurse, were wounded",
            ["A driver was killed", "three people, among them a nurse, were wounded"],
        ),
    ],
)
def test_each_happening_has_a_clause(text, expected):
    assert quotes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The inmates broke the gate of the prison and escaped",
        "Troops took the Defence and Security Academy",
        "The quake did between 40 and 80 percent damage",
        "After heavy rain the bridge collapsed",
    ],
)
def test_one_happening_is_one_clause(text):
    assert len(quotes(text)) == 1


@given(st.text(max_size=150))
def test_clauses_are_in_order_and_apart(text):
    clauses = split_clauses(text, 0, len(text))
    assert all(0 <= c.start < c.end <= len(text) for c in clauses)
    assert all(a.end <= b.start for a, b in itertools.pairwise(clauses))


def test_the_colon_of_a_clock_time_parts_no_clauses():
    text = "The station was retaken at 11:40 am (0840 GMT) after a firefight of half an hour"
    assert quotes(text) == [text]
