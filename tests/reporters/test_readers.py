"""Every format through its reader: valid, whole, harmless, and the same findings in each."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kuaibao_lint import schemas
from kuaibao_lint.diagnostics import Diagnostic, Edit, Severity
from kuaibao_lint.linter import lint
from kuaibao_lint.readers import read_path
from kuaibao_lint.reporters import REPORTERS, About, FileResult, Run, reporter
from kuaibao_lint.rules import load_library
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    from tests.conftest import Cli

HERE = Path(__file__).resolve().parent
_spec = importlib.util.spec_from_file_location("read_back", HERE / "read_back.py")
assert _spec is not None
assert _spec.loader is not None
read_back = importlib.util.module_from_spec(_spec)
sys.modules["read_back"] = read_back
_spec.loader.exec_module(read_back)
READERS = read_back.READERS

CORPUS = HERE.parent / "corpus"
EXAMPLES = HERE.parent.parent / "examples"
BULLETINS = [
    *sorted(path for path in CORPUS.iterdir() if path.suffix in (".md", ".txt")),
    *(EXAMPLES / name for name in ("clean.md", "defects.md", "gb18030.txt")),
]


@cache
def schema(form: str) -> Any:
    kept = {"sarif": "sarif-2.1.0.json", "rdjson": "rdjson.json"}
    if form == "json":
        return schemas.report()
    return json.loads((HERE / "schemas" / kept[form]).read_text("utf-8"))


# docs.gitlab.com, ci/testing/code_quality, “Code Quality report format”
GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


def validate(form: str, report: str) -> None:
    if form in ("json", "sarif", "rdjson"):
        jsonschema.validate(json.loads(report), schema(form))
    elif form == "gitlab":
        issues = json.loads(report)
        jsonschema.validate(issues, GITLAB)
        assert len({one["fingerprint"] for one in issues}) == len(issues)


@pytest.fixture(scope="module")
def corpus_run() -> Run:
    library = load_library()
    files = []
    for path in BULLETINS:
        source = read_path(path)._replace(path=f"快报/{path.name}")
        report = lint(source, library)
        found = tuple(one._replace(path=source.path) for one in report.diagnostics)
        files.append(FileResult(source.path, source, report.profile, found))
    rules = {
        rule.id: About(rule.id, rule.name, rule.severity, rule.why, "依据", rule.fix)
        for rule in library.ruleset("kuaibao").rules
    }
    return Run(tuple(files), rules=rules)


def wanted(run: Run, *, levels: bool = True) -> list[tuple[str, str, str, str]]:
    return [
        (one.path, one.rule, one.severity.label if levels else "", one.message)
        for one in run.found
    ]


def test_every_format_has_a_reader() -> None:
    assert READERS.keys() == REPORTERS.keys()


@pytest.mark.parametrize("form", REPORTERS)
def test_every_format_shows_the_findings_of_the_whole_corpus(form: str, corpus_run: Run) -> None:
    report = reporter(form)(corpus_run)
    validate(form, report)
    assert len(corpus_run.found) > 100
    assert sorted(READERS[form](report)) == sorted(wanted(corpus_run, levels=form != "concise"))


def test_the_page_marks_every_finding_of_the_corpus_in_place(corpus_run: Run) -> None:
    page = read_back.Page()
    page.feed(reporter("html")(corpus_run))
    numbers = [str(number + 1) for number in range(len(corpus_run.found))]
    assert page.marked == set(numbers)
    assert page.signed == numbers  # each is numbered in the text once


def test_positions_of_rdjson_are_bytes_of_the_file(corpus_run: Run) -> None:
    report = json.loads(reporter("rdjson")(corpus_run))
    files = {file.path: file.source for file in corpus_run.files}
    for one, same in zip(report["diagnostics"], corpus_run.found, strict=True):
        source = files[one["location"]["path"]]
        assert source is not None
        mark = source.bom if source.encoding == "utf-8" else b""
        data = mark + source.text.encode()
        starts = [0, *(match.end() for match in re.finditer(rb"\r\n|\r|\n", data))]
        start, end = (
            starts[place["line"] - 1] + place["column"] - 1
            for place in (one["location"]["range"]["start"], one["location"]["range"]["end"])
        )
        assert data[start:end].decode() == same.text


def test_regions_of_sarif_are_code_points_of_the_file(corpus_run: Run) -> None:
    report = json.loads(reporter("sarif")(corpus_run))
    (run,) = report["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    for one in run["results"]:
        region = one["locations"][0]["physicalLocation"]["region"]
        assert {"startLine", "startColumn", "endLine", "endColumn"} <= region.keys()
        assert one["partialFingerprints"]["primaryLocationLineHash"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "kuaibao-lint"
    assert driver["semanticVersion"]
    for rule in driver["rules"]:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert rule["help"]["text"]
        assert rule["help"]["markdown"]
        assert rule["properties"]["problem.severity"] in ("error", "warning", "recommendation")
        assert rule["properties"]["precision"] in ("very-high", "high", "medium", "low")


def test_fingerprints_survive_lines_added_above() -> None:
    text = "推动落实落实。\n\n推动落实落实。\n"

    def prints(text: str) -> list[str]:
        found = tuple(
            Diagnostic("a.md", "KB202", "x", Severity.ERROR, "m", Span(*m.span()), m.group())
            for m in re.finditer("落实落实", text)
        )
        file = FileResult("a.md", Source("a.md", text), "", found)
        issues = json.loads(reporter("gitlab")(Run((file,))))
        return [one["fingerprint"] for one in issues]

    first = prints(text)
    assert len(set(first)) == 2
    assert prints("标题\n\n" + text) == first


def test_sarif_keeps_to_what_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    from kuaibao_lint.reporters import sarif

    monkeypatch.setattr(sarif, "MOST", 3)
    levels = [Severity.INFO, Severity.ERROR, Severity.WARNING, Severity.ERROR, Severity.INFO]
    found = tuple(
        Diagnostic("a.md", "KB202", "x", level, f"{n}", Span(n, n + 1), "甲")
        for n, level in enumerate(levels)
    )
    report = sarif.render(Run((FileResult("a.md", Source("a.md", "甲" * 9), "", found),)))
    (run,) = json.loads(report)["runs"]
    assert [one["level"] for one in run["results"]] == ["error", "error", "warning"]
    (note,) = run["invocations"][0]["toolExecutionNotifications"]
    assert "共 5 处" in note["message"]["text"]
    assert sarif.MOST == 3


NAME = "a b,c:%.md"
MESSAGE = (
    "“{found}”: 100%, %0A %3A a=b;c <b>&amp; 'x' \"y\" | `z` *p* __q__ ~~r~~ [l](http://e.cn) "
    "![i] (j) {{k}} \\ # ! $m$ @me ::error::n ]]> --> <!-- www.e.cn </script> ${{{{ x }}}}"
)
PACK = f"""\
pack: mine
extends: [kuaibao]
rules:
  - id: MY001
    name: marks
    severity: warning
    check: substitute
    options: {{swap: {{落地落地: 落地}}}}
    message: {json.dumps(MESSAGE)}
    why: {json.dumps("<i>&'" + '"')}
    basis: {{level: 本单位, source: 手册}}
    examples:
      bad: [{{text: 推动落地落地。, at: 落地落地}}]
      good: [推动落地。]
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no colon in a file's name")
def test_a_strange_name_and_every_metacharacter_come_through_whole(cli: Cli) -> None:
    cli.write("mine.yaml", PACK)
    cli.write(NAME, "推动落地落地。\n")
    options = ("--profile", "mine.yaml", "--select", "MY001")
    written = MESSAGE.format(found="落地落地")
    for form, read in READERS.items():
        result = cli(NAME, *options, "--format", f"{form}:out", code=1)
        assert result.out == ""
        report = (cli.folder / "out").read_text("utf-8")
        validate(form, report)
        level = "" if form == "concise" else "warning"
        assert read(report) == [(NAME, "MY001", level, written)], form


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no colon in a file's name")
@pytest.mark.parametrize("group", ["file", "rule", "unit"])
@pytest.mark.parametrize("form", REPORTERS)
def test_what_is_told_of_a_configuration_comes_through_too(
    form: str, group: str, cli: Cli, clean: str
) -> None:
    cli.write(NAME, clean)
    cli.write(".kuaibao-lint.yaml", "suppressions:\n- rule: KB504 # <b>::error::|`x`\n")
    cli(NAME, "--format", f"{form}:out", "--group-by", group, code=1)
    report = (cli.folder / "out").read_text("utf-8")
    if group == "file":
        validate(form, report)
        assert [row[:2] for row in READERS[form](report)] == [(".kuaibao-lint.yaml", "KB901")]
    assert "KB901" in report


