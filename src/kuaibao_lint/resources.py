"""Where grammar/ and rules/ are: inside the package of a wheel, or at the root of a checkout.

Paths are strings, for `pathlib` takes longer to import than all that is read here.
"""

from __future__ import annotations

import os
from functools import cache


@cache
def root() -> str:
    """Return the folder that holds `grammar` and `rules`."""
    here = os.path.dirname(__file__)
    shipped = os.path.join(here, "_shipped")
    return shipped if os.path.isdir(shipped) else os.path.dirname(os.path.dirname(here))


def path(*names: str) -> str:
    """Return the path of a file or folder that comes with the program."""
    return os.path.join(root(), *names)


def read(*names: str) -> bytes:
    """Return the content of a file that comes with the program."""
    with open(path(*names), "rb") as file:
        return file.read()


def packs() -> list[str]:
    """Return the paths of the packs that come with the program, with `/`, sorted."""
    folder = path("rules")
    names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
    return [f"{folder}/{name}".replace(os.sep, "/") for name in names]
