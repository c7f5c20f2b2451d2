"""The widgets of a form that hold dates and wall-clock times."""

from datetime import date, datetime, time
from typing import cast

from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDateTimeEdit, QTimeEdit

from summit_desk.support.i18n import _
from ui.kit.inputs import Input

DATE_FORMAT = "yyyy-MM-dd"
TIME_FORMAT = "HH:mm"
EARLIEST, LATEST = QDate(1900, 1, 1), QDate(9999, 12, 31)


class MomentInput(Input):
    """A date, a time or both; an optional one has a tick that says whether it is set."""

    def __init__(self, edit: QDateTimeEdit, *, optional: bool) -> None:
        super().__init__(edit)
        self.edit = edit
        self.tick: QCheckBox | None = None
        if optional:
            self.tick = QCheckBox()
            self.tick.setAccessibleName(_("Is set"))
            self.tick.toggled.connect(edit.setEnabled)
            self.tick.toggled.connect(lambda _on: self.changed.emit())
            self.row.insertWidget(0, self.tick)
            self.setFocusProxy(self.tick)
            edit.setEnabled(False)
        edit.dateTimeChanged.connect(lambda _moment: self.changed.emit())

    def is_set(self) -> bool:
        """Return whether there is a value at all."""
        return self.tick is None or self.tick.isChecked()

    def tick_for(self, value: object) -> None:
        """Tick when there is a value."""
        if self.tick is not None:
            self.tick.setChecked(value is not None)


class DateInput(MomentInput):
    """A day."""

    def __init__(self, *, optional: bool) -> None:
        edit = QDateEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(DATE_FORMAT)
        edit.setDateRange(EARLIEST, LATEST)
        super().__init__(edit, optional=optional)

    def value(self) -> date | None:
        return cast("date", self.edit.date().toPython()) if self.is_set() else None

    def show_value(self, value: object) -> None:
        if isinstance(value, date):
            self.edit.setDate(QDate(value.year, value.month, value.day))
        else:
            self.edit.setDate(QDate.currentDate())
        self.tick_for(value)


class DateTimeInput(MomentInput):
    """A day and a wall-clock time."""

    def __init__(self, *, optional: bool) -> None:
        edit = QDateTimeEdit()
        edit.setCalendarPopup(True)
        edit.setDisplayFormat(f"{DATE_FORMAT} {TIME_FORMAT}")
        edit.setDateRange(EARLIEST, LATEST)
        super().__init__(edit, optional=optional)

    def value(self) -> datetime | None:
        if not self.is_set():
            return None
        day, hour = self.edit.date(), self.edit.time()
        # built by hand: Qt would bend a time that this computer's own zone skips
        return datetime(day.year(), day.month(), day.day(), hour.hour(), hour.minute())

    def show_value(self, value: object) -> None:
        moment = QDateTime.currentDateTime()
        if isinstance(value, datetime):
            moment = QDateTime(
                QDate(value.year, value.month, value.day), QTime(value.hour, value.minute)
            )
        self.edit.setDateTime(moment)
        self.tick_for(value)


class TimeInput(MomentInput):
    """A wall-clock time."""

    def __init__(self, *, optional: bool) -> None:
        edit = QTimeEdit()
        edit.setDisplayFormat(TIME_FORMAT)
        super().__init__(edit, optional=optional)

    def value(self) -> time | None:
        hour = self.edit.time()
        return time(hour.hour(), hour.minute()) if self.is_set() else None

    def show_value(self, value: object) -> None:
        if isinstance(value, time):
            self.edit.setTime(QTime(value.hour, value.minute))
        self.tick_for(value)
