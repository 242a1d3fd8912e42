"""`python -m absence_model.simulate --out table.csv`: an invented table of absence."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from absence_model.simulate.norwegian import Size, norwegian_world, table_of
from absence_model.table.writing import write_table


def main() -> int:
    """Write the table of a seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--units", type=int, default=20)
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--first", type=date.fromisoformat, default=date(2021, 1, 4))
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    world = norwegian_world(asked.seed, asked.first, asked.years, Size(asked.units))
    write_table(table_of(world, asked.seed), asked.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
