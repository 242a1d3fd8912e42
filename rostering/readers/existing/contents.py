"""The cells of a roster as duties and day codes on dates; what is unclear is a fault."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from rostering.domain.shifts import ShiftKind, ShiftType
from rostering.errors import Fault
from rostering.readers.existing.codes import Codes, Content, UnknownCode, Unread
from rostering.readers.existing.day_words import proposed_row
from rostering.readers.existing.found import CellText, Found
from rostering.readers.existing.layouts import Layout
from rostering.readers.existing.mapping import CodeEntry, Mapping, Meaning

_ALONE = re.compile(r"^\([^()]+\)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """What one person has on one date, and where it stands.

    ``moved`` is a night that stands on the date on which it ends, put on that before.
    """

    line: str
    when: date
    content: Content
    where: str
    text: str
    unit: str
    moved: bool = False


@dataclass(slots=True)
class Unknown:
    """An unknown code: where it stands first, and how often."""

    where: str
    times: int = 0


@dataclass(slots=True)
class Contents:
    """All entries in reading order, and the faults that were met."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    unknown: dict[str, Unknown] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def contents(found: Found, mapping: Mapping, codes: Codes) -> Contents:
    """Return what every cell says by the unit's code table."""
    made = Contents(faults=list(codes.faults))
    other_times: dict[str, list[CellText]] = {}
    for cell in found.cells:
        if _differs(cell, codes):
            other_times.setdefault(cell.text, []).append(cell)
            continue
        try:
            content = codes.read(cell.text, cell.span)
        except UnknownCode as error:
            made.unknown.setdefault(error.code, Unknown(cell.where)).times += 1
            continue
        except Unread as error:
            made.faults.append(Fault(cell.where, *error.words))
            continue
        back = _night_before(content, mapping, codes.shifts)
        when = cell.when - timedelta(days=back)
        made.entries.append(
            Entry(cell.line, when, content, cell.where, cell.text, cell.unit, bool(back))
        )
    for cell in found.undated:
        _ask_only(made, cell, codes)
    made.notes += _other_hours(found.cells, codes)
    made.faults += [_unknown_fault(code, at, codes) for code, at in made.unknown.items()]
    for code, cells in other_times.items():
        times = sum(cell.text == code for cell in found.cells) - len(cells)
        made.faults.append(_two_things(code, cells, codes, times))
    return made


def _ask_only(made: Contents, cell: CellText, codes: Codes) -> None:
    """Note the unknown code of a cell whose date is not known."""
    try:
        codes.read(cell.text, cell.span)
    except UnknownCode as error:
        made.unknown.setdefault(error.code, Unknown(cell.where)).times += 1
    except Unread:
        pass  # told when its date is known


def _differs(cell: CellText, codes: Codes) -> bool:
    """Return whether times beside a code are others than the code table's."""
    entry = codes.entries.get(cell.text)
    if cell.span is None or entry is None or entry.means is not Meaning.SHIFT:
        return False
    shift = codes.shifts.get(Codes.code_of(entry))
    return shift is not None and (shift.start, shift.end) != cell.span


def _two_things(code: str, cells: list[CellText], codes: Codes, times: int) -> Fault:
    shift = codes.shifts[Codes.code_of(codes.entries[code])]
    spans = Counter(cell.span for cell in cells if cell.span)
    told = ", ".join(f"{_span(*span)} ({often} times)" for span, often in spans.most_common(3))
    source = f"as it stands {times} times" if times else "as the code table says"
    needed = f"{_span(shift.start, shift.end)}, {source}"
    guess = (
        f"the code means two things: write means = {Meaning.OWN_TIMES.value!r} for it in the"
        " mapping, and the times beside it hold each time"
    )
    return Fault(cells[0].where, f"{code!r} with {told}", needed, guess)


def _other_hours(cells: Iterable[CellText], codes: Codes) -> Iterator[str]:
    """Yield a note for each code beside which other hours stand than its times and break give."""
    first: dict[tuple[str, float], tuple[str, int]] = {}
    for cell in cells:
        entry = codes.entries.get(cell.text)
        shift = codes.shifts.get(Codes.code_of(entry)) if entry else None
        if shift is None or cell.hours is None or abs(cell.hours * 60 - shift.minutes) <= 1:
            continue
        where, times = first.get((cell.text, cell.hours), (cell.where, 0))
        first[cell.text, cell.hours] = where, times + 1
    for (code, hours), (where, times) in first.items():
        ours = codes.shifts[Codes.code_of(codes.entries[code])].minutes / 60
        told = f"{hours:g} hours stand beside {code} ({times} times), {ours:g} by the code table"
        yield f"{where}: {told}; the code table holds."


