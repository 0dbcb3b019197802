"""How loosely a time is told: the mods of TIMEX3 for words like "about" and "more than"."""

from timeline.reading.grammar.rules import Match


def looseness_of(match: Match) -> str:
    """The mod of words like "about" and "more than"."""
    if match.has("more_than"):
        return "MORE_THAN"
    if match.has("less_than"):
        return "LESS_THAN"
    if match.has("at_least"):
        return "EQUAL_OR_MORE"
    if match.has("at_most"):
        return "EQUAL_OR_LESS"
    return "APPROX" if match.has("approximate", "or_so") else ""
