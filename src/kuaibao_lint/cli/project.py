"""Commands about files: `parse`, `schema`, `init`, `clean`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.cells import cell_len

from kuaibao_lint import cache, facts, learning, readers, schemas
from kuaibao_lint.cli.console import echo, echo_json
from kuaibao_lint.config import FILENAME
from kuaibao_lint.errors import ConfigError, ReadError
from kuaibao_lint.files import expand
from kuaibao_lint.ledger import RELATIONS, ROLES, ledger
from kuaibao_lint.outline import outline
from kuaibao_lint.parsing import parse as parse_source
from kuaibao_lint.prose import mask
from kuaibao_lint.replacing import create, replace
from kuaibao_lint.reporters import printable

# The profile that `init --from` writes beside the configuration.
PROFILE = "kuaibao-profile.yaml"
_CONFIGURATION = """\
# kuaibao-lint 的配置。去掉行首的 # 即可启用；kuaibao-lint --show-settings 显示生效的设置。

# 配置方案：自带方案的名称，或一个 YAML 文件。不写则按报头自动选择。
# profile: yanjin

# 自己的规则包。
# packs: [规则/本单位.yaml]

# 只用、另用或不用哪些规则（编号、前缀或名称）。
# select: [KB1, KB2, KB3]
# extend-select: []
# ignore: [KB507]

# 改变规则的级别：error、warning 或 info。
# severity: {KB121: error}

# 达到哪一级别算不通过（退出码 1）。
# fail-on: warning

# 检查文件夹时跳过哪些文件。
# exclude: [归档/*, 草稿*.md]

# 已有问题的基线；用 --update-baseline 建立。
# baseline: .kuaibao-baseline.json

# 某些文件不用某些规则。
# per-file-ignores: {归档/*: [KB5, KB121]}

# 个别确实无误、不再报告的问题：文件、规则、原文、理由；用 --add-ignore 可以自动写入。
# suppressions: [{path: 第20期.md, rule: KB207, text: 累积降雨量, reason: 气象用语}]
"""


def parse(
    file: Annotated[Path, typer.Argument(metavar="文件", help="一期快报。")],
) -> None:
    """显示程序读懂了什么：报头、栏目、条目、署名、签署，以 JSON 输出。"""
    bulletin = parse_source(readers.read_path(file, str(file)))
    echo_json(outline(bulletin))


def figures(
    file: Annotated[Path, typer.Argument(metavar="文件", help="一期快报。")],
    output_format: Annotated[
        str, typer.Option("--format", metavar="格式", help="text 或 json。")
    ] = "text",
) -> None:
    """显示读懂的数据：指标、时段、数值，以及核对过的算式（✓ 相符，✗ 不符）。"""
    bulletin = parse_source(readers.read_path(file, str(file)))
    text = mask(bulletin.source.text)
    entries = ledger(bulletin, text, facts.read(bulletin, text))
    if output_format == "json":
        echo_json(entries)
    elif output_format == "text":
        echo("\n".join(_table(entries)))
    else:
        raise ConfigError(f"没有格式“{output_format}”；可用：text、json。")


def _table(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the lines of a table: the figures of each item, then the sums done on them."""
    done = broken = 0
    for entry in entries:
        yield f"{entry['line']} {printable(entry['title'])}"
        rows = [
            (
                f"{one['line']}:{one['column']}",
                one["text"],
                ROLES.get(one["role"], ""),
                one["measure"],
                one["period"] or "",
            )
            for one in entry["figures"]
        ]
        widths = [max(cell_len(row[column]) for row in rows) for column in range(5)]
        for row in rows:
            cells = (
                printable(cell) + " " * (width - cell_len(cell))
                for cell, width in zip(row, widths, strict=True)
            )
            yield ("    " + "  ".join(cells)).rstrip()
        for one in entry["relations"]:
            done += 1
            broken += not one["holds"]
            mark = "✓" if one["holds"] else "✗"
            yield f"  {mark} {RELATIONS.get(one['kind'], one['kind'])}：{printable(one['working'])}"
        yield ""
    verdict = f"{broken} 个不符" if broken else "全部相符"
    yield f"共核对 {done} 个算式，{verdict}。"


def schema(
    what: Annotated[str, typer.Argument(metavar="对象", help="pack、config 或 report。")],
) -> None:
    """输出 JSON Schema：规则包、配置文件或 JSON 报告的格式。"""
    if what not in schemas.SCHEMAS:
        raise ConfigError(f"没有“{what}”的格式说明；可用：{'、'.join(schemas.SCHEMAS)}。")
    echo_json(schemas.SCHEMAS[what]())


def _none(_path: Path) -> bool:
    return False


def _refused(where: str, error: ReadError) -> None:
    raise ConfigError(f"{where}：{error}")


def _learnt(files: list[Path], name: str) -> str:
    """Return the profile learnt from issues. Raises ConfigError where they are not of one kind."""
    names = [name for file in files for name in expand(str(file), _none, _refused)]
    bulletins = [parse_source(readers.read_path(Path(one), one)) for one in names]
    try:
        return learning.learn(bulletins, name)
    except ValueError as error:
        raise ConfigError(f"无法归纳：{error}。") from None


def _write(path: Path, text: str, *, force: bool) -> None:
    if path.is_symlink():
        raise ConfigError(f"{path.as_posix()} 是链接，没有写入。")
    if path.exists() and not force:
        raise ConfigError(f"{path.as_posix()} 已存在；要重写请加 --force。")
    try:
        if path.exists():
            replace(path, text.encode(), readers.read_bytes(path))
        else:
            create(path, text.encode())
    except ReadError as error:
        raise ConfigError(f"{path.as_posix()}：{error}") from None


def learn(
    files: Annotated[
        list[Path], typer.Argument(metavar="文件…", help="同一刊物的往期，或所在文件夹。")
    ],
    name: Annotated[
        str, typer.Option("--name", metavar="名称", help="配置方案的名称。")
    ] = "learnt",
) -> None:
    """从往期归纳配置方案：栏目、单位、签署、发送次序、常用语，以 YAML 输出，供人核对。"""
    echo(_learnt(files, name).removesuffix("\n"))


def init(
    force: Annotated[
        bool, typer.Option("--force", help="已有配置文件时也重写。")
    ] = False,
    from_files: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="文件", help="从往期（或所在文件夹）归纳配置方案；可多次。"),
    ] = None,
    more: Annotated[
        list[Path] | None, typer.Argument(metavar="[文件…]", help="--from 的更多文件。")
    ] = None,
) -> None:
    """在当前文件夹写一份带说明的配置文件；--from 则同时从往期归纳配置方案。"""
    if more and not from_files:
        raise ConfigError("要从往期归纳，请写 init --from 文件…。")
    text = _CONFIGURATION
    path, profile = Path(FILENAME), Path(PROFILE)
    if from_files:
        learnt = _learnt([*from_files, *(more or ())], profile.stem)
        if path.exists() and not force:  # before the other file is written
            raise ConfigError(f"{FILENAME} 已存在；要重写请加 --force。")
        _write(profile, learnt, force=force)
        text = text.replace("# packs: [规则/本单位.yaml]", f"packs: [{PROFILE}]")
    _write(path, text, force=force)
    written = f"{PROFILE}、{FILENAME}；请核对前者" if from_files else FILENAME
    echo(f"已写好 {written}。")


def clean() -> None:
    """清除缓存：编译好的语法、规则包，以及检查过的文件的结果。"""
    echo(f"已清除 {cache.clean()} 个缓存文件（{printable(cache.folder())}）。")
