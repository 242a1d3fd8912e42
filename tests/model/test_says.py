"""Each verb, on every truth assignment: hard it bars, at a price it charges, switched it waits."""

import pytest

from rostering.model.listener import HARD, Binding
from rostering.verbs import FALSE, TRUE
from tests.model.sentences import Say, costs, least, speaker


def excess(weights: list[int], bound: int) -> Say:
    return lambda s, xs: s.at_most(list(zip(weights, xs, strict=True)), bound)


SENTENCES = {
    "forbid two": (2, lambda s, x: s.forbid([x[0], x[1]]), lambda a, b: a and b),
    "forbid one": (2, lambda s, x: s.forbid([x[0]]), lambda a, _: a),
    "forbid one not": (2, lambda s, x: s.forbid([-x[0], x[1]]), lambda a, b: b and not a),
    "forbid by 5": (2, lambda s, x: s.forbid([x[0], x[1]], 5), lambda a, b: 5 * (a and b)),
    "forbid with truth": (1, lambda s, x: s.forbid([TRUE, x[0]]), lambda a: a),
    "forbid with falsity": (1, lambda s, x: s.forbid([FALSE, x[0]]), lambda _: 0),
    "forbid a contradiction": (1, lambda s, x: s.forbid([x[0], -x[0]]), lambda _: 0),
    "forbid the same twice": (1, lambda s, x: s.forbid([x[0], x[0]]), lambda a: a),
    "forbid nothing": (1, lambda s, _: s.forbid([]), lambda _: 1),
    "at most one": (3, excess([1, 1, 1], 1), lambda *x: max(0, sum(x) - 1)),
    "at most two": (3, excess([1, 1, 1], 2), lambda *x: max(0, sum(x) - 2)),
    "at most none": (2, excess([1, 1], 0), lambda *x: sum(x)),
    "at most seven": (3, excess([4, 3, 5], 7), lambda a, b, c: max(0, 4 * a + 3 * b + 5 * c - 7)),
    "at most what is never reached": (2, excess([1, 1], 2), lambda *_: 0),
    "at most under nothing": (1, excess([1], -1), lambda a: 1 + a),
    "at most with truth": (
        2,
        lambda s, x: s.at_most([(2, TRUE), (1, x[0]), (1, x[1])], 3),
        lambda a, b: max(0, a + b - 1),
    ),
    "at most of negations": (
        2,
        lambda s, x: s.at_most([(1, -x[0]), (1, -x[1])], 1),
        lambda a, b: max(0, 1 - a - b),
    ),
    "at most of truth alone": (1, lambda s, _: s.at_most([(3, TRUE)], 1), lambda _: 2),
    "at most of one literal twice": (
        1,
        lambda s, x: s.at_most([(1, x[0]), (1, x[0])], 1),
        lambda a: max(0, 2 * a - 1),
    ),
    "at least two": (
        3,
        lambda s, x: s.at_least([(1, y) for y in x], 2),
        lambda *x: max(0, 2 - sum(x)),
    ),
    "at least seven": (
        3,
        lambda s, x: s.at_least(list(zip([4, 3, 5], x, strict=True)), 7),
        lambda a, b, c: max(0, 7 - 4 * a - 3 * b - 5 * c),
    ),
    "at least of nobody": (1, lambda s, _: s.at_least([], 2), lambda _: 2),
    "at least nothing": (1, lambda s, x: s.at_least([(1, x[0])], 0), lambda _: 0),
    "both bounds on one sum": (
        3,
        lambda s, x: [
            s.at_least([(2, y) for y in x], 2),
            s.at_most([(2, y) for y in x], 4),
            s.at_most([(-2, y) for y in x], -4),
        ],
        lambda *x: max(0, 2 - 2 * sum(x)) + max(0, 2 * sum(x) - 4) + max(0, 4 - 2 * sum(x)),
    ),
    "many bounds on a long sum": (
        6,
        lambda s, x: [s.at_most([(3, y) for y in x], 9), s.at_least([(3, y) for y in x], 6)],
        lambda *x: max(0, 3 * sum(x) - 9) + max(0, 6 - 3 * sum(x)),
    ),
    "one of two is clear": (
        3,
        lambda s, x: s.some_clear([[[x[0]]], [[x[1]], [x[2]]]]),
        lambda a, b, c: a and (b or c),
    ),
    "a pair may be half there": (
        3,
        lambda s, x: s.some_clear([[[x[0], x[1]], [x[2]]]]),
        lambda a, b, c: (a and b) or c,
    ),
    "an alternative without bars": (2, lambda s, x: s.some_clear([[[x[0]]], []]), lambda *_: 0),
    "an alternative with a false bar": (
        2,
        lambda s, x: s.some_clear([[[x[0]]], [[FALSE, x[1]]]]),
        lambda *_: 0,
    ),
    "an alternative that the past bars": (
        2,
        lambda s, x: s.some_clear([[[TRUE]], [[x[0], x[1]]]]),
        lambda a, b: a and b,
    ),
    "no alternative": (1, lambda s, _: s.some_clear([]), lambda _: 1),
    "any of": (3, lambda s, x: s.forbid([s.any_of(x)]), lambda *x: any(x)),
    "none of": (3, lambda s, x: s.forbid([-s.any_of(x)]), lambda *x: not any(x)),
    "any of with truth": (1, lambda s, x: s.forbid([s.any_of([x[0], TRUE])]), lambda _: 1),
    "any of nothing": (1, lambda s, _: s.forbid([s.any_of([])]), lambda _: 0),
    "any of one": (1, lambda s, x: s.forbid([s.any_of([x[0], FALSE])]), lambda a: a),
    "any of a literal and its negation": (
        1,
        lambda s, x: s.forbid([s.any_of([x[0], -x[0]])]),
        lambda _: 1,
    ),
}


