"""The two windows of the Help menu: keyboard shortcuts, and what this program is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from summit_desk import __version__
from summit_desk.support.i18n import N_, _
from summit_desk.support.paths import log_file, settings_file
from ui.kit import icons
from ui.kit.cards import words

KEYS: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (
    (
        N_("Everywhere"),
        (
            ("Ctrl+K", N_("Search people, sessions, trips and commands")),
            ("Ctrl+1 … Ctrl+9", N_("Go to a screen")),
            ("Ctrl+N", N_("Add here (the blue button)")),
            ("Ctrl+F", N_("Search on this screen")),
            ("Ctrl+Z", N_("Undo")),
            ("Ctrl+Y", N_("Redo")),
            ("F10", N_("Menu")),
            ("F11", N_("Full screen")),
        ),
    ),
    (
        N_("Lists"),
        (
            ("↑ ↓", N_("Previous and next row")),
            ("Enter", N_("Open the row")),
            ("Delete", N_("Delete the row")),
            ("Shift+F10", N_("What can be done with the row")),
        ),
    ),
    (
        N_("Forms"),
        (
            ("Ctrl+Enter", N_("Save")),
            ("Esc", N_("Close without saving")),
            ("Tab", N_("Next field")),
        ),
    ),
    (
        N_("Check-in station"),
        (
            ("F2", N_("Take the last scan back")),
            ("F3", N_("Search by hand")),
            ("F4", N_("Register on the spot")),
        ),
    ),
)


def show_keys(parent: QWidget) -> QDialog:
    """Show every key."""
    dialog = _dialog(parent, _("Keyboard shortcuts"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    grid.setColumnStretch(1, 1)
    for title, keys in KEYS:
        if grid.rowCount() > 1:
            grid.setRowMinimumHeight(grid.rowCount(), 10)
        grid.addWidget(words(_(title), "heading"), grid.rowCount(), 0, 1, 2)
        for key, deed in keys:
            row = grid.rowCount()
            grid.addWidget(words(key, "key"), row, 0, Qt.AlignmentFlag.AlignLeft)
            grid.addWidget(words(_(deed)), row, 1)
    return _shown(dialog, grid)


def show_about(parent: QWidget) -> QDialog:
    """Show version, licence and where things lie."""
    dialog = _dialog(parent, _("About Summit Desk"))
    picture = QLabel()
    picture.setPixmap(icons.pixmap("summit-desk", 64))
    texts = (
        words(_("Summit Desk {version}").format(version=__version__), "title"),
        words(_("The desk from which an association's secretariat runs a summit."), wrap=True),
        words(
            _("Licence: Apache 2.0. Fonts: Noto Sans SC (OFL), HanaMinB. Qt {qt}.").format(
                qt=qVersion()
            ),
            "note",
            wrap=True,
        ),
        words(_("Settings: {path}").format(path=settings_file()), "muted", wrap=True),
        words(_("Log: {path}").format(path=log_file()), "muted", wrap=True),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setColumnStretch(1, 1)
    grid.addWidget(picture, 0, 0, len(texts), 1, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(texts), 1)
    for row, text in enumerate(texts):
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(text, row, 1)
    return _shown(dialog, grid)


def _dialog(parent: QWidget, title: str) -> QDialog:
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setWindowTitle(title)
    dialog.setMinimumWidth(520)
    return dialog


def _shown(dialog: QDialog, grid: QGridLayout) -> QDialog:
    close = QPushButton(_("Close"))
    close.setDefault(True)
    close.clicked.connect(dialog.accept)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(24, 20, 24, 18)
    layout.setSpacing(16)
    layout.addLayout(grid)
    layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
    dialog.open()
    return dialog
