"""What is handed in with a file: itself, or the files in a zip, with what is known of each."""

import pytest

from tests.intake.formats.made import LEAD, zipped
from timeline.intake import EVERY_PART, files_given, parse_sidecar
from timeline.reading.anchors import Known

FACTS = '[[source]]\nname = "The Courier"\nzone = "Asia/Tokyo"\n[[article]]\nfile = "a.txt"\nsource = "The Courier"\nbasis = "seen"\n'
COURIER = {EVERY_PART: Known(publisher="The Courier", basis="seen")}


def given(name, data, **options):
    return list(files_given(name, data, **options))


def test_a_file_is_handed_in_as_itself_with_what_the_sidecar_says():
    (file,) = given("a.txt", LEAD.encode(), path="folder/a.txt", sidecar=parse_sidecar(FACTS))
    assert (file.name, file.data, file.path, file.known) == ("a.txt", LEAD.encode(), "folder/a.txt", COURIER)
    assert [source.zone for source in file.sources] == ["Asia/Tokyo"]


def test_a_zip_hands_in_its_files_by_their_bare_names():
    files = given("a.zip", zipped({"x/a.txt": LEAD, "x/b.txt": LEAD, "x/readme.md": "no", "x/.b": "no"}))
    assert [(file.name, file.path) for file in files] == [("a.txt", "a.zip/x/a.txt"), ("b.txt", "a.zip/x/b.txt")]


def test_a_sidecar_in_a_zip_says_what_is_known_of_its_files():
    first, second = given("a.zip", zipped({"a.txt": LEAD, "b.txt": LEAD, "sources.toml": FACTS}))
    assert (first.known, second.known) == (COURIER, {})
    assert second.sources == ()


def test_what_is_said_of_all_files_is_under_what_a_sidecar_says():
    said = Known(publisher="The Herald", basis="heard")
    first, second = given("a.zip", zipped({"a.txt": LEAD, "b.txt": LEAD, "sources.toml": FACTS}), known=said)
    assert (first.known, second.known) == (COURIER, {EVERY_PART: said})


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"PK\x03\x04rest", "broken zip"),
        (zipped({}), "without files"),
        (zipped({"notes.md": "no", "sources.toml": "[[article]]"}), "needs a file"),
        (zipped({"notes.md": "no", ".hidden": "no"}), "without files"),
        (zipped({"a.txt": LEAD, "sources.toml": b"\xff\xfe"}), "not UTF-8"),
    ],
)
def test_a_zip_that_will_not_do_is_one_file_with_its_problem(data, reason):
    (file,) = given("a.zip", data)
    assert reason in file.problem
    assert (file.name, file.data) == ("a.zip", b"")
