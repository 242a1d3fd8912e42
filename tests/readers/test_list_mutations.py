"""Whatever stands in a list, it is merged into the ward or refused with places."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rostering.domain.problem import Problem
from rostering.errors import BadInput
from rostering.readers.lists import Merged, read_plan, read_staff, read_wishes
from rostering.readers.lists.vocabulary import all_headings
from tests.readers.listed import ward
from tests.readers.test_mutations import require_good_words

READERS: dict[str, Callable[[Path, Problem], Merged]] = {
    "staff": read_staff,
    "wishes": read_wishes,
    "plan": read_plan,
}
CELLS = st.one_of(
    st.sampled_from(
        ["p1", "p2", "p9", "Kari Nordmann", "Ola Hansn", "D", "A, N", "fri", "ikke natt", "SPL",
         "03.03.2027", "3.3.27", "04.03.2027 - 06.03.2027", "80", "0,8", "0 %", "3/4", "", "-",
         "man-fre", "Sum", "post3", "1e400", "fast", '"', "=1+1"]
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
    st.integers(-5, 2000).map(str),
)  # fmt: skip


@pytest.mark.parametrize("kind", READERS)
@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_list_is_merged_or_refused(kind: str, data: st.DataObject, tmp_path: Path) -> None:
    words = st.sampled_from([*all_headings(kind), "Mandag", "Lø", "Telefon"])  # type: ignore[arg-type]
    heads = data.draw(st.lists(words, min_size=2, max_size=5, unique=True))
    rows = data.draw(st.lists(st.lists(CELLS, min_size=1, max_size=6), max_size=4))
    path = tmp_path / "list.csv"
    path.write_text("\n".join(";".join(row) for row in [heads, *rows]), "utf-8")
    before = ward()
    try:
        merged = READERS[kind](path, before)
    except BadInput as error:
        require_good_words(error)
    else:
        assert {p.id for p in merged.problem.people} >= {p.id for p in before.people}
        assert merged.problem.horizon == before.horizon
