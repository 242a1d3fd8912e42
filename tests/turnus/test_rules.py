"""``turnus rules``: every rule of a ward with its paragraph, for everybody or for one person."""

import html.parser
import json
import re
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from fixtures import path
from rostering.rules.registry import RULES
from tests.turnus.console import Done, turnus


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with ward.json: an agreement that ends, a minor, rules off and priced."""
    ward = json.loads(path("tiny").read_text("utf-8"))
    ward["name"] = "Ward <b>1</b> | x"
    ward["people"][0]["minor_until"] = "2027-01-20"
    ward["agreements"] = [
        {
            "id": "2026/07",
            "level": "L2",
            "rules": ["daily_rest"],
            "persons": ["t01", "t02", "t03"],
            "values": {"daily_rest": {"minimum": 555}},
            "document": "minutes of <19 May>",
            "parties": "the unit and the union",
            "first": "2026-11-12",
            "last": "2027-01-15",
        }
    ]
    ward["rules"] = {
        "runs": {"mode": "off", "reason": "a trial until summer"},
        "weekends": {"mode": "priced", "price": 250},
        "hours_per_day": {"values": {"maximum": 500}},
        "shift_counts": {"values": {"limits": [["night", "at most", "4", "2"]]}},
        "stretches": {
            "values": {
                "limits": [
                    ["off", "at least", "2", "10", "open"],
                    ["weekends567", "at most", "1", "1", "closed"],
                ]
            }
        },
        "totals": {
            "values": {"limits": [["duties", "at least", "9", "1"], ["night", "at most", "3", "5"]]}
        },
        "patterns": {
            "values": {"limits": [["5", "any", "night", "off", "day"], ["1", "7", "work", "any"]]}
        },
    }
    made = tmp_path_factory.mktemp("rules")
    (made / "ward.json").write_text(json.dumps(ward), "utf-8")
    return made


def rules(folder: Path, *more: object) -> Done:
    done = turnus(folder, "rules", "ward.json", *more)
    assert done.code == 0, done.err
    return done


def rule(folder: Path, name: str, *more: object) -> dict[str, Any]:
    document = rules(folder, "--json", *more).document
    (found,) = [rule for rule in document["rules"] if rule["rule"] == name]
    return dict(found)


def test_every_rule_is_there_in_the_registry_s_order(folder: Path) -> None:
    document = rules(folder, "--json").document
    assert [rule["rule"] for rule in document["rules"]] == [rule.id for rule in RULES]
    assert (document["date"], document["person"]) == ("2027-01-11", None)
    assert [book["id"] for book in document["rulebooks"]] == ["no_aml", "no_hta_ks", "no_local"]


def test_each_group_of_people_has_its_own_values(folder: Path) -> None:
    found = rule(folder, "daily_rest")
    told = [
        (group["persons"], value["shown"], value["level"], value["minor"])
        for group in found["groups"]
        for value in group["values"]
    ]
    assert told == [
        (["t02", "t03"], "at least 9.25 h", "L2", False),
        (["t04", "t05"], "at least 11 h", "L0", False),
        (["t01"], "at least 12 h", "L0", True),
    ]
    assert [group["default"] for group in found["groups"]] == [True, False, False]
    assert found["changes"] == ["2027-01-16", "2027-01-20"]


def test_a_value_names_paragraph_link_date_and_agreement(folder: Path) -> None:
    (value,) = rule(folder, "daily_rest", "--person", "t02")["groups"][0]["values"]
    assert value["paragraph"] == "AML § 10-8 (1), (3)"
    assert value["link"].startswith("https://lovdata.no/")
    assert value["valid_from"] == "2006-01-01"
    assert value["agreement"]["id"] == "2026/07"
    assert value["told"] == "agreement 2026/07 (L2), from 2026-11-12, until 2027-01-15"


def test_agreements_are_told_once_with_document_and_parties(folder: Path) -> None:
    def told(*more: object) -> list[str]:
        return [a["told"] for a in rules(folder, "--json", *more).document["agreements"]]

    whole = (
        "agreement 2026/07 (L2), from 2026-11-12, until 2027-01-15. the unit and the union. "
        "minutes of <19 May>."
    )
    assert told() == told("--person", "t02") == [whole]
    assert told("--person", "t05") == []
    assert rules(folder).out.replace("\n", " ").count("minutes of <19 May>.") == 1


def test_after_the_last_date_the_law_holds_again(folder: Path) -> None:
    told = [
        rule(folder, "daily_rest", "--person", "t02", "--date", f"2027-01-{day}")
        for day in (15, 16)
    ]
    shown = [found["groups"][0]["values"][0]["shown"] for found in told]
    assert shown == ["at least 9.25 h", "at least 11 h"]


def test_the_unit_s_own_value_and_local_defaults_say_so(folder: Path) -> None:
    (value,) = rule(folder, "hours_per_day", "--person", "t02")["groups"][0]["values"]
    assert (value["shown"], value["told"], value["own"]) == (
        "at most 8.33 h",
        "the unit itself",
        True,
    )
    (group,) = rule(folder, "no_overlap")["groups"]
    assert (group["told"], group["values"][0]["told"]) == ("everybody", "local default")


def test_lists_are_told_entry_by_entry_in_words(folder: Path) -> None:
    def shown(name: str) -> list[str]:
        (group,) = rule(folder, name, "--language", "nb")["groups"]
        return [value["shown"] for value in group["values"]]

    assert shown("shift_counts") == ["natt: høyst 4 på 2 uker"]
    days_off = "fri: minst 2 på rad, 10 poeng for hver"
    weekends = "helger fr-lø-sø: høyst 1 på rad, også ved periodens ender, 1 poeng for hver"
    assert shown("stretches") == [f"{days_off}, {weekends}"]
    assert shown("totals") == [
        "vakter: minst 9 i perioden, 1 poeng for hver, natt: høyst 3 i perioden, 5 poeng for hver"
    ]
    assert shown("patterns") == ["natt–fri–dag: 5 poeng, arbeid–hva som helst fra sø: 1 poeng"]
    assert shown("successions") == ["natt–dag, natt–kveld, natt–langvakt, natt–kontor"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("minors", ["natt fra klokken: 23:00", "natt til klokken: 06:00"]),
        ("hours_per_day", ["i løpet av 24 timer: høyst 8,33 t"]),
        ("compensating_rest", ["del av manglende hvile som gis tilbake: minst 100 %"]),
        ("no_overlap", ["vakter som begynner samme dag: høyst 1 vakt"]),
        ("red_days", ["søn- og helgedager i arbeid: høyst 50 %", "gjennomsnitt over: høyst 1 uke"]),
    ],
)
def test_values_are_told_by_name_in_the_reader_s_language(
    folder: Path, name: str, told: list[str]
) -> None:
    lines = [
        f"{value['name']}: {value['shown']}"
        for group in rule(folder, name, "--person", "t05", "--language", "nb")["groups"]
        for value in group["values"]
    ]
    assert set(told) <= set(lines)


@pytest.mark.parametrize("page", ["rules.html", "rules.md"])
def test_no_machine_word_is_on_the_page(folder: Path, page: str) -> None:
    rules(folder, "--out", page, "--language", "nb")
    text = (folder / page).read_text("utf-8")
    seen = re.sub(r"<style>.*?</style>|<[^>]*>", " ", text, flags=re.DOTALL)
    words = {field.name for known in RULES for field in fields(known.values)}
    words = {word for word in words if "_" in word} | {"per mille", "promille", "above", "long"}
    assert [word for word in sorted(words) if re.search(rf"\b{word}\b", seen)] == []
    assert "natt fra klokken" in seen


def test_rules_off_and_at_a_price_say_so(folder: Path) -> None:
    assert rule(folder, "runs")["told"] == "Switched off. Reason: a trial until summer"
    assert rule(folder, "weekends")["told"].startswith("Binds at a price: 250 points")


def test_the_table_shows_rules_values_people_and_notices(folder: Path) -> None:
    shown = rules(folder).out
    for word in ("Daily rest", "at least 9.25 h", "AML § 10-8", "all others", "2026/07"):
        assert word in shown
    assert "Agreement 2026/07 expires on 2027-01-15; from 2027-01-16 the law's value" in shown


class Page(html.parser.HTMLParser):
    """Collects headings, tags and addresses of an HTML page, and checks that its tags nest."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.headings: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag != "meta":
            self.open.append(tag)
        self.addresses += [value or "" for name, value in attrs if name in {"href", "src"}]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"h1", "h2"} and data.strip():
            self.headings.append(data.strip())


