"""A document linter for Chinese government news bulletins (政务快报, 工作简报, 信息快报)."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kuaibao_lint.api import lint_path, lint_text
    from kuaibao_lint.diagnostics import Diagnostic, Edit, Related, Report, Severity
    from kuaibao_lint.errors import ConfigError, KuaibaoLintError, PackError, ReadError
    from kuaibao_lint.rules import Library, Selection, load_library
    from kuaibao_lint.source import Lines, Source, Span

__version__ = "0.1.0"

# Name → module. Imported at first use: the command line needs few of them.
_HOMES = {
    "ConfigError": "errors",
    "Diagnostic": "diagnostics",
    "Edit": "diagnostics",
    "KuaibaoLintError": "errors",
    "Library": "rules",
    "Lines": "source",
    "PackError": "errors",
    "ReadError": "errors",
    "Related": "diagnostics",
    "Report": "diagnostics",
    "Selection": "rules",
    "Severity": "diagnostics",
    "Source": "source",
    "Span": "source",
    "lint_path": "api",
    "lint_text": "api",
    "load_library": "rules",
}

__all__ = [
    "ConfigError",
    "Diagnostic",
    "Edit",
    "KuaibaoLintError",
    "Library",
    "Lines",
    "PackError",
    "ReadError",
    "Related",
    "Report",
    "Selection",
    "Severity",
    "Source",
    "Span",
    "__version__",
    "lint_path",
    "lint_text",
    "load_library",
]


def __getattr__(name: str) -> Any:
    """Import a public name at its first use."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
