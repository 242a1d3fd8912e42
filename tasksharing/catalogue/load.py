"""A catalogue out of a TOML file."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

from pydantic import Field

from rostering.domain.fields import Model
from tasksharing.domain.groups import StaffGroup
from tasksharing.domain.names import CatalogueCompetence
from tasksharing.domain.tasks import Task
from tasksharing.files.toml import read_toml, toml_model

CATALOGUE_FORMAT = "helseturnus.task_catalogue"


class Catalogue(Model):
    """Tasks and groups before any unit has them; every ``minimum`` is a draft."""

    format: Literal["helseturnus.task_catalogue"] = "helseturnus.task_catalogue"
    version: Literal[1] = 1
    competences: tuple[CatalogueCompetence, ...] = ()
    groups: tuple[StaffGroup, ...] = Field(min_length=1)
    tasks: tuple[Task, ...] = Field(min_length=1)


@lru_cache(maxsize=1)
def draft() -> Catalogue:
    """Return the catalogue that ships."""
    text = (resources.files("tasksharing.catalogue") / "draft.toml").read_bytes()
    return toml_model(Catalogue, text, "draft.toml", CATALOGUE_FORMAT)


def read_catalogue(path: Path) -> Catalogue:
    """Return a municipality's own catalogue; it stands alone, the draft adds nothing to it.

    Raises
    ------
    BadInput
        With one fault for each thing that is wrong.
    """
    return read_toml(Catalogue, path, CATALOGUE_FORMAT)
