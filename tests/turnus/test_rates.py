"""The weights in plain words."""

from pathlib import Path

from fixtures import ward
from tests.turnus.console import turnus
from turnus.rates import rates


def test_a_refused_strong_wish_is_worth_nearly_two_hours_of_shortage(tmp_path: Path) -> None:
    assert "one refused strong wish = 112 minutes" in turnus(tmp_path, "show", "--weights").out


def test_a_ward_is_priced_with_its_own_weights() -> None:
    problem = ward("tiny").model_copy(update={"weights": {"shortage": 10, "quick_returns": 5}})
    (quick,) = [rate for rate in rates(problem) if rate.thing == "quick_returns"]
    assert (quick.points, quick.minutes) == (5, 0.5)


def test_without_a_price_on_shortage_there_is_no_exchange_rate() -> None:
    problem = ward("tiny").model_copy(update={"weights": {"shortage": 0}})
    assert {rate.minutes for rate in rates(problem)} == {None}
