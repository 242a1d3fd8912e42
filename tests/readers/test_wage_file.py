"""A wage file is read, or every fault of it is told with its place."""

from datetime import date
from pathlib import Path

import pytest

from rostering.errors import BadInput
from rostering.readers.wage_file import read_wages

OWN = """\
format = "helseturnus.wages"
version = 1
id = "our_town"
name = "Our town"
extends = "no_ks"

[[periods]]
valid_from = 2027-01-01
status = "published"
source = "our own agreement"
[periods.values]
evening_nok = 61.5
zone = "IVa"
night_window = ["20:00", "06:00"]
holiday_percent = "133 1/3"
[periods.pay]
nurse = [{ years = 0, nok = 600000 }]
"""
TODAY = date(2027, 2, 1)


def read(folder: Path, text: str) -> str:
    """Return every fault of a wage file as text; empty when it can be read."""
    file = folder / "own.toml"
    file.write_text(text, "utf-8")
    try:
        read_wages(file)
    except BadInput as error:
        return str(error)
    return ""


def test_a_municipalitys_own_table(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, "utf-8")
    wages = read_wages(file)
    rates = wages.rates(TODAY)
    assert (wages.id, wages.name) == ("our_town", "Our town")
    assert (float(rates.evening_nok), rates.night_window) == (61.5, (1200, 360))
    assert float(wages.employer_tax(TODAY).value) == 7.9
    assert wages.group_pay("sykepleier", date(2020, 1, 1), TODAY).nok == 600_000
    assert rates.weekend_percent == 22  # from the table that it extends


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("61.5", '"12 %"', "periods[0].values.evening_nok: found '12 %' is no amount"),
        ("61.5", "-3", 'needed a number of 0 or more such as 14.1, or text such as "133 1/3"'),
        ("evening_nok", "evning_nok", "Maybe 'evening_nok' is meant"),
        ("IVa", "VI", "periods[0].values.zone: found unknown zone 'VI'; needed one of: I, II, III"),
        ("2027-01-01", '"1.1.2027"', "Maybe write the date as 2027-01-01"),
        ('"published"', '"sure"', "periods[0].status: found \"sure\"; needed one of: published"),
        ('source = "our own agreement"\n', "", "periods[0].source: found nothing"),
        ("no_ks", "no_kx", "extends: found unknown table 'no_kx'; needed one of: no_ks"),
        ('extends = "no_ks"\n', "", 'Maybe add extends = "no_ks"'),
        ("years = 0", "years = -1", "periods[0].pay.nurse[0].years: found -1"),
        ("nok = 600000", 'nok = "600 000"', "Maybe leave out the quotation marks: 600000"),
        ("nok = 600000 }", "nok = 600000 }, { years = 0, nok = 1 }", "by rising years"),
        ("06:00", "6", "Maybe write the time as 06:00"),
        ("zone =", "overtime_divisor = 0\nzone =", "needed a number above 0: pay is divided by it"),
        ("zone =", "part_timer_threshold = 'half'\nzone =", "one of: full_time, own_post, never"),
        ("zone =", "weekend_days = [6, 9]\nzone =", "periods[0].values.weekend_days[1]: found 9"),
        ("zone =", "adds_up = [['evening', 'moon']]\nzone =", "evening, night, weekend, holiday"),
        ("version = 1", "version = 2", "version: found 2; needed version = 1"),
        ("version = 1\n", "", "version: found nothing; needed version = 1"),
        ("helseturnus.wages", "helseturnus.roster", 'needed format = "helseturnus.wages"'),
        ('format = "helseturnus.wages"\n', "", "format: found nothing"),
        ("[[periods]]", "[[periods", "own.toml: found no TOML"),
        ('name = "Our town"', 'name = "Our town"\nholiday_pay = {id = "x", days = [{name = "a"}]}',
         "holiday_pay.days[0]: found a needs either easter, or month and day"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    assert old in OWN
    assert read(tmp_path, OWN) == ""
    assert told in read(tmp_path, OWN.replace(old, new, 1))


def test_several_faults_are_told_at_once(tmp_path: Path) -> None:
    wrong = OWN.replace("61.5", "-1").replace("nok = 600000", "nok = 0")
    assert read(tmp_path, wrong).count("found") == 2


def test_other_encodings_and_missing_files_are_told(tmp_path: Path) -> None:
    (tmp_path / "old.toml").write_bytes('name = "Tromsø"'.encode("cp1252"))
    with pytest.raises(BadInput, match="save it as UTF-8"):
        read_wages(tmp_path / "old.toml")
    with pytest.raises(BadInput, match="no such file"):
        read_wages(tmp_path / "none.toml")
