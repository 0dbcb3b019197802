"""Verbs of saying in a sentence, with the speaker, the relay and the words around them: frames of reported speech."""

import re
from dataclasses import replace
from itertools import takewhile

from timeline.reading.answers import with_answers
from timeline.reading.colons import scripted, written_on
from timeline.reading.frames import (
    NO_REPORT,
    PUT_AT,
    PUTS,
    according,
    by_count,
    is_passive,
    quoted_as,
    said_by_whom,
    with_relays,
)
from timeline.reading.frames import Frame as Frame
from timeline.reading.lexicon import reporting
from timeline.reading.lexicon.verbs import BE
from timeline.reading.morphology import forms, is_participle, is_verbal
from timeline.reading.phrasal import phrasal
from timeline.reading.relays import relay_after
from timeline.reading.speakers import STOP, before_who, can_speak, inverted, is_spaced, speaker_before
from timeline.reading.voices import is_speaker, singular
from timeline.reading.words import Word

_CUES: dict[str, str] = {
    form: lemma for lemma in reporting.SAY.split() for form in forms(lemma) if form not in reporting.MOSTLY_NOUNS
}
_DENY = frozenset(reporting.DENY.split())
_STANCE = frozenset(reporting.STANCE.split())
_INVERTED = frozenset(["said", "says", "added", "reported", "announced", "confirmed"])
_HEARSAY = re.compile(
    r"\b(?:[Ii]t (?:was|is|has been) (?:widely )?(?:reported|claimed|said|noted|alleged|understood|believed|stressed)"
    r"|[Rr]eports (?:say|said|claim|suggest)"
    r"|[Tt]here (?:were|are|have been|had been) (?:also )?(?:\w+ )?(?:reports|rumou?rs|claims) (?=that))(?: ?that)?\b"
)
_NOUN_BEFORE = frozenset("to the a an be is are this any his its their her our ' ’ 's".split())  # "their claim"
_SUBORDINATE = frozenset("when after since before because until".split())  # "since she announced …" is no report
_CONTENDED = re.compile(
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|concerns?|charges?|rumou?rs?|any|that|as|speculation|messages|posts|talk|stories)\b",
    re.I,
)

# "told the pilot to fly on" gives an order; "told reporters that" tells.
_ORDERED = re.compile(r"(?:(?!that\b)[\w’'-]+ ){1,4}(?:not )?to (?!be\b|the\b|an?\b|his\b|her\b|their\b|its\b)[a-z]+")
_SPOKEN = re.compile(
    r"(?:(?:on|last|late|early|this|again|also|yesterday|today|in|a|an|the|[A-Z]?[a-z]+day|week|month|night|statement)\s+){0,4}"
    r"(?:that\b|[“\":])|(?:his|her|its|their|the) (?:figures?|estimates?|claims?|denials?)\b"
)
_CLAIMED = re.compile(reporting.CLAIMED)
_BY_WIRE = re.compile(r" by (?:tele)?phone| by e?-?mail| by (?:text|video|letter|fax|radio|satellite)")
_FINDERS = reporting.FINDERS


def find_frames(text: str, words: tuple[Word, ...], quotation_open: bool) -> tuple[Frame, ...]:
    """The frames of a sentence in order, none overlapping another; verbs inside quotation marks are passed over."""
    if not words:
        return ()
    inside = _inside_quotes(words, quotation_open)
    frames: list[Frame] = []
    for place, word in enumerate(words):
        if inside[place] or (frames and word.start < frames[-1].end):
            continue
        frame = _frame_at(text, words, inside, place, frames)
        if frame is None:
            continue
        if frames and frame.start < frames[-1].start and not frame.trailing:
            frames[-1] = frame  # what stood in a relative clause: "the group, in whose name a man claimed …, said"
        elif frame.start >= (frames[-1].end if frames else words[0].start):
            frames.append(frame)
    return with_relays(text, words, with_answers(text, words, inside, frames))


def _frame_at(text: str, words: tuple[Word, ...], inside: list[bool], place: int, frames: list[Frame]) -> Frame | None:
    word = words[place]
    if word.lower == "according" and place + 1 < len(words) and words[place + 1].lower == "to":
        return according(text, words, place)
    if word.lower in {"by", "quoted"}:
        return by_count(text, words, place) if word.lower == "by" else quoted_as(text, words, place)
    if word.lower in {"it", "reports", "there"} and (hearsay := _HEARSAY.match(text, word.start)):
        start, end = word.start, hearsay.end()
        return Frame(start, end, "", "", "reported", "", place > 3, start, hearsay=True)
    if phrase := phrasal(words, place):
        return _reporting(text, words, inside, place, frames, *phrase)
    if word.text == ":" and not frames:
        return written_on(text, words, place) or scripted(text, words, place)
    if word.lower in _CUES and (word.text.islower() or _CUES[word.lower] == "report"):
        return _reporting(text, words, inside, place, frames)
    return None


