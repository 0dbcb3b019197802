"""The words that tell of a happening, found with the table of `lexicon.happenings`."""

import re
from dataclasses import dataclass

from timeline.reading.lexicon.alarms_and_works import OWN_TYPES, QUIET_TYPES
from timeline.reading.lexicon.happenings import EXTRA_TYPES, HAPPENINGS, PHRASES, Happening
from timeline.reading.lexicon.names_of_deeds import DATED_BY_DEEDS, NAMED_AFTER_DEEDS
from timeline.reading.lexicon.verbs import BE, BOTH_PASTS, PARTICLES
from timeline.reading.morphology import forms, is_past, is_verbal
from timeline.reading.openings import alternatives, beginnings_of, by_opening
from timeline.reading.voices import singular
from timeline.reading.words import Word

REACH = 6  # words between a verb and the particle or object that belongs to it
_BEFORE_NOUN = frozenset(
    """the a an of in on at by from with for its his her their our no any some more this that these those first second
    third last latest recent new another other further mass
    peaceful large big huge small earlier previous each every heavy fierce deadly air gas car suicide drone such several
    many few two three four five direct main under into after during against 's ' ’ and""".split()
)

_AFTER_VERB = frozenset(
    """the a an his her its their our my this that these those some any all no many several most at in on by from to
    with for into near off over after before during as and or but while when him them it us me you over about around
    one two three four five six seven eight nine ten eleven twelve dozens scores hundreds thousands another others
    people civilians nearly almost up out down away back aground ashore himself herself itself themselves""".split()
)


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word (or phrase) at `[start, end)` that tells of a happening; `verb` says whether it is a verb there,
    `infinitive` whether it is only aimed at ("to retake"), `passive` whether its subject is what it happened to."""

    start: int
    end: int
    text: str
    happening: Happening
    verb: bool
    infinitive: bool = False
    passive: bool = False

    @property
    def rank(self) -> float:
        return self.happening.rank - (3.5 if self.infinitive else 0) - (0 if self.verb else 3)


def _verb_index() -> dict[str, list[tuple[Happening, str, str]]]:
    index: dict[str, list[tuple[Happening, str, str]]] = {}
    for happening in HAPPENINGS:
        for entry in happening.verbs.split():
            lemma, _, rest = entry.partition("+")
            for form in _forms_meant(lemma):
                index.setdefault(form, []).append((happening, lemma.removesuffix("~"), rest.replace("+", " ")))
    return index


def _forms_meant(lemma: str) -> set[str]:
    """All forms of a verb; of one written "jail~", which is mostly a noun as it stands, those that are verbs only."""
    bare = lemma.removesuffix("~")
    also = {f"{bare}ed"} if bare in BOTH_PASTS else set()
    return also | set(forms(bare)[2:] if lemma.endswith("~") else forms(bare))


def _noun_index() -> dict[str, list[Happening]]:
    index: dict[str, list[Happening]] = {}
    for happening in HAPPENINGS:
        for noun in happening.nouns.split():
            plain = noun.replace("_", " ")
            plural = re.sub(r"([^aeiou])y$", r"\1ie", plain) + ("es" if plain.endswith(("s", "sh", "ch")) else "s")
            for form in (plain, plural):
                index.setdefault(form, []).append(happening)
    return index


_VERBS = _verb_index()
_NOUNS = _noun_index()
_BASES = frozenset(lemma for entries in _VERBS.values() for _, lemma, _ in entries)
_TYPES = {h.type: h for h in HAPPENINGS} | {
    name: Happening(
        name,
        family,
        title,
        rank=2 if name == "location" else 1.5 if name in QUIET_TYPES else 4 if name in OWN_TYPES else 5,
    )
    for name, (family, title) in EXTRA_TYPES.items()
}
_NAMED_BY_NOUNS = frozenset(
    {"casualties", "first of its kind", "warning", "people aboard", "location"}
)  # in their phrases
# Over lower-case letters, with the beginnings of the words a phrase can begin with.
_PHRASES = tuple((_TYPES[name], re.compile(one)) for name, pattern in PHRASES for one in alternatives(pattern))
_OPENED, _ALWAYS = by_opening([pattern.pattern for _, pattern in _PHRASES])
_NEEDS = {h: re.compile(h.needs, re.IGNORECASE) for h in HAPPENINGS if h.needs}
_NEVER = {h: re.compile(h.never, re.IGNORECASE) for h in HAPPENINGS if h.never}


def happening_of(type_: str) -> Happening:
    """The table's row for an event type; an unknown type (an editor's) is a family of its own."""
    return _TYPES.get(type_) or Happening(type_, type_, type_.capitalize())


def find_triggers(text: str, words: tuple[Word, ...], sentence: str) -> tuple[Trigger, ...]:
    """The triggers among the words, in order; at one place the one of greatest rank only."""
    if not words:
        return ()
    found: dict[int, Trigger] = {}
    for place in range(len(words)):
        for trigger in (*_verbs_at(text, words, place), *_nouns_at(text, words, place)):
            if not _fits(trigger.happening, text, words, place, sentence):
                continue
            best = found.get(trigger.start)
            if best is None or trigger.rank > best.rank or len(trigger.text) > len(best.text):
                found[trigger.start] = trigger
    first = words[0].start
    lower = _lower(text[first : words[-1].end])
    begun = beginnings_of(lower) & _OPENED.keys()
    tried = _ALWAYS.union(*(_OPENED[beginning] for beginning in begun))
    for happening, pattern in (_PHRASES[number] for number in sorted(tried)):
        for match in pattern.finditer(lower):
            start, end = first + match.start(), first + match.end()
            phrase = Trigger(start, end, text[start:end], happening, happening.type not in _NAMED_BY_NOUNS)
            known = found.get(start)
            if known is None or phrase.rank > known.rank:
                found[start] = phrase
    return tuple(found[start] for start in sorted(found))


def _lower(words: str) -> str:
    """The words in lower case, each letter where it was."""
    lower = words.lower()
    return lower if len(lower) == len(words) else "".join(c if len(c.lower()) > 1 else c.lower() for c in words)


def _fits(happening: Happening, text: str, words: tuple[Word, ...], place: int, sentence: str) -> bool:
    needs, never = _NEEDS.get(happening), _NEVER.get(happening)
    if needs and not needs.search(sentence):
        return False
    if never:
        near = text[words[max(place - 5, 0)].start : words[min(place + 8, len(words) - 1)].end]
        return not never.search(near)
    return True


def _verbs_at(text: str, words: tuple[Word, ...], place: int) -> list[Trigger]:
    word = words[place]
    entries = _VERBS.get(word.lower)
    if not entries or not _is_verb_here(words, place):
        return []
    passive = _is_passive(words, place)
    found = []
    for happening, _, rest in entries:
        end = _particle_end(words, place, rest) if rest else word.end
        if not end and passive and rest not in PARTICLES and _stands_before(words, place, rest):
            end = word.end  # "parliament was dissolved"
        if end:
            infinitive = place > 0 and words[place - 1].lower == "to"
            found.append(Trigger(word.start, end, text[word.start : end], happening, True, infinitive, passive))
    return found


def _particle_end(words: tuple[Word, ...], place: int, rest: str) -> int | None:
    """Where the particle or object of the verb ends, when it stands within reach."""
    end, at = 0, place + 1
    for part in rest.split():
        for number, later in enumerate(words[at : place + 1 + REACH], start=at):
            if later.text in {".", ";"} or (later.text == "," and part in {"to", "out", "back", "over", "of"}):
                return None
            if later.lower == part or (len(part) > 4 and later.lower.startswith(part)):
                end, at = later.end, number + 1
                break
        else:
            return None
    return end


def _stands_before(words: tuple[Word, ...], place: int, thing: str) -> bool:
    """The thing a passive verb was done to stands before it, in the same clause."""
    for word in reversed(words[max(place - REACH, 0) : place]):
        if word.text in {".", ";", ","}:
            return False
        if word.lower == thing or (len(thing) > 4 and word.lower.startswith(thing)):
            return True
    return False


def _is_verb_here(words: tuple[Word, ...], place: int) -> bool:
    """A form that may be a noun or an adjective ("attacks", "the wounded") is a verb where none of these is likely."""
    word, before = words[place], words[place - 1].lower if place else ""
    if before == "to":
        return True
    if before in {"the", "a", "an"} or before.endswith(("'s", "’s")) or before in {"'", "’"}:
        return False
    if word.lower in {"force", "forces"}:
        return False
    if word.lower in _BASES or (word.lower.endswith("s") and not is_past(word.lower)):
        return (before not in _BEFORE_NOUN or (before in {"and"} and place > 1)) and not _is_noun(words, place)
    if is_past(word.lower) and _is_adjective(words, place):
        return False
    return not (before in {"of", "by", "for"} and is_past(word.lower))


def _is_noun(words: tuple[Word, ...], place: int) -> bool:
    """ "had control", "a heart attack", "no political demand": a bare form behind "had", or behind an article and words
    that are no subject of it: a singular one would want another form of the verb."""
    word, before = words[place].lower, words[place - 1].lower if place else ""
    if word not in _BASES or is_past(word):
        return False
    if before in {"had", "has", "have"}:
        return True
    if before.endswith("s") or before in _PLURALS or is_verbal(before) or not before.isalpha():
        return False
    return any(w.lower in _ARTICLES for w in words[max(place - 3, 0) : place - 1])


_HAVE = frozenset(["had", "has", "have"])
_ARTICLES = frozenset("a an the no any this that his her its their our my another".split())
_PLURALS = frozenset(
    "people police men women children who which they we you i forces troops not never also then to".split()
)


def _is_adjective(words: tuple[Word, ...], place: int) -> bool:
    """ "storm hijacked plane": a participle before a bare noun, at the beginning or behind another verb."""
    before = words[place - 1].lower if place else ""
    if place and not (is_past(before) or before in _BASES):
        return False
    if place and not is_past(before) and not _is_plural(words[place - 2].lower if place > 1 else ""):
        return False  # "a bomb killed civilians": the word before is the subject, and no verb
    if before in _HAVE or (before in BE and not (place > 1 and words[place - 2].lower == "there")):
        return False  # "he was killed instantly", "had exploded nearby", but "there were injured people"
    after = words[place + 1] if place + 1 < len(words) else None
    return after is not None and after.text[:1].isalpha() and after.lower not in _AFTER_VERB


def _is_plural(word: str) -> bool:
    return word.endswith("s") or word in _PLURALS


def _is_passive(words: tuple[Word, ...], place: int) -> bool:
    if not is_past(words[place].lower):
        return False
    for earlier in reversed(words[max(place - 4, 0) : place]):
        if earlier.lower in BE:
            return True
        if earlier.lower in {"has", "have", "had", "and"} or earlier.text in {",", "”", "“"}:
            return False
    return place == 0 or (
        not any(w.lower in {"who", "which"} for w in words[:place]) and _verbless_before(words, place)
    )


def _verbless_before(words: tuple[Word, ...], place: int) -> bool:
    """ "at least 50 injured": a participle right behind a number, with the auxiliary left out."""
    return any(w.text[:1].isdigit() for w in words[max(place - 2, 0) : place])


def _only_names(words: tuple[Word, ...], start: int, stop: int) -> bool:
    """ "the coup leader", "battle dress", "the morning of the coup": the noun says who or when something else was."""
    after = words[stop].lower if stop < len(words) else ""
    if singular(after) in NAMED_AFTER_DEEDS and words[stop].start - words[stop - 1].end <= 1:
        return True
    before = [w.lower for w in words[max(start - 3, 0) : start]]
    return before[1:] == ["of", "the"] and before[0] in DATED_BY_DEEDS


def _nouns_at(text: str, words: tuple[Word, ...], place: int) -> list[Trigger]:
    found = []
    for size in (3, 2, 1):
        part = words[place : place + size]
        if len(part) < size:
            continue
        phrase = " ".join(w.lower for w in part)
        if phrase in _NOUNS and _only_names(words, place, place + size):
            continue
        for happening in _NOUNS.get(phrase, ()):
            found.append(Trigger(part[0].start, part[-1].end, text[part[0].start : part[-1].end], happening, False))
    return found
