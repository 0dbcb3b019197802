"""Verbs of saying in a sentence, with the speaker, the relay and the words around them: the frames of reported speech."""

import re
from dataclasses import dataclass, replace

from timeline.reading.lexicon import reporting
from timeline.reading.morphology import forms, is_past, is_verbal
from timeline.reading.voices import is_speaker
from timeline.reading.words import Word

_CUES: dict[str, str] = {
    form: lemma for lemma in reporting.SAY.split() for form in forms(lemma) if form not in reporting.MOSTLY_NOUNS
}
_DENY = frozenset(reporting.DENY.split())
_STANCE = frozenset(reporting.STANCE.split())
_INVERTED = frozenset(["said", "says", "added", "reported", "announced", "confirmed"])
AGENCY_NAMES = "|".join(
    sorted((re.escape(name.strip()) for name in reporting.AGENCIES.split("|")), key=len, reverse=True)
)
_AGENCY = re.compile(
    r"(?:the )?(?P<name>(?:student |state |official )?(?:news agency )?(?:" + AGENCY_NAMES + r")"
    r"|(?:state(?:-run)? )?(?:television|tv|radio|media)|reporters|journalists)\b"
    r"(?:[’']s)?(?: (?:news agency|news|agency|press agency|television|tv))?",
    re.IGNORECASE,
)
_CHANNEL = re.compile(
    r"\s*,?\s*(?:(?:in|on|via|during|through) (?:a |an |the |its |his |her |their |state |[A-Z]\w+ ){0,2})"
    r"(?P<channel>" + reporting.CHANNELS.replace("\n", "") + r")\b(?: page| channel| account)?",
    re.IGNORECASE,
)
_SKIP = re.compile(
    r"\s*(?:,?\s*on condition of anonymity(?: because [^,.]*)?,?"
    r"|,?\s*(?:on|late on|early on) (?:mon|tues|wednes|thurs|fri|satur|sun)day,?|,?\s*(?:today|yesterday|earlier|later),?"
    r"|that\b|too\b|:)",
    re.IGNORECASE,
)
_ACCORDING = re.compile(r"\baccording to\b", re.IGNORECASE)
_BY_REPORT = re.compile(r"^(?:a |an |the )?(?:\w+ )?(?:reports?|statement|article) (?:by|from|in|of) ", re.IGNORECASE)
_QUOTED_AS = re.compile(
    r"\bquoted (?P<who>[^.;“”\"]{0,80}?)\s*as (?:saying|telling)\b(?: by (?P<by>[A-Z]\w*(?: [A-Z]\w*)*))?"
)
_SPEAKING_TO = re.compile(r"\b[Ss]peaking to (?P<to>[A-Z]\w*(?: [A-Z]\w*)?)\b")
_HEARSAY = re.compile(
    r"\b(?:[Ii]t (?:was|is|has been) (?:widely )?(?:reported|claimed|said)|[Rr]eports (?:say|said|claim|suggest))(?: that)?\b"
)
_STOP = frozenset(
    """that who which but as while when because although though if where whether than since after before until and or
    so then from into during with by on under over against amid""".split()
)
_INSIDE = frozenset(["of", "for", "in", "at", "the", "a", "an", "to"])
_NOUN_BEFORE = frozenset(
    "to the a an be is are this any his its their her our ' ’ 's".split()
)  # "their claim", "to say"
_SUBORDINATE = frozenset("when after since before because until".split())  # "since she announced …" is no report
_DOCUMENTS = frozenset("""update report statement study letter release figures data bulletin dispatch""".split())
_CONTENDED = re.compile(
    r"(?:reports?|claims?|allegations?|accusations?|suggestions?|concerns?|charges?|rumou?rs?|any|that|as|speculation)\b",
    re.I,
)
_TIME_WORDS = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays today yesterday january february march
    april june july august september october november december on in late early""".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """The words that say who says so: `[start, end)` in the text, from the speaker to the last word about the saying.

    `trailing`: what was said stands before it. `keeps_cue`: the words after it need the verb to be understood ("denied
    any part"). `hearsay`: no one is named ("it was reported").
    """

    start: int
    end: int
    speaker: str
    apposition: str
    cue: str
    via: str
    trailing: bool
    cue_start: int
    keeps_cue: bool = False
    denies: bool = False
    stance: bool = False
    hearsay: bool = False


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
        if frame is not None and frame.start >= (frames[-1].end if frames else words[0].start):
            frames.append(frame)
    return _with_relays(text, words, frames)


def _frame_at(text: str, words: tuple[Word, ...], inside: list[bool], place: int, frames: list[Frame]) -> Frame | None:
    word = words[place]
    if word.lower == "according" and place + 1 < len(words) and words[place + 1].lower == "to":
        return _according(text, words, place)
    if word.lower == "quoted":
        return _quoted_as(text, words, place)
    if word.lower in {"it", "reports"} and (hearsay := _HEARSAY.match(text, word.start)):
        start, end = word.start, hearsay.end()
        return Frame(start, end, "", "", "reported", "", place > 3, start, hearsay=True)
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


# ---- "X said", "said X" -------------------------------------------------------------------------


def _reporting(text: str, words: tuple[Word, ...], inside: list[bool], place: int, frames: list[Frame]) -> Frame | None:
    word, lemma = words[place], _CUES[words[place].lower]
    if place + 1 < len(words) and words[place + 1].lower in {"by", "as"} and lemma not in {"report", "tell"}:
        return None
    if place and words[place - 1].lower in _NOUN_BEFORE:
        return None
    if not _says(text, word, lemma):
        return None
    if _may_invert(words, inside, place) and (right := _inverted(words, place)):
        stop, speaker, apposition = right
        return _frame(text, words, word.start, words[stop].end, speaker, apposition, place, lemma, trailing=True)
    left = _speaker_before(words, inside, place)
    if left is None:
        return _same_speaker(text, words, place, lemma, frames)
    first, speaker, apposition = left
    if first and words[first - 1].lower in _SUBORDINATE:
        return None
    if lemma not in {"say", "tell"} and not is_past(word.lower) and word.lower.endswith("ing"):
        return None
    return _frame(
        text,
        words,
        words[first].start,
        word.end,
        speaker,
        apposition,
        place,
        lemma,
        trailing=_trails(words, inside, first, place),
    )


def _may_invert(words: tuple[Word, ...], inside: list[bool], place: int) -> bool:
    """ "…," said Jane Roe: a mark before the verb, and something said before the mark."""
    if words[place].lower not in _INVERTED or not place or words[place - 1].text not in {",", "”", '"'}:
        return False
    return any(inside[:place]) or any(is_verbal(w.lower) for w in words[:place])


def _says(text: str, cue: Word, lemma: str) -> bool:
    """The verb reports speech here: "rejected reports that" does, "rejected advice" and "claims to show" do not."""
    after = text[cue.end : cue.end + 60].lstrip()
    if lemma in {"reject", "dismiss", "refute"}:
        return bool(_CONTENDED.match(after) or _CONTENDED.search(" ".join(after.split()[:3])))
    if cue.lower == "reports":
        return not re.match(r"of\b", after)
    return not (lemma == "claim" and re.match(r"to show|(?:the )?lives|\d", after))


def _same_speaker(text: str, words: tuple[Word, ...], place: int, lemma: str, frames: list[Frame]) -> Frame | None:
    """ "… and said", "… adding that", "saying": the speaker is the one named before in the sentence."""
    word, before = words[place], words[place - 1].lower if place else ""
    participle = word.lower.endswith("ing") and lemma in {
        "say",
        "add",
        "insist",
        "claim",
        "note",
        "warn",
        "stress",
        "describe",
    }
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
    subject = words[:stop]
    return " ".join(w.text for w in subject) if subject and _can_speak(subject) and len(subject) < 14 else ""


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
    via, end = _relay_after(text, end, lemma, words[-1].end)
    return Frame(
        start=start,
        end=end,
        speaker=speaker,
        apposition=apposition,
        cue=cue.text,
        via=via,
        trailing=trailing,
        cue_start=cue.start,
        keeps_cue=lemma in _DENY | _STANCE or lemma in reporting.KEEPS,
        denies=lemma in _DENY,
        stance=lemma in _STANCE,
    )


def _relay_after(text: str, end: int, lemma: str, limit: int) -> tuple[str, int]:
    """The outlet told and the channel used, read from `end` on; and where the words of what was said begin."""
    via = []
    if lemma == "tell":
        addressee = _AGENCY.match(text, end + 1, limit)
        if addressee:
            via.append(addressee.group().removeprefix("the "))
            end = addressee.end()
    for _ in range(4):
        channel = _CHANNEL.match(text, end, limit)
        skipped = channel or _SKIP.match(text, end, limit)
        if not skipped or skipped.end() == end:
            break
        if channel:
            via.append(channel["channel"])
        end = skipped.end()
    return ", ".join(v for v in via if v not in {"reporters", "journalists"}), end


def _trails(words: tuple[Word, ...], inside: list[bool], first: int, place: int) -> bool:
    """The words said stand before the speaker: they hold a verb or a quotation, and a mark or nothing parts them."""
    before = words[:first]
    if not before or (not any(is_verbal(w.lower) for w in before) and not any(inside[:first])):
        return False
    if before[-1].text in {",", "”", '"', "’", ":"}:
        return True
    if before[-1].lower in _STOP or before[-1].text in {";", "–", "—"}:
        return False
    after = words[place + 1 :]
    return not any(is_verbal(w.lower) for w in after[:12]) or (bool(after) and after[0].lower in {"and", "in", "on"})


def _speaker_before(words: tuple[Word, ...], inside: list[bool], place: int) -> tuple[int, str, str] | None:
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
    if words[at].text != ",":
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
    return start, _joined(name), _joined(words[first : at + 1])


def _with_apposition(words: tuple[Word, ...], inside: list[bool], at: int) -> tuple[int, str, str] | None:
    """ "Jane Roe, head of the council, said": the name before the commas, the role between them."""
    stop = at
    for _ in range(3):
        comma = next((i for i in range(stop - 1, -1, -1) if words[i].text == ","), -1)
        if comma <= 0 or inside[comma]:
            return None
        between = words[comma + 1 : stop]
        relative = bool(between) and between[0].lower in {"who", "which", "whose"}
        if any(is_verbal(w.lower) for w in between) and not relative:
            return None
        first = _phrase_start(words, inside, comma - 1)
        named = _named(words, first, comma - 1, "" if relative else _joined(words[comma + 1 : at]))
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
        return 0 < place < last and _can_speak((words[place - 1],)) and _can_speak((words[place + 1],))
    if word.lower == "from":
        return place > 0 and (is_speaker(words[place - 1].lower) or words[place - 1].lower in _DOCUMENTS)
    if word.lower in _INSIDE or word.capital or word.text in {"'", "’", "-", "/", "."}:
        return word.text != "." or place < last
    if not word.lower[:1].isalpha() or word.lower in _STOP or word.lower in reporting.PRONOUNS:
        return False
    return not is_verbal(word.lower) or word.lower.startswith(("state", "united", "armed"))


def _named(words: tuple[Word, ...], first: int, last: int, apposition: str) -> tuple[int, str, str] | None:
    phrase = words[first : last + 1]
    while phrase and (
        phrase[0].lower in {"in", "at", "of", "for", "to", "meanwhile", "earlier", "later"}
        or not phrase[0].text[0].isalnum()
    ):
        phrase, first = phrase[1:], first + 1
    if not phrase or not (_can_speak(phrase) or _can_speak_text(apposition)):
        return None
    return first, _joined(phrase), apposition


def _joined(phrase: tuple[Word, ...]) -> str:
    parts: list[str] = []
    for place, word in enumerate(phrase):
        gap = place and word.start > phrase[place - 1].end
        parts.append((" " if gap else "") + word.text)
    return "".join(parts)


def _can_speak(phrase: tuple[Word, ...]) -> bool:
    return any(
        is_speaker(w.lower) or (w.capital and w.lower not in _INSIDE and w.lower not in _TIME_WORDS) for w in phrase
    )


def _can_speak_text(phrase: str) -> bool:
    return any(is_speaker(w.lower()) for w in phrase.split())


def _inverted(words: tuple[Word, ...], place: int) -> tuple[int, str, str] | None:
    """(last word, speaker, apposition) of the noun phrase after "said"."""
    last = place + 1
    while (
        last < len(words)
        and words[last].text not in {",", ".", ";", ":", "“", '"'}
        and not is_verbal(words[last].lower)
    ):
        last += 1
    phrase = words[place + 1 : last]
    if not phrase or phrase[0].lower in _STOP or (last < len(words) and is_verbal(words[last].lower)):
        return None
    if not (_can_speak(phrase) or phrase[0].lower in reporting.PRONOUNS) or len(phrase) > 14:
        return None
    stop, apposition = last - 1, ""
    if last < len(words) and words[last].text == ",":
        end = next((i for i in range(last + 1, len(words)) if words[i].text in {",", ".", ";"}), len(words))
        between = words[last + 1 : end]
        if between and not any(is_verbal(w.lower) for w in between):
            stop, apposition = end - 1, _joined(between)
    return stop, _joined(phrase), apposition


# ---- "according to X", "quoted X as saying" -----------------------------------------------------


def _according(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    last = place + 2
    while (
        last < len(words)
        and words[last].text not in {",", ";", ":", "“", '"'}
        and not (
            (is_verbal(words[last].lower) and words[last].lower not in {"united"})
            or words[last].lower in {"which", "who", "that"}
        )
    ):
        last += 1
    phrase = words[place + 2 : last]
    while phrase and phrase[-1].text == ".":
        phrase = phrase[:-1]
    if not phrase:
        return None
    speaker = _BY_REPORT.sub("", _joined(phrase))
    end = words[last].end if last < len(words) and words[last].text == "," else phrase[-1].end
    return Frame(words[place].start, end, speaker, "", "according to", "", place > 0, words[place].start)


def _quoted_as(text: str, words: tuple[Word, ...], place: int) -> Frame | None:
    """ "Jane Roe was quoted as saying by Agency", "Agency quoted Jane Roe as saying"."""
    found = _QUOTED_AS.match(text, words[place].start)
    if not found:
        return None
    passive = place and words[place - 1].lower in {"was", "were", "been", "is", "are"}
    end = found.end()
    if passive:
        left = _speaker_before(words, [False] * len(words), place)
        first, speaker, apposition = left if left else (place - 1, "", "")
        via = (found["by"] or found["who"].removeprefix("by ")).strip().removeprefix("the ")
        trailing = first > 0 and any(is_verbal(w.lower) for w in words[:first])
        return Frame(words[first].start, end, speaker, apposition, "quoted", via, trailing, words[place].start)
    relay = _subject_before(words, place)
    first = relay[0] if relay else place
    via = _BY_REPORT.sub("", relay[1]) if relay else ""
    end = _SKIP.sub("", text[end : end + 6]) and end + (len(" that") if text[end:].startswith(" that") else 0)
    return Frame(words[first].start, end, found["who"].strip(), "", "quoted", via, False, words[place].start)


def _subject_before(words: tuple[Word, ...], place: int) -> tuple[int, str] | None:
    at = place - 1
    while at >= 0 and words[at].lower in reporting.ADVERBS:
        at -= 1
    first = at
    while first > 0 and words[first - 1].text not in {",", ".", ";"}:
        first -= 1
    return (first, _joined(words[first : at + 1])) if at >= 0 else None


def _with_relays(text: str, words: tuple[Word, ...], frames: list[Frame]) -> tuple[Frame, ...]:
    """A second source in a sentence that already has a speaker is the relay; so is "speaking to Agency"."""
    if not frames:
        return ()
    relay = _SPEAKING_TO.search(text, words[0].start, words[-1].end)
    merged: list[Frame] = []
    for frame in frames:
        said = merged[-1] if merged else None
        second = frame.cue == "according to" or (frame.cue in {"said", "reported"} and _is_agency(frame.speaker))
        if said and second and said.speaker and not (said.trailing and frame.start - said.end > 4):
            via = ", ".join(filter(None, (said.via, frame.speaker.removeprefix("the "))))
            merged[-1] = replace(said, via=via)
            merged.append(replace(frame, speaker=said.speaker, apposition=said.apposition, via=via, trailing=False))
            continue
        merged.append(frame)
    if relay and not merged[0].via:
        merged[0] = replace(merged[0], via=relay["to"])
    return tuple(merged)


def _is_agency(speaker: str) -> bool:
    return bool(_AGENCY.match(speaker))
