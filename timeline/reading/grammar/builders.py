"""Small readers shared by the rules: a number, a count with its unit, a clock time, out of matched tokens."""

from timeline.reading.grammar.meaning import Clock
from timeline.reading.grammar.rules import Match

_SCALES = (100, 1000)


def numeral(values: list[int]) -> int:
    """The number that numerals in a row name: twenty four, two hundred (and) ten."""
    total, current = 0, 0
    for value in values:
        if value in _SCALES:
            current = max(current, 1) * value
            if value == 1000:
                total, current = total + current, 0
        elif value == 12 and current:
            current *= 12  # "two dozen"
        else:
            current += value
    return total + current


def spoken_year(values: list[int]) -> int | None:
    """The year that numerals in a row name (nineteen ninety-six, two thousand), or None."""
    if values[:1] == [2] and 1000 in values:
        return 2000 + sum(values[2:]) if sum(values[2:]) < 100 else None
    if len(values) >= 2 and values[0] in (17, 18, 19, 20):
        rest = sum(values[1:])
        return values[0] * 100 + rest if 10 <= rest < 100 and 100 not in values else None
    return None


def numerals(match: Match) -> list[int]:
    words = match.tokens.words[match.first : match.stop]
    return [value for word in words if isinstance(value := word.roles.get("numeral"), int)]


def amount(match: Match) -> float | None:
    """The number a stretch of tokens names; None for a vague one ("several"); "a" is one."""
    if match.has("half_a") and not match.has("and"):
        return 0.5
    if match.has("quarter_of_a"):
        return 0.25
    halves = 0.5 if match.has("half", "fraction") else 0.0
    value = match.get("decimal", "count", "int")
    if isinstance(value, int | float):
        return value + halves
    if spoken := numerals(match):
        return numeral(spoken) + halves
    if match.has("few", "bare_few"):
        value = match.get("few", "bare_few")
        return value if isinstance(value, int) else None
    return halves if halves and not match.has("and") else 1 + halves


def clock_of(match: Match) -> Clock | None:
    """The clock time in a stretch of tokens, without its zone; None where the figures are no time of day."""
    half = ""
    if isinstance(joined := match.get("clock_m"), str):
        digits, half = joined.split()
        hour, minute = divmod(int(digits), 100) if int(digits) > 99 else (int(digits), None)
        return _checked(hour, minute, None, half)
    if isinstance(meridian := match.get("meridian", "meridian_dotted"), str):
        half = meridian
    if isinstance(printed := match.get("clock"), str):
        numbers = [int(part) for part in printed.split(":")]
        told = "" if printed.startswith("0") else "figures"
        return _checked(numbers[0], numbers[1], numbers[2] if len(numbers) > 2 else None, half, told)
    if isinstance(value := match.get("hhmm12") if half else match.get("hhmm"), int):
        return _checked(value // 100, value % 100, None, half)
    if isinstance(value := match.get("hour"), int):
        return _checked(value, None, None, half, "words")
    if spoken := numerals(match):
        if len(spoken) > 1 and spoken[1] >= 10:
            return _checked(spoken[0], numeral(spoken[1:]), None, half, "words")  # nine-thirty
        return _checked(numeral(spoken), None, None, half, "words")
    return None


def _checked(hour: int, minute: int | None, second: int | None, half: str, told: str = "") -> Clock | None:
    if (minute or 0) > 59 or (second or 0) > 59 or hour > (12 if half else 24) or (half and not hour):
        return None
    return Clock(hour, minute, second, half, open=told if not half and 1 <= hour <= 12 else "")
