"""Sample values for documents, and ways to read a written document back."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid5

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from exports.badges import BadgePrinter
from exports.fonts import fonts
from summit_desk.domain.documents.badge_templates import BADGE_TEMPLATES
from summit_desk.domain.documents.badges import BadgeCard, BadgeEvent
from summit_desk.domain.documents.words import Bilingual, DocumentLanguage

MADE = datetime(2024, 5, 19, 1, 30, tzinfo=UTC)
NAMESPACE = UUID(int=7)
CHINESE = DocumentLanguage.CHINESE

EVENT = BadgeEvent(
    title=Bilingual("2024年中国产业互联网高峰论坛", "China Industrial Internet Summit 2024"),
    short_title=Bilingual("产业互联网论坛", "Industrial Internet Summit"),
    line=Bilingual("2024年5月22日至23日 · 上海", "22–23 May 2024 · Shanghai"),
    organiser="中国信息协会",
)


def card(name: str = "严华", **changed: object) -> BadgeCard:
    fields: dict[str, object] = {
        "attendee_id": uuid5(NAMESPACE, name),
        "name": Bilingual(name, "Yan Hua"),
        "organisation": Bilingual("示例产业互联网研究院", "Sample Institute"),
        "title": Bilingual("副院长", "Vice President"),
        "category": Bilingual("嘉宾", "Guest"),
        "colour": "#c0392b",
        "number": "0018",
        "code": "712340123456789010000000042",
    }
    return BadgeCard(**(fields | changed))  # type: ignore[arg-type]


def printer(size: str = "a6", language: DocumentLanguage = CHINESE) -> BadgePrinter:
    return BadgePrinter(BADGE_TEMPLATES[size], EVENT, language, fonts())


def written(path: Path, *cards: BadgeCard, size: str = "a6", language=CHINESE) -> Path:
    printer(size, language).write(cards, path, MADE)
    return path


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(path).pages)


def codes_in(path: Path, dpi: int = 300) -> list[str]:
    """Return the texts of the QR codes of the pages."""
    return [code.text for code in read_codes(path, dpi)]


def read_codes(path: Path, dpi: int = 300) -> list[zxingcpp.Barcode]:
    """Return the QR codes of the pages, read from a raster as a printer makes it."""
    found = []
    for sheet in rasters(path, dpi):
        view = zxingcpp.ImageView(
            bytes(sheet.constBits()), sheet.width(), sheet.height(),
            zxingcpp.ImageFormat.Lum, sheet.bytesPerLine(), 1,
        )  # fmt: skip
        found += zxingcpp.read_barcodes(view)
    return found


def read_by_zbar(path: Path, dpi: int = 300) -> list[str]:
    """Return the text of one code a page, read by a decoder that shares nothing with the other."""
    pyzbar = pytest.importorskip("pyzbar.pyzbar", exc_type=ImportError)  # needs Debian's libzbar0
    found = []
    for sheet in rasters(path, dpi):
        grey = Image.frombuffer(
            "L", (sheet.width(), sheet.height()), bytes(sheet.constBits()),
            "raw", "L", sheet.bytesPerLine(), 1,
        )  # fmt: skip
        found += [code.data.decode() for code in pyzbar.decode(grey)] or [""]
    return found


def rasters(path: Path, dpi: int):
    """Yield the pages of a PDF as grey images."""
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QImage
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(path))
    for page in range(document.pageCount()):
        points = document.pagePointSize(page)
        size = QSize(round(points.width() * dpi / 72), round(points.height() * dpi / 72))
        grey = document.render(page, size)
        sheet = QImage(size, QImage.Format.Format_Grayscale8)
        sheet.fill(255)
        _paint(sheet, grey)
        yield sheet


def _paint(sheet, picture) -> None:
    from PySide6.QtGui import QPainter

    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.end()
