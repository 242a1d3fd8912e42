"""The draft catalogue of tasks and groups: shipped as data, or a municipality's own."""

from __future__ import annotations

from tasksharing.catalogue.load import Catalogue, draft, read_catalogue
from tasksharing.domain.names import CatalogueCompetence

__all__ = ["Catalogue", "CatalogueCompetence", "draft", "read_catalogue"]
