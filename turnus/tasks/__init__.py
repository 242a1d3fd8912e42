"""``turnus tasks``: who does which task, who may, and what moving it is worth."""

from __future__ import annotations

import typer

from turnus.tasks.bridge import bridge
from turnus.tasks.catalogue import catalogue
from turnus.tasks.compare import compare
from turnus.tasks.log import log
from turnus.tasks.optimise import optimise
from turnus.tasks.scenario import scenario
from turnus.tasks.worth import worth

HELP = """Task sharing: move work between staff groups and see what it is worth.

\b
  turnus tasks catalogue                        the draft: who may do which task
  turnus tasks log log.csv --ward ward.json --out tasks.json
                                                a two-week log becomes tasks
  turnus tasks scenario ward.json tasks.json hosts.toml --out changed.json
                                                named changes, ready to roster
  turnus tasks optimise ward.json tasks.json question.toml --out ways
                                                which tasks to move to whom?
  turnus tasks compare                          every scenario rostered beside today
  turnus tasks worth ward.json tasks.json       what is one more worth, and to whom?
  turnus tasks bridge --set before=66           roster planning: from 33 FTE to 8
"""

tasks = typer.Typer(help=HELP, no_args_is_help=True, rich_markup_mode=None)
tasks.command()(catalogue)
tasks.command()(log)
tasks.command()(scenario)
tasks.command()(optimise)
tasks.command()(compare)
tasks.command()(worth)
tasks.command()(bridge)
