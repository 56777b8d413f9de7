"""Commands about files: `parse`, `schema`, `init`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kuaibao_lint import readers, schemas
from kuaibao_lint.config import FILENAME
from kuaibao_lint.errors import ConfigError
from kuaibao_lint.outline import outline
from kuaibao_lint.parsing import parse as parse_source

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
"""


def parse(
    file: Annotated[Path, typer.Argument(metavar="文件", help="一期快报。")],
) -> None:
    """显示程序读懂了什么：报头、栏目、条目、署名、签署，以 JSON 输出。"""
    bulletin = parse_source(readers.read_path(file, str(file)))
    typer.echo(json.dumps(outline(bulletin), ensure_ascii=False, indent=1))


def schema(
    what: Annotated[str, typer.Argument(metavar="对象", help="pack、config 或 report。")],
) -> None:
    """输出 JSON Schema：规则包、配置文件或 JSON 报告的格式。"""
    if what not in schemas.SCHEMAS:
        raise ConfigError(f"没有“{what}”的格式说明；可用：{'、'.join(schemas.SCHEMAS)}。")
    typer.echo(json.dumps(schemas.SCHEMAS[what](), ensure_ascii=False, indent=1))


def init(
    force: Annotated[
        bool, typer.Option("--force", help="已有配置文件时也重写。")
    ] = False,
) -> None:
    """在当前文件夹写一份带说明的配置文件。"""
    path = Path(FILENAME)
    if path.exists() and not force:
        raise ConfigError(f"{FILENAME} 已存在；要重写请加 --force。")
    try:
        path.write_text(_CONFIGURATION, encoding="utf-8", newline="\n")
    except OSError as error:
        raise ConfigError(f"无法写入 {FILENAME}：{error.strerror}。") from None
    typer.echo(f"已写好 {FILENAME}。")
