"""Stage 2a: embedded posts and the line that signs them, told apart also where both stand on one line."""

import re

from timeline.reading.lexicon.pages import POST_LINKS
from timeline.reading.printed import find_printed
from timeline.reading.roles import Draft, Role

# "— NAME (@handle) July 7, 2021", the embed of Twitter and its kin; the date may be missing.
SIGNATURE = re.compile(r"(?:[—–]|--?)\s?(?P<author>[^()\n—–]{0,80}?)\s?\((?P<handle>@[\w.]{1,40})\)")
_BARE = re.compile(r"(?P<author>[^()\n]{1,80}?)\s?\((?P<handle>@[\w.]{1,40})\)")
SHARED = re.compile(
    r"(?i:a (?:post|reel|video|photo) shared by)\s(?P<author>[^()\n@]{0,80}?)\s?\(?(?P<handle>@[\w.]{1,40})\)?"
)
_LINK_END = re.compile(rf"(?:https?://)?{POST_LINKS}\Z")
_MARKS = re.compile(rf"{POST_LINKS}|(?<!\w)[#@]\w{{2,}}")
_ONLY_MARKS = re.compile(rf"(?:(?:https?://)?{POST_LINKS}|[#@]\w+|[\W\d_]+)+\Z")
_DATE_WINDOW = 60


def match_signature(text: str, start: int, end: int) -> re.Match[str] | None:
    """The signature of a post in `text[start:end]`, with `author` and `handle`, or None."""
    if "@" not in text[start:end]:
        return None
    return SHARED.search(text, start, end) or SIGNATURE.search(text, start, end) or _BARE.match(text, start, end)


def signature_end(text: str, match: re.Match[str], end: int) -> int:
    """Where a signature ends: behind the date that follows it, else behind the handle."""
    window = min(end, match.end() + _DATE_WINDOW)
    dates = find_printed(text, match.end(), window)
    near = dates and not re.search(r"[^\W\d_]{4,}", text[match.end() : dates[0].start])
    return dates[0].end if near else match.end()


def cut_signatures(drafts: list[Draft]) -> list[Draft]:
    """The paragraphs, with signatures that stand behind a post's words, or before other copy, cut off."""
    cut: list[Draft] = []
    for draft in drafts:
        rest: Draft | None = draft
        while rest is not None:
            rest = _cut_one(cut, rest)
    return cut


def _cut_one(cut: list[Draft], draft: Draft) -> Draft | None:
    """Append what stands up to the first signature's end; the paragraph that is left, or None."""
    match = match_signature(draft.text, 0, len(draft.text))
    if match is None or not _is_signature(draft.text, match):
        cut.append(draft)
        return None
    rest: Draft | None = None
    end = signature_end(draft.text, match, len(draft.text))
    if draft.text[end:].strip(" .)"):
        draft, rest = draft.cut(end)
    if match.start() > 0:
        post, draft = draft.cut(match.start())
        post.call(Role.POST, "words before a signature")
        cut.append(post)
    draft.call(Role.SIGNATURE, "signature of a post")
    cut.append(draft)
    return rest


def _is_signature(text: str, match: re.Match[str]) -> bool:
    """It stands at the beginning of its line, or behind a post's words with its date behind it."""
    end = signature_end(text, match, len(text))
    dated = end > match.end()
    if match.start() == 0:
        return dated or end >= len(text.rstrip(" ."))
    return dated and match.re is not _BARE


def mark_posts(drafts: list[Draft]) -> None:
    """The words of posts: what stands right before a signature, and lines that end in a link to a post."""
    blank_lines = sum(draft.apart for draft in drafts) > 0.5 * len(drafts)
    for number, draft in enumerate(drafts):
        if draft.role is Role.SIGNATURE:
            _mark_post(drafts, number, blank_lines=blank_lines)
        elif draft.role is None and _LINK_END.search(draft.text, max(0, len(draft.text) - 120)):
            draft.call(Role.POST, "link of a post")


def _mark_post(drafts: list[Draft], signature: int, *, blank_lines: bool) -> None:
    """The paragraphs of the post above its signature. The one right above belongs to it; those before only where
    the page's blank lines hold them together, or where what follows them is nothing but links and tags."""
    number = signature - 1
    while number >= 0 and (above := drafts[number]).role in (None, Role.POST):
        above.call(Role.POST, "words before a signature")
        held = blank_lines and not drafts[number + 1].apart and not above.apart
        begins = number > 0 and drafts[number - 1].role is None and drafts[number - 1].text[-1] not in ".!?"
        if not (held or _ONLY_MARKS.match(above.text) or (begins and bool(_MARKS.search(drafts[number - 1].text)))):
            return
        number -= 1
