"""Policies: the part that concerns a file, and the rules that are asked of it."""

from __future__ import annotations

from fnmatch import fnmatchcase

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from checks.policy import Known, Policy, Waiver
from checks.rules import RULES

PATHS = ("a/1.txt", "a/2.txt", "a/old/3.txt", "b/1.txt")
GLOBS = st.sampled_from(["*", "a/*", "a/old/*", "b/*", "a/1.txt", "c/*"])
CODES = st.lists(st.sampled_from(["ENC", "NAV", "NAV00", "DAT001", "SRC0"]), max_size=2).map(tuple)
WAIVERS = st.builds(Waiver, code=st.just("NAV001"), path=GLOBS, reason=st.just("known"), who=st.sampled_from(["Ana", "Ben"]))
KNOWN = st.builds(Known, path=st.just(""), code=st.just("NAV001"), fingerprint=st.just("0" * 32))
POLICIES = st.builds(
    Policy,
    select=CODES,
    ignore=CODES,
    per_path_ignores=st.dictionaries(GLOBS, CODES, max_size=3),
    waivers=st.lists(WAIVERS, max_size=3).map(tuple),
    baseline=st.dictionaries(st.sampled_from(PATHS), st.tuples(KNOWN), max_size=2),
)


@given(POLICIES, st.lists(st.sampled_from(PATHS), min_size=1, max_size=6))
def test_the_part_for_a_file_holds_what_concerns_it_whatever_was_asked_before(policy: Policy, asked: list[str]) -> None:
    """And has the digest of a policy of which that is all."""
    for path in asked:
        part = policy.at(path)
        alone = msgspec.structs.replace(
            policy,
            per_path_ignores={glob: codes for glob, codes in policy.per_path_ignores.items() if fnmatchcase(path, glob)},
            waivers=tuple(one for one in policy.waivers if fnmatchcase(path, one.path)),
            baseline={known: entries for known, entries in policy.baseline.items() if known == path},
        )
        assert part == alone
        assert part.digest == alone.digest


@given(POLICIES, st.sampled_from(PATHS))
def test_the_rules_asked_of_a_file_are_those_that_count_there(policy: Policy, path: str) -> None:
    """The same by the whole policy and by its part."""
    counting = tuple(one for one in RULES if policy.counts(one.code, path))
    assert policy.rules_for(path, RULES) == counting
    assert policy.at(path).rules_for(path, RULES) == counting
