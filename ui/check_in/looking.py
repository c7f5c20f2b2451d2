"""Switches the camera of a station on and off; Qt's multimedia library is loaded with the first."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from summit_desk.support.i18n import _
from ui.check_in.station_window import StationWindow

if TYPE_CHECKING:
    from ui.check_in.camera import Camera
    from ui.check_in.camera_view import CameraView


class Looking(QObject):
    """F7 looks through the camera, F8 through the next one."""

    def __init__(self, window: StationWindow, scan: Callable[[Sequence[str]], object]) -> None:
        super().__init__(window)
        self._window, self._scan = window, scan
        self.camera: Camera | None = None
        self.view: CameraView | None = None
        self._at = 0
        window.camera_asked.connect(self.switch)
        window.next_camera_asked.connect(self.take_next)

    @property
    def is_on(self) -> bool:
        """Tell whether the camera's picture is shown."""
        return self.view is not None and self.view.isVisibleTo(self._window)

    def switch(self) -> None:
        """Switch the camera on, or off again."""
        if self.is_on:
            self._stop()
            self._window.show_notice(_("Camera off"))
        else:
            self._start()

    def take_next(self) -> None:
        """Look through the next camera, if it is on and there are several."""
        if self.is_on and len(self._made().names()) > 1:
            self._at += 1
            self._start()

    def close(self) -> None:
        """Let go of the camera."""
        if self.camera is not None:
            self.camera.close()
            self.camera = None

    def _made(self) -> "Camera":
        if self.camera is None:
            from ui.check_in.camera import Camera  # noqa: PLC0415 -- loads Qt's multimedia library
            from ui.check_in.camera_view import CameraView  # noqa: PLC0415 -- the same

            self.camera, self.view = Camera(self), CameraView(self._window.side)
            self.view.hide()
            self.camera.seen.connect(self._scan)
            self.camera.frame_shown.connect(self.view.show_frame)
            self.camera.darkened.connect(self.view.show_dark)
            self.camera.trouble.connect(self._on_trouble)
        return self.camera

    def _start(self) -> None:
        camera = self._made()
        if camera.start(self._at):
            self._show(camera.names())

    def _show(self, names: Sequence[str]) -> None:
        assert self.view is not None
        name = names[self._at % len(names)]
        more = _("{camera} · F8 next camera").format(camera=name)
        self.view.show_name(more if len(names) > 1 else name)
        self._window.show_camera(self.view)

    def _stop(self) -> None:
        if self.camera is not None and self.view is not None:
            self.camera.stop()
            self.view.clear()
            self._window.show_camera(None)

    def _on_trouble(self, sentence: str) -> None:
        self._stop()
        self._window.show_waiting(problem=sentence)
