import pytest

from timeline.reading.documents import Document
from timeline.reading.reader import read


def statuses(words):
    found = read(
        Document(f"A night in the port\n\n{words}\n\nRebels shelled the harbour. Nine people were killed.")
    ).claims
    return [claim.status.value for claim in found if claim.start < len(words) + 20]


@pytest.mark.parametrize(
    "words",
    [
        "Earlier we reported that both pilots had been killed. That was wrong.",
        "An earlier version of this story said twelve people had died. The figure was incorrect.",
        "An earlier report incorrectly said that twelve people had died.",
        "We wrongly reported that the mayor had been arrested.",
    ],
)
def test_what_a_writer_takes_back_is_denied(words):
    assert statuses(words)[0] == "denied"


@pytest.mark.parametrize(
    "words",
    [
        "Earlier we reported that both pilots had been killed. That was at noon.",
        "Earlier police said that both pilots had been killed. The road was closed.",
        "Police arrested a man who had wrongly parked his car.",
    ],
)
def test_what_only_looks_taken_back_is_not(words):
    assert statuses(words)[0] == "asserted"
