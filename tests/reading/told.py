"""What the tests of the table of happenings ask: a sentence in, the kinds of happening its words tell of out."""

from timeline.reading.triggers import find_triggers
from timeline.reading.words import split_words


def types(text: str) -> set[str]:
    """The types of the happenings that words of the sentence tell of."""
    return {trigger.happening.type for trigger in find_triggers(text, split_words(text), text)}
