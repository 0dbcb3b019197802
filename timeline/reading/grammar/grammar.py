"""The rules of a language at work: at every token that can begin one, the longest match wins."""

import re
from collections.abc import Iterator

from timeline.reading.grammar.beginnings import beginnings
from timeline.reading.grammar.pieces import PIECES
from timeline.reading.grammar.rules import REFUSED, Found, Match, Rule, compile_pattern
from timeline.reading.grammar.tokens import Tokens
from timeline.reading.grammar.words import Vocabulary
from timeline.reading.lexicon.time_words import TimeLexicon

Compiled = tuple[Rule, "re.Pattern[str]", "re.Pattern[str] | None"]
# How many tokens before a match its rule may look back over.
LOOK_BACK = 12


class Grammar:
    """The rules compiled for one lexicon, indexed by the character a match begins with."""

    def __init__(self, lexicon: TimeLexicon, rules: tuple[Rule, ...]) -> None:
        self.vocabulary = Vocabulary(lexicon)
        self.rules: dict[str, list[Compiled]] = {}
        for rule in rules:
            compiled = compile_pattern(rule.pattern, PIECES, self.vocabulary)
            after = compile_pattern(f"(?:{rule.after})$", PIECES, self.vocabulary) if rule.after else None
            for char in beginnings(compiled.pattern) or self.vocabulary.alphabet.all_characters():
                self.rules.setdefault(char, []).append((rule, compiled, after))
        self._starters = re.compile(f"[{''.join(sorted(self.rules))}]")

    def scan(self, tokens: Tokens) -> Iterator[tuple[str, Match, Found]]:
        """The hits in reading order, without overlaps: rule name, matched tokens, what was built."""
        at = 0
        roles = tokens.roles
        while found := self._starters.search(roles, at):
            at = found.start()
            best = self._longest(tokens, at)
            if best is None:
                at += 1
                continue
            at = best[1].stop
            if best[2] is not REFUSED:
                yield best

    def _longest(self, tokens: Tokens, at: int) -> tuple[str, Match, Found] | None:
        """The longest match at a token that its builder accepts; the earlier rule wins a tie."""
        hits = []
        for number, (rule, compiled, after) in enumerate(self.rules[tokens.roles[at]]):
            found = compiled.match(tokens.roles, at)
            if found and found.end() > at and (not after or after.search(tokens.roles[max(0, at - LOOK_BACK) : at])):
                hits.append((-found.end(), number, rule, found))
        for stop, _, rule, found in sorted(hits, key=lambda hit: hit[:2]):
            match = Match(tokens, found, at, -stop)
            made = rule.build(match)
            if made is not None:
                return rule.name, match, made
        return None
