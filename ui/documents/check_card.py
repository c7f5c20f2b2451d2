"""The check before printing: how many pass, who is shrunk, who can't be printed and why."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from summit_desk.domain.documents.choices import BadgeCheck, Written
from summit_desk.domain.findings import Finding, Severity
from summit_desk.support.i18n import _
from ui.kit.cards import Card, line, words
from ui.kit.pills import PillLabel
from ui.kit.tones import Pill, Tone

MOST_SHOWN = 60
NAME_SHRUNK, OTHER_FONT = "document_name_shrunk", "document_other_font"


class CheckCard(Card):
    """Shows the findings; a click on one asks for its place."""

    place_asked = Signal(object)  # a Place

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setFixedWidth(272)
        self._check: BadgeCheck | None = None
        self._written: Written | None = None
        self._figures, self._list = QVBoxLayout(), QVBoxLayout()
        self._figures.setSpacing(6)
        self._list.setSpacing(8)
        self._note, self._saved = words("", "note", wrap=True), words("", "note", wrap=True)
        self.open_file = QPushButton()
        self._lay_out()
        self.retranslate()

    def show_check(self, check: BadgeCheck | None) -> None:
        """Show what was found; None: the document needs no check of people."""
        self._check = check
        _clear(self._figures)
        _clear(self._list)
        if check is not None:
            for pill, text in _figures(check):
                self._figures.addLayout(_row(pill, text))
            for finding in _gravest_first(check.findings)[:MOST_SHOWN]:
                self._list.addWidget(self._entry(finding))
            more = len(check.findings) - MOST_SHOWN
            if more > 0:
                text = _("And {count} more remarks.").format(count=f"{more:,}")
                self._list.addWidget(words(text, "muted", wrap=True))
        self._list.addStretch(1)
        self._note.setVisible(check is None)

    def show_written(self, written: Written | None) -> None:
        """Say which file was written."""
        self._written = written
        for part in (self._saved, self.open_file):
            part.setVisible(written is not None)
        if written is not None:
            self._saved.setText(_("Saved: {file}").format(file=written.path.name))
            self._saved.setToolTip(str(written.path))

    def retranslate(self) -> None:
        """Say every text again."""
        self.show_heading(_("Check before printing"))
        self._note.setText(
            _(
                "Every character is checked when the pages are made. If one can't be drawn, the "
                "reason stands here instead of the pages."
            )
        )
        self.open_file.setText(_("Open the file"))
        self.show_check(self._check)
        self.show_written(self._written)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setProperty("kit", "page")
        inside.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 6, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(inside)
        self.body.addLayout(self._figures)
        self.body.addWidget(line())
        self.body.addWidget(self._note)
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self._saved)
        self.body.addWidget(self.open_file)
        self.open_file.clicked.connect(self._open)

    def _entry(self, finding: Finding) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        name = QPushButton(finding.subject)
        name.setProperty("kit", "link")
        name.setStyleSheet("text-align: left; padding-left: 0;")
        name.setToolTip(_("Show this person in the list of attendees"))
        name.clicked.connect(lambda: self.place_asked.emit(finding.place))
        column.addWidget(name)
        column.addWidget(words(finding.text(), "muted", wrap=True))
        return box

    def _open(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.path)))


def _figures(check: BadgeCheck) -> list[tuple[Pill, str]]:
    """Return the lines of the panel: passes, shrunk, another font, can't be printed."""
    stopped = _people(check.findings, lambda f: f.severity is Severity.BLOCK)
    shrunk = _people(check.findings, lambda f: f.kind == NAME_SHRUNK)
    other = _people(check.findings, lambda f: f.kind == OTHER_FONT)
    rows = (
        (Pill(_("Passes"), Tone.GREEN), check.count - len(stopped)),
        (Pill(_("Name shrunk"), Tone.AMBER), len(shrunk)),
        (Pill(_("Other font"), Tone.AMBER), len(other)),
        (Pill(_("Can't be printed"), Tone.RED), len(stopped)),
    )
    return [(pill, _badges(count)) for pill, count in rows]


def _badges(count: int) -> str:
    return (_("{count} badge") if count == 1 else _("{count} badges")).format(count=f"{count:,}")


def _people(findings: Sequence[Finding], is_meant: Callable[[Finding], bool]) -> set[object]:
    return {f.place.subject for f in findings if f.place and is_meant(f)}


def _gravest_first(findings: Sequence[Finding]) -> list[Finding]:
    order = list(Severity)
    return sorted(findings, key=lambda finding: order.index(finding.severity))


def _row(pill: Pill, text: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(PillLabel(pill.text, pill.tone))
    row.addWidget(words(text))
    row.addStretch(1)
    return row


def _clear(layout: QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
        inner = item.layout()
        if isinstance(inner, QVBoxLayout | QHBoxLayout):
            _clear(inner)
