"""Settings: the nearest `.kuaibao-lint.yaml` above a file, and the command line above that."""

from __future__ import annotations

import os

from kuaibao_lint import cache, memory, readers, resources
from kuaibao_lint.diagnostics import SEVERITIES
from kuaibao_lint.errors import ConfigError, ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.nearness import nearest
from kuaibao_lint.readers import LARGEST_YAML as YAML

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from pathlib import Path

    from kuaibao_lint import baseline
    from kuaibao_lint.ignores import Ignore
    from kuaibao_lint.rules import Library
    from kuaibao_lint.yamlfile import Located

FILENAME = ".kuaibao-lint.yaml"
LISTS = ("packs", "select", "extend-select", "ignore", "exclude")
TEXTS = ("profile", "fail-on", "baseline")
ENTRIES = ("suppressions", "per-file-ignores")
# In the order of `rules.Selection`.
_SELECTION = ("select", "extend-select", "ignore", "severity")
KEYS = (*TEXTS, *LISTS, "severity", *ENTRIES)


class Settings(NamedTuple):
    """What is in force for a file, and for each key where its value came from.

    values: by the names of `KEYS`. origins: "默认", "命令行" or the path of a configuration file.
    home: the configuration's folder, from which its paths count; "" for the working directory.
    """

    values: dict[str, Any]
    origins: dict[str, str]
    home: str = ""

    @property
    def folder(self) -> Path:
        """The configuration's folder."""
        from pathlib import Path  # most runs need none, and it takes 3 ms to import

        return Path(self.home)

    @property
    def fail_on(self) -> int:
        """The lowest severity that fails a run."""
        return SEVERITIES[self.values["fail-on"]]

    @property
    def baseline(self) -> Path | None:
        """The baseline file; a path in a configuration file counts from its folder.

        Raises ConfigError where it leaves that folder.
        """
        name = self.values["baseline"]
        if name is None:
            return None
        if self.origins["baseline"] == "命令行":
            from pathlib import Path

            return Path(name)
        # A configuration comes with the files, maybe from a stranger: it may not choose what to
        # write.
        path: Path = self.folder / name
        try:
            inside = path.resolve().is_relative_to(self.folder.resolve())
        except (OSError, ValueError, RuntimeError):  # a NUL, or a circle of links
            inside = False
        if not inside:
            raise ConfigError(
                f"{self.origins['baseline']}：baseline 应在配置文件所在的文件夹内；"
                "别处的基线请用 --baseline 指明。"
            )
        return path

    @property
    def ignores(self) -> tuple[Ignore, ...]:
        """The suppressions of the configuration file, those for whole files last."""
        found = [entry for key in ENTRIES for entry in self.values[key]]
        if not found:
            return ()
        from kuaibao_lint.ignores import Ignore

        return tuple(Ignore(*entry) for entry in found)

    def packs(self) -> tuple[list[Path], str | None]:
        """Return the files of the packs to add, and the name of the profile if one is chosen.

        A profile that is chosen as a file is the last of the packs, and has no name yet.
        """
        extra = [self.folder / name for name in self.values["packs"]]
        profile = self.values["profile"]
        if profile is None or not profile.endswith((".yaml", ".yml")):
            return extra, profile
        if self.origins["profile"] == "命令行":
            from pathlib import Path

            return [*extra, Path(profile)], None
        return [*extra, self.folder / profile], None

    def excludes(self, path: Path) -> bool:
        """Tell whether a file found in a folder is to be passed over."""
        patterns = [one for one in self.values["exclude"] if one.strip("./")]
        return bool(patterns) and any(fits(self.inside(path), one) for one in patterns)

    def inside(self, path: Path) -> str:
        """Return a file's path from the configuration's folder, with `/`."""
        try:
            return path.resolve().relative_to(self.folder.resolve()).as_posix()
        except (OSError, ValueError, RuntimeError):  # a circle of links, or outside the folder
            return path.as_posix()


def fits(name: str, pattern: str) -> bool:
    """Tell whether a path, or a folder above it, fits a pattern ("" fits everything).

    name: as `Settings.inside` gives it. A pattern counts from the configuration's folder, and from
    every folder below it.
    """
    pattern = pattern.replace("\\", "/").removeprefix("./").rstrip("/")
    if not pattern or name == pattern:
        return True
    if not any(mark in pattern for mark in "*?["):
        return f"/{pattern}/" in f"/{name}/"
    from pathlib import Path

    path = Path(name)
    return path.match(pattern) or any(part.match(pattern) for part in path.parents)