HOSTILE = (
    "推动\x1b[31m\x00\x07\u202e\u2066\ufffe\udc80<script>alert(1)</script>"
    "<img src=x onerror=alert(1)>::error::x%0A\r\n::set-output name=a::b\r\n"
    "]]><x/>&lt;|</td>[l](javascript:alert(1))` @all"
)


def hostile_run() -> Run:
    """Return a run in which name, text, message, fix and related words are all hostile."""
    span = Span(2, len(HOSTILE) - 3)
    one = Diagnostic(
        HOSTILE.replace("\n", ""), "KB201", "typo", Severity.ERROR, HOSTILE, span,
        span.of(HOSTILE),
    )  # fmt: skip
    one = one._replace(safety="safe", edits=(Edit(span, HOSTILE),))
    source = Source(one.path, HOSTILE)
    failed = FileResult(HOSTILE.replace("\n", ""), error=HOSTILE)
    return Run((FileResult(one.path, source, "p", (one,)), failed), statistics=True)


OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe]")


@pytest.mark.parametrize("group", ["file", "rule", "unit"])
@pytest.mark.parametrize("form", REPORTERS)
def test_nothing_in_a_bulletin_is_obeyed(form: str, group: str) -> None:
    report = reporter(form)(hostile_run()._replace(group_by=group))
    assert OBEYED.findall(report) == []
    assert report.encode("utf-8")  # no lone surrogates either
    validate(form, report)
    if group == "file":
        assert len(READERS[form](report)) == 1
    if form == "html":
        page = read_back.Page()
        page.feed(report)
        assert page.tags & {"img", "x", "iframe", "object", "link", "form", "base"} == set()
        assert not {name for _, name in page.attributes if name.startswith("on")}
        assert {("a", "src"), ("script", "src")} & page.attributes == set()
        assert report.count("<script>") == 1
    if form == "github":
        assert [line.split()[0] for line in report.splitlines()] == ["::error", "::error"]


