"""With which letters the words a pattern can begin with begin, so that it is tried only where one of them stands.

Understands patterns that begin at a word's boundary with letters or with a group of alternatives that do; of any other
nothing is known, and it is tried everywhere.
"""

import re
from collections.abc import Iterator, Sequence

_LONGEST, _LEAST = 4, 2  # letters
_LETTERS = re.compile(r"[a-z]+")
_WORD = re.compile(r"\w+")
_GROUP = "(?:"


def openings(pattern: str) -> frozenset[str] | None:
    """The first two to four letters of the words a match can begin with; None where nothing is known of them.

    >>> sorted(openings(r"\\b(?:bombs?|rocket) fell|\\bwarn") or ())
    ['bomb', 'rock', 'warn']
    >>> openings(r"death toll") is openings(r"\\b(?:\\d+|nine) dead") is None
    True
    """
    found: set[str] = set()
    for branch in alternatives(pattern):
        if not branch.startswith(r"\b"):
            return None
        rest = branch[2:]
        if rest.startswith(_GROUP):
            inside, behind = _inside(rest)
            if behind[:1] in ("?", "*", "{"):
                return None
            first = [_letters(one) for one in alternatives(inside)]
        else:
            first = [_letters(rest)]
        if not all(first):
            return None
        found.update(first)
    return frozenset(found)


def by_opening(patterns: Sequence[str]) -> tuple[dict[str, frozenset[int]], frozenset[int]]:
    """The numbers of the patterns by what a match of theirs can begin with, and of those that are tried everywhere."""
    opened: dict[str, set[int]] = {}
    always = set()
    for number, pattern in enumerate(patterns):
        found = openings(pattern)
        if found is None:
            always.add(number)
        for beginning in found or ():
            opened.setdefault(beginning, set()).add(number)
    return {beginning: frozenset(numbers) for beginning, numbers in opened.items()}, frozenset(always)


def beginnings_of(text: str) -> frozenset[str]:
    """The first two, three and four letters of each word."""
    return frozenset(word[:size] for word in _WORD.findall(text) for size in range(_LEAST, _LONGEST + 1))


def _letters(part: str) -> str:
    """The letters a part begins with for certain; "" where they are too few."""
    match = _LETTERS.match(part)
    if match is None:
        return ""
    letters = match.group()
    if part[match.end() : match.end() + 1] in ("?", "*", "{"):
        letters = letters[:-1]
    return letters[:_LONGEST] if len(letters) >= _LEAST else ""


def alternatives(pattern: str) -> list[str]:
    """The parts of a pattern between the bars that stand in no group."""
    parts, start = [], 0
    for at, char, depth in _marks(pattern):
        if char == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
    return [*parts, pattern[start:]]


def _inside(rest: str) -> tuple[str, str]:
    """What a group at the beginning holds, and what stands behind it."""
    for at, char, depth in _marks(rest):
        if char == ")" and not depth:
            return rest[len(_GROUP) : at], rest[at + 1 :]
    return "", "?"


def _marks(pattern: str) -> Iterator[tuple[int, str, int]]:
    """(place, character, groups open behind it) of what is neither escaped nor in a class."""
    depth, at = 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = _class_end(pattern, at)
        else:
            depth += (char == "(") - (char == ")")
            yield at, char, depth
        at += 1


def _class_end(pattern: str, at: int) -> int:
    at += 2
    while pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at
