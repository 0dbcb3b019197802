"""The examples in the docstrings of the page-reading modules, and their cost on texts made to be hard."""

import doctest
import time

import pytest

from timeline.reading import (
    anchors,
    datelines,
    documents,
    furniture,
    layout,
    lines,
    posts,
    printed,
    repeats,
    sections,
    sentences,
    signatures,
    zoning,
)
from timeline.reading.anchors import Known, find_anchor
from timeline.reading.documents import split_documents
from timeline.reading.furniture import label_paragraphs
from timeline.reading.posts import find_posts
from timeline.reading.sentences import split_sentences

MODULES = [anchors, datelines, documents, furniture, layout, lines, posts]
MODULES += [printed, repeats, sections, sentences, signatures, zoning]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_hold(module):
    assert doctest.testmod(module).failed == 0


def seconds(text):
    begun = time.process_time()
    for document in split_documents(text):
        paragraphs = label_paragraphs(document.text)
        find_posts(document.text, paragraphs)
        find_anchor(document.text, paragraphs, Known())
        split_sentences(document.text, paragraphs)
    return time.process_time() - begun


@pytest.mark.parametrize(
    "piece",
    [
        "word ",
        "a\n",
        "9",
        "A",
        "…",
        "((",
        "— ",
        "A.B. ",
        "a.A",
        '"“”.',
        "@a (@b) ",
        "7 July 2021 ",
        "— A (@b) July 7, 2021\n",
        "The same paragraph is printed here again, and again.\n\n",
        "By Jane Doe and ",
        "KAMOTO, ",
        "icon ",
        "Line of a text that is wrapped at some width or other,\nand ",
        "Comments (1)\n",
        "Your support helps us. ",
    ],
)
def test_the_cost_is_linear_in_the_text(piece):
    """Eight times the text may take sixteen times the time and a moment more; a quadratic rule takes 64 times."""
    short, long = (piece * (size // len(piece)) for size in (15_000, 120_000))
    assert seconds(long) < 16 * seconds(short) + 0.3
