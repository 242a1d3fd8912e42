"""A fitted forecaster as one file: a manifest beside what skops writes, never pickle.

The file is a zip of ``manifest.json`` (format and version, SHA-256 of the rest, libraries, span
and units of the data, the card's facts) and ``model.skops``. Reading checks the digest before
anything is made of it, and makes nothing of types that are not in ``TRUSTED``.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import tempfile
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from absence_model.forecaster.told import CardFacts, Quality
from rostering.errors import BadInput, Fault

if TYPE_CHECKING:
    from absence_model.forecaster.model import Forecaster

NAME = "helseturnus.absence_model"
FORMAT = 2
"""2: with what was published of influenza, where that was learnt from."""
MANIFEST, MODEL = "manifest.json", "model.skops"
MOST_BYTES = 1_000_000_000
NEEDED = "a model that we have saved"
TRUSTED = (
    "absence_model.estimators.calendar_shape.CalendarShape",
    "absence_model.estimators.contenders.Blend",
    "absence_model.estimators.contenders.Smoothing",
    "absence_model.estimators.contenders.YearShape",
    "absence_model.estimators.contenders._View",
    "absence_model.estimators.counts.CountLevel",
    "absence_model.estimators.ratio_boosting.RatioBoosting",
    "absence_model.estimators.robust_linear.RobustLinear",
    "absence_model.intervals.conformal.CountSpread",
    "absence_model.intervals.conformal.RatioSpread",
    "sklearn.ensemble._hist_gradient_boosting.predictor.TreePredictor",
)
"""Types beside those of skops' own list (numpy, scikit-learn) that a model file may hold."""


