import pytest

from timeline.reading.kinds import group_of, last_kind


def test_people_compare_with_people_and_houses_do_not():
    assert [group_of(u) for u in ("people", "local residents", "soldiers", "houses", "young children")] == [
        "people", "people", "forces", "homes", "children",
    ]  # fmt: skip


def test_lorries_and_trucks_are_counted_alike_but_not_as_people():
    assert group_of("lorries") == group_of("trucks") == group_of("vehicles") != group_of("people")


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("nine were killed and two of them hurt", "injured"),
        ("the barn burned down while 40 slept", "destroyed"),
        ("a bus with 83 aboard", ""),
        ("it was of magnitude 5", ""),
    ],
)
def test_what_befell_somebody_last(words, kind):
    assert last_kind(words) == kind
