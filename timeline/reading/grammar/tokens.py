"""Stage 5a: a stretch of text becomes tokens, each with the roles its word may play."""

import re
from dataclasses import dataclass, field

from timeline.reading.grammar.words import TOKEN, Vocabulary, Word


@dataclass(slots=True)
class Tokens:
    """The tokens of `text`: their spans, their words, and one character each in `roles`."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    roles: str = ""

    def token(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]


def tokenise(vocabulary: Vocabulary, text: str, start: int, end: int) -> Tokens:
    """The tokens of `text[start:end]`; spans count from the beginning of `text`."""
    tokens = Tokens(text)
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    lower: list[str] = []
    pause, seen = vocabulary.kinds["break"], vocabulary.seen
    last = start
    for match in TOKEN.finditer(text, start, end):
        token = match.group()
        begin = match.start()
        if begin - last > 1 and text.count("\n", last, begin) > 1:
            starts.append(last)
            ends.append(last)
            words.append(pause)
            lower.append("")
        # Plain words are most of a text, and their reading does not depend on what stands around them.
        word, folded = seen.get(token) or _read(vocabulary, match, token)
        last = match.end()
        starts.append(begin)
        ends.append(last)
        words.append(word)
        lower.append(folded)
    if not vocabulary.phrases.keys().isdisjoint(lower):
        _merge_phrases(vocabulary, tokens, lower)
    tokens.roles = "".join([word.char for word in tokens.words])
    return tokens


# How many different plain words are remembered: a few megabytes.
REMEMBERED = 50_000


def _read(vocabulary: Vocabulary, match: "re.Match[str]", token: str) -> tuple[Word, str]:
    """A token's word and its lower-case text."""
    kind, folded = match.lastgroup, token.lower()
    if kind == "word":
        if len(vocabulary.seen) >= REMEMBERED:
            vocabulary.seen.clear()
        vocabulary.seen[token] = read = _plain(vocabulary, token, folded), folded
        return read
    if kind in ("suffix", "number"):
        return vocabulary.number(match["number"], match["suffix"] or ""), folded
    word = _special(vocabulary, kind or "", token, folded)
    return (_line(vocabulary, match.string, match.start()) if word is vocabulary.line else word), folded


def _plain(vocabulary: Vocabulary, token: str, folded: str) -> Word:
    """A word as the lexicon has it; proper ones only with their capital; any other by its capital and its ending."""
    word = vocabulary.words.get(folded)
    if word is None:
        past = folded == token and folded.endswith(vocabulary.lexicon.past_endings)
        return vocabulary.kinds["capital" if folded != token else "past_verb" if past else "lower"]
    small = folded == token or (folded in vocabulary.lexicon.capitals and not token.isupper())
    return vocabulary.guarded.get(folded, word) if small else word


def _special(vocabulary: Vocabulary, kind: str, token: str, folded: str) -> Word:
    if kind == "other":
        return vocabulary.marks.get(token) or vocabulary.words.get(folded, vocabulary.other)
    if kind == "offset":
        return vocabulary.single("zone", offset_text(token))
    if kind == "tail":
        return vocabulary.words.get(folded) or vocabulary.marks.get(token, vocabulary.other)
    if kind == "clock":
        return vocabulary.single("clock", token.replace(".", ":").replace("h", ":"))
    if kind == "short_year":
        digits = int(token[1:3])
        if not token.endswith("s"):
            return vocabulary.single("short_year", digits)
        return vocabulary.single("decade_short", digits // 10) if digits % 10 == 0 else vocabulary.other
    return vocabulary.single(kind, token)


def offset_text(token: str) -> str:
    """
    >>> offset_text("UTC+3"), offset_text("GMT -0330")
    ('+03:00', '-03:30')
    """
    sign = "-" if "-" in token else "+"
    digits = token[token.index(sign) + 1 :].replace(":", "")
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "00")
    return f"{sign}{int(hours):02}:{minutes}"


def _line(vocabulary: Vocabulary, text: str, at: int) -> Word:
    """A line between two words is a hyphen, one with white space around it a dash."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return vocabulary.kinds["dash" if before.isspace() or after.isspace() else "hyphen"]


def _merge_phrases(vocabulary: Vocabulary, tokens: Tokens, lower: list[str]) -> None:
    """Make one token of every phrase of the lexicon ("right now"), the longest first."""
    phrases = vocabulary.phrases
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    tokens.starts, tokens.ends, tokens.words = [], [], []
    kept = 0  # the tokens before this one are copied
    for head in [number for number, word in enumerate(lower) if word in phrases]:
        if head < kept:
            continue
        for parts, phrase in phrases[lower[head]]:
            stop = head + len(parts)
            if tuple(lower[head:stop]) == parts:
                tokens.starts += [*starts[kept:head], starts[head]]
                tokens.ends += [*ends[kept:head], ends[stop - 1]]
                tokens.words += [*words[kept:head], phrase]
                kept = stop
                break
    tokens.starts += starts[kept:]
    tokens.ends += ends[kept:]
    tokens.words += words[kept:]
