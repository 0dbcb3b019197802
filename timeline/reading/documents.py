"""Stage 1: a file's text is cut into the articles glued into it."""

from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from timeline.reading.blocks import split_blocks
from timeline.reading.datelines import is_dateline, is_labelled
from timeline.reading.layout import is_headline
from timeline.reading.lines import is_byline
from timeline.reading.printed import find_printed
from timeline.reading.repeats import date_head, squash
from timeline.reading.roles import Draft

_LEAST_PROSE = 300  # characters that make an article of its own
_NEAR = 3  # paragraphs beside a headline in which its date stands
_TEASER = 40  # letters of a lead that show it is printed again
_LONGEST = 300  # characters of a headline


@dataclass(frozen=True, slots=True)
class Document:
    """One article of a file: its text as received, its number in the file (from 1), its offset in the file's text."""

    text: str
    part: int = 1
    offset: int = 0


def split_documents(text: str) -> tuple[Document, ...]:
    """The articles in a file's text, in order; one after the other they are the whole text.

    A new article begins at a line made like a headline, with prose enough before and behind it, where one of these
    says so: the article before has closed by printing its own headline again; the line and its lead are printed again
    further down; the line has a full date of publication beside it, as the article before had. Crossheads, in capitals
    or not, have none of these.
    """
    page = _Page(split_blocks(text))
    starts = [0]
    for number in range(1, len(page.drafts)):
        first = starts[-1]
        if page.is_candidate(number) and page.is_parted(first, number) and page.begins(first, number):
            starts.append(page.with_date_above(number))
    edges = [page.drafts[number].start if number else 0 for number in starts] + [len(text)]
    return tuple(Document(text[start:end], part, start) for part, (start, end) in enumerate(pairwise(edges), start=1))


class _Page:
    """A file's paragraphs, with what tells articles apart worked out once."""

    def __init__(self, drafts: list[Draft]) -> None:
        self.drafts = drafts
        self._prose = list(accumulate((len(d.text) if d.is_prose else 0 for d in drafts), initial=0))

    @cached_property
    def _squashed(self) -> list[str]:
        """The letters of each paragraph that a headline or the beginning of a lead could have."""
        return [squash(draft.text[date_head(draft.text) :][:_LONGEST]) for draft in self.drafts]

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        """Where each short line stands."""
        places: dict[str, list[int]] = {}
        for number, draft in enumerate(self.drafts):
            if len(draft.text) <= _LONGEST:
                places.setdefault(self._squashed[number], []).append(number)
        return places

    def is_candidate(self, number: int) -> bool:
        """A line of some words made like a headline, over a paragraph of prose."""
        draft = self.drafts[number]
        below = self.drafts[number + 1 : number + 2 + _NEAR]
        return draft.words >= 3 and is_headline(draft) and not draft.is_prose and any(d.is_prose for d in below)

    def is_parted(self, first: int, number: int) -> bool:
        """There is an article's worth of prose before the line and behind it."""
        before, behind = self._prose[number] - self._prose[first], self._prose[-1] - self._prose[number]
        return before >= _LEAST_PROSE and behind >= _LEAST_PROSE

    def begins(self, first: int, number: int) -> bool:
        return self._closed_before(first, number) or self._has_twin(first, number) or self._dated(first, number)

    def _closed_before(self, first: int, number: int) -> bool:
        """Right above, the article at `first` prints its own headline again, with or without its lead."""
        if self._squashed[number] == self._squashed[first]:
            return False
        own = set(self._squashed[first : first + 1 + _NEAR])
        above = number
        while above > first + _NEAR and self._squashed[above - 1] in own:
            above -= 1
        return any(self._squashed[n] == self._squashed[first] for n in range(above, number))

    def _has_twin(self, first: int, number: int) -> bool:
        """The line is printed again further down, each time over the same lead, and did not stand above."""
        lead = self._squashed[number + 1][:_TEASER]
        twins = self._places.get(self._squashed[number], [])
        if len(lead) < _TEASER or any(first <= n < number for n in twins):
            return False
        return any(n > number + 1 and self._lead_at(n + 1).startswith(lead) for n in twins)

    def _lead_at(self, number: int) -> str:
        return self._squashed[number] if number < len(self.drafts) else ""

    def _dated(self, first: int, number: int) -> bool:
        """The line has a date of publication or byline with it, and the article at `first` had its date too."""
        own = self._date_beside(number)
        if own is None:
            return False
        top = range(first, min(first + 2 * _NEAR, number - 1))
        return own > number - 2 and any(n != own and self._is_publication(n) for n in top)

    def _date_beside(self, number: int) -> int | None:
        """The paragraph that dates the headline: right above it, or below it before any prose."""
        if self._is_publication(number - 1):
            return number - 1
        for below in range(number + 1, min(number + 1 + _NEAR, len(self.drafts))):
            if self._is_publication(below):
                return below
            if self.drafts[below].is_prose:
                return None
        return None

    def _is_publication(self, number: int) -> bool:
        """A dateline that can be nothing else: labelled, with a clock or weekday, or with a byline beside it. The bare
        dates of a chronology are none."""
        line = self.drafts[number].text
        if not is_dateline(line):
            return False
        date = find_printed(line)[0]
        told = date.local.time() != date.local.time().min or date.weekday is not None
        beside = self.drafts[max(0, number - 1) : number + 2]
        return told or is_labelled(line) or any(is_byline(draft.text) for draft in beside)

    def with_date_above(self, number: int) -> int:
        """The paragraph an article begins with: its headline, or the date right above it."""
        return number - 1 if self._is_publication(number - 1) else number
