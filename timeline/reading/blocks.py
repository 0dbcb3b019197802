"""Stage 2a: a text's lines become paragraphs; lines wrapped at a width are joined again."""

import re
from itertools import pairwise

from timeline.reading.roles import CLOSERS, STOPS, Draft

_LINE = re.compile(r"\S[^\n\r\v\f\x85\u2028\u2029]*")
_NARROWEST, _WIDEST = 40, 100  # characters between which texts are wrapped; longer lines are paragraphs
_FEWEST = 4  # lines that go on in the next one, before a text is taken to be wrapped


def split_blocks(text: str) -> list[Draft]:
    """The paragraphs of a text in order; their spans leave out the white space around them."""
    drafts: list[Draft] = []
    last = 0
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        between = text[last : match.start()]
        apart = between.count("\n") > 1 or "\u2029" in between or (not drafts)
        last = match.start() + len(line)
        drafts.append(Draft(match.start(), last, line, apart))
    width = _width(drafts)
    return _join(text, drafts, width) if width else drafts


def _width(drafts: list[Draft]) -> int:
    """The width at which the lines were wrapped, or 0 where every line is a paragraph."""
    pairs = [(one, two) for one, two in pairwise(drafts) if not two.apart]
    if len(pairs) < _FEWEST or not (_NARROWEST <= (width := max(len(one.text) for one, _ in pairs)) <= _WIDEST):
        return 0
    running = [(one, two) for one, two in pairs if one.text.rstrip(CLOSERS)[-1:] not in STOPS]
    full = [one for one, _ in running if len(one.text) > 0.6 * width]
    lower = [two for _, two in running if two.text[0].islower()]
    wrapped = len(full) >= max(_FEWEST, 0.5 * len(pairs)) and len(lower) >= 0.4 * len(running)
    return width if wrapped else 0


def _join(text: str, drafts: list[Draft], width: int) -> list[Draft]:
    """Paragraphs of wrapped lines: a line goes on in the next where its first word would not have fitted."""
    spans: list[tuple[int, int, bool]] = []
    line = 0  # length of the last line of the paragraph so far
    for draft in drafts:
        indented = draft.start > 1 and text[draft.start - 2 : draft.start].isspace() and text[draft.start - 1] in " \t"
        fits = line + 1 + len(draft.text.split(None, 1)[0]) <= 0.85 * width
        line = len(draft.text)
        if spans and not (draft.apart or indented or fits):
            spans[-1] = (spans[-1][0], draft.end, spans[-1][2])
        else:
            spans.append((draft.start, draft.end, draft.apart))
    return [Draft(start, end, text[start:end], apart) for start, end, apart in spans]
