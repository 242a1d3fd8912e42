"""What the text of a cell says, by the unit's code table: shifts, day codes, times of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from rostering.domain.fields import DAY_MINUTES, parse_time
from rostering.domain.roster import DayCode
from rostering.domain.shifts import Pay, ShiftKind, ShiftType
from rostering.errors import Fault
from rostering.readers import guesses
from rostering.readers.existing.day_words import day_meaning
from rostering.readers.existing.mapping import CodeEntry, Meaning
from rostering.readers.existing.table import joined

#: Duties that are paid otherwise than their code says, as the roster workbook marks them.
PAY_MARKS = {"mer": Pay.EXTRA, "ot": Pay.OVERTIME, "fv": Pay.MOVED, "ord": Pay.ORDINARY}
_TIME = r"\d{1,2}(?:[:.]?\d{2})?"
_TIMED = re.compile(rf"^(?:(.*\S)\s+|([^\W\d]+))?({_TIME})\s*[-–—]\s*({_TIME})$")
_COVERED = re.compile(r"^\(([^()]+)\)\s*([^()]+)$|^([^()]+?)\s*\(([^()]+)\)$")
_MARKED = re.compile(r"^(.+?)(\*[^*@+]*)?(@[^*@+]+)?(\+(?:mer|ot|fv|ord))?$")
_BESIDE = re.compile(r"^([^\[\]]+)\[([^\[\]]+)\]$")
_UNFIT = re.compile(r"[\s,;()]+")
_LONG = 600
_EARLIEST_NIGHT = 20 * 60
_FREE = (Meaning.OFF, Meaning.F1, Meaning.F2)


@dataclass(frozen=True, slots=True)
class Piece:
    """One duty of a cell. A ``role`` of ``""`` is one that is marked but not named."""

    shift: str
    unit: str | None = None
    role: str | None = None
    pay: Pay | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """What a cell says: duties, a day code with the shift that it covers, what was worked.

    ``worked`` is None when nothing is said of it; an empty tuple says not worked.
    """

    duties: tuple[Piece, ...] = ()
    day_code: DayCode | None = None
    credited: bool = True
    covered: str | None = None
    worked: tuple[Piece, ...] | None = None


class Unread(Exception):
    """A cell that says nothing clear: found, needed, maybe."""

    def __init__(self, found: str, needed: str, maybe: str = "") -> None:
        super().__init__(found)
        self.words = (found, needed, maybe)


class UnknownCode(Exception):
    """A code that is not in the unit's table."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def kind_of(start: int, end: int) -> ShiftKind:
    """Return the kind of a shift by its local times in minutes; past 1440 is the next day."""
    if end - start > _LONG and start < 12 * 60:
        return ShiftKind.LONG
    if start >= _EARLIEST_NIGHT or start < 4 * 60:
        return ShiftKind.NIGHT
    return ShiftKind.DAY if start < 12 * 60 else ShiftKind.EVENING


def shift_type(
    code: str, span: tuple[int, int], entry: CodeEntry | None = None, like: ShiftType | None = None
) -> ShiftType:
    """Return a shift type of local times; an end before the start lies on the next day.

    ``entry`` gives kind, break and name; ``like`` is the type whose times it varies.
    """
    start, end = span
    crosses = end <= start
    length = end + DAY_MINUTES * crosses - start
    rest = like.unpaid_break if like else entry.unpaid_break if entry else 0
    values = {
        "code": code,
        "name": (entry.name if entry else "") or (like.name if like else ""),
        "kind": (entry.kind if entry else None)
        or (like.kind if like else kind_of(start, start + length)),
        "start": start,
        "end": end,
        "crosses_midnight": crosses,
        "unpaid_break": rest if rest < length else 0,
    }
    return (
        ShiftType(**values)
        if like is None
        else ShiftType.model_validate({**like.model_dump(), **values})
    )


def clock_time(text: str) -> int | None:
    """Return minutes after midnight for 7, 07:30, 7.30 or 0730; None when it is no time."""
    meant = guesses.loose_time(text)
    return parse_time(meant) if meant else None


