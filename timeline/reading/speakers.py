"""The noun phrase that speaks, before or after a verb of saying."""

from timeline.reading.lexicon import reporting
from timeline.reading.morphology import is_participle, is_verbal
from timeline.reading.voices import is_speaker
from timeline.reading.words import Word

STOP = frozenset(
    """that who which but as while when because although though if where whether than since after before until and or
    so then from into during with by on under over against amid""".split()
)
_INSIDE = frozenset(["of", "for", "in", "at", "the", "a", "an", "to"])
DOCUMENTS = frozenset("""update report statement study letter release figures data bulletin dispatch""".split())
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays today yesterday january february march
    april june july august september october november december on in late early""".split()
)


def speaker_before(words: tuple[Word, ...], inside: list[bool], place: int) -> tuple[int, str, str] | None:
    """(first word, speaker, apposition) of the noun phrase before the verb at `place`, when it can speak."""
    at = place - 1
    while at >= 0 and (
        words[at].lower in reporting.ADVERBS or words[at].lower in _TIME_WORDS or words[at].lower.isdigit()
    ):
        at -= 1
    if at < 0 or inside[at]:
        return None
    if words[at].lower in reporting.PRONOUNS - {"who"}:
        return at, words[at].text, ""
    if words[at].text not in {",", "-", "–", "—"}:
        first = _phrase_start(words, inside, at)
        return _name_before_role(words, inside, first, at) or _named(words, first, at, "")
    return _with_apposition(words, inside, at)


def _name_before_role(words: tuple[Word, ...], inside: list[bool], first: int, at: int) -> tuple[int, str, str] | None:
    """ "Jane Roe, deputy head of the council said", without the second comma."""
    if first < 2 or words[first - 1].text != "," or not words[first].text.islower():
        return None
    start = first - 1
    while start > 0 and words[start - 1].capital and not inside[start - 1]:
        start -= 1
    name = words[start : first - 1]
    if not 2 <= len(name) <= 4 or (start and words[start - 1].text.isalnum()):
        return None
    return start, joined(name), joined(words[first : at + 1])


def _with_apposition(words: tuple[Word, ...], inside: list[bool], at: int) -> tuple[int, str, str] | None:
    """ "Jane Roe, head of the council, said": the name before the commas, the role between them."""
    stop = at
    for _ in range(3):
        comma = next((i for i in range(stop - 1, -1, -1) if words[i].text == words[at].text), -1)
        if comma <= 0 or inside[comma]:
            return None
        between = words[comma + 1 : stop]
        relative = bool(between) and between[0].lower in {"who", "which", "whose"}
        if any(is_verbal(w.lower) for w in between) and not relative:
            return None
        first = _phrase_start(words, inside, comma - 1)
        named = _named(words, first, comma - 1, "" if relative else joined(words[comma + 1 : at]))
        if named is not None:
            return named
        stop = comma
    return None


def _phrase_start(words: tuple[Word, ...], inside: list[bool], at: int) -> int:
    """The first word of the noun phrase that ends at `at`."""
    first = at
    while first >= 0 and _belongs(words, inside, first, at):
        first -= 1
        if words[first + 1].lower in {"the", "a", "an", "some", "one"} and (
            first < 0 or words[first].lower not in _INSIDE
        ):
            break
    return first + 1


def _belongs(words: tuple[Word, ...], inside: list[bool], place: int, last: int) -> bool:
    word = words[place]
    if inside[place] or last - place > 14:
        return False
    if word.lower == "and":
        return 0 < place < last and can_speak((words[place - 1],)) and can_speak((words[place + 1],))
    if word.lower == "from":
        return place > 0 and (is_speaker(words[place - 1].lower) or words[place - 1].lower in DOCUMENTS)
    if word.lower in _INSIDE or word.capital or word.text in {"'", "’", "-", "/", "."}:
        return word.text != "." or place < last
    if not word.lower[:1].isalpha() or word.lower in STOP or word.lower in reporting.PRONOUNS:
        return False
    if is_participle(word.lower):  # "the monitoring group", "a rescue-coordinating body"
        return 0 < place < last and (words[place - 1].capital or words[place - 1].lower in {"a", "an", "the"})
    return not is_verbal(word.lower) or word.lower.startswith(("state", "united", "armed"))


def _named(words: tuple[Word, ...], first: int, last: int, apposition: str) -> tuple[int, str, str] | None:
    phrase = words[first : last + 1]
    while phrase and (
        phrase[0].lower
        in {
            "in",
            "at",
            "of",
            "for",
            "to",
            "on",
            "this",
            "morning",
            "meanwhile",
            "but",
            "and",
            "however",
            "still",
            "earlier",
            "later",
        }
        or not phrase[0].text[0].isalnum()
        or phrase[0].lower in _TIME_WORDS
    ):
        phrase, first = phrase[1:], first + 1
    if phrase and first > 1 and words[first - 1].lower in {"which", "who"}:  # "a group which runs clinics said"
        start = _phrase_start(words, [False] * len(words), first - 2)
        return _named(words, start, first - 2, "")
    if not phrase or not (can_speak(phrase) or _can_speak_text(apposition)):
        return None
    return first, joined(phrase), apposition


def joined(phrase: tuple[Word, ...]) -> str:
    parts: list[str] = []
    for place, word in enumerate(phrase):
        gap = place and word.start > phrase[place - 1].end
        parts.append((" " if gap else "") + word.text)
    return "".join(parts)


def can_speak(phrase: tuple[Word, ...]) -> bool:
    return any(
        is_speaker(w.lower) or (w.capital and w.lower not in _INSIDE and w.lower not in _TIME_WORDS) for w in phrase
    )


def _can_speak_text(phrase: str) -> bool:
    return any(is_speaker(w.lower()) for w in phrase.split())


def _goes_on(words: tuple[Word, ...], last: int) -> bool:
    """A verb of its own follows: the noun phrase is what was said, not who said it."""
    return last < len(words) and is_verbal(words[last].lower) and not is_participle(words[last].lower)


def inverted(words: tuple[Word, ...], place: int) -> tuple[int, str, str] | None:
    """(last word, speaker, apposition) of the noun phrase after "said"."""
    last = place + 1
    while (
        last < len(words)
        and words[last].text not in {",", ".", ";", ":", "“", '"'}
        and not is_verbal(words[last].lower)
    ):
        last += 1
    phrase = words[place + 1 : last]
    if not phrase or phrase[0].lower in STOP or _goes_on(words, last):
        return None
    if not (can_speak(phrase) or phrase[0].lower in reporting.PRONOUNS) or len(phrase) > 14:
        return None
    stop, apposition = last - 1, ""
    if last < len(words) and words[last].text == ",":
        end = next((i for i in range(last + 1, len(words)) if words[i].text in {",", ".", ";"}), len(words))
        between = words[last + 1 : end]
        if between and not any(is_verbal(w.lower) for w in between):
            stop, apposition = end - 1, joined(between)
    return stop, joined(phrase), apposition


def subject_before(words: tuple[Word, ...], place: int) -> tuple[int, str] | None:
    at = place - 1
    while at >= 0 and words[at].lower in reporting.ADVERBS:
        at -= 1
    first = at
    while first > 0 and words[first - 1].text not in {",", ".", ";"}:
        first -= 1
    return (first, joined(words[first : at + 1])) if at >= 0 else None
