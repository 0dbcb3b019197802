"""Several at once, as processes of their own: two imports and three editors. (The longer one is a benchmark.)"""

from tests.benchmarks import together


def test_two_imports_and_three_editors_at_once_lose_nothing():
    counts, imports = together.run(seconds=12, articles=16)
    assert imports >= 2
    assert counts["marks"] > 0
