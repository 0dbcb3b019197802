"""What a paragraph can be on a page."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a paragraph is. Only `COPY` roles are read for claims; the rest is furniture, kept and greyed."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BODY = "body"
    POST = "post"  # the words of an embedded post (a tweet): a claim of its author
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    CROSSHEAD = "crosshead"
    SIGNATURE = "signature"  # author, handle and date under an embedded post
    AGENCY = "agency"  # the line that says whose copy it is
    REPEAT = "repeat"  # a headline or lead printed again, a teaser of this article
    PROMO = "promo"  # other stories, "Also on"
    APPEAL = "appeal"  # fund-raising, subscription, registration
    WIDGET = "widget"  # icon names, counters, share lines
    FORM = "form"  # comment forms


COPY = frozenset({Role.HEADLINE, Role.STANDFIRST, Role.BODY, Role.POST, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of an article's text: `[start, end)` in characters, without the white space around it; `rule`
    names what gave it its role."""

    start: int
    end: int
    role: Role
    rule: str = ""


@dataclass(slots=True)
class Draft:
    """A paragraph on its way to a role: None until a rule gives it one. `apart`: a blank line stands before it."""

    start: int
    end: int
    text: str
    apart: bool = False
    role: Role | None = None
    rule: str = ""

    def call(self, role: Role, rule: str) -> None:
        """Give it a role, unless a rule before did."""
        if self.role is None:
            self.role, self.rule = role, rule

    def cut(self, at: int) -> "tuple[Draft, Draft]":
        """The two halves before and from `at`, counted from its start, without the white space between them."""
        head, tail = self.text[:at].rstrip(), self.text[at:].lstrip()
        return (
            Draft(self.start, self.start + len(head), head, self.apart),
            Draft(self.end - len(tail), self.end, tail),
        )

    @property
    def stops(self) -> bool:
        """It ends as a sentence does."""
        return self.text.rstrip(CLOSERS)[-1:] in STOPS

    @property
    def words(self) -> int:
        return self.text.count(" ") + 1

    @property
    def is_prose(self) -> bool:
        """It is long, or a whole sentence: a paragraph of copy rather than a line of the page."""
        return len(self.text) >= 200 or (self.stops and self.words >= 5) or (self.stops and self.text[-1] in "。！？")


STOPS = frozenset(".!?…。！？؟۔।")
CLOSERS = "\"'”’»)]› \t\xa0"