def _inside_quotes(words: tuple[Word, ...], quotation_open: bool) -> list[bool]:
    inside, marks = quotation_open, []
    for word in words:
        if word.text in {"“", "”", '"'}:
            inside = word.text == "“" or (word.text == '"' and not inside)
            marks.append(True)
        else:
            marks.append(inside)
    return marks


def _reporting(
    text: str,
    words: tuple[Word, ...],
    inside: list[bool],
    place: int,
    frames: list[Frame],
    last: int = -1,
    lemma: str = "",
) -> Frame | None:
    """The frame of the verb of saying at `place`, or of the phrase `lemma` stands for, which ends at word `last`."""
    word, lemma = words[place], lemma or _CUES[words[place].lower]
    last = max(last, place)
    if is_passive(words, place, lemma):
        return _in_passive(text, words, place, lemma)
    by_wire = _BY_WIRE.match(text, word.end)
    if (
        place + 1 < len(words)
        and words[place + 1].lower in {"by", "as"}
        and not by_wire
        and lemma not in {"report", "tell"}
    ):
        return None
    if place and words[place - 1].lower in _NOUN_BEFORE:
        return None
    if not _says(text, words, inside, last, lemma):
        return None
    if _may_invert(words, inside, place) and (right := inverted(words, place)):
        stop, speaker, apposition = right
        return _frame(text, words, word.start, words[stop].end, speaker, apposition, place, lemma, trailing=True)
    left = None if word.lower.endswith("ing") else speaker_before(words, inside, place)
    if left is not None and lemma in reporting.FINDINGS and not _finds(lemma, left[1], words[place - 1].lower):
        return None
    if left is None and lemma == "put":
        left = before_who(words, inside, place)
    if left is None:
        return _same_speaker(text, words, place, lemma, frames) or _said_by(text, words, place, lemma)
    first, speaker, apposition = left
    if first and words[first - 1].lower in _SUBORDINATE:
        return None
    return _frame(
        text,
        words,
        words[first].start,
        words[last].end,
        speaker,
        apposition,
        place,
        lemma,
        trailing=_trails(words, inside, first, last),
    )


def _in_passive(text: str, words: tuple[Word, ...], place: int, lemma: str) -> Frame | None:
    """ "Two deaths were confirmed by the ministry": all that stands before "by" was said."""
    by = None if lemma in NO_REPORT else said_by_whom(words, place)
    if by is None:
        return None
    first, last, speaker = by
    frame = _frame(text, words, words[first].start, words[last].end, speaker, "", place, lemma, trailing=True)
    return replace(frame, keeps_cue=False)


def _may_invert(words: tuple[Word, ...], inside: list[bool], place: int) -> bool:
    """ "…," said Jane Roe: a mark before the verb, and something said before the mark."""
    if not place or words[place - 1].text not in {",", "”", '"'}:
        return False
    if words[place].lower not in _INVERTED:
        return words[place - 1].text in {"”", '"'} and words[place].lower.endswith("ed")
    return any(inside[:place]) or any(is_verbal(w.lower) for w in words[:place])


def _finds(lemma: str, speaker: str, before: str) -> bool:
    """The speaker is a document or a body that looked into something, or "it", which may be one; or a journalist who
    was there; or anybody who counted."""
    words = {singular(w) for w in speaker.lower().split()}
    if lemma in {"see", "learn", "count"} and words & reporting.EYES:
        return before not in BE
    if lemma == "count" and any(is_speaker(word) for word in words):
        return before not in BE
    return lemma not in {"see", "learn"} and before not in BE and bool(words & _FINDERS or words == {"it"})


def _says(text: str, words: tuple[Word, ...], inside: list[bool], last: int, lemma: str) -> bool:
    """The verb reports speech here: "rejected reports that" does, "rejected advice" and "claims to show" do not."""
    cue = words[last]
    after = text[cue.end : words[-1].end].lstrip()[:80]
    if lemma == "tell" and _ORDERED.match(after):
        return False
    if lemma == "put" and cue.lower in _CUES and not PUTS.match(after):
        return False
    if lemma == "speak of":
        return bool(re.match(r"(?:[\w-]+ ){0,2}\d", after))
    if lemma in reporting.WEAK:
        if _may_invert(words, inside, last) and inverted(words, last):
            return True
        closes = any(inside[:last]) and not after.strip(" .,")
        return closes or bool(_SPOKEN.match(after)) or bool(re.match(r"[.,;]", after) and any(inside[:last]))
    if lemma in {"reject", "dismiss", "refute"}:
        return bool(_CONTENDED.match(after) or _CONTENDED.search(" ".join(after.split()[:3])))
    if cue.lower == "reports":
        return not re.match(r"of\b", after)
    if lemma != "claim" and re.match(r"to (?:be|have)\b", after):
        return False
    return not (lemma == "claim" and re.match(r"to show|(?:the )?lives|\d", after))


