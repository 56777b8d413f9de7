"""Each format read as its reader reads it: (path, rule, severity, message) of every finding."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from junitparser import JUnitXml
from markdown_it import MarkdownIt

if TYPE_CHECKING:
    from collections.abc import Callable

Row = tuple[str, str, str, str]
CHINESE = {"错误": "error", "警告": "warning", "提示": "info"}


def from_json(report: str) -> list[Row]:
    return [_plain(one) for one in json.loads(report)["diagnostics"]]


def from_jsonl(report: str) -> list[Row]:
    rows = [json.loads(line) for line in report.splitlines()]
    return [_plain(one) for one in rows if "rule" in one]


def _plain(one: dict[str, Any]) -> Row:
    return one["path"], one["rule"], one["severity"], one["message"]


def from_sarif(report: str) -> list[Row]:
    (run,) = json.loads(report)["runs"]
    levels = {"error": "error", "warning": "warning", "note": "info"}
    rows = []
    for one in run["results"]:
        assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"]
        if not one["suppressions"]:
            place = one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
            row = (unquote(place), one["ruleId"], levels[one["level"]], one["message"]["text"])
            rows.append(row)
    return rows


def from_rdjson(report: str) -> list[Row]:
    return [
        (
            one["location"]["path"],
            one["code"]["value"],
            one["severity"].lower(),
            one["message"],
        )
        for one in json.loads(report)["diagnostics"]
        if one["code"]["value"] != "not-checked"
    ]


def from_gitlab(report: str) -> list[Row]:
    levels = {"major": "error", "minor": "warning", "info": "info"}
    rows = []
    for one in json.loads(report):
        if one["check_name"] != "not-checked":
            rule, _, message = one["description"].partition(" ")
            assert rule == one["check_name"]
            rows.append((one["location"]["path"], rule, levels[one["severity"]], message))
    return rows


def from_github(report: str) -> list[Row]:
    """Read commands as actions/runner does (ActionCommand.cs)."""

    def plain(text: str) -> str:
        for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
            text = text.replace(code, char)
        return text

    levels = {"error": "error", "warning": "warning", "notice": "info"}
    rows = []
    for line in report.splitlines():
        assert line.startswith("::")
        head, message = line[2:].split("::", 1)
        command, _, properties = head.partition(" ")
        named = dict(one.split("=", 1) for one in properties.split(","))
        if "title" in named:
            rule = plain(named["title"]).split()[0]
            rows.append((plain(named["file"]), rule, levels[command], plain(message)))
    return rows


def from_junit(report: str) -> list[Row]:
    rows = []
    for suite in JUnitXml.fromstring(report.encode()):
        for case in suite:
            for result in case.result:
                if result.type != "not-checked":
                    rule = case.name.split()[0]
                    rows.append((case.classname, rule, result.type, result.message))
    return rows


def from_checkstyle(report: str) -> list[Row]:
    rows = []
    for file in ET.fromstring(report.encode()):  # noqa: S314 - our own report
        for one in file:
            rule = one.attrib["source"].removeprefix("kuaibao-lint.")
            if rule != "not-checked":
                row = (file.attrib["name"], rule, one.attrib["severity"], one.attrib["message"])
                rows.append(row)
    return rows


def from_concise(report: str) -> list[Row]:
    form = re.compile(r"(?P<path>.*?):\d+:\d+: (?P<rule>[A-Z]+\d+)(?: \[\*\])? (?P<message>.*)")
    found = filter(None, map(form.fullmatch, report.splitlines()))
    return [(one["path"], one["rule"], "", one["message"]) for one in found]


def from_text(report: str) -> list[Row]:
    rows, path = [], ""
    form = re.compile(r"  \d+:\d+ (?P<level>\S+) (?P<rule>[A-Z]+\d+) (?P<message>.*)")
    for line in report.splitlines():
        if line and not line.startswith(" "):
            path = line
        elif (match := form.fullmatch(line)) is not None:
            rows.append((path, match["rule"], CHINESE[match["level"]], match["message"]))
    return rows


def from_markdown(report: str) -> list[Row]:
    rows, path = [], ""
    cells: list[str] = []
    tokens = MarkdownIt("commonmark").enable("table").parse(report)
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            path = _words(tokens[place + 1])
        elif token.type == "tr_open":
            cells = []
        elif token.type == "inline":
            cells.append(_words(token))
        elif token.type == "tr_close" and cells[0] != "位置":
            assert len(cells) == 5, cells
            rows.append((path, cells[2].split()[0], CHINESE[cells[1]], cells[3]))
    return rows


def _words(token: Any) -> str:
    """Return the text of an inline token; only comments may stand beside it."""
    for child in token.children:
        if child.type == "html_inline":
            assert child.content == "<!-- -->"
        else:
            assert child.type in ("text", "text_special"), child
    return "".join(one.content for one in token.children if one.type != "html_inline")


class Page(HTMLParser):
    """Collects the notes of the page, and every element and attribute that it has.

    shown: the words of the bulletin, without the numbers of findings. signed: those numbers.
    """

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str]] = set()
        self.marked: set[str] = set()
        self.signed: list[str] = []
        self.shown = ""
        self._open: list[str] = []
        self._path = self._rule = self._level = self._into = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: text or "" for name, text in attrs}
        self.tags.add(tag)
        self.attributes |= {(tag, name) for name in named}
        self._into = ""
        if tag in ("div", "sup"):
            self._open.append(named.get("class", ""))
        if tag == "a" and named.get("id", "").startswith("p"):
            self.signed.append(named["id"][1:])
        if tag == "mark":
            self.marked |= set(named.get("data-findings", "").split())
        elif tag == "h2" and named.get("id", "").startswith("name"):
            self._path, self._into = "", "path"
        elif tag == "section" and "data-rule" in named:
            self._rule, self._level = named["data-rule"], named["data-level"]
        elif tag == "p" and named.get("class") == "message":
            self.rows.append((self._path, self._rule, self._level, ""))
            self._into = "message"

    def handle_endtag(self, tag: str) -> None:
        self._into = ""
        if tag in ("div", "sup"):
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open[-1:] == ["text"]:
            self.shown += data
        if self._into == "path":
            self._path += data
        elif self._into == "message":
            path, rule, level, words = self.rows[-1]
            self.rows[-1] = (path, rule, level, words + data)


def from_html(report: str) -> list[Row]:
    page = Page()
    page.feed(report)
    return page.rows


READERS: dict[str, Callable[[str], list[Row]]] = {
    "json": from_json, "jsonl": from_jsonl, "sarif": from_sarif, "rdjson": from_rdjson,
    "gitlab": from_gitlab, "github": from_github, "junit": from_junit,
    "checkstyle": from_checkstyle, "concise": from_concise, "text": from_text,
    "markdown": from_markdown, "html": from_html,
}  # fmt: skip
