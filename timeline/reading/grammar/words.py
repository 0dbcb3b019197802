"""A text as a string of roles: every token becomes one character, so that a rule is a short regular expression.

The character stands for the *set* of roles the token may play ("second" is an ordinal and a unit), and a role in
a pattern becomes the class of all characters whose set holds it. A sentence of thirty words is thus a string of
thirty characters, and matching a rule costs next to nothing, whatever the words are.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from timeline.reading.lexicon.time_words import AMOUNT_UNITS, PRICE_VERBS, Roles, TimeLexicon, Value
from timeline.reading.lexicon.zones import ZONE_WORDS

# 18.30, as half the world prints it; a clock time where a zone follows or "at" stands before it and no unit behind.
_DOTTED = r"(?:[01]?\d|2[0-3])\.[0-5]\d(?![\d%]|[.,]\d)"
# A price does not stand where a clock time would: "closed at 23.40", "rose from 10.20 to 11.15", "at 3.20 per cent".
_AMOUNT = rf"\s?(?:[-–%]|(?:{AMOUNT_UNITS})\b)"
_FIRST = r"\d\d\.\d\d\sto\s"
_NO_CLOCK = "".join(
    rf"(?<!{verb}\s{cue}\s)" + (rf"(?<!{verb}\sfrom\s{_FIRST})" if cue == "from" else "")
    for cue, verbs in PRICE_VERBS.items()
    for verb in verbs.split()
)

# Longest forms first. Prices, percentages, scores and model numbers are eaten whole, so that no part of them can be
# read as a date; `\d[\d.,]*` cannot backtrack into anything else.
TOKEN = re.compile(
    r"(?P<iso>\d{4}/\d\d/\d\d(?![\w/-])|\d{4}-\d\d-\d\d(?:T\d\d(?::?\d\d)?(?::?\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-]))"
    r"|(?P<junk>[$£€¥]\s?\d[\d.,]*\w*|\d[\d.,]*\s?(?:%|percent\b|per\scent\b)"
    r"|[+(]?\d{3}[)-]?[-\s]\d{3}-\d{4}|\+\d[\d\s()-]{6,18}\d|(?!\d{1,2}:\d\d-\d{1,2}:\d\d(?![\d:.-]))\d+(?:[.,:-]\d+){3,}|#\d+)"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?![\d.]))"
    r"|(?P<offset>(?:UTC|GMT)\s?[+-]\d{1,2}(?::?\d\d)?(?!\d))"
    r"|(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d|[.:,]\d)|\d{1,2}\.\d\d(?=\s?[apAP]\.?[mM]\b)"
    rf"|{_DOTTED}(?=\s(?:{ZONE_WORDS}|hrs|hours|local\stime)\b)|(?:[01]?\d|2[0-3])h[0-5]\d\b"
    rf"|(?:(?<=\buntil\s)|(?<=\btill\s)|(?<=\bsince\s)|(?<=\bbefore\s)|(?<=\bafter\s)){_DOTTED}(?=[,;.)]?(?:\s[^\d\W]|\Z|\n))(?!{_AMOUNT})"
    rf"|(?<=\bbetween\s){_DOTTED}(?=\sand\s\d[\d.]*(?:\s?[ap]\.?m\b|[,;.)]?\s(?:on|in|local|that|this|yesterday|last)\b))"
    rf"|{_NO_CLOCK}(?:(?<=\b[Aa]t\s)|(?<=\b[Aa]t\sabout\s)|(?<=\b[Aa]t\saround\s)|(?<=\bfrom\s)(?={_DOTTED}\s(?:to|until|till)\s{_DOTTED})|(?<=\bfrom\s{_FIRST})){_DOTTED}(?!{_AMOUNT}))"
    r"|(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+\.\d+|\d+)(?P<suffix>st|nd|rd|th|s|(?<=[4-9]0)['’]s|(?<=\d\d\d0)['’]s|[apAP]\.?[mM]\b\.?)?(?!\w)"
    r"|(?P<word>[oO]['’]clock|[^\W\d_]+(?:\.(?=[a-zA-Z]\b)[a-zA-Z])?)"
    r"|(?P<short_year>['’`]\d\ds?\b)"
    r"|(?P<tail>['’](?:s|ll|re|ve|d|m)?\b|['’])"
    r"|(?P<other>\d+\w*|[^\s\w]|_)"
)


@dataclass(frozen=True, slots=True)
class Word:
    """What a token may be: its role set's character and the value it has in each role."""

    char: str
    roles: Roles


class Alphabet:
    """One character of the private use area for every set of roles that occurs."""

    def __init__(self) -> None:
        self._sets: dict[frozenset[str], str] = {}

    def word(self, roles: Roles) -> Word:
        key = frozenset(roles)
        char = self._sets.setdefault(key, chr(0xE000 + len(self._sets)))
        return Word(char, roles)

    def all_characters(self) -> str:
        return "".join(self._sets.values())

    def members(self, role: str) -> str:
        return "".join(char for roles, char in self._sets.items() if role in roles)


