"""Stage 5: what the words of a time are, before anyone knows what they mean."""

from dataclasses import dataclass
from functools import lru_cache

from timeline.reading.grammar import clocks, dates, hours, lengths, parts, quarters, units, years
from timeline.reading.grammar.context import (
    bound_before,
    bound_within,
    close_before,
    dates_saying,
    ends_range,
    in_title,
    is_beginning,
    is_count,
    is_perfect,
    loose_before,
    loose_within,
    sentence_of,
    sentence_starts,
    tense_of,
)
from timeline.reading.grammar.grammar import Grammar
from timeline.reading.grammar.meaning import Meaning
from timeline.reading.grammar.rules import Found, Match
from timeline.reading.grammar.tokens import tokenise
from timeline.reading.lexicon.time_english import ENGLISH
from timeline.reading.lexicon.time_spanish import SPANISH
from timeline.reading.lexicon.time_words import TimeLexicon


@dataclass(frozen=True, slots=True)
class Timex:
    """The words of a time: `[start, end)` in the article's text, TIMEX3 type and mod, the rule that found them.

    `meaning` is what they say by themselves; `bound` the word that opens or closes them ("since", "before", "after",
    "until", "by", or ""); `tense` is "future" where their clause speaks of what is to come; `sentence` is the offset
    their sentence begins at; `ranged` marks the end of a range of weekdays ("Monday to Friday");
    `close` that the bound is drawn close ("shortly after"); `saying` that a verb of saying stands right before;
    `perfect` that "had" stands before it in its clause;
    `onward` that something was from or after then.
    """

    start: int
    end: int
    text: str
    type: str  # DATE, TIME, DURATION or SET
    rule: str
    mod: str = ""
    meaning: Meaning | None = None
    bound: str = ""
    tense: str = ""
    sentence: int = -1
    ranged: bool = False
    close: bool = False
    saying: bool = False
    perfect: bool = False
    onward: bool = False


# In a tie of length the earlier rule wins.
RULES = (
    *dates.RULES,
    *parts.RULES,
    *clocks.RULES,
    *hours.RULES,
    *years.RULES,
    *quarters.RULES,
    *units.RULES,
    *lengths.RULES,
)


@lru_cache(maxsize=8)
def grammar_of(lexicon_name: str) -> Grammar:
    return Grammar(LEXICONS[lexicon_name], RULES)


LEXICONS: dict[str, TimeLexicon] = {"en": ENGLISH, "es": SPANISH}


def find_timexes(text: str, start: int = 0, end: int | None = None, language: str = "en") -> tuple[Timex, ...]:
    """The time expressions in `text[start:end]`, in order, without overlaps; offsets count from the text's start."""
    grammar = grammar_of(language)
    tokens = tokenise(grammar.vocabulary, text, start, len(text) if end is None else end)
    starts = sentence_starts(tokens, grammar)
    hits = grammar.scan(tokens)
    return tuple(
        _timex(rule, hit, made, sentence_of(starts, hit.first))
        for rule, hit, made in hits
        if not in_title(hit) and not (rule == "clock_hour" and is_count(hit))
    )


def _timex(rule: str, hit: Match, made: Found, sentence: int) -> Timex:
    tokens = hit.tokens
    begin, stop = tokens.starts[hit.first], tokens.ends[hit.stop - 1]
    mod = made.mod or ("APPROX" if loose_before(hit) or loose_within(hit) else "")
    bound, close = bound_within(hit)
    if not bound:
        bound, close = bound_before(hit), close_before(hit)
    return Timex(
        begin,
        stop,
        tokens.text[begin:stop],
        made.type,
        rule,
        mod,
        made.meaning,
        bound,
        tense_of(hit, sentence),
        tokens.starts[sentence],
        ends_range(hit),
        close,
        dates_saying(hit),
        is_perfect(hit, sentence),
        bound in ("after", "since") or is_beginning(hit),
    )