def save(fitted: Forecaster, path: str | Path) -> str:
    """Write the file in one step; return its SHA-256.

    Raises
    ------
    BadInput
        When it cannot be written; an old file is then still whole.
    """
    data = dumped(fitted)
    target, part = Path(path), ""
    try:
        handle, part = tempfile.mkstemp(prefix=".model-", dir=target.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(part).chmod(0o644)
        Path(part).replace(target)
    except OSError as error:
        if part:
            Path(part).unlink(missing_ok=True)
        reason = error.strerror or "not possible"
        fault = Fault(str(path), f"a place that cannot be written to ({reason})", "another one")
        raise BadInput([fault]) from error
    return hashlib.sha256(data).hexdigest()


def dumped(fitted: Forecaster) -> bytes:
    """Return the file's bytes."""
    import skops.io

    model = skops.io.dumps(_state(fitted), compression=zipfile.ZIP_DEFLATED)
    facts = fitted.facts
    manifest = {
        "format": NAME,
        "version": FORMAT,
        "sha256": hashlib.sha256(model).hexdigest(),
        "libraries": facts.versions,
        "first": str(facts.first),
        "last": str(facts.last),
        "units": list(fitted.panel.units),
        "facts": facts.model_dump(mode="json"),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, data in ((MANIFEST, json.dumps(manifest, indent=1).encode()), (MODEL, model)):
            packed.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def load(path: str | Path) -> Forecaster:
    """Read a model file.

    Raises
    ------
    BadInput
        When it is missing, damaged, no model file, of a newer version, or holds a foreign type.
    """
    name = str(path)
    manifest, model = _parts(Path(path))
    found = _manifest(name, manifest)
    if hashlib.sha256(model).hexdigest() != found.get("sha256"):
        raise _refused(name, "a damaged file: its digest does not fit", "the file as it was saved")
    state = _loaded(name, model)
    try:
        return _made(state, CardFacts.model_validate(found["facts"]))
    except Exception as error:  # parts missing, of other kinds, or of other shapes than ours
        raise _refused(name, "a model file whose parts do not fit", NEEDED) from error


def facts_in(path: str | Path) -> CardFacts:
    """Return what the card tells of a model file, with the file's own digest.

    Raises
    ------
    BadInput
        As ``load``.
    """
    fitted = load(path)
    digest = hashlib.sha256(Path(path).read_bytes()).hexdigest()
    return fitted.facts.model_copy(update={"model_hash": digest})


def _parts(path: Path) -> tuple[bytes, bytes]:
    name = str(path)
    try:
        with zipfile.ZipFile(path) as packed:
            size = sum(part.file_size for part in packed.infolist())
            if size <= MOST_BYTES:
                return packed.read(MANIFEST), packed.read(MODEL)
    except OSError as error:
        reason = error.strerror or "it is damaged"
        raise _refused(name, f"a file that cannot be read ({reason})", "a model file") from error
    except Exception as error:  # whatever a zip that is none, or a crafted one, makes it fall over
        guess = "make one with turnus absence fit"
        raise _refused(name, "no model file, or a damaged one", "a model file", guess) from error
    raise _refused(name, "a file that unpacks to too much", f"at most {MOST_BYTES} bytes")


def _manifest(name: str, data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
        kind, version = found["format"], int(found["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise _refused(name, "a manifest that cannot be read", "a model file") from error
    if kind != NAME:
        raise _refused(name, f"a file of {str(kind)[:60]!r}", f"a file of {NAME!r}")
    if version > FORMAT:
        needed = f"version {FORMAT} or older"
        raise _refused(name, f"a model of version {version}", needed, "update helseturnus")
    told: dict[str, Any] = found
    return told


def _loaded(name: str, model: bytes) -> dict[str, Any]:
    import skops.io

    needed = NEEDED
    try:
        with zipfile.ZipFile(io.BytesIO(model)) as packed:
            size = sum(part.file_size for part in packed.infolist())
    except Exception as error:
        raise _refused(name, "a model that cannot be read", needed) from error
    if size > MOST_BYTES:
        raise _refused(name, "a model that unpacks to too much", f"at most {MOST_BYTES} bytes")
    try:
        foreign = sorted(set(skops.io.get_untrusted_types(data=model)) - set(TRUSTED))
        state = None if foreign else skops.io.loads(model, trusted=list(TRUSTED))
    except Exception as error:  # whatever a parser falls over in a crafted file
        raise _refused(name, "a model that cannot be read", needed) from error
    if foreign:
        raise _refused(name, f"a foreign type: {foreign[0][:80]}", needed)
    if not isinstance(state, dict):
        raise _refused(name, "something else than a model", needed)
    return state


def _state(fitted: Forecaster) -> dict[str, Any]:
    import numpy as np

    panel = fitted.panel
    return {
        "days": panel.days.astype("datetime64[D]").astype(np.int64),
        "units": list(panel.units),
        "absent": panel.absent,
        "planned": panel.planned,
        "region": panel.region,
        "info": asdict(fitted.info),
        "influenza": fitted.influenza,
        "buckets": [
            {
                "horizon": one.horizon,
                "model": one.model,
                "naive": one.naive,
                "spread": one.spread,
                "naive_spread": one.naive_spread,
                "quality": one.quality.model_dump(mode="json"),
                "correlation": one.correlation,
            }
            for one in fitted.buckets
        ],
    }


def _made(state: dict[str, Any], facts: CardFacts) -> Forecaster:
    from absence_model.forecaster.contest import Bucket
    from absence_model.forecaster.model import Forecaster
    from absence_model.series import Panel, SeriesInfo

    panel = Panel(
        state["days"].astype("datetime64[D]"),
        tuple(state["units"]),
        state["absent"],
        state["planned"],
        state["region"],
    )
    shape = (len(panel.days), len(panel.units))
    influenza = state.get("influenza")  # version 1 has none
    if panel.absent.shape != shape or panel.planned.shape != shape or not state["buckets"]:
        raise ValueError("matrices of another shape than days by units, or no horizons")
    if influenza is not None and len(influenza) != len(panel.days):
        raise ValueError("influenza for other days")
    buckets = tuple(
        Bucket(**{**one, "quality": Quality.model_validate(one["quality"])})
        for one in state["buckets"]
    )
    return Forecaster(panel, SeriesInfo(**state["info"]), buckets, facts, influenza)


def _refused(name: str, found: str, needed: str, maybe: str = "") -> BadInput:
    return BadInput([Fault(name, found, needed, maybe)])
