"""How a rule is written: a name, a pattern over roles, what it makes of the words, examples and refusals.

A pattern is a regular expression in which `<role>` stands for one token that may play that role, `<one|other>` for
either, `@name` for a shared piece, and blanks mean nothing. `(?P<key>…)` names a stretch for the builder.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline.reading.grammar.meaning import Meaning, Reference
from timeline.reading.grammar.tokens import Tokens
from timeline.reading.grammar.words import Vocabulary
from timeline.reading.lexicon.time_words import Value


class Match:
    """A rule's hit: the tokens `[first, stop)`, asked by role. A hit is few words, so asking is a short walk."""

    __slots__ = ("_found", "first", "stop", "tokens")

    def __init__(self, tokens: Tokens, found: re.Match[str], first: int, stop: int) -> None:
        self.tokens, self._found, self.first, self.stop = tokens, found, first, stop

    def get(self, *roles: str) -> Value:
        """The value of the first token that has one of the roles, or None."""
        for word in self.tokens.words[self.first : self.stop]:
            for role in roles:
                if role in word.roles:
                    return word.roles[role]
        return None

    def has(self, *roles: str) -> bool:
        return any(role in word.roles for word in self.tokens.words[self.first : self.stop] for role in roles)

    def number(self, *roles: str) -> int:
        """The value of a role that is a number and is there."""
        value = self.get(*roles)
        if not isinstance(value, int):
            raise LookupError(f"no {roles} in {self.text!r}")
        return value

    def word(self, *roles: str) -> str:
        """The value of a role that is a word and is there."""
        return str(self.get(*roles))

    def part(self, key: str) -> "Match | None":
        """The named stretch, or None where it did not take part."""
        if key not in self._found.re.groupindex:
            return None
        first, stop = self._found.span(key)
        return None if first < 0 else Match(self.tokens, self._found, first, stop)

    @property
    def text(self) -> str:
        return self.tokens.text[self.tokens.starts[self.first] : self.tokens.ends[self.stop - 1]]

    @property
    def before(self) -> str:
        """The roles of the tokens before the hit."""
        return self.tokens.roles[: self.first]


@dataclass(frozen=True)
class Found:
    """What a builder makes of a hit: the type and mod of TIMEX3 and the meaning."""

    type: str
    meaning: Meaning
    mod: str = ""


# What a builder answers where the words look like a time and are none ("31 June"): they are passed over as a whole.
REFUSED = Found("", Reference(""))

Builder = Callable[[Match], "Found | None"]


@dataclass(frozen=True)
class Rule:
    """A rule of the grammar. `examples` maps sentences to the words it must find in them; `refusals` are sentences in
    which it must find nothing. `after` is a pattern that must end where the match begins.
    """

    name: str
    pattern: str
    build: Builder
    examples: tuple[tuple[str, str], ...] = ()
    refusals: tuple[str, ...] = ()
    after: str = ""


_ROLE = re.compile(r"(?<!\?P)(?<!\?P=)<(?P<not>\^?)(?P<names>\w+(?:\|\w+)*)>")
_PIECE = re.compile(r"@(\w+)")
_LOOK = re.compile(r"\(\?<(?=[=!])")


def expand(pattern: str, pieces: dict[str, str]) -> str:
    """The pattern with every `@name` replaced by its piece; pieces may hold pieces."""
    while "@" in pattern:
        pattern = _PIECE.sub(lambda found: f"(?:{pieces[found.group(1)]})", pattern)
    return pattern


def compile_pattern(pattern: str, pieces: dict[str, str], vocabulary: Vocabulary) -> "re.Pattern[str]":
    """The pattern as a regular expression over role characters. A role nobody has can never match."""
    bare = re.sub(r"\s+", "", expand(pattern, pieces))
    bare = _LOOK.sub("\0", bare)
    made = _ROLE.sub(lambda found: _characters(found["names"].split("|"), bool(found["not"]), vocabulary), bare)
    return re.compile(made.replace("\0", "(?<"))


def _characters(names: list[str], negated: bool, vocabulary: Vocabulary) -> str:
    chars = "".join(sorted({char for name in names for char in vocabulary.alphabet.members(name)}))
    if negated:
        return f"[^{chars}]" if chars else "."
    return f"[{chars}]" if chars else r"(?!)"
