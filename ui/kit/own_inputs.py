"""The widgets of a form for money and for seats."""

from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit

from summit_desk.domain.seats import Seat, read_seat
from summit_desk.support.i18n import _
from ui.kit.inputs import Input

MOST = 100_000_000.0
HUNDREDTHS = 100


class MoneyInput(Input):
    """An amount in hundredths of a currency; empty is None."""

    def __init__(self, symbol: str) -> None:
        self.spin = QDoubleSpinBox()
        super().__init__(self.spin)
        self.spin.setDecimals(2)
        self.spin.setRange(-1.0, MOST)
        self.spin.setSingleStep(100)
        self.spin.setPrefix(f"{symbol} ")
        self.spin.setGroupSeparatorShown(True)
        self.spin.setSpecialValueText("—")
        self.spin.setValue(-1.0)
        self.spin.valueChanged.connect(lambda _number: self.changed.emit())

    def value(self) -> int | None:
        amount = self.spin.value()
        return None if amount < 0 else round(amount * HUNDREDTHS)

    def show_value(self, value: object) -> None:
        self.spin.setValue(value / HUNDREDTHS if isinstance(value, int) else -1.0)


class SeatInput(Input):
    """A seat as hall, row and number → as it is stored; what is no row or number is the hall."""

    def __init__(self) -> None:
        self.hall, self.place_row, self.number = QLineEdit(), QLineEdit(), QLineEdit()
        super().__init__(self.hall)
        for line, words, width in (
            (self.hall, _("Hall"), 0),
            (self.place_row, _("Row no."), 92),
            (self.number, _("Seat no."), 92),
        ):
            line.setPlaceholderText(words)
            line.textEdited.connect(lambda _text: self.changed.emit())
            if width:
                line.setFixedWidth(width)
                self.row.addWidget(line)

    def value(self) -> str:
        row, number = self.place_row.text().strip(), self.number.text().strip()
        if not row and not number:  # somebody typed the whole seat into the first line
            return read_seat(self.hall.text()).stored
        return Seat(self.hall.text().strip(), row, number).stored

    def show_value(self, value: object) -> None:
        seat = read_seat(str(value or ""))
        self.hall.setText(seat.hall)
        self.place_row.setText(seat.row)
        self.number.setText(seat.number)

    def name(self, label: str) -> None:
        self.hall.setAccessibleName(f"{label}: " + _("Hall"))
        self.place_row.setAccessibleName(f"{label}: " + _("Row no."))
        self.number.setAccessibleName(f"{label}: " + _("Seat no."))
