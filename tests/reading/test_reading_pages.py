"""The examples in the docstrings of the page-reading modules."""

import doctest

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

MODULES = [anchors, datelines, documents, furniture, layout, lines, posts]
MODULES += [printed, repeats, sections, sentences, signatures, zoning]


@pytest.mark.parametrize("module", MODULES)
def test_the_examples_hold(module):
    assert doctest.testmod(module).failed == 0