def _span(start: int, end: int) -> str:
    return f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}"


def _unknown_fault(code: str, at: Unknown, codes: Codes) -> Fault:
    guess = guessed(code, codes)
    often = "once" if at.times == 1 else f"{at.times} times, first here"
    return Fault(at.where, f"unknown code {code!r}, {often}", "a code of the unit's table", guess)


def guessed(code: str, codes: Codes) -> str:
    """Return what an unknown code may be, and the row of the code table that settles it.

    A likeness leads only to another shift: what is worked must not become a day off.
    """
    add = f"write what it means under codes in the mapping: {proposed_row(code)}"
    inside = _ALONE.match(code)
    if inside:
        return f"a day code covers the planned shift: write both, as {code} FE"
    if "means = " in add:
        return add
    same = [name for name in codes.entries if name.casefold() == code.casefold()]
    shifts = [name for name, entry in codes.entries.items() if entry.means.worked]
    close = (same or [like(code, shifts)])[0]
    return f"{close!r} is meant, or {add}" if close else add


def like(code: str, known: Iterable[str]) -> str:
    """Return the known code that is most like another; one sign in two may differ.

    A code that begins alike goes first: D2 is rather D1 than F2.
    """
    lowered = {name.casefold(): name for name in known}
    found = difflib.get_close_matches(code.casefold()[:40], lowered, 5, 0.5)
    same = [name for name in found if name[:1] == code[:1].casefold()]
    return lowered[(same or found)[0]] if found else ""


def _night_before(content: Content, mapping: Mapping, shifts: dict[str, ShiftType]) -> int:
    """Return 1 when the cell stands on the date on which its night ends, else 0."""
    if mapping.night_belongs_to == "start":
        return 0
    named = [piece.shift for piece in content.duties] or [content.covered or ""]
    first = shifts.get(named[0])
    return int(first is not None and first.kind is ShiftKind.NIGHT and first.crosses_midnight)


def together(
    entries: Iterable[Entry], layout: Layout, shifts: dict[str, ShiftType]
) -> tuple[Entry | None, Fault | None]:
    """Return one entry for a person's date, or the fault of entries that contradict each other.

    Equal ones are one. In the layout *list* duties that do not overlap are several duties.
    """
    first, *others = entries
    for other in others:
        if other.content == first.content and other.unit == first.unit:
            continue
        apart = layout is Layout.LIST or first.moved is not other.moved
        if not apart or not _side_by_side(first, other, shifts):
            words = f"{other.text!r}, but {first.text!r} at {first.where}"
            guess = _both(first, other)
            needed = f"one thing on {first.when} for one person"
            return None, Fault(other.where, words, needed, guess)
        first = replace(first, content=_joined(first.content, other.content))
    return first, None


def _both(one: Entry, two: Entry) -> str:
    """Return how two contents of one date are written, in the words that stand there."""
    coded = [entry for entry in (one, two) if entry.content.day_code]
    if len(coded) == 1:
        away = coded[0]
        duty = two if away is one else one
        return f"an absence covers a shift: write both in one cell, as ({duty.text}) {away.text}"
    if coded:
        return "only one of the two holds: take the other away"
    both = f"{one.text}/{two.text}"
    return f"both are worked: write {both} in one cell; or of two positions only one works that day"


def _side_by_side(one: Entry, two: Entry, shifts: dict[str, ShiftType]) -> bool:
    """Return whether duties do not overlap; a day code goes only with a night moved to its day."""
    codes = [entry.content.day_code for entry in (one, two) if entry.content.day_code]
    if len(codes) == 2 or (codes and one.moved is two.moved):
        return False
    if any(entry.content.worked is not None for entry in (one, two)):
        return False
    first, second = one.content.duties, two.content.duties
    pairs = ((shifts[a.shift], shifts[b.shift]) for a in first for b in second)
    return all(a.end_minute <= b.start or b.end_minute <= a.start for a, b in pairs)


def _joined(one: Content, two: Content) -> Content:
    coded = one if one.day_code else two
    return replace(coded, duties=(*one.duties, *two.duties))


def code_entry(shift: ShiftType, code: str = "") -> CodeEntry:
    """Return the row of a code table for a shift type."""
    return CodeEntry(
        code=code or shift.code,
        start=shift.start,
        end=shift.end,
        kind=shift.kind,
        unpaid_break=shift.unpaid_break,
        name=shift.name,
    )
