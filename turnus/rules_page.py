"""Every rule of a ward as a page to print or to keep: HTML without other files, or Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from turnus.texts import Words

STYLE = """
body { font: 11pt/1.4 system-ui, sans-serif; color: #111; max-width: 62rem; margin: 2rem auto;
  padding: 0 1rem; }
h1 { font-size: 1.6rem; margin-bottom: 0.2rem; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 0.3rem; break-after: avoid; }
p { margin: 0.2rem 0; }
.notice { border-left: 4px solid #b26a00; padding: 0.2rem 0.6rem; margin: 0.4rem 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th:nth-child(1) { width: 17%; } th:nth-child(2) { width: 25%; } th:nth-child(3) { width: 22%; }
th:nth-child(4) { width: 11%; }
td { overflow-wrap: anywhere; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.6rem 0.25rem 0;
  border-bottom: 1px solid #bbb; }
tr { break-inside: avoid; }
th { border-bottom: 2px solid #111; }
a { color: inherit; }
@media print { body { margin: 0; max-width: none; font-size: 9.5pt; } }
"""
COLUMNS = ("who", "value", "paragraph", "since", "set_by")


def rows(rule: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Yield the lines of a rule's table: for whom, said once, and the value; None for no value."""
    for group in rule["groups"]:
        who = group["told"]
        for value in group["values"]:
            yield who, value
            who = ""
        if not group["values"]:
            yield who, None


def since(value: dict[str, Any], words: Words) -> str:
    """Return the date from which a value's provision holds."""
    when = value["valid_from"]
    return words.date(date.fromisoformat(when)) if when else ""


def paragraph(value: dict[str, Any], words: Words) -> str:
    """Return a value's paragraph, marked when it is not verified."""
    mark = words.say("rules.unverified") if value["status"].startswith("U") else ""
    return f"{value['paragraph']} {mark}".strip()


def labelled(value: dict[str, Any], words: Words) -> str:
    """Return a value with its name: ``rest between two duties: at least 11 h``."""
    return words.say("rules.labelled", name=value["name"], shown=value["shown"])


def heading(document: dict[str, Any], words: Words, person: str) -> str:
    """Return the title of the page."""
    when = date.fromisoformat(document["date"])
    title = words.say("rules.title", name=document["ward"], date=when)
    return f"{title} · {person}" if person else title


def later(rule: dict[str, Any], words: Words) -> str:
    """Return from when other values hold, or nothing."""
    told = ", ".join(words.date(date.fromisoformat(when)) for when in rule["changes"])
    return words.say("rules.changes", dates=told) if told else ""


def books(document: dict[str, Any], words: Words) -> str:
    """Return the rulebooks in force."""
    return words.say("rules.books", books=", ".join(b["name"] for b in document["rulebooks"]))


def html(document: dict[str, Any], words: Words, person: str = "") -> str:
    """Return the document as one HTML file that needs no other."""
    title = escape(heading(document, words, person))
    parts = [f"<h1>{title}</h1>", f"<p>{escape(books(document, words))}</p>"]
    parts += [f'<p class="notice">{escape(n["text"])}</p>' for n in document["notices"]]
    parts += [_section(rule, words) for rule in document["rules"]]
    parts += [f"<h2>{escape(words.say('rules.agreements'))}</h2>"] if document["agreements"] else []
    parts += [f"<p>{escape(agreement['told'])}</p>" for agreement in document["agreements"]]
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _section(rule: dict[str, Any], words: Words) -> str:
    head = "".join(f"<th>{escape(words.say(f'rules.{name}'))}</th>" for name in COLUMNS)
    lines = [
        f'<section>\n<h2 title="{escape(rule["rule"])}">{escape(rule["name"])}</h2>',
        *(f"<p>{escape(told)}</p>" for told in (rule["told"], later(rule, words)) if told),
        f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>",
    ]
    for who, value in rows(rule):
        cells = (who, words.say("rules.nothing"), "", "", "")
        if value is not None:
            lines.append(_line(who, value, words))
        else:
            lines.append("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>")
    return "\n".join([*lines, "</tbody>\n</table>\n</section>"])


def _line(who: str, value: dict[str, Any], words: Words) -> str:
    source = escape(paragraph(value, words))
    if value["link"].startswith("https://"):
        source = f'<a href="{escape(value["link"])}">{source}</a>'
    cells = (
        escape(who),
        f'<span title="{escape(value["value"])}">{escape(labelled(value, words))}</span>',
        source,
        escape(since(value, words)),
        escape(value["told"]),
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def markdown(document: dict[str, Any], words: Words, person: str = "") -> str:
    """Return the document as Markdown."""
    lines = [f"# {_plain(heading(document, words, person))}", "", _plain(books(document, words))]
    lines += [f"\n> {_plain(notice['text'])}" for notice in document["notices"]]
    for rule in document["rules"]:
        lines += ["", f"## {_plain(rule['name'])}", ""]
        lines += [f"{_plain(told)}\n" for told in (rule["told"], later(rule, words)) if told]
        lines.append(_row([words.say(f"rules.{name}") for name in COLUMNS]))
        lines.append(_row(["---"] * len(COLUMNS)))
        for who, value in rows(rule):
            lines.append(_markdown_line(who, value, words))
    if document["agreements"]:
        lines += ["", f"## {words.say('rules.agreements')}", ""]
        lines += [f"- {_plain(agreement['told'])}" for agreement in document["agreements"]]
    return "\n".join(lines) + "\n"


def _markdown_line(who: str, value: dict[str, Any] | None, words: Words) -> str:
    if value is None:
        return _row([_plain(who), words.say("rules.nothing"), "", "", ""])
    source = _plain(paragraph(value, words))
    return _row(
        [
            _plain(who),
            _plain(labelled(value, words)),
            f"[{source}](<{value['link']}>)" if value["link"] else source,
            since(value, words),
            _plain(value["told"]),
        ]
    )


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _plain(text: str) -> str:
    """Return text that Markdown leaves as it is."""
    flat = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in "\\`*_[]<>|#" else letter for letter in flat)
