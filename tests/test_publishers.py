"""Who may have published an article is offered from what points at it, and from nothing else."""

import pytest

from timeline.intake.publishers import suggest_publisher

KNOWN = {"The Courier": "https://www.courier.example/", "Asharq Al-Awsat": "", "RT": ""}

OFFERED = [
    ({"file": "01_harbourpost.txt"}, "harbourpost", "the file's name"),
    ({"file": "02_news.harbour.co.uk.html"}, "news.harbour.co.uk", "the file's name"),
    ({"file": "radio_free-port.txt"}, "radio free-port", "the file's name"),
    ({"file": "a.txt", "url": "https://www.harbour.example.org/1"}, "harbour.example.org", "its address"),
    ({"file": "a.txt", "furniture": ["Also on harbour.com", "twitter.com/x"]}, "harbour.com", "the page"),
    ({"file": "a.txt", "furniture": ["© 2021 Harbour Post. All rights reserved"]}, "Harbour Post", "the copyright line"),
    ({"file": "a.txt", "title": "Fire in the port | Harbour Post"}, "Harbour Post", "behind the headline"),
    ({"file": "asharqalawsat.txt"}, "Asharq Al-Awsat", "the file's name"),
    ({"file": "a.txt", "url": "https://news.courier.example/1"}, "The Courier", "its address"),
    ({"file": "a.txt", "furniture": ["Support The Courier", "The Courier needs you"]}, "The Courier", "named on the page"),
    ({"file": "harbourpost.txt", "furniture": ["see other.com"]}, "harbourpost", "the file's name"),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "name", "why"), OFFERED)
def test_a_publisher_is_offered_with_where_it_was_found(facts, name, why):
    found = suggest_publisher(**facts, known=KNOWN)
    assert (found.name, found.why) == (name, why)


@pytest.mark.parametrize(
    "facts",
    [
        {"file": "000_81125bd3bac9b4ee.txt"},
        {"file": "article 3.txt"},
        {"file": "copy.txt"},
        {"file": "7.pdf"},
        {"file": "fire-in-the-port-kills-twelve.html"},
        {"file": "fire port.txt", "title": "Fire in the port"},
        {"file": "a.txt", "furniture": ["Share on twitter.com", "t.me/x", "facebook.com"]},
        {"file": "a.txt", "furniture": ["The courier came late", "START"]},
    ],
)
def test_nothing_is_offered_where_nothing_points_at_a_publisher(facts):
    assert suggest_publisher(**facts, known=KNOWN) is None
