"""Gathering by average linkage: the likeliest two groups become one, and so on, while any two are likely enough
(P. Sneath and R. Sokal, "Numerical Taxonomy", 1973, section 5.5). Only groups are compared that something leads to, and
each with a bounded number of others, so that the cost is linear but for a logarithm."""

from collections.abc import Callable, Container
from heapq import heapify, heappop, heappush, nlargest

BESIDE = 24  # groups a group is compared with
SAMPLE = 2  # members of a group that stand for it beside one that was not compared with all of it

Near = dict[int, dict[int, float]]  # for each group those beside it, and how likely the two are one
Likely = Callable[[int, int], float]


def gather(
    groups: dict[int, list[int]], beside: Near, likely: Likely, least: Likely, staying: Container[int] = ()
) -> None:
    """Pour groups (number: members) into each other, in place. `likely` says it of two members; two groups become one
    where they come to more than `least` says of them, which is never below 0. One of `staying` keeps its number."""
    heap = [(-said, one, other) for one, near in beside.items() for other, said in near.items() if one < other]
    heapify(heap)
    while heap:
        said, one, other = heappop(heap)
        if beside.get(one, {}).get(other) != -said or -said <= least(one, other):
            continue  # one of the two has grown since, or they are not likely enough
        if other in staying:
            one, other = other, one
        near = _averaged(one, other, groups, beside, likely)
        for number in (one, other):
            for third in beside.pop(number):
                beside.get(third, {}).pop(number, None)
        groups[one] += groups.pop(other)
        beside[one] = near
        for third, said in near.items():
            beside[third][one] = said
            if said > 0:
                heappush(heap, (-said, min(one, third), max(one, third)))


def _averaged(one: int, other: int, groups: dict[int, list[int]], beside: Near, likely: Likely) -> dict[int, float]:
    """How likely each group beside one of the two is one with both together."""
    mine, others = len(groups[one]), len(groups[other])
    near = {}
    for third in (beside[one].keys() | beside[other].keys()) - {one, other}:
        said, told = beside[one].get(third), beside[other].get(third)
        said = _sampled(groups[one], groups[third], likely) if said is None else said
        told = _sampled(groups[other], groups[third], likely) if told is None else told
        near[third] = (said * mine + told * others) / (mine + others)
    return dict(nlargest(BESIDE, near.items(), key=lambda item: (item[1], -item[0])))


def _sampled(one: list[int], other: list[int], likely: Likely) -> float:
    told = [likely(a, b) for a in one[:SAMPLE] for b in other[:SAMPLE]]
    return sum(told) / len(told)
