"""Who did what to whom, and where: the noun phrases around the word that tells of a happening."""

import re
from dataclasses import dataclass

from timeline.reading.clauses import Clause
from timeline.reading.morphology import is_verbal
from timeline.reading.relays import AGENCY_NAMES
from timeline.reading.sentences import Sentence
from timeline.reading.triggers import Trigger
from timeline.reading.words import Word

_SKIPPED = frozenset(
    """and but or also then later briefly temporarily reportedly allegedly still already again both then-president
    before after as while when since following because although though that which who where how so""".split()
)
_BLAME = frozenset("blame blames blamed blaming accuse accuses accused accusing".split())
_ENDS = frozenset(
    """in on at from to by with for after before during as since until and but or while when into against amid over
    under following across near through because who which that where""".split()
)
_PLACE = re.compile(
    r"\b(?:capital,|in|at|off|near|on|into|to|from|of|entered|reached|outside"
    r"|around|toward|towards|stormed|attacked|recaptured|retook"
    r"|seized|captured|left|struck|hit|shook|bombed) (?:the )?(?:(?:city|town|village|province"
    r"|island|district|region|capital|port"
    r"|northern|southern|eastern|western|northwestern|northeastern|southwestern|southeastern|central"
    r"|neighbou?ring|rebel-held|"
    r"opposition-held) (?:of )?){0,3}(?P<name>[A-Z][\w’'-]*(?:[ -](?:(?:al|el|de|e|bin"
    r"|of)[ -])?[A-Z][\w’'-]*)*)(?![\w’'-])(?! scale|\.[A-Z])"
)
TIME_NAME = re.compile(
    r"^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?$|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)\b)"
)
_NOT_PLACES = re.compile(rf"^(?:Facebook|Twitter|President|Minister|Prime)\b|^(?:{AGENCY_NAMES})$")


BODY_NAME = re.compile(
    r"\b(?:National|Directorate|Ministry|Defen[cs]e|Security|Council|Forces?|Army|MoD|Department"
    r"|Agency|Organi[sz]ation|Center|Centre|"
    r"Committee|Commission|Union|Party|Guard|Nations|University|Observatory|Survey|Press|News"
    r"|Coalition|Group|Bank|Court|Police)\b"
)
_LOWER_AFTER = re.compile(r" (?P<word>[a-z][\w-]+)")
# Words that may follow a place's name; a lower-case noun behind a single name makes it an adjective ("Afghan troops").
_AFTER_PLACE = frozenset(
    """city town province island district village area region county state border airport airfield airbase base suburb
    port    prison capital and or in on at from to by for with after before as was were is are had
    has have when while who which
    where that but since until near during into of against around north south east west yesterday today has will would
    said says early late overnight under over amid following because through between once""".split()
)


@dataclass(frozen=True, slots=True)
class Roles:
    """The words for who did it and for what it was done to; "" where the clause does not say."""

    actor: str = ""
    target: str = ""


def find_roles(clause: Clause, trigger: Trigger | None, before: Roles | None) -> Roles:
    """The roles in a clause; one that begins with its verb has the subject of the clause before it in the sentence."""
    if trigger is None:
        return Roles()
    left = [w for w in clause.words if w.end <= trigger.start]
    right = [w for w in clause.words if w.start >= trigger.end]
    subject = _subject(left)
    blamed = _blamed(left)
    if blamed:
        return Roles(blamed, _object(right))
    if not trigger.verb:
        return Roles(_after_by(right), subject)
    if not subject and before is not None:
        subject = before.actor or before.target
    if trigger.passive:
        return Roles(_after_by(right), subject)
    inside = [w for w in clause.words if trigger.start < w.start < trigger.end]
    return Roles(subject, _object(inside[:-1]) or _object(right))


def _blamed(left: list[Word]) -> str:
    """ "blaming rebels for using", "accused the army of bombing": who is said to have done it."""
    place = next((i for i in range(len(left) - 1, -1, -1) if left[i].lower in _BLAME), None)
    if place is None:
        return ""
    return _text([w for w in left[place + 1 :] if w.lower not in {"for", "of"} and w.text not in {"“", "”", '"'}])


def _subject(words: list[Word]) -> str:
    """The noun phrase before the verb: back to the last mark, without what opens the clause."""
    kept: list[Word] = []
    for word in reversed(words):
        if word.text in {",", ";", ":", "“", '"', "–", "("} or (word.lower in _SKIPPED and kept):
            break
        kept.insert(0, word)
    while kept and (
        is_verbal(kept[-1].lower) or kept[-1].lower.endswith("ly") or kept[-1].lower in _SKIPPED | {"not", "to", "on"}
    ):
        kept.pop()
    while kept and (kept[0].lower in _SKIPPED or not kept[0].text[:1].isalnum()):
        kept.pop(0)
    return _text(kept[-14:])


def _object(words: list[Word]) -> str:
    kept: list[Word] = []
    for word in words:
        if word.text in {",", ";", ":", ".", "”", '"', "–"} or (word.lower in _ENDS and kept) or len(kept) > 8:
            break
        if kept or word.lower not in _ENDS:
            kept.append(word)
    return _text(kept)


def _after_by(words: list[Word]) -> str:
    place = next((i for i, w in enumerate(words) if w.lower == "by"), None)
    return _object(words[place + 1 :]) if place is not None else ""


def _text(words: list[Word]) -> str:
    parts = [(" " if i and w.start > words[i - 1].end else "") + w.text for i, w in enumerate(words)]
    return "".join(parts)[:200].strip(" ,.;")


def find_place(text: str, clause: Clause, sentence: Sentence) -> str:
    """The first named place of the clause, or of its sentence, in the words of the text; "" where none is named."""
    for start, end in ((clause.start, clause.end), (sentence.start, sentence.end)):
        for name in places_in(text, start, end):
            return name[:200]
    return ""


def places_in(text: str, start: int = 0, end: int | None = None) -> tuple[str, ...]:
    """The named places in `text[start:end]`, in order: names behind a preposition of place or a verb that is done to
    places, without their possessive ending."""
    found = _PLACE.finditer(text, start, len(text) if end is None else end)
    return tuple(re.sub(r"[’']s?$", "", match["name"]) for match in found if _is_place(text, match))


def _is_place(text: str, match: re.Match[str]) -> bool:
    name = re.sub(r"[’']s?$", "", match["name"])
    if TIME_NAME.match(name) or _NOT_PLACES.match(name) or BODY_NAME.search(name):
        return False
    after = _LOWER_AFTER.match(text, match.end())
    adjective = after is not None and after["word"] not in _AFTER_PLACE and not is_verbal(after["word"])
    return not (adjective and re.search(r"(?:n|i|ish|ese|ch|k)$", name) and " " not in name)
