"""A report of task sharing in the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tasksharing.report.blocks import Grid, Report
    from turnus.terminal.screen import Screen


def show_report(screen: Screen, report: Report) -> None:
    """Print a report's blocks; a picture is told in words."""
    from tasksharing.report.blocks import Bullets, Grid, Heading, Text

    screen.say(report.title, "bold")
    for block in report.blocks:
        if isinstance(block, Heading):
            screen.say("")
            screen.say(block.text, "bold")
        elif isinstance(block, Text):
            screen.say(block.text, "bold yellow" if block.strong else "")
        elif isinstance(block, Bullets):
            for item in block.items:
                screen.say(f"  {item}")
        elif isinstance(block, Grid):
            _grid(screen, block)
        else:
            screen.say(block.told)


def _grid(screen: Screen, block: Grid) -> None:
    from turnus.terminal.tables import table

    grid = table()
    for number, head in enumerate(block.heads):
        grid.add_column(head, justify="right" if number in block.numbers else "left")
    for row in block.rows:
        grid.add_row(*row)
    screen.show(grid)