ORDER = "##vso[task.setvariable variable=PATH]x ##[add-mask]y ::error::z"


def ordering_run(path: str) -> Run:
    """Return a run in which every word, and the path of each file, is an order to an agent."""
    text = f"{ORDER}。\n"
    span = Span(0, len(ORDER))
    edits = (Edit(span, ORDER + ORDER),)
    one = Diagnostic(path, "KB201", "typo", Severity.ERROR, ORDER, span, ORDER, edits, "safe")
    files = (FileResult(path, Source(path, text), "", (one,)), FileResult(f"{path}2", error=ORDER))
    return Run(files, statistics=True)


@pytest.mark.parametrize("group", ["file", "rule", "unit"])
@pytest.mark.parametrize("form", [form for form in REPORTERS if form != "github"])
def test_no_line_of_a_report_orders_a_build_agent(form: str, group: str) -> None:
    run = ordering_run("::error::x ##[group]y.md")
    report = reporter(form)(run._replace(group_by=group))
    for line in report.splitlines():
        # actions/runner, ActionCommand.cs; microsoft/azure-pipelines-agent, Command.cs
        assert not line.lstrip().startswith("::")
        assert re.search(r"##[a-z]*\[", line) is None
    validate(form, report)
    if group == "file" and form not in ("text", "concise"):
        assert READERS[form](report) == wanted(run)  # escaped, not lost


def test_annotations_are_the_only_orders_of_their_format() -> None:
    run = ordering_run("::error::x ##[group]y.md")
    report = reporter("github")(run)
    # The runner looks for `##[` only in a line that is no `::command` that it knows.
    assert all(line.startswith("::error file=") for line in report.splitlines())
    assert READERS["github"](report) == wanted(run)


@pytest.mark.parametrize("group", ["file", "rule", "unit"])
@pytest.mark.parametrize(
    "name", ["# h.md", "a.md #", "+ l.md", "- d.md", "1. n.md", "2) n.md", "===", "    c.md"]
)
def test_a_name_adds_nothing_to_the_structure_of_markdown(name: str, group: str) -> None:
    def structure(path: str) -> list[str]:
        span = Span(0, 1)
        one = Diagnostic(path, "KB201", "typo", Severity.ERROR, "改。", span, "错")
        file = FileResult(path, Source(path, "错。\n"), "", (one,))
        failed = FileResult(path, error="坏。")
        run = Run((file, failed), group_by=group)
        report = reporter("markdown")(run)
        if group == "file":
            assert READERS["markdown"](report) == wanted(run)
        parser = read_back.MarkdownIt("commonmark").enable("table")
        return [token.type for token in parser.parse(report)]

    assert structure(name) == structure("a.md")


def test_the_page_needs_nothing_from_elsewhere(corpus_run: Run) -> None:
    report = reporter("html")(corpus_run)
    assert "default-src &#39;none&#39;" in report
    assert "http://" not in report
    assert "https://" not in report
    assert "url(" not in report
    page = read_back.Page()
    page.feed(report)
    assert not {name for _, name in page.attributes if name in ("src", "style", "srcset")}


@pytest.mark.parametrize("form", REPORTERS)
def test_exit_codes_agree_in_every_format(form: str, cli: Cli) -> None:
    bad = (EXAMPLES / "defects.md").as_posix()
    good = (EXAMPLES / "clean.md").as_posix()
    cli(good, "--format", form, code=0)
    cli(bad, "--format", form, code=1)
    cli(bad, "--format", form, "--exit-zero", code=0)
    cli(bad, "--format", form, "--max-findings", "0", code=1)
    cli(good, "missing.md", "--format", form, code=2)


def test_several_formats_in_one_run(cli: Cli) -> None:
    bad = (EXAMPLES / "defects.md").as_posix()
    pairs = [part for form in REPORTERS for part in ("--format", f"{form}:out.{form}")]
    result = cli(bad, *pairs, "--format", "concise", code=1)
    shown = read_back.from_concise(result.out)
    assert len(shown) > 20
    for form, read in READERS.items():
        report = (cli.folder / f"out.{form}").read_bytes().decode("utf-8")
        found = [(rule, message) for _, rule, _, message in read(report)]
        assert found == [(rule, message) for _, rule, _, message in shown], form


def test_output_to_a_program_is_utf8(cli: Cli) -> None:
    bad = (EXAMPLES / "defects.md").as_posix()
    for form in REPORTERS:
        assert cli(bad, "--format", form, code=1).stdout.decode("utf-8")
