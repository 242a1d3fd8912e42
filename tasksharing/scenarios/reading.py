"""A scenario out of a file's bytes, whichever of the two forms it has."""

from __future__ import annotations

from rostering.readers.json_text import parse
from rostering.readers.validation import validated
from tasksharing.files.envelope import require_format
from tasksharing.files.toml import toml_model
from tasksharing.scenarios.scenario import SCENARIO_FORMAT, Scenario


def scenario_in(data: bytes) -> Scenario:
    """Return the scenario in a file's bytes: JSON where they begin with a brace, else TOML.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    if not data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return toml_model(Scenario, data, "TOML", SCENARIO_FORMAT)
    plain = parse(data, "JSON")
    require_format(plain, SCENARIO_FORMAT, "JSON")
    return validated(Scenario, plain)