DEFAULTS: dict[str, Any] = {
    "profile": None,
    "packs": (),
    "select": (),
    "extend-select": (),
    "ignore": (),
    "severity": (),
    "exclude": (),
    "fail-on": "warning",
    "baseline": None,
    "suppressions": (),
    "per-file-ignores": (),
}


class Configuration:
    """Finds and keeps the settings and rule libraries of a run.

    given: the values of the command line, by the names of `KEYS`; None and () mean "not given".
    chosen: the file of `--config`. isolated: read no file at all. remembers: whether findings are
    kept for the next run, and those of the last one are believed.
    """

    def __init__(
        self,
        given: dict[str, Any],
        chosen: str | None = None,
        *,
        isolated: bool = False,
        remembers: bool = True,
    ) -> None:
        self.given = {key: value for key, value in given.items() if value not in (None, ())}
        self.chosen = chosen
        self.isolated = isolated
        self._files: dict[str, str | None] = {}
        self._settings: dict[str | None, Settings] = {}
        self._libraries: dict[Any, Library] = {}
        self._stamps: dict[Any, bytes] = {}
        self.memory = memory.Memory(lasting=remembers)
        self._baselines: dict[Path, Counter[baseline.Entry]] = {}

    def settings(self, path: str | Path) -> Settings:
        """Return the settings for a file. Raises ConfigError."""
        where = self._file(os.fspath(path))
        if where not in self._settings:
            self._settings[where] = self._merged(where)
        return self._settings[where]

    def library(self, settings: Settings) -> Library:
        """Return the rules under these settings. Raises ConfigError and PackError."""
        values = settings.values
        extra, profile = settings.packs()
        key = (tuple(extra), profile, *(values[name] for name in _SELECTION), settings.ignores)
        if key not in self._libraries:
            from kuaibao_lint.rules import Selection, load_library

            selection = Selection(*(values[name] for name in _SELECTION))
            library = load_library(extra, selection, profile)
            for word in dict.fromkeys(w for entry in settings.ignores for w in entry.rules):
                library.known(word)
            if values["profile"] is not None and profile is None:
                wanted = extra[-1].as_posix()
                library.chosen = next(
                    name for name, pack in library.packs.items() if pack["path"] == wanted
                )
            self._libraries[key] = library
        return self._libraries[key]

    def stamp(self, settings: Settings) -> bytes:
        """Return what stands for all that a report depends on besides the text.

        That is this program, its rules, the user's packs and what of them is chosen.
        Raises ReadError where a pack cannot be read.
        """
        where = settings.home, settings.origins["profile"]
        chosen = tuple(settings.values[n] for n in ("profile", "packs", *_SELECTION, *ENTRIES))
        key = (*where, *chosen)
        if key not in self._stamps:
            shipped = map(resources.path, ("grammar", "rules"))
            packs = [readers.read_bytes(path, YAML) for path in settings.packs()[0]]
            parts = [cache.program(), cache.stamp(shipped), repr(chosen).encode(), *packs]
            self._stamps[key] = memory.digest(b"", *parts)
        return self._stamps[key]

    def verify(self, settings: Settings) -> None:
        """Raise what `library` raises, without a library where an earlier run has built it."""
        try:
            stamp = self.stamp(settings)
        except ReadError:
            self.library(settings)
            return
        if self.memory.recall(stamp) is None:
            self.library(settings)
            self.memory.keep(stamp, 1)

    def baseline(self, path: Path) -> Counter[baseline.Entry]:
        """Return the entries of a baseline file. Raises ConfigError."""
        if path not in self._baselines:
            from kuaibao_lint import baseline

            self._baselines[path] = baseline.read(path)
        return self._baselines[path]

    def file(self, path: str | Path) -> Path | None:
        """Return the configuration file that speaks for a file; None where there is none."""
        from pathlib import Path

        where = self._file(os.fspath(path))
        return None if where is None else Path(where)

    def _file(self, path: str) -> str | None:
        if self.isolated:
            return None
        if self.chosen is not None:
            from pathlib import Path

            return str(Path(self.chosen))
        folder = os.path.dirname(path)
        if folder not in self._files:
            # Whatever it is: a link to nowhere or a folder is told, not passed over.
            self._files[folder] = next(filter(os.path.lexists, _candidates(folder)), None)
        return self._files[folder]

    def _merged(self, where: str | None) -> Settings:
        values, origins = dict(DEFAULTS), dict.fromkeys(KEYS, "默认")
        if where is not None:
            for key, value in _read(where).items():
                values[key], origins[key] = value, where.replace(os.sep, "/")
        for key, value in self.given.items():
            values[key], origins[key] = value, "命令行"
        if values["fail-on"] not in SEVERITIES:
            raise ConfigError(f"fail-on 应为 error、warning 或 info，不是“{values['fail-on']}”。")
        return Settings(values, origins, os.path.dirname(where or ""))