def number_roles(digits: str, suffix: str) -> dict[str, Value]:
    """The roles of a number as printed: "7" may be a day, an hour, a count; "1988" a year; "0737" a clock."""
    plain = digits.replace(",", "")
    if "." in plain:
        return {"decimal": float(plain)} if not suffix else {}
    value = int(plain) if len(plain) < 16 else 10**15
    if suffix:
        return _suffixed(digits, value, suffix.lower())
    roles: dict[str, Value] = {"count": value} if len(plain) == 1 or plain[0] != "0" else {}
    if "," in digits:
        return roles
    roles |= {"int": value}
    if len(digits) <= 2:
        roles |= {"day": value} if 1 <= value <= 31 else {}
        roles |= {"hour": value} if value <= 24 else {}
        roles |= {"month_number": value} if 1 <= value <= 12 else {}
        roles |= {"two_digits": value} if len(digits) == 2 else {}
    if len(digits) == 4 and 1000 <= value <= 2199:
        roles["year"] = value
    if len(digits) in (3, 4) and value // 100 <= 24 and value % 100 < 60:
        roles["hhmm"] = value
        roles |= {"hhmm4": value} if len(digits) == 4 else {}
        if len(digits) == 3 or value // 100 <= 12:
            roles["hhmm12"] = value
    return roles


def _suffixed(digits: str, value: int, suffix: str) -> dict[str, Value]:
    if suffix in ("st", "nd", "rd", "th"):
        return {"nth": value, "ordinal": value, **({"day": value, "day_nth": value} if 1 <= value <= 31 else {})}
    if suffix[0] in "ap":
        return {"clock_m": f"{value} {suffix[0]}m"} if 0 < value <= 12 or 100 <= value <= 1259 else {}
    if len(digits) == 4 and value % 10 == 0 and 1000 <= value <= 2190:
        # "1990's" may also be what belongs to 1990.
        return {"decade": value // 10, **({"possessive_year": value} if len(suffix) > 1 else {})}
    if len(digits) == 2 and value % 10 == 0 and value >= 20:
        return {"decade_short": value // 10}
    return {"possessive_year": value} if len(digits) == 4 and 1000 <= value <= 2199 else {}


# Every set of roles a number can have occurs among these, so that the alphabet is whole before patterns are made.
_SAMPLES = [(str(n), "") for n in (*range(0, 40), *range(99, 2400), 10000)]
_SAMPLES += [(f"{n:0{w}}", "") for w in (2, 3, 4) for n in range(0, 1000)] + [("1,000", ""), ("1.5", "")]
_SAMPLES += [(str(n), s) for n in (1, 12, 20, 31, 40, 630, 999, 1234, 1980, 1988) for s in ("th", "s", "pm")]
_SAMPLES += [("12", "'s")]


class Vocabulary:
    """A lexicon made ready: words to `Word`s, phrases by their first token, roles to character classes."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        self.lexicon = lexicon
        self.alphabet = Alphabet()
        self.other = self.alphabet.word({})
        entries: dict[str, dict[str, Value]] = {}
        for role, table in lexicon.tables.items():
            for text, value in table.items():
                entries.setdefault(text, {})[role] = value
        self.words: dict[str, Word] = {}
        self.guarded: dict[str, Word] = {}
        self.seen: dict[str, tuple[Word, str]] = {}  # plain words as printed, read before
        self.phrases: dict[str, list[tuple[tuple[str, ...], Word]]] = {}
        for text, roles in entries.items():
            self._add(text, roles)
        for options in self.phrases.values():
            options.sort(key=lambda option: -len(option[0]))
        self.kinds = {kind: self.alphabet.word({kind: None}) for kind in _KINDS}
        self.line = self.alphabet.word({"line": None})
        self.marks = {mark: self.alphabet.word({name: None}) for mark, name in _MARKS.items()}
        self.marks |= dict.fromkeys("-‐‑–—", self.line)
        for digits, suffix in _SAMPLES:
            self.alphabet.word(number_roles(digits, suffix))
        for role in ("iso", "slash", "clock", "short_year", "decade_short", "junk", "zone"):
            self.alphabet.word({role: None})

    def _add(self, text: str, roles: dict[str, Value]) -> None:
        parts = tuple(match.group().lower() for match in TOKEN.finditer(text))
        if len(parts) > 1:
            self.phrases.setdefault(parts[0], []).append((parts, self.alphabet.word(roles)))
            return
        if text in self.lexicon.doubtful:
            roles = {f"doubtful_{role}" if role in ("month", "month_short", "weekday_short") else role: value
                     for role, value in roles.items()}  # fmt: skip
        self.words[text] = self.alphabet.word(roles)
        if text in self.lexicon.proper:
            common = {role: value for role, value in roles.items() if not role.startswith(_PROPER_ROLES)}
            self.guarded[text] = self.alphabet.word(common)

    def number(self, digits: str, suffix: str) -> Word:
        return _number(self, digits, suffix)

    def single(self, role: str, value: Value) -> Word:
        return self.alphabet.word({role: value})


_PROPER_ROLES = ("month", "weekday", "doubtful", "festival", "zone")
_KINDS = ("break", "hyphen", "dash", "lower", "capital", "past_verb")
_MARKS = {
    ",": "comma",
    ".": "dot",
    "(": "open",
    ")": "close",
    "/": "stroke",
    "'": "quote",
    "’": "quote",
    "$": "money",
    ":": "colon",
    ";": "stop",
    "!": "stop",
    "?": "stop",
}


@lru_cache(maxsize=8192)
def _number(vocabulary: Vocabulary, digits: str, suffix: str) -> Word:
    return vocabulary.alphabet.word(number_roles(digits, suffix))
