"""How much room a label needs, what is cut where there is less, and on which side of its bar it goes.

The server does not know how wide a page is: labels are laid out for a width that most desktop pages have.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline import wording
from timeline.axis import Placed, percent

# The width in pixels the labels are laid out for, without and with a panel beside; the style sheet puts all labels
# above their bars where a drawing is narrower (its `container` rules name the same widths).
PLOT_WIDTH, PLOT_WIDTH_BESIDE = 880, 640
# An average character of a label, in pixels.
CHARACTER = 6.4
MOST_OUTLETS = 3
# The broadest a name and a voice may be on a label, in average letters; the sentence behind the bar has them whole.
LONGEST_NAME, LONGEST_VOICE = 28, 44


@dataclass(frozen=True, slots=True)
class Label:
    """What stands beside a bar, cut to the room there is."""

    words: str
    voice: str
    names: tuple[str, ...]

    @property
    def breadth(self) -> float:
        return wording.breadth(self.words + self.voice + "".join(self.names)) + 4 + 2 * len(self.names)


def fit(words: str, voice: str, names: Sequence[str], room: float) -> Label:
    """The label in so much room: first outlets are left to be counted, then the voice is cut, then the words."""
    names = tuple(wording.fitted(name, LONGEST_NAME) for name in names[:MOST_OUTLETS])
    label = Label(words, wording.fitted(voice, LONGEST_VOICE), names)
    while label.breadth > room and len(label.names) > 1:
        label = Label(words, label.voice, label.names[:-1])
    over = label.breadth - room
    if over > 0:
        label = Label(words, wording.fitted(label.voice, wording.breadth(label.voice) - over), label.names)
        over = label.breadth - room
    if over > 0:
        label = Label(wording.fitted(words, wording.breadth(words) - over), label.voice, label.names)
    return label


def label_place(placed: Placed, needed: float) -> tuple[str, str]:
    """Where a label that needs so many per cent has room, and where it begins."""
    if placed.right + needed <= 100:
        return "right", percent(placed.right)
    if placed.left - needed >= 0:
        return "left", percent(placed.left)
    return "above", percent(min(placed.left, max(100 - needed, 0)))
