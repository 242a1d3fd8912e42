"""Long lists in pages: a limit, and a mark where the next page begins."""

from __future__ import annotations

from typing import Annotated, Generic, TypeVar

from fastapi import Query
from pydantic import BaseModel, Field

Item = TypeVar("Item")
Limit = Annotated[int, Query(ge=1, le=200, description="Most entries of a page.")]
After = Annotated[str, Query(max_length=100, description="The mark `next` of the page before.")]


class Page(BaseModel, Generic[Item]):
    """Some entries; ``next`` is the mark of the next page, empty at the end."""

    items: list[Item]
    next: str = Field(default="", examples=["120"])
