"""PDF: text, joined lines, and what cannot be read."""

import zlib

import pytest

from tests.intake.formats.made import only, pdf, refused
from timeline.intake.formats.pdf import join_lines

LINES = [
    "Harbour stormed",
    "The governor said on Wednesday that armed men had entered the",
    "harbour from three sides and that fighting went on around the",
    "customs house until the afternoon.",
    "A second paragraph tells that around forty people were taken to",
    "the hospital during the night, doctors of the city said.",
]


def test_it_reads_the_pages_in_order():
    piece = only("a.pdf", pdf(["First page of it."], ["Second page of it."]))
    assert piece.text == "First page of it.\n\nSecond page of it."
    assert piece.glued


def test_the_lines_of_a_paragraph_are_one_again():
    paragraphs = only("a.pdf", pdf(LINES)).text.split("\n\n")
    assert paragraphs[0] == LINES[0]
    assert paragraphs[1] == " ".join(LINES[1:4])
    assert paragraphs[2] == " ".join(LINES[4:6])


def test_a_word_cut_at_the_end_of_a_line_is_whole_where_it_stands_whole_elsewhere():
    lines = [
        "the explosion was heard as far",
        "away as that; about the explo-",
        "sion nobody knew, but for mid-",
        "April they had",
        "known",
    ]
    joined = join_lines("\n".join(lines))
    assert "the explosion nobody knew" in joined
    assert "mid-April" in joined


def test_short_lines_stay_apart():
    assert join_lines("One\nTwo\nThree") == "One\nTwo\nThree"


def test_the_date_a_file_was_made_is_no_date_of_publication():
    facts = only(
        "a.pdf", pdf(["Some words."], info="/Title (Harbour) /Author (Jo Doe) /CreationDate (D:20210709120000Z)")
    ).facts
    assert (facts.title, facts.byline, facts.made, facts.published) == ("Harbour", "Jo Doe", "2021-07-09", "")


def test_the_name_of_a_file_is_no_title():
    assert only("a.pdf", pdf(["Some words."], info="/Title (Microsoft Word - final2.doc)")).facts.title == ""


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7", "broken PDF"),
        (b"%PDF-1.7\n%%EOF", "broken PDF"),
        (pdf(["Some words."])[:200], "broken PDF"),
        (pdf([]), "without text"),
        (b"no PDF at all", "none"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_reason(data, reason):
    assert reason in refused("a.pdf", data)


def test_a_page_tree_that_bites_its_tail_is_refused():
    data = pdf(["Some words."]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    assert refused("a.pdf", data)


def test_a_stream_that_unpacks_to_a_hundred_times_the_limit_is_refused():
    packed = zlib.compress(b"q " * 100 * 2**20, 9)
    stream = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(packed), packed)
    plain = pdf(["Some words."])
    begin, end = plain.index(b"<< /Length"), plain.index(b"endstream") + 9
    assert refused("bomb.pdf", plain[:begin] + stream + plain[end:])
