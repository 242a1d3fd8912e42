"""What is left fails, and nothing of it can be left out."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from rostering.explain.shrink import minimal

sets = st.lists(st.frozensets(st.integers(0, 11), min_size=1, max_size=4), min_size=1, max_size=4)


@given(sets)
def test_what_is_left_is_one_of_the_smallest_reasons(reasons: list[frozenset[int]]) -> None:
    everything = range(12)

    def fails(some: Sequence[int]) -> bool:
        return any(reason <= set(some) for reason in reasons)

    kept = minimal(everything, fails)
    assert fails(kept)
    assert not any(fails([one for one in kept if one != left]) for left in kept)


def test_what_stands_first_is_kept_where_there_is_a_choice() -> None:
    assert minimal("abcdef", lambda some: "b" in some or "e" in some) == ["b"]


def test_a_single_thing_is_never_dropped() -> None:
    assert minimal(["a"], lambda _: True) == ["a"]
