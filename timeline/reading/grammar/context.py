"""What stands around a time expression: the word that opens or closes it, the tense of its clause, its sentence."""

import re
from bisect import bisect_right
from functools import lru_cache

from timeline.reading.grammar.grammar import Grammar
from timeline.reading.grammar.rules import Match, compile_pattern
from timeline.reading.grammar.tokens import Tokens
from timeline.reading.grammar.words import Vocabulary

BOUNDS = ("since", "before", "after", "until", "by")
# What stands before a month that is one.
TIME_CUES = {"in", "since", "until", "by", "of", "before", "after", "from", "last", "next", "this", "the", "to", "and"}
# The roles of the words a noun phrase is made of, and how far before a time in it "since" may stand.
NOUN_PHRASE = {"lower", "capital", "possessive", "the", "a", "of", "in", "on", "possessor", "dot", "honorific"} | {
    "zone_city"
}
SINCE_REACH = 9
# How many tokens before a time expression its clause is searched for a verb of the future.
REACH = 16
# A time among the first tokens of its sentence takes its tense from the verb behind it.
OPENING = 4


@lru_cache(maxsize=64)
def _pattern(vocabulary: Vocabulary, pattern: str) -> "re.Pattern[str]":
    return compile_pattern(pattern, {}, vocabulary)


def bound_before(hit: Match) -> str:
    """The word before a hit that opens or closes its interval, or "".

    It stands right before it, or before its article ("before the September 11 deadline"); "since" also before the noun
    phrase the time belongs to ("since the president's announcement in April").
    """
    words = hit.tokens.words
    for number in range(hit.first - 1, max(hit.first - 3, -1), -1):
        roles = words[number].roles
        if bound := next((bound for bound in BOUNDS if bound in roles), ""):
            through = hit.tokens.token(number).lower() == "through"
            return "" if through and "part" in words[hit.stop - 1].roles else bound
        if "the" not in roles:
            break
    for number in range(hit.first - 1, max(hit.first - SINCE_REACH, -1), -1):
        if "since" in words[number].roles:
            return "since"
        if words[number].roles and not words[number].roles.keys() & NOUN_PHRASE:
            break
    return ""


def close_before(hit: Match) -> bool:
    """Whether the word that opens or closes a hit's interval is drawn close: "shortly after", "just before"."""
    words = hit.tokens.words
    bound = next(
        (at for at in range(hit.first - 1, max(hit.first - 3, -1), -1) if words[at].roles.keys() & set(BOUNDS)), 0
    )
    return bound > 0 and bool(words[bound - 1].roles.get("shortly"))


def bound_within(hit: Match) -> tuple[str, bool]:
    """The bound between a day and the clock time behind it ("Monday shortly after 10 a.m."), and if it is close."""
    day, clock = hit.part("date"), hit.part("clock")
    if day is None or clock is None or clock.first <= day.stop:
        return "", False
    between = [word.roles for word in hit.tokens.words[day.stop : clock.first]]
    bound = next((bound for roles in between for bound in BOUNDS if bound in roles), "")
    return bound, bool(bound) and any(roles.get("shortly") for roles in between)


# How many tokens before a time its verb of saying may stand ("said in a statement on Monday" is told by its frame).
SAYING_REACH = 3
BEFORE_A_DAY = {"on", "in", "at", "early", "late", "the", "approximate", "shortly", "after", "before"}


def dates_saying(hit: Match) -> bool:
    """Whether a verb of saying or of printing stands right before: "said on Monday", "a report released on Friday"."""
    words = hit.tokens.words
    for number in range(hit.first - 1, max(hit.first - 1 - SAYING_REACH, -1), -1):
        if "says" in words[number].roles:
            return True
        if not words[number].roles.keys() & BEFORE_A_DAY:
            return False
    return False


def ends_range(hit: Match) -> bool:
    """Whether a hit is the second weekday of "Monday to Friday", "Monday-Friday"."""
    words = hit.tokens.words
    if hit.first < 2 or "weekday" not in words[hit.first - 2].roles:
        return False
    return bool(words[hit.first - 1].roles.keys() & {"to", "until", "hyphen", "dash"})


def loose_within(hit: Match) -> bool:
    """ "On Tuesday at about 12:30": the word stands between the day and the clock time."""
    day, clock = hit.part("date"), hit.part("clock")
    if day is None or clock is None or clock.first <= day.stop:
        return False
    return any("approximate" in word.roles for word in hit.tokens.words[day.stop : clock.first])


def loose_before(hit: Match) -> bool:
    """Whether "around", "about" or "nearly" stands right before a hit that tells when, and not whose: "close to
    yesterday's attack" and "about Tuesday's vote" are no loose times."""
    words = hit.tokens.words
    if not hit.first or "approximate" not in words[hit.first - 1].roles:
        return False
    whose = hit.stop < len(words) and "possessive" in words[hit.stop].roles
    lost_mark = hit.stop - hit.first == 1 and hit.tokens.token(hit.first).lower().endswith("days")  # "yesterdays"
    return not whose and not lost_mark


_COUNTED = r"(?:toll|number|figure|count|total|tally|crowd|turnout|dead|missing|injured|wounded)"
_PUT_AT = re.compile(
    rf"\b(?:put|puts|putting|estimat\w+|set|sets|kept|keeps) (?:[\w-]+ ){{0,3}}?{_COUNTED}"
    rf"(?: of (?:[\w-]+ ){{0,3}}?[\w-]+)? at $"
    rf"|\b{_COUNTED} (?:[\w-]+ ){{0,5}}?"
    r"(?:stood|stands|stays|stayed|remains|remained|(?:was|is) (?:put|estimated)) at $",
    re.I,
)