def _said_by(text: str, words: tuple[Word, ...], place: int, lemma: str) -> Frame | None:
    """ "The bridge is down said the mayor", where the mark before the verb was lost."""
    if words[place].lower not in {"said", "says"} or not any(is_verbal(w.lower) for w in words[:place]):
        return None
    right = inverted(words, place)
    if right is None or not _may_open(words[place + 1].lower):
        return None
    stop, speaker, apposition = right
    return _frame(text, words, words[place].start, words[stop].end, speaker, apposition, place, lemma, trailing=True)


def _may_open(word: str) -> bool:
    """A speaker behind "said" may begin with this word, where no mark shows it."""
    return word in {"the", "a", "an", "mr", "mrs", "its", "his", "her", "their"} or is_speaker(word)


def _same_speaker(text: str, words: tuple[Word, ...], place: int, lemma: str, frames: list[Frame]) -> Frame | None:
    """ "… and said", "… adding that", "saying": the speaker is the one named before in the sentence."""
    word, before = words[place], words[place - 1].lower if place else ""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    by_the_way = lemma in reporting.BY_THE_WAY or (lemma == "put" and PUT_AT.match(text, word.end, words[-1].end))
    participle = word.lower.endswith("ing") and by_the_way and after not in reporting.NO_WARNING
    if not ((before in {"and", "but"} and lemma in {"say", "add", "tell", "deny", "warn"}) or participle):
        return None
    if frames:
        return _frame(
            text, words, word.start, word.end, frames[-1].speaker, frames[-1].apposition, place, lemma, trailing=False
        )
    subject = _subject(words)
    return _frame(text, words, word.start, word.end, subject, "", place, lemma, trailing=False) if subject else None


def _subject(words: tuple[Word, ...]) -> str:
    """The words before the first verb of the sentence, when they can speak."""
    stop = next((i for i, w in enumerate(words) if is_verbal(w.lower) or w.lower in _CUES), 0)
    subject = tuple(takewhile(lambda w: w.lower not in {"which", "who"} and w.text != ",", words[:stop]))
    while subject and (subject[0].lower in STOP or not subject[0].text[0].isalnum()):
        subject = subject[1:]
    return " ".join(w.text for w in subject) if subject and can_speak(subject) and len(subject) < 14 else ""


def _frame(
    text: str,
    words: tuple[Word, ...],
    start: int,
    end: int,
    speaker: str,
    apposition: str,
    place: int,
    lemma: str,
    trailing: bool,
) -> Frame:
    cue = words[place]
    via, end = relay_after(text, end, lemma, words[-1].end, trailing)
    # "Confirmed that it fell": the clause says all by itself, unless the saying is a deed ("warned that").
    whole = text[cue.end : end].split()[-1:] == ["that"] and cue.lower not in reporting.DEEDS
    keeps = _DENY | _STANCE | (frozenset() if whole else reporting.KEEPS)
    return Frame(
        start=start,
        end=end,
        speaker=speaker,
        apposition=apposition,
        cue=cue.text,
        via=via,
        trailing=trailing,
        cue_start=cue.start,
        keeps_cue=lemma in keeps or _CLAIMED.match(text, cue.start) is not None,
        denies=lemma in _DENY,
        stance=lemma in _STANCE,
        finds=lemma in reporting.FINDINGS,
    )


def _trails(words: tuple[Word, ...], inside: list[bool], first: int, place: int) -> bool:
    """The words said stand before the speaker: they hold a verb or a quotation, and a mark or nothing parts them."""
    before = words[:first]
    if not before or (not any(is_verbal(w.lower) for w in before) and not any(inside[:first])):
        return False
    if before[-1].text in {",", "”", '"', "’", ":"} or (before[-1].text == "-" and is_spaced(words, first - 1)):
        return True
    if before[-1].lower in STOP or before[-1].text in {";", "–", "—"}:
        return False
    if words[first].lower in reporting.PRONOUNS:
        return True
    after = words[place + 1 :]
    if after and is_participle(after[0].lower):
        return True
    return not any(is_verbal(w.lower) for w in after[:12]) or (bool(after) and after[0].lower in {"and", "in", "on"})
