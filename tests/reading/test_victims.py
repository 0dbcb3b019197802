import pytest

from timeline.reading.victims import find_both, find_one


def found(read, text):
    quantity = read(text, 0, len(text))
    return quantity and (quantity.low, quantity.unit, quantity.of)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Both of the pilots died at the scene", (2, "pilots", "killed")),
        ("both the bank's clerks were hurt", (2, "clerks", "injured")),
        ("Both children had been rescued", (2, "children", "rescued")),
    ],
)
def test_both_are_two(text, expected):
    assert found(find_both, text) == expected


@pytest.mark.parametrize("text", ["Both sides agreed", "both by day and by night people died"])
def test_both_of_whom_nothing_befell_are_none(text):
    assert found(find_both, text) is None


@pytest.mark.parametrize("text", ["A student died in the fire", "Ann Doe, 57, was killed"])
def test_one_told_of_alone_is_a_part(text):
    assert found(find_one, text) == (1, "person", "part of killed")


def test_a_thing_is_no_victim():
    assert found(find_one, "a battery died") is None