class Codes:
    """The unit's code table, with the ward's own shifts beside it.

    ``shifts`` holds every shift type by code, those with times of their own as they are met;
    ``faults`` what is wrong in the table itself.
    """

    def __init__(self, entries: Iterable[CodeEntry], known: Iterable[ShiftType] = ()) -> None:
        self.shifts: dict[str, ShiftType] = {shift.code: shift for shift in known}
        self.ward = frozenset(self.shifts)
        self.entries: dict[str, CodeEntry] = {}
        self.used: set[str] = set()
        self.faults: list[Fault] = []
        for entry in entries:
            self._add(entry)
        for code in self.ward - self.entries.keys():
            self.entries[code] = CodeEntry(code=code, shift=code)

    def _add(self, entry: CodeEntry) -> None:
        self.entries[entry.code] = entry
        if entry.means is not Meaning.SHIFT:
            return
        code = self.code_of(entry)
        where = f"code {entry.code!r} of the mapping"
        if entry.start is None or entry.end is None:
            if code not in self.shifts:
                guess = guesses.spelling(code, self.ward) or f"a day code is meant: means = {'off'}"
                listed = joined(sorted(self.ward))
                needed = f"start and end, or one of the ward's shifts: {listed}" * bool(listed)
                self.faults.append(Fault(where, "no times", needed or "start and end", guess))
            return
        try:
            made = shift_type(code, (entry.start, entry.end), entry)
        except ValueError as error:
            self.faults.append(Fault(where, str(error), "times of a shift"))
            return
        other = self.shifts.setdefault(code, made)
        if (other.start, other.end_minute, other.unpaid_break) != (
            made.start,
            made.end_minute,
            made.unpaid_break,
        ):
            guess = "the code should be called otherwise: write shift = with a code of its own"
            found = f"{_told(made)}, and {_told(other)} elsewhere for the same shift {code!r}"
            self.faults.append(Fault(where, found, "one meaning for each code", guess))

    def entry(self, text: str) -> CodeEntry | None:
        """Return what a code means: by the table, or else as a word of a day that is known."""
        found = self.entries.get(text)
        means = day_meaning(text) if found is None else None
        return found if means is None else CodeEntry(code=text, means=means)

    @staticmethod
    def code_of(entry: CodeEntry) -> str:
        """Return the shift code that an entry of the table stands for."""
        return entry.shift or _UNFIT.sub("_", entry.code.strip())[:24]

    def read(self, text: str, span: tuple[int, int] | None = None) -> Content:
        """Return what a cell says; ``span`` are the times that stand beside it.

        Raises
        ------
        UnknownCode
            When a code is not in the table.
        Unread
            When the cell does not fit together.
        """
        plan, arrow, done = text.partition("→")
        content = self._day(plan.strip(), span) if plan.strip() else Content()
        if not arrow:
            return content
        worked = () if done.strip() in {"-", "–"} else self._plan(done.strip(), None).duties
        return Content(content.duties, content.day_code, content.credited, content.covered, worked)

    def _day(self, text: str, span: tuple[int, int] | None) -> Content:
        """Return a plan, with the day code that stands in brackets beside it."""
        match = _BESIDE.match(text)
        if match is None or self.entry(text):
            return self._plan(text, span)
        beside = self._plan(match[2].strip(), None)
        if beside.duties:
            raise Unread(f"[{match[2]}]", "a day code in the brackets")
        duties = self._plan(match[1].strip(), span).duties
        return Content(duties, beside.day_code, beside.credited, beside.covered)

    def _plan(self, text: str, span: tuple[int, int] | None) -> Content:
        entry = self.entry(text)
        if entry is not None and not entry.means.worked:
            _require_free(text, entry, span)
            return Content(day_code=entry.means.day_code, credited=entry.credited)
        if entry is not None:
            return Content(duties=(Piece(self._timed(text, span)),))
        if found := _COVERED.match(text):
            return self._covered(found[1] or found[4], found[2] or found[3], span)
        if span is not None:
            return Content(duties=(self._piece(text, span),))
        return Content(duties=tuple(self._piece(part) for part in self._parts(text)))

    def _parts(self, text: str) -> list[str]:
        parts = [part.strip() for part in text.split("/") if part.strip()]
        if len(parts) > 1:
            return parts
        words = re.split(r"[\s,+]+", text)
        return words if len(words) > 1 and all(map(self.entry, words)) else [text]

    def _covered(self, planned: str, code: str, span: tuple[int, int] | None) -> Content:
        entry = self.entry(code.strip())
        if entry is None:
            raise UnknownCode(code.strip())
        if entry.means.day_code is None:
            found = f"{code.strip()!r} over a shift in parentheses"
            raise Unread(found, "a day code such as FE, F3 or sick", "the parentheses are too much")
        inside = self._plan(planned.strip(), span).duties
        if len(inside) != 1 or inside[0] != Piece(inside[0].shift):
            raise Unread(f"({planned})", "one shift code in the parentheses")
        return Content(
            day_code=entry.means.day_code, credited=entry.credited, covered=inside[0].shift
        )

    def _piece(self, text: str, span: tuple[int, int] | None = None) -> Piece:
        if self.entry(text):
            return self._duty(text, span)
        if found := _TIMED.match(text):
            times = clock_time(found[3]), clock_time(found[4])
            if times[0] is None or times[1] is None or times[0] == DAY_MINUTES:
                raise Unread(f"the times in {text!r}", "times of day such as 15-22:30")
            return self._duty(found[1] or found[2] or "", (times[0], times[1]))
        marked = _MARKED.match(text)
        if marked is None or marked[1] == text:
            if span is not None:
                return self._duty(text, span)
            raise UnknownCode(text)
        base = self._piece(marked[1], span)
        return Piece(
            base.shift,
            unquote(marked[3][1:]) if marked[3] else None,
            unquote(marked[2][1:]) if marked[2] else None,
            PAY_MARKS[marked[4][1:]] if marked[4] else None,
        )

    def _duty(self, code: str, span: tuple[int, int] | None) -> Piece:
        entry = self.entry(code)
        if entry is not None and not entry.means.worked:
            guess = f"the day covers a planned shift: write it as (K1) {code}"
            raise Unread(f"{code!r} beside a duty or a time", "a shift code", guess)
        return Piece(self._timed(code, span))

    def _timed(self, code: str, span: tuple[int, int] | None) -> str:
        """Return the shift code of a duty, made for its own times when it has some."""
        entry = self.entries.get(code)
        base = self.shifts.get(self.code_of(entry)) if entry else None
        if span is None:
            if base is None:
                guess = "the times stand in other columns: name them under columns in the mapping"
                raise Unread(f"{code!r} without times", "times beside the code", guess)
            self.used.add(base.code)
            return base.code
        if base is not None and (base.start, base.end) == span:
            self.used.add(base.code)
            return base.code
        start, end = (f"{t // 60:02d}{t % 60:02d}" for t in span)
        name = _UNFIT.sub("_", code)[:14]
        own = f"{name}_{start}-{end}" if name else f"{start}-{end}"
        if own not in self.shifts:
            self.shifts[own] = shift_type(own, span, None, base)
        self.used.add(own)
        return own


def _require_free(text: str, entry: CodeEntry, span: tuple[int, int] | None) -> None:
    """Refuse a day off beside which clock times stand: it may be a shift of that name."""
    if entry.means in _FREE and span is not None and (span[1] - span[0]) % DAY_MINUTES:
        guess = f'it is a shift: write {{ code = "{text}", means = "own_times" }} in the mapping'
        raise Unread(f"{text!r}, a day off, with clock times beside it", "no times", guess)


def _told(shift: ShiftType) -> str:
    start, end = (f"{t // 60 % 24:02d}:{t % 60:02d}" for t in (shift.start, shift.end))
    rest = f" with {shift.unpaid_break} min unpaid break" if shift.unpaid_break else ""
    return f"{start}-{end}{rest}"
