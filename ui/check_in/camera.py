"""The camera as a scanner: the newest frame is decoded beside the window, others are dropped."""

from collections.abc import Sequence
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from summit_desk.domain.check_in.sights import InView
from summit_desk.support.i18n import N_, _
from ui.check_in.frames import picture_of
from ui.kit.jobs import Jobs

if TYPE_CHECKING:
    from summit_desk.domain.check_in.sights import Picture, Sight

NO_CAMERA = N_("No camera was found. Plug one in and press F7 again; the scanner works as before.")
CAMERA_FAILED = N_(
    "The camera “{name}” can't be used: {why}. Close other programs that use it and press F7 "
    "again; the scanner works as before."
)


class Camera(QObject):
    """Looks through one camera at a time. All signals come on the window's thread."""

    seen = Signal(object)  # texts of the codes to decide about, newly in view
    frame_shown = Signal(object)  # every QVideoFrame, for the preview
    darkened = Signal(bool)  # whether more light is needed
    trouble = Signal(str)  # a whole sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._device: QCamera | None = None
        self._lane = Jobs(self)
        self._busy, self._newest = False, False
        self._view, self._dark = InView(), False
        self.sink.videoFrameChanged.connect(self._on_frame)

    def names(self) -> Sequence[str]:
        """Return what the cameras of this computer are called."""
        return [device.description() for device in QMediaDevices.videoInputs()]

    def start(self, at: int = 0) -> bool:
        """Look through a camera, counted from 0; False (with `trouble`) when there is none."""
        self.stop()
        devices = QMediaDevices.videoInputs()
        if not devices:
            self.trouble.emit(_(NO_CAMERA))
            return False
        self._open(devices[at % len(devices)])
        return True

    def stop(self) -> None:
        """Let go of the camera; what was in view is forgotten."""
        if self._device is not None:
            self._device.stop()
            self._device.deleteLater()
            self._device = None
        self._view.forget()
        self._newest = False
        self._tell_dark(dark=False)

    def close(self) -> None:
        """End for good; must precede deletion."""
        self.stop()
        self._lane.close()

    def _open(self, device: QCameraDevice) -> None:
        self._device = QCamera(device, self)
        name = device.description()
        self._device.errorOccurred.connect(
            lambda _error, why: self.trouble.emit(_(CAMERA_FAILED).format(name=name, why=why))
        )
        self._session.setCamera(self._device)
        self._device.start()

    def _on_frame(self, frame: QVideoFrame) -> None:
        self.frame_shown.emit(frame)
        self._newest = True
        if not self._busy:
            self._decode()

    def _decode(self) -> None:
        """Decode the newest frame; those that came while the last one was decoded are gone."""
        self._newest = False
        picture = picture_of(self.sink.videoFrame())
        if picture is not None:
            self._busy = True
            self._lane.start(lambda _progress: _look(picture), self._on_sight, self._on_failed)

    def _on_sight(self, sight: "Sight") -> None:
        self._busy = False
        self._tell_dark(dark=sight.is_dark)
        new = self._view.arrived(sight.codes, monotonic())
        if new:
            self.seen.emit(new)
        if self._newest:
            self._decode()

    def _on_failed(self, problem: Exception) -> None:
        self._busy = False
        raise problem

    def _tell_dark(self, *, dark: bool) -> None:
        if dark != self._dark:
            self._dark = dark
            self.darkened.emit(dark)


def _look(picture: "Picture") -> "Sight":
    from summit_desk.services.sighting import codes_in  # noqa: PLC0415 -- loads the decoder

    return codes_in(picture)
