"""How single cells are read."""

import datetime as dt

import pytest

from rostering.readers.workbook import cells
from rostering.readers.workbook.cells import Cell, Read, Unreadable

MIDNIGHT = dt.datetime.combine(dt.date(2027, 3, 1), dt.time(0))
NOON = dt.datetime.combine(dt.date(2027, 3, 1), dt.time(12))

READ: list[tuple[Read, object, object]] = [
    (cells.text, " a ", "a"),
    (cells.text, 12, "12"),
    (cells.text, 12.0, "12"),
    (cells.text, "a\r\nb", "a\nb"),
    (cells.texts, "a, b;c\nd", ["a", "b", "c", "d"]),
    (cells.texts, '"a, b",c', ["a, b", "c"]),
    (cells.texts, '"say ""hi"""', ['say "hi"']),
    (cells.texts, "a,,b,", ["a", "b"]),
    (cells.cells, "a,,b,", ["a", "", "b", ""]),
    (cells.cells, ",", ["", ""]),
    (cells.number, "80,5", 80.5),
    (cells.number, "1 234", 1234),
    (cells.number, "1.5e-07", 1.5e-07),
    (cells.number, 7, 7),
    (cells.percent, "80 %", 80),
    (cells.percent, 80, 80),
    (cells.whole, "14,0", 14),
    (cells.yes_no, "X", True),
    (cells.yes_no, "Nei", False),
    (cells.yes_no, True, True),
    (cells.yes_no, 0, False),
    (cells.day, MIDNIGHT, "2027-03-01"),
    (cells.day, dt.date(2027, 3, 1), "2027-03-01"),
    (cells.day, "1.3.2027", "2027-03-01"),
    (cells.day, "2027-03-01", "2027-03-01"),
    (cells.days, "1.3.2027, 02.03.2027", ["2027-03-01", "2027-03-02"]),
    (cells.days, dt.date(2027, 3, 1), ["2027-03-01"]),
    (cells.clock, dt.time(7, 30), "07:30"),
    (cells.clock, dt.time(7, 29, 59, 999999), "07:30"),
    (cells.clock, dt.timedelta(days=1), "24:00"),
    (cells.clock, "7.30", "07:30"),
    (cells.clock, "0730", "07:30"),
    (cells.clock, "kl 7", "07:00"),
    (cells.clock, "24:00", "24:00"),
    (cells.weekdays, "man-fre", [1, 2, 3, 4, 5]),
    (cells.weekdays, "fre-man", [5, 6, 7, 1]),
    (cells.weekdays, "Lørdag, søn.", [6, 7]),
    (cells.weekdays, "helg, man", [6, 7, 1]),
    (cells.weekdays, "ingen", []),
    (cells.anything, "12", 12),
    (cells.anything, '"12"', "12"),
    (cells.anything, "[1, 2]", [1, 2]),
    (cells.anything, "null", None),
    (cells.anything, "07:30", "07:30"),
    (cells.anything, dt.time(7, 30), "07:30"),
    (cells.anything, dt.date(2027, 3, 1), "2027-03-01"),
    (cells.anything, 2.5, 2.5),
]


@pytest.mark.parametrize(("read", "value", "wanted"), READ)
def test_a_cell_is_read_in_every_usual_way_of_writing(
    read: Read, value: object, wanted: object
) -> None:
    found = read(Cell(value))
    assert found == wanted
    assert type(found) is type(wanted) or isinstance(found, float)


@pytest.mark.parametrize(
    ("read", "value"),
    [
        (cells.text, True),
        (cells.text, 1.5),
        (cells.number, True),
        (cells.number, "12 timer"),
        (cells.number, "1e400"),
        (cells.number, float("inf")),
        (cells.whole, "1e400"),
        (cells.whole, 1.5),
        (cells.yes_no, "kanskje"),
        (cells.yes_no, 2),
        (cells.day, NOON),
        (cells.day, "20270301"),
        (cells.day, True),
        (cells.clock, dt.time(7, 30, 20)),
        (cells.clock, "07:60"),
        (cells.clock, 0.3125),
        (cells.clock, dt.timedelta(days=2)),
        (cells.clock, dt.timedelta(minutes=-5)),
        (cells.weekdays, "mandager"),
        (cells.anything, "[1"),
    ],
)
def test_a_cell_that_does_not_fit_is_refused(read: Read, value: object) -> None:
    with pytest.raises(Unreadable):
        read(Cell(value))


def test_a_cell_with_percent_format_holds_a_share() -> None:
    assert cells.percent(Cell(0.805, "0.0%")) == 80.5
