"""Which format a file is of, zips of many, limits, and any bytes at all."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake.formats.made import LEAD, answer, only, page, pdf, refused, rss, warc, word, zipped
from timeline.intake import IntakeError
from timeline.intake.formats import SUFFIXES, Facts, Format, files_of, format_of, read
from timeline.reading.anchors import Known

SAMPLES = {
    "a.txt": LEAD.encode(),
    "a.html": page().encode(),
    "a.pdf": pdf([LEAD]),
    "a.docx": word(LEAD),
    "a.rss": rss(f"<title>T</title><description>{LEAD}</description>"),
    "a.warc": warc(answer(), packed=False),
    "a.warc.gz": warc(answer()),
    "a.wacz": zipped({"datapackage.json": "{}", "archive/data.warc.gz": warc(answer())}),
    "a.csv": f'text\n"{LEAD}"\n'.encode(),
    "a.json": b'[{"text": "Words"}]',
    "a.zip": zipped({"a.txt": LEAD, "b.html": page()}),
}
# Where the bytes say what a file is, its name may lie.
SHOWN = set(SAMPLES) - {"a.txt", "a.csv", "a.json"}


@pytest.mark.parametrize("name", sorted(set(SAMPLES) - {"a.zip"}))
def test_every_format_is_read(name):
    pieces = read(name, SAMPLES[name])
    assert [piece.number for piece in pieces] == list(range(1, len(pieces) + 1))
    assert all(piece.text.strip() == piece.text for piece in pieces)


@pytest.mark.parametrize("name", sorted(SHOWN))
@pytest.mark.parametrize("as_name", ["a.txt", "a.html", "a", "a.PDF", "a.json"])
def test_bytes_go_before_the_name(name, as_name):
    assert format_of(as_name, SAMPLES[name]) is format_of(name, SAMPLES[name]) is not Format.TEXT


@pytest.mark.parametrize("name", ["a.PDF", "a.docx", "a.zip", "a.warc", "a.gz", "a.wacz"])
def test_words_under_the_name_of_another_format_are_refused(name):
    assert "none" in refused(name, LEAD.encode())


@pytest.mark.parametrize(
    "text", ["<b>Bold</b> words", "[Update] words", "{words}", "<- back", "a, b\nc, d", "< 5 hurt"]
)
def test_plain_text_that_looks_like_something_else_is_plain(text):
    piece = only("a.txt", text.encode())
    assert piece.text == text
    assert piece.glued
    assert piece.facts == Facts()


def test_plain_text_keeps_every_character():
    assert only("a", b" a\n\n\n b \n").text == " a\n\n\n b \n"


def test_a_thousand_comments_before_the_first_tag_take_no_time():
    assert format_of("a.txt", b"<!-- -->" * 5000 + b"words") is Format.TEXT
    assert format_of("a.txt", b"<!-- -->" * 500 + b"<html>") is Format.HTML


def test_the_facts_become_what_the_reader_goes_by():
    facts = Facts(
        "T", "B", "Herald", "Agency", "https://a.example.org", "2021-07-07", "Asia/Kabul", "feed entry", "2022"
    )
    known = Known(
        "Herald",
        "Agency",
        "https://a.example.org",
        "Asia/Kabul",
        "",
        "2021-07-07",
        "feed entry",
        "T",
        "B",
        "feed entry",
    )
    assert facts.known() == known


def test_the_files_of_a_zip_come_one_by_one_and_any_other_is_itself():
    assert [file.path for file in files_of("a.zip", SAMPLES["a.zip"])] == ["a.txt", "b.html"]
    (file,) = files_of("a.docx", SAMPLES["a.docx"])
    assert file.data == SAMPLES["a.docx"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (zipped({f"{n}.txt": "w" for n in range(2001)}), "more than 2000 files"),
        (zipped({"a.txt": b"0" * 5 * 2**20}), "100 times"),
        (b"PK\x03\x04 words", "broken zip"),
        (SAMPLES["a.zip"][:-30], "broken zip"),
        (SAMPLES["a.zip"].replace(b"a.txt", b"b.txt", 1), "broken"),
    ],
)
def test_a_bad_zip_is_refused_with_the_reason(data, reason):
    with pytest.raises(IntakeError, match=reason):
        list(files_of("a.zip", data))


def test_a_zip_in_a_zip_is_refused():
    assert "a zip in a zip" in refused("in.zip", SAMPLES["a.zip"])


def test_a_zip_of_more_than_the_limit_unpacked_is_refused():
    mixed = random.Random(0).randbytes(2**18) + bytes(6 * 2**20)
    assert "50 MB" in refused("a.zip", zipped({f"{n}.txt": mixed for n in range(9)}))


def test_a_locked_zip_is_refused():
    data = bytearray(SAMPLES["a.zip"])
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + flag] |= 1
    assert "password" in refused("a.zip", bytes(data))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.csv", "a.json", "a.rss"])
def test_a_text_over_ten_million_bytes_is_refused(name):
    assert "larger than 10 MB" in refused(name, b"a" * (10 * 2**20 + 1))


def test_any_file_over_the_limit_of_archives_is_refused():
    assert "larger than 50 MB" in refused("a.zip", b"PK\x03\x04" + b"a" * 50 * 2**20)


# --- any bytes at all ---------------------------------------------------------------------------------------------


def taken_or_refused(name, data):
    """No exception but an IntakeError with a reason; no text that a database would not take."""
    try:
        pieces = read(name, data)
    except IntakeError as error:
        assert error.reason
        assert len(error.reason) < 500
    else:
        assert pieces
        for piece in pieces:
            assert piece.text.strip()
            assert "\x00" not in piece.text
            piece.text.encode()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(SUFFIXES)), st.binary(max_size=300))
def test_any_bytes_under_any_name_are_taken_or_refused(suffix, data):
    taken_or_refused(f"x{suffix}", data)


@pytest.mark.parametrize("name", sorted(SAMPLES))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_damaged_file_is_taken_or_refused(name, data):
    sample = bytearray(SAMPLES[name])
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(sample) - 1))
        cut = data.draw(st.integers(0, 8))
        sample[at : at + cut] = data.draw(st.binary(max_size=8))
    taken_or_refused(name, bytes(sample))


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_a_file_cut_off_anywhere_is_taken_or_refused(name):
    sample = SAMPLES[name]
    for end in range(0, len(sample), max(1, len(sample) // 25)):
        taken_or_refused(name, sample[:end])


@settings(max_examples=60, deadline=None)
@given(
    st.text(max_size=200),
    st.sampled_from(["<html><body><p>", "<html><head>", "<rss><channel><item><title>", "text\n", '[{"text": "']),
)
def test_any_words_behind_a_beginning_are_taken_or_refused(text, beginning):
    name = {"t": "a.csv", "[": "a.json"}.get(beginning[0], "a.xml")
    taken_or_refused(name, (beginning + text).encode(errors="replace"))
