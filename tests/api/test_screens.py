"""The built screens as the service sends them."""

from pathlib import Path

import pytest

from api.http import screens
from tests.api.world import World

TEXT = "export const long = 1;\n" * 200


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A build of two files."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_text("<!doctype html>" + " " * 1000, "utf-8")
    (tmp_path / "assets" / "index-abc.js").write_text(TEXT, "utf-8")
    monkeypatch.setattr(screens, "FOLDER", tmp_path)
    return tmp_path


def test_files_are_compressed_for_those_who_take_it(here: World, built: Path) -> None:
    client = here.client("nobody")
    path = "/assets/index-abc.js"
    small = client.get(path, headers={"Accept-Encoding": "gzip"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert int(small.headers["Content-Length"]) < len(TEXT) / 5
    assert small.text == TEXT
    assert "javascript" in small.headers["Content-Type"]
    assert "immutable" in small.headers["Cache-Control"]
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == small.headers["Vary"] == "Accept-Encoding"
    assert plain.text == TEXT


def test_brotli_is_sent_where_the_build_has_it_and_the_browser_takes_it(
    here: World, built: Path
) -> None:
    client = here.client("nobody")
    path = "/assets/index-abc.js"
    (built / "assets" / "index-abc.js.br").write_bytes(b"smaller still")
    with client.stream("GET", path, headers={"Accept-Encoding": "gzip, deflate, br"}) as answer:
        assert answer.headers["Content-Encoding"] == "br"
        assert answer.headers["Content-Length"] == str(len(b"smaller still"))
        assert "javascript" in answer.headers["Content-Type"]
        assert b"".join(answer.iter_raw()) == b"smaller still"
    for taken, sent in (("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("deflate", None)):
        with client.stream("GET", path, headers={"Accept-Encoding": taken}) as answer:
            assert answer.headers.get("Content-Encoding") == sent
            assert answer.headers["Vary"] == "Accept-Encoding"


def test_a_file_that_has_not_changed_is_not_sent_again(here: World, built: Path) -> None:
    client = here.client("nobody")
    first = client.get("/staff/wishes")
    assert first.headers["Cache-Control"] == "no-cache"
    again = {"If-None-Match": first.headers["ETag"]}
    assert client.get("/", headers=again).status_code == 304
    (built / "index.html").write_text("<!doctype html><p>new</p>" + " " * 1000, "utf-8")
    assert client.get("/", headers=again).status_code == 200


def test_an_address_outside_the_build_is_the_page(here: World, built: Path) -> None:
    client = here.client("nobody")
    assert "doctype" in client.get("/assets/..%2F..%2Fetc/passwd").text
    assert client.get("/api/nothing").status_code == 404


def test_answers_are_compressed_for_those_who_take_it(here: World) -> None:
    path = f"/api/units/{here.unit}/ward/people"
    small = here.client("manager").get(path, headers={"Accept-Encoding": "gzip"})
    plain = here.client("manager").get(path, headers={"Accept-Encoding": "identity"})
    assert small.headers["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain.headers
    assert small.json() == plain.json()
    assert int(small.headers["Content-Length"]) < int(plain.headers["Content-Length"]) / 2
