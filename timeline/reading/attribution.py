"""Stage 7: who says so, and through whom.

A sentence is cut where a verb of saying stands outside quotation marks: the speaker before or after it, the outlet
or channel it went through, and the words on either side that are what was said. Sentences of a quotation without a
verb of their own go on in the last speaker's voice.
"""

import re
from dataclasses import dataclass, replace

from timeline.reading.cues import Frame, find_frames
from timeline.reading.fragments import is_fragment
from timeline.reading.frames import is_thrown_in
from timeline.reading.lexicon.reporting import DEEDS
from timeline.reading.lexicon.verbs import PREPOSITIONS
from timeline.reading.mentions import spoken_of
from timeline.reading.morphology import is_verbal
from timeline.reading.posts import Post
from timeline.reading.relays import AGENCY_NAMES
from timeline.reading.retractions import is_retracted
from timeline.reading.sentences import Sentence
from timeline.reading.triggers import find_triggers
from timeline.reading.voices import People
from timeline.reading.words import split_words


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it. `voice` is the speaker ("" for the article's own voice), `role` what he or she is, `cue` the
    verb ("said"), `via` the relay the text names (agency, paper, platform; a chain is joined with ", ")."""

    voice: str = ""
    role: str = ""
    cue: str = ""
    via: str = ""


OWN_VOICE = Attribution()


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of one sentence that one voice says: `[start, end)` in the text, the number of the sentence, and the
    span of the words that tell of the saying (where a time dates the saying), empty for the own voice.

    `denied`: the voice denies what the words say; `stance`: the saying itself is the happening. `lead` is where the
    quotation of it begins when it needs more words to be understood (0: none), `hole` the words in its midst that only
    say who says it.
    """

    sentence: int
    start: int
    end: int
    attribution: Attribution
    frame: tuple[int, int] = (0, 0)
    denied: bool = False
    stance: bool = False
    purported: bool = False
    lead: int = 0
    hole: tuple[int, int] = (0, 0)


# A quotation in single marks, which is read as one in double marks; "the rebels' deadline" opens none.
_SINGLE = re.compile(r"(?<![\w’'“\"])[‘'](?=[\w“\"…])((?:[^‘’'\n]|(?<=\w)[’'](?=\w)){2,600})[’'](?!\w)")


def attribute(
    text: str, sentences: tuple[Sentence, ...], posts: tuple[Post, ...] = (), agency: str = ""
) -> tuple[Speech, ...]:
    """Every word of the sentences under the voice that says it, in order. `agency` is whose copy the article is: it
    is the relay of every named voice that has no other."""
    text = _SINGLE.sub(r"“\1”", text)
    people = People()
    speeches: list[Speech] = []
    quoted = _quotation_states(text, sentences)
    for number, sentence in enumerate(sentences):
        post = next((p for p in posts if p.start <= sentence.start < p.end), None)
        if post is not None:
            written = Attribution(post.author, post.handle, "posted", post.platform)
            speeches.append(Speech(number, sentence.start, sentence.end, written, purported=False))
            continue
        words = split_words(text, sentence.start, sentence.end)
        frames = tuple(f for f in find_frames(text, words, quoted[number][0]) if _goes_on_finding(f, people))
        if not frames and (subject := spoken_of(text, words)):
            people.mention(*subject)
        parts = list(_cut(text, number, sentence, frames, people)) if frames else []
        speeches += parts or [Speech(number, sentence.start, sentence.end, OWN_VOICE)]
    speeches = _continued(text, sentences, quoted, speeches)
    speeches = _relays_kept(sentences, _taken_back(text, sentences, speeches))
    gatherer = "" if agency else _gatherer(text)
    return tuple(_relayed(s, agency or (gatherer if s.attribution.voice else "")) for s in speeches)


def _goes_on_finding(frame: Frame, people: People) -> bool:
    """ "It found no trace": "it" is the report told of before, or the words are no report at all."""
    return not frame.finds or frame.speaker.lower() != "it" or bool(people.found())


def _taken_back(text: str, sentences: tuple[Sentence, ...], speeches: list[Speech]) -> list[Speech]:
    after = (*sentences[1:], None)
    gone = {n for n, sentence in enumerate(sentences) if is_retracted(text, sentence, after[n])}
    return [replace(speech, denied=True) if speech.sentence in gone else speech for speech in speeches]


def _quotation_states(text: str, sentences: tuple[Sentence, ...]) -> list[tuple[bool, bool]]:
    """For each sentence: is a quotation open where it begins, and where it ends? A new paragraph begins closed."""
    states: list[tuple[bool, bool]] = []
    paragraph, inside = -1, False
    for sentence in sentences:
        if sentence.paragraph != paragraph:
            paragraph, inside = sentence.paragraph, False
        before = inside
        for mark in text[sentence.start : sentence.end]:
            inside = True if mark == "“" else False if mark == "”" else not inside if mark == '"' else inside
        states.append((before, inside))
    return states


def _is_fronted(words: str) -> bool:
    """ "Earlier in the week,": what stands before the speaker tells when it was said, and nothing else."""
    told = split_words(words)
    return not any(is_verbal(w.lower) for w in told) or (is_fragment(told) and not find_triggers(words, told, words))


def _cut(text: str, number: int, sentence: Sentence, frames: tuple[Frame, ...], people: People) -> list[Speech]:
    """The parts of a sentence between its frames, each under the frame it belongs to."""
    said = [_attribution(frame, people) for frame in frames]
    if len(frames) == 1 and is_thrown_in(text, sentence.start, frames[0], sentence.end):
        span = (frames[0].start, frames[0].end)
        return [Speech(number, sentence.start, sentence.end, said[0], span, frames[0].denies, hole=span)]
    fronted = not frames[0].trailing and _is_fronted(text[sentence.start : frames[0].start])
    parts: list[Speech] = []
    for place in range(len(frames) + 1):
        start = sentence.start if place == 0 else frames[place - 1].end
        end = sentence.end if place == len(frames) else frames[place].start
        owner = _owner(frames, place)
        if end - start < 3 or (place == 0 and fronted):
            continue
        if owner is None:
            parts.append(Speech(number, start, end, OWN_VOICE))
            continue
        frame = frames[owner]
        begin, lead = _beginning(text, frame, start, end) if place == owner + 1 else (start, 0)
        lead = max(lead, frames[owner - 1].end) if lead and owner else lead
        span = (sentence.start if owner == 0 and fronted else frame.start, frame.end)
        parts.append(Speech(number, begin, end, said[owner], span, frame.denies, frame.stance, frame.hearsay, lead))
    return parts


def _beginning(text: str, frame: Frame, start: int, end: int) -> tuple[int, int]:
    """Where what is said behind the frame begins, and where its quotation does: with the verb and who did it, where the
    verb tells a deed ("wrote to the company about cracks") or the words need it."""
    if frame.trailing:
        return (frame.cue_start if frame.keeps_cue else start), 0
    if not frame.keeps_cue and not _needs_its_verb(text[start:end], frame.cue):
        return start, 0
    short = text.count(" ", frame.cue_start, end) < _SHORT  # "denied it" alone says too little
    return (frame.start if short else frame.cue_start), frame.start


def _needs_its_verb(words: str, cue: str) -> bool:
    """ "wrote | to the company about cracks", "complained | in writing that": what follows is no clause by itself."""
    first = words.split(maxsplit=1)[:1]
    return cue.lower() in DEEDS and bool(first) and first[0].lower() in PREPOSITIONS | {"that"}


def _owner(frames: tuple[Frame, ...], place: int) -> int | None:
    """Which frame owns the words before frame number `place` (or after the last one)."""
    if place < len(frames) and frames[place].trailing:
        return place
    return place - 1 if place > 0 else None


def _attribution(frame: Frame, people: People) -> Attribution:
    if frame.hearsay:
        return Attribution(cue=frame.cue)
    found = people.found() if frame.finds and frame.speaker.lower() == "it" else ""
    voice, role = people.name(found or frame.speaker, frame.apposition)
    return Attribution(voice, role, frame.cue, frame.via)


def _continued(
    text: str, sentences: tuple[Sentence, ...], quoted: list[tuple[bool, bool]], speeches: list[Speech]
) -> list[Speech]:
    """Give sentences of a quotation that name no speaker the one who is quoted around them."""
    result: list[Speech] = []
    named = _named_after(sentences, quoted, speeches)
    for place, speech in enumerate(speeches):
        sentence = sentences[speech.sentence]
        opens = text[speech.start : speech.end].lstrip()[:1] in {"“", '"'}
        if speech.attribution == OWN_VOICE and (quoted[speech.sentence][0] or opens):
            found = named[place] or _last_voice(result, sentences, sentence)
            if found is not None:
                result.append(replace(speech, attribution=found.attribution, frame=found.frame))
                continue
        result.append(speech)
    return result


def _named_after(
    sentences: tuple[Sentence, ...], quoted: list[tuple[bool, bool]], speeches: list[Speech]
) -> list[Speech | None]:
    """For each speech, the one that names a speaker at the end of the quotation it begins or goes on with."""
    named: list[Speech | None] = [None] * len(speeches)
    for place in range(len(speeches) - 2, -1, -1):
        speech, later = speeches[place], speeches[place + 1]
        if not quoted[speech.sentence][1]:
            continue
        if sentences[later.sentence].paragraph == sentences[speech.sentence].paragraph:
            named[place] = later if later.attribution.voice else named[place + 1]
    return named


def _last_voice(earlier: list[Speech], sentences: tuple[Sentence, ...], sentence: Sentence) -> Speech | None:
    """The voice last heard, at most one paragraph back."""
    for speech in reversed(earlier[-6:]):
        if sentence.paragraph - sentences[speech.sentence].paragraph > 1:
            return None
        if speech.attribution.voice:
            return speech
    return None


_SHORT = 4  # words
_GATHERED = re.compile(rf"\b(?:told|by|to) (?:the )?(?P<name>{AGENCY_NAMES})\b")


def _gatherer(text: str) -> str:
    """The agency that people in the text spoke to or showed things to, when there is one only and it is named twice."""
    named = [match["name"] for match in _GATHERED.finditer(text)]
    return named[0] if len(named) > 1 and len(set(named)) == 1 else ""


def _relays_kept(sentences: tuple[Sentence, ...], speeches: list[Speech]) -> list[Speech]:
    """ "Jane Roe told Agency … She said": the same voice goes on by way of the same relay, a paragraph or two on."""
    latest: dict[str, tuple[str, int]] = {}
    result = []
    for speech in speeches:
        said, paragraph = speech.attribution, sentences[speech.sentence].paragraph
        if said.via and said.voice:
            latest[said.voice] = said.via, paragraph
        via, since = latest.get(said.voice, ("", -9))
        keep = said.voice and not said.via and via and paragraph - since <= 2
        result.append(replace(speech, attribution=replace(said, via=via)) if keep else speech)
    return result


def _relayed(speech: Speech, agency: str) -> Speech:
    said = speech.attribution
    if not agency or said.via:
        return speech
    return replace(speech, attribution=replace(said, via=agency))
