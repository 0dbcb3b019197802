"""Which characters a compiled pattern can begin with, so that a rule is tried only where it may succeed.

Understands what `rules.compile_pattern` writes: classes, groups, alternatives, `?`, `*`, `+`, `{n,m}` and
look-arounds (which are passed over: they only make a match rarer).
"""


def beginnings(pattern: str) -> frozenset[str] | None:
    """The characters a match can begin with; None where it can begin with any (a negated class, or an empty match)."""
    chars, empty, _ = _alternatives(pattern, 0)
    return None if empty or chars is None else frozenset(chars)


def _alternatives(pattern: str, at: int) -> tuple[set[str] | None, bool, int]:
    whole: set[str] | None = set()
    may_be_empty = False
    while True:
        chars, empty, at = _sequence(pattern, at)
        whole = None if whole is None or chars is None else whole | chars
        may_be_empty = may_be_empty or empty
        if at >= len(pattern) or pattern[at] != "|":
            return whole, may_be_empty, at
        at += 1


def _sequence(pattern: str, at: int) -> tuple[set[str] | None, bool, int]:
    whole: set[str] | None = set()
    empty = True
    while at < len(pattern) and pattern[at] not in "|)":
        chars, item_empty, at = _item(pattern, at)
        if at < len(pattern) and pattern[at] in "?*+{":
            item_empty = item_empty or pattern[at] in "?*" or pattern.startswith("{0", at)
            at = pattern.index("}", at) + 1 if pattern[at] == "{" else at + 1
        if empty:
            whole = None if whole is None or chars is None else whole | chars
            empty = item_empty
    return whole, empty, at


def _item(pattern: str, at: int) -> tuple[set[str] | None, bool, int]:
    if pattern[at] == "[":
        stop = pattern.index("]", at)
        negated = pattern[at + 1] == "^"
        return (None if negated else set(pattern[at + 1 : stop])), False, stop + 1
    if pattern[at] == "(":
        look = pattern.startswith(("(?=", "(?!", "(?<=", "(?<!"), at)
        chars, empty, stop = _alternatives(pattern, _inside(pattern, at))
        return (set(), True, stop + 1) if look else (chars, empty, stop + 1)
    if pattern[at] == "$":
        return set(), True, at + 1
    if pattern[at] == ".":
        return None, False, at + 1
    return {pattern[at]}, False, at + 1


def _inside(pattern: str, at: int) -> int:
    """Where the inside of the group that opens at `at` begins."""
    for opening in ("(?<=", "(?<!", "(?=", "(?!", "(?:"):
        if pattern.startswith(opening, at):
            return at + len(opening)
    return pattern.index(">", at) + 1 if pattern.startswith("(?P<", at) else at + 1
