"""Stage 2d: what is printed twice: headlines, leads, captions, teasers, also cut short or run together."""

import re
from itertools import accumulate

from timeline.reading.printed import find_printed
from timeline.reading.roles import Draft, Role

_NOT_LETTERS = re.compile(r"[\W_]+")
_START = 30  # letters that two copies must share at their beginning
_LEAST = 12  # letters below which the same words may stand twice on a page by right
_CREDIT = 60  # letters by which a caption may grow when it is printed again with its credit


def squash(text: str) -> str:
    """Letters and digits only, in lower case: how copies are compared.

    >>> squash("Reported.People said") == squash("reported. People said")
    True
    """
    return _NOT_LETTERS.sub("", text).lower()


def mark_repeats(drafts: list[Draft]) -> None:
    """Call a paragraph that prints again what stood before it a repeat; posts and furniture are left alone."""
    squashed = [squash(draft.text) for draft in drafts]
    offsets = list(accumulate((len(words) for words in squashed), initial=0))
    whole = "".join(squashed)
    same: dict[str, int] = {}
    starts: dict[str, int] = {}
    for number, draft in enumerate(drafts):
        if draft.role not in (None, Role.CAPTION):
            continue
        words = squash(draft.text[date_head(draft.text) :])
        if len(words) >= _LEAST:
            before = same.get(words, starts.get(words[:_START]) if len(words) >= _START else None)
            if before is not None:
                _compare(drafts, before, number, words, (squashed[before], whole, offsets[before]))
        same.setdefault(words, number)
        if len(words) >= _START:
            starts.setdefault(words[:_START], number)


def _compare(drafts: list[Draft], before: int, number: int, words: str, earlier: tuple[str, str, int]) -> None:
    """Mark the later paragraph, or the earlier where that was only the teaser."""
    said, whole, offset = earlier
    later, first = drafts[number], drafts[before]
    if said == words:
        _repeat(later, "printed again")
    elif said.startswith(words):
        _repeat(later, "printed again, cut short")
    elif not words.startswith(said):
        return
    elif whole.startswith(words, offset) and before + 1 < number:
        _repeat(later, "lead printed again, run together")
    elif later.role is Role.CAPTION and len(words) - len(said) <= _CREDIT:
        first.call(Role.CAPTION, "printed again with its credit")
        _repeat(later, "caption printed again with its credit")
    elif first.text.endswith(("...", "…")) and len(said) >= 2 * _START:
        _repeat(first, "teaser of a later paragraph")


def _repeat(draft: Draft, rule: str) -> None:
    draft.role, draft.rule = Role.REPEAT, rule


def date_head(text: str) -> int:
    """Where the words of a teaser begin that is printed with its date in front, or 0."""
    if not text[:16].strip() or not any(c.isdigit() for c in text[:16]):
        return 0
    dates = find_printed(text, 0, min(len(text), 60))
    return dates[0].end if dates and dates[0].start == 0 else 0


def headline_length(text: str, headline: str) -> int:
    """How many characters of `text` print the headline again before other words follow; 0 where none do.

    >>> headline_length("Bridge falls in storm at Kamoto A bridge fell", "Bridge falls in storm at Kamoto")
    31
    """
    wanted = squash(headline)
    if len(wanted) < _LEAST or headline.count(" ") < 3:
        return 0
    found, at = 0, len(text)
    for number, char in enumerate(text):
        if found == len(wanted):
            at = number
            break
        if char.isalnum():
            if not wanted.startswith(char.lower(), found):
                return 0
            found += len(char.lower())
    return _sentence_follows(text, at) if at < len(text) else 0


def _sentence_follows(text: str, at: int) -> int:
    """`at`, moved over a stop, where a new sentence begins behind it; else 0."""
    stop = at + 1 if text[at] in ".!?" else at
    rest = text[stop : stop + 4].strip(" \"“'‘\xa0")
    return stop if rest and (rest[0].isupper() or rest[0].isdigit()) and not text[stop].isalnum() else 0
