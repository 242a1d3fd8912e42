"""The fitting process: an order comes in as a line of JSON, news and the answer go out as lines."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import threading
from typing import IO, Any

from rostering.errors import BadInput


def main() -> None:
    """Do what standard input asks for; end at once when the parent is gone."""
    told = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)  # whatever a library prints must not break the lines
    order = json.loads(sys.stdin.readline())
    threading.Thread(target=_wait_for_parent, daemon=True).start()
    try:
        _say(told, _learnt(order, told))
    except BadInput as error:
        faults = [
            {"where": f.where, "found": f.found, "needed": f.needed, "maybe": f.maybe}
            for f in error.faults
        ]
        _say(told, {"faults": faults})
    os._exit(0)


def _wait_for_parent() -> None:
    sys.stdin.read()
    os._exit(1)  # nobody is left who wants an answer


def _say(told: IO[str], word: dict[str, Any]) -> None:
    told.write(json.dumps(word) + "\n")
    told.flush()


def _learnt(order: dict[str, Any], told: IO[str]) -> dict[str, Any]:
    from absence_model.forecaster.fit import fit
    from absence_model.forecaster.keeping import dumped
    from absence_model.forecaster.learning import learnt, series_of_days

    def report(share: float, phase: str) -> None:
        _say(told, {"share": share, "phase": phase})

    unit, country = order["unit"], order["country"]
    own = series_of_days({unit: order["days"][unit]}, country)[1]
    panel, info = series_of_days(order["days"], country)
    fitted = fit(panel, info, report=report)
    told = unit.encode() + b"\n" + dumped(fitted)  # by unit: two units' cards tell nothing together
    digest = hashlib.sha256(told).hexdigest()
    return {"learnt": learnt(fitted, unit, own.cleaned).model_dump(mode="json"), "digest": digest}
