"""The screens: files that the web build has made, and one page for every address of theirs."""

from __future__ import annotations

import gzip
import mimetypes
from pathlib import Path

from fastapi import Depends, FastAPI, Request, Response
from fastapi.responses import FileResponse

from api.errors import NotThere
from api.http.context import may

FOLDER = Path(__file__).parents[1] / "static"
FOR_GOOD = "public, max-age=31536000, immutable"
_NOT_OURS = ("api/", "calendar/", "health", "metrics")
_WORDS = frozenset({".js", ".css", ".html", ".svg", ".webmanifest"})
_NEVER = frozenset({"q=0", "q=0.0", "q=0.00", "q=0.000"})
_LEAST = 600  # bytes; less is not worth it
_packed: dict[Path, tuple[int, bytes]] = {}
"""Each file of the build compressed, and when it had been changed by then."""


def install(app: FastAPI) -> None:
    """Serve the screens under every address that is not the API's."""

    @app.get("/{path:path}", include_in_schema=False, dependencies=[Depends(may("document"))])
    def screen(path: str, request: Request) -> Response:
        """Return a built file, or the page that finds its own way by the address."""
        if path.startswith(_NOT_OURS):
            raise NotThere("path.unknown")
        file = (FOLDER / path).resolve()
        if path and file.is_relative_to(FOLDER) and file.is_file():
            return _sent(file, request, FOR_GOOD if path.startswith("assets/") else "no-cache")
        page = FOLDER / "index.html"
        if not page.is_file():
            raise NotThere("screens.none")
        return _sent(page, request, "no-cache")


def _sent(file: Path, request: Request, kept: str) -> Response:
    """Return a file, compressed for those who take it so: phones load a third of it."""
    headers = {"Cache-Control": kept}
    known = file.stat()
    if file.suffix not in _WORDS or known.st_size < _LEAST:
        return FileResponse(file, headers=headers)
    headers["Vary"] = "Accept-Encoding"
    way = _way(file, request)
    if way is None:
        return FileResponse(file, headers=headers)
    kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
    headers |= {"Content-Encoding": way, "ETag": f'"{known.st_mtime_ns:x}-{way}"'}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if way == "br":
        return FileResponse(_brotli(file), headers=headers, media_type=kind)
    return Response(_compressed(file, known.st_mtime_ns), media_type=kind, headers=headers)


def _way(file: Path, request: Request) -> str | None:
    """Return how a file is best compressed for a browser, or None where it takes no way of ours."""
    taken = {
        name.strip()
        for part in request.headers.get("accept-encoding", "").split(",")
        for name, _, quality in [part.partition(";")]
        if quality.replace(" ", "") not in _NEVER
    }
    if "br" in taken and _brotli(file).is_file():
        return "br"
    return "gzip" if "gzip" in taken else None


def _brotli(file: Path) -> Path:
    """Return where the build has laid a file compressed by brotli, if it has."""
    return file.with_name(f"{file.name}.br")


def _compressed(file: Path, changed: int) -> bytes:
    """Return a file compressed, anew only once it has changed."""
    if file not in _packed or _packed[file][0] != changed:
        _packed[file] = changed, gzip.compress(file.read_bytes(), 9, mtime=0)
    return _packed[file][1]
