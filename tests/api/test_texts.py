"""Every refusal has its words in three languages, with the same facts."""

import re
import string
from pathlib import Path

from api.texts import LANGUAGES, sentences

ROOT = Path(__file__).parents[2] / "api"
_CODE = re.compile(
    r"(?:NotSignedIn|Forbidden|NotThere|Conflict|Missing|Wrong|TooMany)\(\s*\"([a-z.]+)\""
    r"|answer\(request, [^,]+, \"([a-z.]+)\""
    r"|\"(path\.[a-z]+|wishes\.[a-z]+)\""
)


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_the_languages_have_the_same_keys_and_facts() -> None:
    first, *others = (sentences(language) for language in LANGUAGES)
    for other in others:
        assert set(other) == set(first)
        assert {k: facts(v) for k, v in other.items()} == {k: facts(v) for k, v in first.items()}


def test_every_code_in_the_service_has_a_sentence_and_no_sentence_is_idle() -> None:
    found = {
        next(filter(None, groups))
        for file in ROOT.rglob("*.py")
        for groups in _CODE.findall(file.read_text("utf-8"))
    }
    assert len(found) > 40
    known = {key.removeprefix("error.") for key in sentences("nb") if key.startswith("error.")}
    assert {code.removesuffix(".hint") for code in known} == found
