"""Where the program's own files and the user's settings lie."""

from pathlib import Path

import platformdirs


def assets() -> Path:
    """Return the folder of fonts, icons, translations and sounds, installed or from source."""
    package = Path(__file__).resolve().parents[1]
    installed = package / "assets"
    return installed if installed.is_dir() else package.parent / "assets"


def settings_file() -> Path:
    """Return where this person's settings are kept."""
    return platformdirs.user_config_path("summit-desk") / "settings.json"


def log_file() -> Path:
    """Return where the program writes its log."""
    return platformdirs.user_log_path("summit-desk") / "summit-desk.log"


def cache_folder() -> Path:
    """Return a folder for things that can be made again."""
    return platformdirs.user_cache_path("summit-desk")
