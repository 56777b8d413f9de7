"""YAML with line numbers: values as plain data, and for each its line.

PyYAML keeps the last of two equal keys and expands aliases without bound; both are refused here.
"""

from __future__ import annotations

from typing import Any, NamedTuple

Path = tuple[str | int, ...]


class YamlError(Exception):
    """A file that cannot be read as data. line: 1-based, 0 where unknown."""

    def __init__(self, message: str, line: int = 0, path: Path = ()) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.path = path


class Located(NamedTuple):
    """A YAML document: its value, and the 1-based line of each value by its path."""

    value: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """Return the line of the value at `path`, or of the nearest one around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 0)


def load(text: str) -> Located:
    """Return the data of a YAML text; an empty text gives None. Raises YamlError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise YamlError(f"YAML 语法错误：{error.problem or error.context}", line) from None
    except (yaml.YAMLError, RecursionError) as error:
        raise YamlError(f"YAML 语法错误：{error}") from None
    lines: dict[Path, int] = {}
    if node is None:
        return Located(None, lines)
    seen: set[int] = set()
    constructor = yaml.constructor.SafeConstructor()

    def value(node: Any, path: Path) -> Any:
        lines[path] = line = node.start_mark.line + 1
        if id(node) in seen:
            raise YamlError("不支持 YAML 的锚点和引用（& 与 *），请写出全文", line, path)
        seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            if node.tag.rpartition(":")[2] in ("int", "float", "bool", "null"):
                try:
                    return constructor.construct_object(node)
                except ValueError:
                    raise YamlError(f"无法识别的值 {node.value[:40]}", line, path) from None
            return node.value
        if len(path) > 20:
            raise YamlError("嵌套过深", line, path)
        if isinstance(node, yaml.SequenceNode):
            return [value(child, (*path, index)) for index, child in enumerate(node.value)]
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            key = key_node.value
            if not isinstance(key, str):
                raise YamlError("键必须是文字", key_node.start_mark.line + 1, path)
            if key in result:
                raise YamlError(
                    f"键“{key}”重复，后一个会悄悄盖掉前一个，请删去一个",
                    key_node.start_mark.line + 1,
                    (*path, key),
                )
            result[key] = value(child, (*path, key))
            lines[*path, key] = key_node.start_mark.line + 1
        return result

    return Located(value(node, ()), lines)