def test_the_page_needs_no_other_file_and_lets_nothing_through_as_markup(folder: Path) -> None:
    rules(folder, "--out", "rules.html", "--language", "nb")
    text = (folder / "rules.html").read_text("utf-8")
    page = Page(text)
    assert text.startswith('<!DOCTYPE html>\n<html lang="nb">')
    assert page.headings[0] == "Regler for Ward <b>1</b> | x 11.01.2027"
    names = [r["name"] for r in rules(folder, "--json", "--language", "nb").document["rules"]]
    assert page.headings[1:] == [*names, "Avtaler"]
    assert set(page.tags) & {"script", "link", "img", "iframe", "b"} == set()
    assert page.addresses
    assert {address.split("/lov/")[0] for address in page.addresses} == {"https://lovdata.no"}
    assert "@media print" in text


def test_markdown_is_a_table_for_each_rule(folder: Path) -> None:
    rules(folder, "--out", "rules.md")
    text = (folder / "rules.md").read_text("utf-8")
    assert text.count("\n## ") == len(RULES) + 1
    assert text.endswith("minutes of \\<19 May\\>.\n")
    lines = [line.replace("\\|", "") for line in text.splitlines() if line.startswith("|")]
    assert {line.count("|") for line in lines} == {6}
    assert "[AML § 10-8 (1), (3)](<https://lovdata.no/lov/2005-06-17-62/§10-8>)" in text


def test_json_on_disk_is_the_document_of_the_command(folder: Path) -> None:
    done = rules(folder, "--out", "rules.json", "--json")
    assert json.loads((folder / "rules.json").read_text("utf-8")) == done.document


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--person", "nobody"], "nobody called 'nobody'"),
        (["--date", "2028-01-01"], "2027-01-11 to 2027-01-24"),
        (["--out", "rules.pdf"], "ending in .html or .md or .json"),
        (["--out", "nowhere/rules.html"], "no such folder"),
    ],
)
def test_what_cannot_be_is_a_fault(folder: Path, arguments: list[str], told: str) -> None:
    done = turnus(folder, "rules", "ward.json", *arguments)
    assert (done.code, done.out) == (2, "")
    assert told in done.err


def test_check_tells_the_notices_too(tiny: Path, folder: Path) -> None:
    arguments = ("check", folder / "ward.json", tiny / "roster.json")
    assert "Agreement 2026/07 expires on" in turnus(tiny, *arguments).out
    kinds = [n["kind"] for n in turnus(tiny, *arguments, "--json").document["notices"]]
    assert kinds == ["expires", "off", "priced"]
