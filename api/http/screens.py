"""The screens: files that the web build has made, and one page for every address of theirs."""

from __future__ import annotations

from pathlib import Path

from fastapi import Depends, FastAPI, Response
from fastapi.responses import FileResponse

from api.errors import NotThere
from api.http.context import may

FOLDER = Path(__file__).parents[1] / "static"
FOR_GOOD = "public, max-age=31536000, immutable"
_NOT_OURS = ("api/", "calendar/", "health", "metrics")


def install(app: FastAPI) -> None:
    """Serve the screens under every address that is not the API's."""

    @app.get("/{path:path}", include_in_schema=False, dependencies=[Depends(may("document"))])
    def screen(path: str) -> Response:
        """Return a built file, or the page that finds its own way by the address."""
        if path.startswith(_NOT_OURS):
            raise NotThere("path.unknown")
        file = (FOLDER / path).resolve()
        if path and file.is_relative_to(FOLDER) and file.is_file():
            told = FOR_GOOD if path.startswith("assets/") else "no-cache"
            return FileResponse(file, headers={"Cache-Control": told})
        page = FOLDER / "index.html"
        if not page.is_file():
            raise NotThere("screens.none")
        return FileResponse(page, headers={"Cache-Control": "no-cache"})
