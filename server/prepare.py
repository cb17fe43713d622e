"""Compresses all files that the server hands out, so that no visitor waits for it: `python -m server.prepare`."""

from __future__ import annotations

import os
import time

from server.compression import Compressor
from server.files import app_files, cache_folder, frontend_files
from server.settings import Settings


def main() -> None:
    """Fills the cache folder; what is there already is left alone."""
    started = time.monotonic()
    folder = cache_folder(Settings.from_environment(os.environ))
    texts = Compressor(folder).fill([*frontend_files().values(), *app_files().values()])
    print(f"{texts} bestanden gecomprimeerd in {time.monotonic() - started:.0f} s ({folder})")


if __name__ == "__main__":
    main()
