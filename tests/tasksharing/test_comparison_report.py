"""What a comparison looks like in a case file, in every format and language."""

import io
from html.parser import HTMLParser
from pathlib import Path

import pytest

from rostering.errors import BadInput
from tasksharing.report.comparison import comparison_bytes, write_comparison
from tests.tasksharing.compared import comparison


class Page(HTMLParser):
    """What a screen reader meets: language, headings, header cells, pictures without words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.language, self.levels = "", list[int]()
        self.heads = self.rows = self.nameless = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "html":
            self.language = known["lang"] or ""
        elif tag in ("h1", "h2", "h3"):
            self.levels.append(int(tag[1]))
        elif tag == "th":
            self.heads += known["scope"] == "col"
            self.rows += known["scope"] == "row"
        elif tag == "svg":
            self.nameless += not (known.get("role") == "img" and known.get("aria-label"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_page_can_be_read_by_everybody(language: str) -> None:
    page = Page(comparison_bytes(comparison(), ".html", language).decode())
    assert page.language == language
    assert page.levels[0] == 1
    assert all(
        after <= before + 1 for before, after in zip(page.levels, page.levels[1:], strict=False)
    )
    assert page.heads > 10
    assert page.rows > 5
    assert page.nameless == 0


def test_what_was_not_measured_has_no_figure() -> None:
    told = comparison_bytes(comparison(), ".md", "nb").decode()
    (row,) = [line for line in told.splitlines() if line.startswith("| Mål hours.short")]
    assert "ingen målbar forskjell" in row
    assert "3,8" not in row
    assert "0 i dag og i alle alternativene: Mål hours.agency." in told
    assert "Umulig: ingen lovlig turnus ble funnet. To mangler på natt." in told
    assert "Det er laget turnus for 14 av periodens 28 dager." in told
    assert "Drøftet med tillitsvalgte 2027-02-01: HTV." in told
    assert "Risikovurdering: ikke ført." in told


@pytest.mark.parametrize("invented", [True, False])
def test_what_is_invented_says_so_in_its_title(invented: bool) -> None:
    told = comparison_bytes(comparison(invented=invented), ".md", "en").decode()
    assert told.startswith("# INVENTED") == invented
    assert ("None of the figures is of a real ward" in told) == invented


def test_a_workbook_holds_numbers_and_no_formula() -> None:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(comparison_bytes(comparison(), ".xlsx", "en")))
    names = ["Comparison", "Values", "Differences", "Moved hours", "Gain plan", "Steps"]
    assert book.sheetnames == [*names, "Searches", "Basis"]
    assert (book.properties.title or "").startswith("INVENTED")
    across = book["Comparison"]
    assert across.freeze_panes == "B4"
    rows = {row[0].value: row for row in across.iter_rows(min_row=4)}
    cost = rows["Measure cost.total"]
    assert [cell.value for cell in cost[3:6]] == [1000, 1250.5, 250.5]
    assert cost[5].number_format == "#,##0"
    assert rows["Measure hours.short"][5].value == "no measurable difference"
    assert rows["Measure hours.agency"][5].value == "unchanged"
    hours = list(book["Moved hours"].iter_rows(min_row=4, values_only=True))
    assert [row[3:] for row in hours] == [("08–09", 1, 0, -1)]
    gain = book["Gain plan"]["B4"]
    assert (gain.value, gain.data_type) == ("=Frigjort tid", "s")


def test_every_picture_is_written_and_equal_input_gives_equal_bytes(tmp_path: Path) -> None:
    written = write_comparison(comparison(), tmp_path / "c.png", "nb")
    names = ["c.png", "c-pareto-ward.png", *(f"c-hosts-{n}.png" for n in (1, 2, 3, 4))]
    assert [path.name for path in written] == names
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in written)
    (pdf,) = write_comparison(comparison(), tmp_path / "c.pdf", "nn")
    assert pdf.read_bytes() == comparison_bytes(comparison(), ".pdf", "nn")
    with pytest.raises(BadInput):
        write_comparison(comparison(), tmp_path / "c.doc")
    assert not (tmp_path / "c.doc").exists()
