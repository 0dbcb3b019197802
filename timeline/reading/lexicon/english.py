"""Words by which English prose is known: frequent in any of it, and words of no other language written in Latin
letters (so not "in", "a", "is" or "was")."""

# Together they are between a fifth and a third of the words of a news story.
FUNCTION_WORDS = frozenset(
    "the and of to that with for from by his her they their were been has had have who which this not are said "
    "after would could when there into than other also more over about before through between during against".split()
)

# Words that say little about what a claim of the news is about.
IDLE_WORDS = FUNCTION_WORDS | frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december morning afternoon evening night noon midnight today yesterday tomorrow week month year
    hour minute time told tell says saying added according report reported statement official spokesman people some
    only just still even such most many much very those these what while where being does like them then made make
    took take came come went gone well will should must near least later earlier first last since until have because
    among around above each every both same another others two three four five six seven eight nine ten eleven twelve
    thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    zero one hundred thousand million billion""".split()
)
