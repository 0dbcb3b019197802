"""The colours of the style sheet: every source can be read as text on everything it stands on, in both themes."""

import re
from pathlib import Path

import pytest

SHEET = (Path(__file__).parent.parent / "static" / "timeline.css").read_text()


def palette(selector):
    """The custom properties of a rule, name to (red, green, blue)."""
    rule = SHEET[SHEET.index(selector) :].split("}")[0]
    hexes = re.findall(r"--([\w-]+):\s*#([0-9a-f]{6})\b", rule)
    return {name: tuple(int(value[i : i + 2], 16) for i in (0, 2, 4)) for name, value in hexes}


def luminance(colour):
    """Relative luminance as WCAG 2 has it."""
    parts = [c / 255 / 12.92 if c / 255 <= 0.04045 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


THEMES = {"light": palette(":root {"), "dark": palette(':root[data-theme="dark"] {')}


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("ground", ["paper", "card", "night", "chosen"])
@pytest.mark.parametrize("text", [*(f"c{n}" for n in range(1, 9)), "ink", "muted", "red"])
def test_text_reaches_aa(theme, ground, text):
    colours = THEMES[theme]
    assert contrast(colours[text], colours[ground]) >= 4.5


ON_WASHES = [("red", "red-wash"), ("amber", "amber-wash"), ("green", "green-wash"), ("muted", "grey-wash")]
ON_INK = [("paper", "ink"), ("paper", "accent"), ("accent", "card"), ("ink", "mark"), ("ink", "red-wash")]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), [*ON_WASHES, *ON_INK])
def test_text_reaches_aa_on_its_own_ground(theme, text, ground):
    assert contrast(THEMES[theme][text], THEMES[theme][ground]) >= 4.5


def test_the_two_ways_into_the_dark_are_one():
    by_system = SHEET[SHEET.index("@media (prefers-color-scheme: dark)") :].split("} }")[0]
    assert palette(":root:not([data-theme") == THEMES["dark"]
    assert "--c8" in by_system


def test_contrast_is_reckoned_as_wcag_does():
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)
