"""What a report is made of, before anybody has said how it is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a section; level 3 for a part of one."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; ``strong`` for what must not be missed."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of sentences."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; ``numbers`` are the columns that are set to the right.

    ``named`` tells that the first column names its row.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: frozenset[int] = frozenset()
    named: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture and the same in words; ``height`` in inches at seven inches of width."""

    draw: Callable[[Axes], None]
    told: str
    height: float = 3.4


Block = Heading | Text | Bullets | Grid | Figure


@dataclass(frozen=True, slots=True)
class Report:
    """A title and its blocks in one language."""

    title: str
    language: str
    blocks: tuple[Block, ...]
