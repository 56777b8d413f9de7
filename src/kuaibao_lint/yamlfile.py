"""YAML with line numbers: values as plain data, and for each its line.

PyYAML keeps the last of two equal keys and expands aliases without bound; both are refused here.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import Any, NamedTuple

Path = tuple[str | int, ...]
_DEEPEST = 20  # levels; a pack has eight


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


def quoted(text: str) -> str:
    """Return a text as a YAML value on one line, of which `load` makes the same text again."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    import yaml

    # Here marks that no YAML file may hold become escapes.
    dumped: str = yaml.safe_dump(text, allow_unicode=True, default_style='"', width=2**30)
    return dumped.strip()


def load(text: str) -> Located:
    """Return the data of a YAML text; an empty text gives None. Raises YamlError."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Composing recurses in C, where too deep a text ends the process; events do not.
        depth = 0
        for event in yaml.parse(text, Loader=loader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST:
                raise YamlError("嵌套过深", _line(event))
            if isinstance(event, yaml.AliasEvent):
                message = "不支持 YAML 的锚点和引用（& 与 *），请写出全文"
                raise YamlError(message, _line(event))
        node = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        raise YamlError(f"YAML 语法错误：{error.problem or error.context}", line) from None
    except yaml.YAMLError as error:
        raise YamlError(f"YAML 语法错误：{error}") from None
    walk = _Walk(yaml.constructor.SafeConstructor())
    return Located(None if node is None else walk.value(node, ()), walk.lines)


def nodes(text: str) -> Any:
    """Return the nodes of a YAML text with their places in it; None where it is empty.

    Raises YamlError, also for some odd layouts that `load` understands: libyaml lets more pass.
    """
    import yaml

    try:
        return yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise YamlError(f"YAML 语法错误：{error}") from None


def content_end(node: Any) -> int:
    """Return where the last word of a composed node ends: an index into the text.

    A block ends for PyYAML where the next one begins, with the comments between.
    """
    while node.id != "scalar" and not node.flow_style and node.value:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    end: int = node.end_mark.index
    return end


class _Walk:
    """Turns nodes into values and notes their lines."""

    def __init__(self, constructor: Any) -> None:
        self.constructor = constructor
        self.lines: dict[Path, int] = {}

    def value(self, node: Any, path: Path) -> Any:
        self.lines.setdefault(path, _line(node))
        if node.id == "scalar":
            return self.scalar(node, path)
        if node.id == "sequence":
            return [self.value(child, (*path, index)) for index, child in enumerate(node.value)]
        return self.mapping(node, path)

    def scalar(self, node: Any, path: Path) -> Any:
        if node.tag.rpartition(":")[2] not in ("int", "float", "bool", "null"):
            return node.value
        try:
            return self.constructor.construct_object(node)
        except ValueError:
            raise YamlError(f"无法识别的值 {node.value[:40]}", _line(node), path) from None

    def mapping(self, node: Any, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, child in node.value:
            key, line = key_node.value, _line(key_node)
            if not isinstance(key, str):
                raise YamlError("键必须是文字", line, path)
            if key in result:
                message = f"键“{key}”重复，后一个会悄悄盖掉前一个，请删去一个"
                raise YamlError(message, line, (*path, key))
            self.lines[*path, key] = line
            result[key] = self.value(child, (*path, key))
        return result


def _line(node: Any) -> int:
    line: int = node.start_mark.line
    return line + 1
