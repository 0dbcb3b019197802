"""Stage 5a: a stretch of text becomes tokens, each with the roles its word may play."""

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
    known, guarded = vocabulary.words, vocabulary.guarded
    common, capital, pause = vocabulary.kinds["lower"], vocabulary.kinds["capital"], vocabulary.kinds["break"]
    past, endings, capitals = (
        vocabulary.kinds["past_verb"],
        vocabulary.lexicon.past_endings,
        vocabulary.lexicon.capitals,
    )
    last = start
    for match in TOKEN.finditer(text, start, end):
        token = match.group()
        kind = match.lastgroup
        folded = token.lower()
        begin = match.start()
        if begin - last > 1 and text.count("\n", last, begin) > 1:
            starts.append(last)
            ends.append(last)
            words.append(pause)
            lower.append("")
        if kind == "word":
            word = known.get(folded)
            if word is None:
                word = capital if folded != token else past if folded.endswith(endings) else common
            elif folded in guarded and (folded == token or (folded in capitals and not token.isupper())):
                word = guarded[folded]
        elif kind in ("suffix", "number"):
            word = vocabulary.number(match["number"], match["suffix"] or "")
        else:
            word = _special(vocabulary, kind or "", token, folded, begin)
            if word is vocabulary.line:
                word = _line(vocabulary, text, begin)
        last = match.end()
        starts.append(begin)
        ends.append(last)
        words.append(word)
        lower.append(folded)
    if not vocabulary.phrases.keys().isdisjoint(lower):
        _merge_phrases(vocabulary, tokens, lower)
    tokens.roles = "".join([word.char for word in tokens.words])
    return tokens


def _special(vocabulary: Vocabulary, kind: str, token: str, folded: str, begin: int) -> Word:
    if kind == "other":
        return vocabulary.marks.get(token) or vocabulary.words.get(folded, vocabulary.other)
    if kind == "offset":
        return vocabulary.single("zone", offset_text(token))
    if kind == "tail":
        return vocabulary.words.get(folded) or vocabulary.marks.get(token, vocabulary.other)
    if kind == "clock":
        return vocabulary.single("clock", token.replace(".", ":"))
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
    starts, ends, words = tokens.starts, tokens.ends, tokens.words
    tokens.starts, tokens.ends, tokens.words = [], [], []
    number, total = 0, len(lower)
    while number < total:
        stop, word = number + 1, words[number]
        for parts, phrase in vocabulary.phrases.get(lower[number], ()):
            if tuple(lower[number : number + len(parts)]) == parts:
                stop, word = number + len(parts), phrase
                break
        tokens.starts.append(starts[number])
        tokens.ends.append(ends[stop - 1])
        tokens.words.append(word)
        number = stop
