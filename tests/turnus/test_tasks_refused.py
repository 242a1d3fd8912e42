"""Bad input of task sharing: one clear fault each, with place and guess, and nothing written."""

from pathlib import Path

import pytest

from tests.turnus.console import Done, turnus

LOG = "Oppgave;Gruppe;Dato;Klokkeslett;Minutter\n"
GOOD = LOG + "kitchen;assistent;2027-01-18;08:00;15\n"
DELEGATIONS = "Person;Oppgave;Gjelder til;Signert av;Signert dato\n"
CATALOGUE = (
    'format = "helseturnus.task_catalogue"\nversion = 1\n'
    '[[groups]]\nid = "assistent"\nname = { nb = "Assistent" }\nbrings = ["assistent"]\n'
    '[[tasks]]\nid = "kitchen"\nname = { nb = "Kjøkken" }\nminimum = [{ all_of = ["tannlege"] }]\n'
)
SCENARIO = 'format = "helseturnus.scenario"\nversion = 1\nid = "s"\nname = { nb = "s" }\n'


@pytest.mark.parametrize(
    ("files", "place", "told"),
    [
        (
            {"log.csv": LOG + "kitchen;assistent;2027-01-18;08:00;-20\n"},
            "log.csv, line 2, column 5 (Minutter)",
            "the sign is a slip",
        ),
        (
            {
                "log.csv": GOOD + "laundry;assistent;2027-01-18;08:15;15\n"
                "care;assistent;2027-01-18;08:15;15\n"
            },
            "log.csv, line 4, column 4 (Klokkeslett)",
            "two people logged",
        ),
        (
            {
                "log.csv": GOOD,
                "d.csv": DELEGATIONS + "n99;medication_round;2027-12-31;Leder;2027-01-01\n",
            },
            "d.csv, line 2, column 1 (Person)",
            "Maybe ",
        ),
        ({"log.csv": GOOD, "own.toml": CATALOGUE}, "tasks[0].minimum", "misspelt"),
        (
            {
                "log.csv": GOOD,
                "own.toml": CATALOGUE.replace('all_of = ["t', 'any_of = ["assistnt", "t'),
            },
            "tasks[0].minimum[0]",
            "'assistent' is meant",
        ),
    ],
)
def test_a_log_with_a_fault_makes_no_book(
    files: dict[str, str], place: str, told: str, tmp_path: Path
) -> None:
    for name, text in files.items():
        (tmp_path / name).write_text(text, "utf-8")
    more = [("--delegations", "d.csv")] * ("d.csv" in files)
    more += [("--catalogue", "own.toml")] * ("own.toml" in files)
    options = [word for pair in more for word in pair]
    home = ("--ward", "ward:nursing_home", "--out", "book.json")
    done = turnus(tmp_path, "tasks", "log", "log.csv", *home, *options)
    _refused(done, tmp_path, set(files))
    assert place in done.err
    assert told in done.err


@pytest.mark.parametrize(
    ("lines", "place", "told"),
    [
        ("load = 2\n", "s.toml, load", "90 % is 0.9"),
        (
            (
                '[[changes]]\nkind = "train"\npeople = ["n16"]\nhours = 1\ngives = ["medikamnt"]\n'
                "last = 2027-12-31\n"
            ),
            "changes[0].gives",
            "'medikament' is meant",
        ),
        (
            (
                '[[changes]]\nkind = "add_staff"\ngroup = "servicevert"\n'
                'shift = { code = "V", start = 07:30:00, end = "15:00" }\n'
            ),
            "changes[0].shift.start",
            '"07:30"',
        ),
    ],
)
def test_a_scenario_with_a_fault_makes_no_ward(
    lines: str, place: str, told: str, tmp_path: Path
) -> None:
    rest = "" if "changes" in lines else '[[changes]]\nkind = "drop"\ntask = "ordering"\n'
    (tmp_path / "s.toml").write_text(SCENARIO + lines + rest, "utf-8")
    home = ("ward:nursing_home", "tasks:nursing_home", "s.toml")
    done = turnus(
        tmp_path, "tasks", "scenario", *home, "--out", "new.json", "--report", "effects.md"
    )
    _refused(done, tmp_path, {"s.toml"})
    assert place in done.err
    assert told in done.err


def test_a_scenario_named_twice_is_refused(tmp_path: Path) -> None:
    home = ("ward:nursing_home", "tasks:nursing_home")
    twice = ("scenario:service_hosts", "scenario:service_hosts")
    done = turnus(tmp_path, "tasks", "scenario", *home, *twice, "--out", "new.json")
    _refused(done, tmp_path, set())
    assert "service_hosts: found 2 times" in done.err


def _refused(done: Done, folder: Path, there: set[str]) -> None:
    """One fault, told with a guess; nothing on the screen, nothing written."""
    assert (done.code, done.out) == (2, "")
    assert done.err.count(": found ") == done.err.count("; needed ") == 1
    assert "Traceback" not in done.err
    assert {path.name for path in folder.iterdir()} == there
