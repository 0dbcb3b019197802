"""The noun phrase that speaks, before or after a verb of saying."""

from timeline.reading.lexicon import reporting
from timeline.reading.morphology import is_participle, is_past, is_verbal
from timeline.reading.voices import is_speaker
from timeline.reading.words import Word

STOP = frozenset(
    """that who which but as while when because although though if where whether than since after before until and or
    so then from into during with by on under over against amid""".split()
)
# What follows a participle that opens an aside: "published on", "known as", "carried by".
_AFTER_PAST = frozenset("on in by as at to from last late early yesterday today".split())
_LAPSE = frozenset("minute minutes hour hours day days week weeks month months year years".split())
INSIDE = frozenset(["of", "for", "in", "at", "the", "a", "an", "to"])
DOCUMENTS = frozenset("""update report statement study letter release figures data bulletin dispatch""".split())
TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays today yesterday january february march
    april june july august september october november december on in late early""".split()
)


def speaker_before(words: tuple[Word, ...], inside: list[bool], place: int) -> tuple[int, str, str] | None:
    """(first word, speaker, apposition) of the noun phrase before the verb at `place`, when it can speak."""
    at = place - 1
    while at >= 0 and (
        words[at].lower in reporting.ADVERBS or words[at].lower in TIME_WORDS or words[at].lower.isdigit()
    ):
        at -= 1
    at -= 2 * (at > 1 and [w.lower for w in words[at - 1 : at + 1]] == ["once", "more"])
    while at >= 0 and words[at].lower in reporting.ADVERBS:
        at -= 1
    at = _before_bracket(words, at)
    if at < 0 or inside[at]:
        return None
    if words[at].lower in reporting.PRONOUNS - {"who"}:
        return at, words[at].text, ""
    if words[at].lower in reporting.OTHERS and (at == 0 or not words[at - 1].text[0].isalnum()):
        return at, words[at].text, ""
    if words[at].text not in {",", "-", "–", "—"}:
        first = _phrase_start(words, inside, at)
        named = _name_before_role(words, inside, first, at) or _named(words, first, at, "")
        if named and named[0] and words[named[0] - 1].lower in INSIDE | {"by", "with", "against", "from"}:
            named = _before_relative(words, inside, place) or named
    else:
        named = _with_apposition(words, inside, at)
    return named or _before_relative(words, inside, place)


def _before_bracket(words: tuple[Word, ...], at: int) -> int:
    """The word before a bracket that ends at `at`: "the Observatory (SOHR)"."""
    if at > 0 and words[at].text == ")":
        return next((i - 1 for i in range(at, max(at - 8, -1), -1) if words[i].text == "("), at)
    return at


def _before_relative(words: tuple[Word, ...], inside: list[bool], place: int) -> tuple[int, str, str] | None:
    """ "A man who said he spoke for the group told", "Two officials briefed on the matter said": who speaks stands
    before the relative clause, whole or cut short, at the beginning of the sentence."""
    for at in range(1, min(place, 12)):
        reduced = words[at].lower in reporting.REDUCED
        if not (reduced or words[at].lower in {"who", "which"}) or any(inside[: place + 1]):
            continue
        last = at - 1
        while (last > 0 and not words[last].text[0].isalnum()) or words[last].lower in INSIDE:
            last -= 1
        told = reduced or any(is_verbal(w.lower) for w in words[at:place])
        after_article = 2 if words[0].lower in {"a", "an", "the"} else 0  # "an unverified video shared online"
        if any(is_verbal(w.lower) for w in words[after_article : last + 1]) or not told:
            return None
        named = _named(words, _phrase_start(words, inside, last), last, "")
        return named if named is not None and named[0] <= 2 else None
    return None


def before_who(words: tuple[Word, ...], inside: list[bool], place: int) -> tuple[int, str, str] | None:
    """ "the official who had earlier put the toll at nine": who speaks in a relative clause of his own."""
    at = next((i for i in range(place - 1, max(place - 4, 0), -1) if words[i].lower == "who"), 0)
    return _named(words, _phrase_start(words, inside, at - 1), at - 1, "") if at else None


def _name_before_role(words: tuple[Word, ...], inside: list[bool], first: int, at: int) -> tuple[int, str, str] | None:
    """ "Jane Roe, deputy head of the council said", "Jane Roe the mayors wife says": commas were lost."""
    comma = first > 1 and words[first - 1].text == ","
    if first < 2 or not (comma or words[first].lower == "the") or not words[first].text.islower():
        return None
    stop = first - comma
    start = stop
    while start > 0 and words[start - 1].capital and not inside[start - 1]:
        start -= 1
    name = words[start:stop]
    if not 2 <= len(name) <= 4 or (start and words[start - 1].text.isalnum()):
        return None
    if name[0].lower in INSIDE | STOP | TIME_WORDS or name[-1].lower in TIME_WORDS:
        return None  # "In London, the government said"
    return start, joined(name), joined(words[first : at + 1])


def _with_apposition(words: tuple[Word, ...], inside: list[bool], at: int) -> tuple[int, str, str] | None:
    """ "Jane Roe, head of the council, said": the name before the commas, the role between them."""
    stop = at
    for _ in range(3):
        comma = next((i for i in range(stop - 1, -1, -1) if words[i].text == words[at].text), -1)
        if comma <= 0 or inside[comma]:
            return None
        between = words[comma + 1 : stop]
        opens = next((i for i, w in enumerate(between) if w.lower in {"who", "which", "whose"}), len(between))
        relative = opens < 2 <= len(between) or (bool(between) and opens == 0) or _cut_short(between)
        if any(is_verbal(w.lower) for w in between[:opens]) and not _cut_short(between):
            return None
        last = _before_bracket(words, comma - 1)
        first = _phrase_start(words, inside, last)
        apposition = "" if relative else joined(words[comma + 1 : min(comma + 1 + opens, at)])
        if between and between[0].lower in _CALLED:
            apposition = joined(between[1 + (between[1:2] != () and between[1].lower in {"as", "only"}) :])
        named = _named(words, first, last, apposition)
        if named is not None:
            return named
        stop = comma
    return None


_SUBJECTS = frozenset("we i he she they it the a an".split())
_CALLED = frozenset("known identified named called".split())
_ASIDE = frozenset("in citing quoting speaking writing talking seeking asking requesting wishing referring".split())


def _cut_short(between: tuple[Word, ...]) -> bool:
    """ "published on Wednesday", "in remarks carried by the radio", "citing officials": an aside, and no role."""
    if len(between) < 2:
        return False
    first = between[0].lower
    return first in _ASIDE or (is_past(first) and between[1].lower in _AFTER_PAST)


def _phrase_start(words: tuple[Word, ...], inside: list[bool], at: int) -> int:
    """The first word of the noun phrase that ends at `at`."""
    first = at
    while first >= 0 and _belongs(words, inside, first, at):
        first -= 1
        if words[first + 1].lower in {"the", "a", "an", "some", "one"} and (
            first < 0 or words[first].lower not in INSIDE
        ):
            break
    return first + 1


def _belongs(words: tuple[Word, ...], inside: list[bool], place: int, last: int) -> bool:
    word = words[place]
    if inside[place] or last - place > 14:
        return False
    if word.lower == "and":
        return 0 < place < last and (
            (can_speak((words[place - 1],)) and can_speak((words[place + 1],))) or _is_compound(words, place)
        )
    if word.text == "-" and is_spaced(words, place):
        return False
    if word.lower == "from":
        return place > 0 and (is_speaker(words[place - 1].lower) or words[place - 1].lower in DOCUMENTS)
    if word.lower in INSIDE or word.capital or word.text in {"'", "’", "-", "/", "."}:
        return word.text != "." or place < last
    if not word.lower[:1].isalpha() or word.lower in STOP or word.lower in reporting.PRONOUNS:
        return False
    if is_participle(word.lower):  # "the monitoring group", "a rescue-coordinating body"
        return 0 < place < last and (words[place - 1].capital or words[place - 1].lower in {"a", "an", "the"})
    return not is_verbal(word.lower) or word.lower.startswith(("state", "united", "armed"))


def _is_compound(words: tuple[Word, ...], place: int) -> bool:
    """ "the search and rescue office": the conjunction stands inside one name for a body."""
    if place < 2 or words[place - 2].lower not in {"the", "a", "an"} or place + 2 >= len(words):
        return False
    return all(words[i].text.isalpha() and not is_verbal(words[i].lower) for i in (place - 1, place + 1, place + 2))


def is_spaced(words: tuple[Word, ...], place: int) -> bool:
    """The line at `place` stands between blanks: a dash, and no hyphen."""
    if not 0 < place < len(words) - 1:
        return True
    return words[place].start > words[place - 1].end and words[place + 1].start > words[place].end


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
        or phrase[0].lower in TIME_WORDS
    ):
        phrase, first = phrase[1:], first + 1
    if len(phrase) > 1 and phrase[0].lower == "may" and phrase[1].lower in _SUBJECTS:  # "on 18 May we reported"
        phrase, first = phrase[1:], first + 1
    later = next((i for i, w in enumerate(phrase[:4]) if w.lower == "later"), 0)
    if later and phrase[later - 1].lower in _LAPSE:  # "an hour later their leader announced"
        phrase, first = phrase[later + 1 :], first + later + 1
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
        is_speaker(w.lower) or (w.capital and w.lower not in INSIDE and w.lower not in TIME_WORDS) for w in phrase
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
        and words[last].lower not in {"who", "which"}
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