def _candidates(folder: str) -> Iterator[str]:
    """Yield the paths of the configuration files that could speak for a folder, nearest first."""
    above = os.path.abspath(folder)
    while True:
        yield os.path.join(above, FILENAME)
        folder, above = above, os.path.dirname(above)
        if above == folder:
            return


def graded(pairs: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return (rule, level) from RULE=LEVEL. Raises ConfigError."""
    result = []
    for pair in pairs:
        rule, equals, level = pair.partition("=")
        if not equals or level not in SEVERITIES:
            raise ConfigError(
                f"级别应写作“规则=级别”（级别为 error、warning 或 info），不是“{pair}”。"
            )
        result.append((rule, level))
    return tuple(result)


def _read(path: str) -> dict[str, Any]:
    shown = path.replace(os.sep, "/")
    try:
        data = readers.read_bytes(path, YAML)
    except ReadError as error:
        raise ConfigError(f"{shown}：无法读取配置文件：{error}") from None
    found: dict[str, Any] = cache.cached(
        "config", [shown.encode("utf-8", "replace"), data], lambda: check(path, data)
    )
    return found


def check(path: str | Path, data: bytes) -> dict[str, Any]:
    """Return the checked values of a configuration file, as plain data."""
    from kuaibao_lint import yamlfile

    shown = os.fspath(path).replace(os.sep, "/")
    try:
        located = yamlfile.load(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ConfigError(f"{shown}：配置文件应为 UTF-8，第 {error.start + 1} 字节有误。") from None
    except yamlfile.YamlError as error:
        raise ConfigError(f"{shown}:{error.line}：{error.message}。") from None
    value = {} if located.value is None else located.value
    if not isinstance(value, dict):
        raise ConfigError(f"{shown}:1：配置文件应为“键: 值”的形式。")
    return {key: _check_key(key, given, located, shown) for key, given in value.items()}


def _check_key(key: str, given: Any, located: Located, shown: str) -> Any:
    """Return one checked value; lists become tuples, and severities pairs."""
    place = f"{shown}:{located.line((key,))}"
    if key not in KEYS:
        near = nearest(key, KEYS, 0.6)
        hint = f"是否为“{near}”？" if near else f"可用：{'、'.join(KEYS)}。"
        raise ConfigError(f"{place}：没有配置项“{key}”，{hint}")
    if key in LISTS:
        return _check_list(key, given, place)
    if key in ENTRIES:
        return _check_entries(key, given, located, shown)
    if key == "severity":
        if not isinstance(given, dict):
            raise ConfigError(f"{place}：“severity”应为“规则: 级别”的形式。")
        for rule, level in given.items():
            if not isinstance(level, str) or level not in SEVERITIES:
                raise ConfigError(
                    f"{shown}:{located.line((key, rule))}：规则 {rule} 的级别应为"
                    " error、warning 或 info。"
                )
        return tuple(given.items())
    if not isinstance(given, str):
        raise ConfigError(f"{place}：“{key}”应为文字。")
    return given


def _check_list(key: str, given: Any, place: str) -> tuple[str, ...]:
    from kuaibao_lint.ignores import MOST

    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        raise ConfigError(f"{place}：“{key}”应为文字的列表。")
    if len(given) > MOST:
        raise ConfigError(f"{place}：“{key}”最多写 {MOST} 项。")
    return tuple(given)


def _check_entries(key: str, given: Any, located: Located, shown: str) -> Any:
    from kuaibao_lint import ignores

    try:
        return ignores.checked(key, given, located)
    except ignores.EntryError as error:
        raise ConfigError(f"{shown}:{error.line}：{error.message}") from None
