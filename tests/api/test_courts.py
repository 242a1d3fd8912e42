"""What is kept between requests: made once, also by those who ask at the same time."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from api.rosters.courts import Kept


def test_who_asks_meanwhile_waits_for_the_one_that_is_made() -> None:
    kept: Kept[int] = Kept(2)
    made: list[int] = []
    together = threading.Barrier(4)

    def make() -> int:
        made.append(1)
        time.sleep(0.05)
        return len(made)

    def ask(_: int) -> int:
        together.wait()
        return kept.get("ward", make)

    with ThreadPoolExecutor(4) as threads:
        assert [*threads.map(ask, range(4))] == [1, 1, 1, 1]
    assert made == [1]


def test_the_one_unused_for_longest_goes_first() -> None:
    kept: Kept[str] = Kept(2)
    for key in ("a", "b", "a", "c"):
        kept.get(key, lambda: "first")
    assert kept.get("a", lambda: "second") == "first"
    assert kept.get("b", lambda: "second") == "second"


def test_what_could_not_be_made_is_tried_again() -> None:
    kept: Kept[int] = Kept(2)

    def fail() -> int:
        raise ValueError("no ward")

    with pytest.raises(ValueError, match="no ward"):
        kept.get("ward", fail)
    assert kept.get("ward", lambda: 1) == 1
