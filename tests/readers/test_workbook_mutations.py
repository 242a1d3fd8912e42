"""Whatever is typed into a ward workbook, it is read or refused with places."""

import datetime as dt
import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers import problem_from_data, read_problem
from rostering.writers import write_ward_workbook
from rostering.writers.ward_book import SHEETS
from tests.readers.small_ward import full
from tests.readers.test_mutations import require_good_words

TYPED = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**16), 10**16),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(dt.date(1900, 3, 1), dt.date(2199, 1, 1)),
    st.builds(dt.datetime.combine, st.dates(dt.date(1950, 1, 1), dt.date(2100, 1, 1)), st.times()),
    st.times(),
    st.timedeltas(dt.timedelta(0), dt.timedelta(days=3)),
    st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12),
    st.sampled_from(["=A1", "p1", "D", "D,N", "01.03.2027", "7:30", "ja", "{", "[1", '"', "24:00"]),
)
NAMES = ["Om turnusen", *(sheet.name for sheet in SHEETS)]


@cache
def template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "ward.xlsx"
        write_ward_workbook(problem_from_data(full()), path)
        return path.read_bytes()


CHANGE = st.tuples(st.sampled_from(NAMES), st.integers(1, 5), st.integers(1, 18), TYPED)


@settings(
    # others in each run, of which one takes half a second
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(changes=st.lists(CHANGE, min_size=1, max_size=4))
def test_a_workbook_with_anything_in_its_cells_is_read_or_refused(
    changes: list[tuple[str, int, int, object]], tmp_path: Path
) -> None:
    book = load_workbook(io.BytesIO(template()))
    for sheet, row, column, value in changes:
        book[sheet].cell(row, column).value = value
    book.save(tmp_path / "ward.xlsx")
    try:
        assert isinstance(read_problem(tmp_path / "ward.xlsx"), Problem)
    except BadInput as error:
        require_good_words(error)
