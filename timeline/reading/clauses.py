"""What was said, cut into clauses: each tells of one happening."""

from dataclasses import dataclass

from timeline.reading.lexicon.numbers import DURATIONS
from timeline.reading.morphology import is_participle, is_past, is_verbal
from timeline.reading.triggers import Trigger, find_triggers
from timeline.reading.words import Word, split_words

_CONJUNCTIONS = frozenset(
    """and but or while as before after when because although though whereas however until since""".split()
)
_BEFORE_PARTICIPLE = frozenset(
    """of by for in after before and or to the a an its his her their our my this that these those no any every each
    not without from on at with about while when began started stop stopped kept continued show shows showed""".split()
)
_AFTER_A_LENGTH = frozenset({"after", "before"})
_LENGTH = 4  # words of ", barely two days before"
_RELATIVES = frozenset(["which", "who", "where", "whose"])
_MARKS = frozenset({",", ";", "–", "—", ":", "(", "."})
_NOT_CLAUSES = {
    "as": frozenset(["well", "such", "many", "much", "soon", "far", "long", "part"]),
    "or": frozenset(),
    "since": frozenset(),
}
_HEADLESS = frozenset("was were is are has have had will would may might could did does do".split())
_ADDS_ANOTHER = frozenset("and but while whereas".split())
_LOOSE = frozenset("“”\"'‘’,;:–—-.) ")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of words with one happening: `[start, end)` in the text, its words and what in it tells of happenings.

    `first` and `last` say whether it begins and ends its speech.
    """

    start: int
    end: int
    words: tuple[Word, ...]
    triggers: tuple[Trigger, ...]


def split_clauses(
    text: str, start: int, end: int, sentence: str = "", hole: tuple[int, int] = (0, 0)
) -> tuple[Clause, ...]:
    """The clauses of `text[start:end]` without the words in `hole` and the commas about it, in order. A piece without a
    verb of its own goes with the one before it, or with the first one that has a verb; so does one that tells of
    nothing."""
    words = split_words(text, start, end)
    if hole != (0, 0):
        words = _without(words, *hole)
    triggers = find_triggers(text, words, sentence or text[start:end])
    joined = _joined(_pieces(words, triggers), triggers)
    return tuple(_clause(text, group, triggers) for group in _eventful(joined, triggers))


def _without(words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...]:
    before = [w for w in words if w.end <= start]
    after = [w for w in words if w.start >= end]
    while before and before[-1].text == ",":
        before.pop()
    while after and after[0].text == ",":
        after.pop(0)
    return (*before, *after)


def _joined(pieces: list[list[Word]], triggers: tuple[Trigger, ...]) -> list[list[Word]]:
    """The pieces as clauses: those without a verb beside those with one, their subject before "was killed"."""
    joined: list[list[Word]] = []
    after: list[list[Word]] = []  # the pieces without a verb since the last with one
    for piece in pieces:
        if not _is_clause(piece, triggers):
            after.append(piece)
            if joined:
                joined[-1] += piece
            else:
                joined.append(list(piece))
        elif joined and _is_clause(joined[-1], triggers):
            subject = _subject_of(piece, after)
            if subject:
                joined[-1] = joined[-1][: -len(subject)]
            joined.append(subject + piece)
            after = []
        else:
            joined = [*joined[:-1], joined[-1] + piece] if joined else [list(piece)]
            after = []
    return joined


def _subject_of(piece: list[Word], after: list[list[Word]]) -> list[Word]:
    """ "and three people, two of them children, | were killed": what stands between the conjunction and the verb."""
    if piece[0].lower not in _HEADLESS or not after or after[0][0].lower not in _ADDS_ANOTHER:
        return []
    return [word for words in after for word in words]


def _pieces(words: tuple[Word, ...], triggers: tuple[Trigger, ...]) -> list[list[Word]]:
    """The words between marks and conjunctions, and before a participle that tells of something else."""
    told = {t.start for t in triggers if t.verb}
    pieces: list[list[Word]] = [[]]
    for place, word in enumerate(words):
        opens = _conjoins(words, place) or (word.start in told and _adds(words, place))
        if opens and pieces[-1] and not (word.lower in _AFTER_A_LENGTH and _is_length(pieces[-1])):
            pieces.append([])
        pieces[-1].append(word)
        if word.text in _MARKS and not _in_figure(words, place):
            pieces.append([])
    return [piece for piece in pieces if piece]


def _is_length(piece: list[Word]) -> bool:
    """ ", days | before the vote": how long before or after what comes next."""
    return piece[-1].lower in DURATIONS and len(piece) <= _LENGTH


def _in_figure(words: tuple[Word, ...], place: int) -> bool:
    """The mark of "11:40" and "18.30" parts no clauses."""
    if not 0 < place < len(words) - 1:
        return False
    before, mark, after = words[place - 1 : place + 2]
    glued = before.end == mark.start and mark.end == after.start
    return glued and before.text[-1:].isdigit() and after.text[:1].isdigit()


def _conjoins(words: tuple[Word, ...], place: int) -> bool:
    """The word begins another clause, and does not only join two nouns or figures."""
    word = words[place]
    after = words[place + 1] if place + 1 < len(words) else None
    before = words[place - 1] if place else None
    if word.lower == "and" and before is not None and after is not None:
        if before.capital and after.capital:
            return False  # "Defence and Security Forces" is one name
        if any(w.lower == "between" for w in words[max(place - 4, 0) : place]):
            return False  # "between 40 and 80 per cent"
    if word.lower in _RELATIVES:
        return True
    joined = after is not None and after.lower in _NOT_CLAUSES.get(word.lower, ())
    return word.lower in _CONJUNCTIONS and not joined and not (before and before.lower in {"such", "well"})


def _adds(words: tuple[Word, ...], place: int) -> bool:
    """ "fired missiles killing nine people": a participle behind a noun, without a comma."""
    before = words[place - 1].lower if place else ""
    return (
        is_participle(words[place].lower)
        and before.isalpha()
        and not is_verbal(before)
        and before not in _BEFORE_PARTICIPLE
    )


def _is_clause(piece: list[Word], triggers: tuple[Trigger, ...]) -> bool:
    """It has a verb: a trigger, an auxiliary, a past form that is no adjective, a participle that opens it."""
    if any(t.verb and piece[0].start <= t.start < piece[-1].end for t in triggers):
        return True
    for place, word in enumerate(piece):
        before = piece[place - 1].lower if place else ""
        if word.lower in {"'s", "s"} or before in {"the", "a", "an", "of", "some", "their", "its"}:
            continue
        if is_participle(word.lower) and place > 1 and before not in {"is", "are", "was", "were", "been", "be", "not"}:
            continue
        if is_verbal(word.lower) and not (is_past(word.lower) and place + 1 == len(piece) == 1):
            return True
    return False


def _eventful(groups: list[list[Word]], triggers: tuple[Trigger, ...]) -> list[list[Word]]:
    """Clauses that tell of nothing go with the one before them, the first of them with the next."""
    result: list[list[Word]] = []
    waiting: list[Word] = []
    for group in groups:
        tells = any(group[0].start <= t.start < group[-1].end for t in triggers)
        if tells and result and _goes_on(result[-1], group, triggers):
            result[-1] = result[-1] + group
        elif tells:
            result.append(waiting + group)
            waiting = []
        elif result:
            result[-1] = result[-1] + group
        else:
            waiting = waiting + group
    return result or ([waiting] if waiting else [])


def _goes_on(before: list[Word], group: list[Word], triggers: tuple[Trigger, ...]) -> bool:
    """ "broke the gate and escaped": another verb for the same happening, with the same subject."""
    opening = next((w for w in group if w.text[:1].isalpha() and w.lower not in {"and", "or", "then"}), None)
    ones, others = ([t for t in triggers if words[0].start <= t.start < words[-1].end] for words in (before, group))
    if opening is None or not ones or not others or others[0].start != opening.start:
        return False
    return max(ones, key=lambda t: t.rank).happening == max(others, key=lambda t: t.rank).happening and not any(
        w.text[:1].isdigit() for w in group
    )


def _clause(text: str, words: list[Word], triggers: tuple[Trigger, ...]) -> Clause:
    while len(words) > 1 and (words[0].lower in {"and", "but", "or"} or words[0].text in _LOOSE - {"“", '"', "("}):
        words = words[1:]
    while len(words) > 1 and (words[-1].text in _LOOSE - {"”", '"', ")"} or words[-1].lower in {"and", "but", "that"}):
        words = words[:-1]
    inside = tuple(t for t in triggers if words[0].start <= t.start < words[-1].end)
    return Clause(words[0].start, words[-1].end, tuple(words), inside)