@pytest.mark.parametrize("name", SENTENCES)
def test_hard_a_sentence_bars_what_breaks_it(name: str) -> None:
    number, say, breach = SENTENCES[name]
    assert costs(say, number) == {
        truth: None if breach(*truth) else 0 for truth in costs(lambda *_: None, number)
    }


@pytest.mark.parametrize("name", SENTENCES)
def test_at_a_price_a_sentence_charges_its_breach(name: str) -> None:
    number, say, breach = SENTENCES[name]
    assert costs(say, number, Binding(price=3)) == {
        truth: 3 * breach(*truth) for truth in costs(lambda *_: None, number)
    }


@pytest.mark.parametrize("name", SENTENCES)
def test_under_a_switch_a_sentence_binds_only_when_it_is_on(name: str) -> None:
    number, say, _ = SENTENCES[name]
    assert costs(say, number, switch=True) == costs(say, number)
    assert set(costs(say, number, switch=False).values()) == {0}


@pytest.mark.parametrize(
    ("convex", "paid"),
    [(0, [0, 0, 1, 2, 3, 4]), (1, [0, 0, 1, 2, 3, 4]), (3, [0, 0, 1, 3, 6, 9])],
)
def test_the_units_above_a_bound_cost_more_each_time(convex: int, paid: list[int]) -> None:
    found = costs(lambda s, x: s.price_over([(1, y) for y in x], 1, 10, convex), 5)
    for truth, cost in found.items():
        assert cost == 10 * paid[sum(truth)]


def test_a_price_is_paid_when_all_are_true_and_prices_add_up() -> None:
    def say(s, x):  # noqa: ANN001, ANN202
        s.price([x[0], x[1]], 5)
        s.price([x[0], x[1]], 2)
        s.price([-x[0]], 11)
        s.price([x[1]], 0)
        s.price([], 100)

    assert costs(say, 2) == {
        (False, False): 111,
        (False, True): 111,
        (True, False): 100,
        (True, True): 107,
    }


def test_a_price_takes_no_heed_of_the_binding() -> None:
    found = costs(lambda s, x: s.price([x[0]], 5), 1, switch=False)
    assert found == {(False,): 0, (True,): 5}


def test_duties_of_one_owner_exclude_each_other_once_they_are_asked_for_together() -> None:
    speaking = speaker()
    one, two, other = (speaking.literals.new() for _ in range(3))
    for literal in (one, two):
        speaking.owns(literal, "Monday")
    speaking.owns(other, "Tuesday")
    either = speaking.any_of([one, two])
    speaking.any_of([one, other])
    speaking.finish(goals=True)
    assert least(speaking, {one: True, two: True}) is None
    assert least(speaking, {one: True, either: False}) is None
    assert least(speaking, {one: False, two: False, either: True}) is None
    assert least(speaking, {one: True, other: True, either: True}) == 0


def test_equal_questions_share_an_answer() -> None:
    speaking = speaker()
    one, two = speaking.literals.new(), speaking.literals.new()
    assert speaking.any_of([one, two]) == speaking.any_of([two, one])
    assert speaking.all_of([one, two]) == speaking.all_of([two, one])
    assert speaking.binding == HARD


def test_what_is_fixed_folds_away() -> None:
    speaking = speaker()
    one, two = speaking.literals.new(), speaking.literals.new()
    speaking.forbid([one])
    assert speaking.literals.folded(one) == FALSE
    assert speaking.literals.folded(-one) == TRUE
    assert speaking.any_of([one, two]) == two
    assert speaking.all_of([-one, two]) == two
    assert not speaking.literals.known(one), "a barred literal costs no variable"


def test_a_literal_fixed_after_its_first_use_is_fixed_in_the_model_too() -> None:
    speaking = speaker()
    literal = speaking.literals.new()
    speaking.literals.variable(literal)
    speaking.forbid([-literal])
    speaking.finish(goals=True)
    assert least(speaking, {literal: True}) == 0
    assert least(speaking, {literal: False}) is None


def test_a_literal_fixed_both_ways_is_impossible() -> None:
    speaking = speaker()
    literal = speaking.literals.new()
    speaking.forbid([literal])
    speaking.forbid([-literal])
    speaking.finish(goals=True)
    assert least(speaking, {}) is None
