"""Words by which English prose is known: frequent in any of it, and words of no other language written in Latin
letters (so not "in", "a", "is" or "was")."""

# Together they are between a fifth and a third of the words of a news story.
FUNCTION_WORDS = frozenset(
    "the and of to that with for from by his her they their were been has had have who which this not are said "
    "after would could when there into than other also more over about before through between during against".split()
)
