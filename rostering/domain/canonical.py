"""Canonical JSON and the hash over it: equal content, equal bytes, equal hash."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from pydantic import BaseModel


def canonical_json(value: BaseModel | dict[str, Any]) -> str:
    """Return JSON with sorted keys, no spaces and no fields left at their default.

    Leaving defaults out keeps the hash of an old file when a later version adds a field.
    """
    data = (
        value.model_dump(mode="json", exclude_defaults=True)
        if isinstance(value, BaseModel)
        else value
    )
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def content_hash(value: BaseModel | dict[str, Any]) -> str:
    """Return ``sha256:`` and the hexadecimal hash over the canonical JSON."""
    digest = hashlib.sha256(canonical_json(value).encode()).hexdigest()
    return f"sha256:{digest}"
