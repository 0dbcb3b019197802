"""Stage 5: what the words of a time are, before anyone knows what they mean."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timex:
    """The words of a time: `[start, end)` in the article's text, TIMEX3 type and mod, the rule that found them."""

    start: int
    end: int
    text: str
    type: str  # DATE, TIME, DURATION or SET
    rule: str
    mod: str = ""


def find_timexes(text: str, start: int = 0, end: int | None = None) -> tuple[Timex, ...]:
    """The time expressions in `text[start:end]`, in order, without overlaps; offsets count from the text's beginning."""
    return ()