def is_count(hit: Match) -> bool:
    """Whether the number behind "at" is a count and no hour: "put the toll at nine"."""
    begin = hit.tokens.starts[hit.first]
    return _PUT_AT.search(hit.tokens.text, max(begin - 90, 0), begin) is not None


def in_title(hit: Match) -> bool:
    """Whether the words are part of a name: the Sunday Times, Saturday Night Live, the 15 May Brigade,
    Mr. May, Ms. June-Smith; or only say of what kind something is: the night shift."""
    tokens, words = hit.tokens, hit.tokens.words
    after = words[hit.stop].roles if hit.stop < len(words) else {}
    if "title_word" in after and tokens.token(hit.stop)[:1].isupper():
        return True
    named = (words[hit.first].roles.keys() | words[hit.stop - 1].roles.keys()) & {"month", "doubtful_month"}
    if named and "named_after_day" in after and tokens.token(hit.stop)[:1].isupper():
        return True  # the 15 May Brigade
    if "of_a_time" in after and words[hit.stop - 1].roles.keys() & {"part", "season_name"}:
        return True  # the night shift
    before = [words[number].roles for number in range(max(hit.first - 2, 0), hit.first)]
    if before and ("honorific" in before[-1] or ("dot" in before[-1] and "honorific" in before[0])):
        return "month" in words[hit.first].roles or "doubtful_month" in words[hit.first].roles
    if "festival" in words[hit.stop - 1].roles and "capital" in after:
        return True  # Easter Island
    cued = bool(before) and bool(before[-1].keys() & TIME_CUES)
    if hit.stop - hit.first == 1 and "given_name" in words[hit.first].roles and "capital" in after and not cued:
        return True  # June Carter
    glued = "hyphen" in after and hit.stop + 1 < len(words) and "capital" in words[hit.stop + 1].roles
    return glued and "month" in words[hit.stop - 1].roles


def sentence_starts(tokens: Tokens, grammar: Grammar) -> list[int]:
    """The numbers of the tokens sentences begin with, in order."""
    ends = _pattern(grammar.vocabulary, "<dot|break|stop>")
    return [0, *(found.end() for found in ends.finditer(tokens.roles) if _closes(tokens, found.start()))]


def sentence_of(starts: list[int], index: int) -> int:
    """The number of the token that the sentence of token `index` begins with."""
    return starts[bisect_right(starts, index) - 1]


def _closes(tokens: Tokens, index: int) -> bool:
    """Whether a dot ends a sentence: white space and a capital follow, and no single letter stands before it."""
    if "dot" not in tokens.words[index].roles:
        return True
    after = tokens.ends[index]
    text = tokens.text
    follows = text[after : after + 1]
    if follows and not follows.isspace() and follows not in "\"'”’)":
        return False
    return index + 1 >= len(tokens.starts) or not text[tokens.starts[index + 1]].islower()


def tense_of(hit: Match, sentence: int) -> str:
    """ "future" or "past" (or "due": to come when it was told) by the verb nearest before the hit, or where the
    sentence begins with the hit, by the first after it; else "". What must be done by or until a time is told by the
    verb behind it first."""
    words = hit.tokens.words
    if hit.stop < len(words) and "possessive" in words[hit.stop].roles:
        return "past"  # Tuesday's ruling has been made
    opens = hit.first - sentence <= OPENING
    if _is_deadline(hit) and (tense := _tense_after(hit, sentence)) == "future":
        return tense
    for number in range(hit.first - 1, max(sentence, hit.first - REACH) - 1, -1):
        if tense := _tense(hit.tokens, number, sentence):
            return tense
        if "break" in words[number].roles:
            break
    return _tense_after(hit, sentence) if opens else ""


def _is_deadline(hit: Match) -> bool:
    return bool(hit.first) and bool(hit.tokens.words[hit.first - 1].roles.keys() & {"by", "until"})


def _tense_after(hit: Match, sentence: int) -> str:
    """The tense of the first verb behind a time: there "planned to" tells what was planned then."""
    words = hit.tokens.words
    for number in range(hit.stop, min(len(words), hit.stop + 2 * REACH)):
        if words[number].roles.keys() & {"stop", "break", "dot"}:
            break
        if tense := _tense(hit.tokens, number, sentence):
            before = words[number - 1].roles
            return tense if tense == "past" or "will" in words[number].roles or "is" in before else "past"
    return ""


def _tense(tokens: Tokens, number: int, sentence: int) -> str:
    """What one token tells of the tense: "will" and "due" look ahead; "was", "fled" and "had been due" look back."""
    roles = tokens.words[number].roles
    before = tokens.words[number - 1].roles if number > sentence else {}
    if "will" in roles:
        return "future"
    if "deadline" in roles:
        return "due"
    if "to_come" in roles:
        return "past" if "had_been" in before else "future"
    return "past" if "past_verb" in roles and not before.keys() & {"be", "will"} else ""


def is_perfect(hit: Match, sentence: int) -> bool:
    """Whether "had" stands in the words before a time, in its clause: "the ship had left at 8 p.m."."""
    words = hit.tokens.words
    for number in range(hit.first - 1, max(sentence, hit.first - REACH) - 1, -1):
        if "break" in words[number].roles or "comma" in words[number].roles:
            return False
        if "had_been" in words[number].roles:
            return True
    return False


def is_beginning(hit: Match) -> bool:
    """ "From midnight": something begins then."""
    return bool(hit.first) and "from" in hit.tokens.words[hit.first - 1].roles
