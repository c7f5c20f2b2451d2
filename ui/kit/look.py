"""The look: applies language and theme to the running program, at the start and live."""

from collections.abc import Mapping

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
    Signal,
)
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from summit_desk.services.settings import SettingsService
from summit_desk.support.collector import uncollected
from summit_desk.support.i18n import Language, use_language
from summit_desk.support.settings import Settings, Speech, Theme
from ui.kit import fonts
from ui.kit import theme as dress

LOCALES = {
    Language.CHINESE: QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    Language.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class Look(QObject):
    """Keeps what the person chose and what the program shows the same."""

    changed = Signal(object)  # the Settings

    def __init__(self, app: QApplication, service: SettingsService) -> None:
        super().__init__(app)
        self._app, self._service = app, service
        self._translator = QTranslator(self)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self._speak()
        dress.wear(app, self.settings.theme)

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._service.settings

    def speak(self, speech: Speech) -> None:
        """Switch the language; every window says its texts again."""
        self._service.speak(speech)
        with uncollected():  # Qt goes through all widgets, as when the theme is switched
            self._speak()
            for window in QApplication.topLevelWidgets():
                QCoreApplication.sendEvent(window, QEvent(QEvent.Type.LanguageChange))
        self.changed.emit(self.settings)

    def wear(self, theme: Theme) -> None:
        """Switch the theme; every window is painted again."""
        self._service.wear(theme)
        dress.wear(self._app, theme)
        self.changed.emit(self.settings)

    def sign(self, actor: str, station: str) -> None:
        """Say who works here."""
        self.changed.emit(self._service.sign(actor, station))

    def sound(self, *, on: bool) -> None:
        """Choose whether the station makes sounds."""
        self.changed.emit(self._service.sound(on=on))

    def loud(self, volume: int) -> None:
        """Choose how loud the station is, in per cent."""
        self.changed.emit(self._service.loud(volume))

    def listen(self, scanners: Mapping[str, str]) -> None:
        """Choose the scanners on serial ports, names by port."""
        self.changed.emit(self._service.listen(scanners))

    def lay_out(self, event: str, columns: str) -> None:
        """Remember the columns of a list; nobody else needs to hear of it."""
        self._service.lay_out(event, columns)

    def _speak(self) -> None:
        language = self.settings.language(QLocale.system().name())
        use_language(language)
        QLocale.setDefault(LOCALES[language])
        self._app.setFont(fonts.base(latin=language is Language.ENGLISH))
        self._app.removeTranslator(self._translator)
        if language is Language.CHINESE:
            folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
            if self._translator.load("qtbase_zh_CN", folder):
                self._app.installTranslator(self._translator)

    def _follow_system(self) -> None:
        if self.settings.theme is Theme.SYSTEM:
            dress.wear(self._app, Theme.SYSTEM)
