"""2,000 A6 badges with Chinese and QR, against a bare ReportLab canvas loop of the same content.

The floor knows nothing of templates, fitting, checks or files: three centred lines per page, the
artwork as one form, the code as one vector path.
"""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

from tests.bench.rows import Row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from summit_desk.domain.documents.badges import BadgeCard
    from tests.bench.files import BenchFiles

PEOPLE = 2_000
RUNS = 5
MM = 72 / 25.4
WIDTH, HEIGHT = 105 * MM, 148 * MM


def measure(files: BenchFiles) -> list[Row]:
    """Write the badges of the first people of the large file, check included."""
    from summit_desk.domain.attendee_lists import AttendeeFilter
    from summit_desk.domain.documents.choices import Chosen
    from summit_desk.services.opening import OpeningService

    services = OpeningService().open(files.big, writing=False)
    event = services.events.events()[0]
    keys = services.attendees.found(event.id, AttendeeFilter()).keys[:PEOPLE]
    cards = _cards(services, event.id, keys)
    chosen = Chosen(keys=[card.attendee_id for card in cards])
    ours_path, floor_path = files.folder / "badges.pdf", files.folder / "floor.pdf"

    def ours() -> object:
        return services.documents.badges(event.id, ours_path, size="a6", chosen=chosen, note=False)

    written, bare = _pairs(ours, lambda: _canvas_loop(cards, floor_path))
    services.workspace.close()
    count = len(cards)
    return [
        Row(
            "badges: 2,000 people, A6, Chinese, QR (per second)",
            count / written,
            "/s",
            floor=count / bare,
            floor_is="bare canvas loop",
            least=0.6,
        ),
        Row("bytes per badge", ours_path.stat().st_size / count, "B", limit=2_000),
    ]


def _cards(services: object, event_id: object, keys: Sequence[object]) -> Sequence[BadgeCard]:
    from summit_desk.domain.documents.badge_templates import BADGE_TEMPLATES
    from summit_desk.domain.documents.words import DocumentLanguage
    from summit_desk.services.badge_runs import BadgeRun

    with services.store.view() as view:
        template, language = BADGE_TEMPLATES["a6"], DocumentLanguage.CHINESE
        return BadgeRun.of_keys(view, event_id, keys, template, language).printable().cards


def _pairs(ours: Callable[[], object], floor: Callable[[], object]) -> tuple[float, float]:
    """Return the medians of processor seconds, measured turn by turn after one round to warm up."""
    from statistics import median

    rounds = [(_cpu(ours), _cpu(floor)) for _ in range(RUNS + 1)][1:]
    return median(one for one, _ in rounds), median(other for _, other in rounds)


def _cpu(work: Callable[[], object]) -> float:
    start = process_time()
    work()
    return process_time() - start


def _canvas_loop(cards: Sequence[BadgeCard], path: Path) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    from exports.qr import qr_path
    from summit_desk.support.paths import assets

    for name, file in (("Plain", "NotoSansSC_400Regular.ttf"), ("Bold", "NotoSansSC_700Bold.ttf")):
        pdfmetrics.registerFont(TTFont(f"Floor{name}", assets() / "fonts" / file))
    canvas = Canvas(str(path), pagesize=(WIDTH, HEIGHT), pageCompression=1)
    canvas.beginForm("artwork")
    canvas.setFillColorRGB(0.08, 0.31, 0.63)
    canvas.rect(0, HEIGHT - 32 * MM, WIDTH, 32 * MM, stroke=0, fill=1)
    canvas.setFillColorRGB(1, 1, 1)
    canvas.setFont("FloorBold", 13)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 18 * MM, "产业互联网高峰论坛 2024")
    canvas.endForm()
    side = 32 * MM
    for card in cards:
        canvas.doForm("artwork")
        canvas.setFillColorRGB(0, 0, 0)
        lines = (
            (card.name.chinese, "FloorBold", 40, 62),
            (card.organisation.chinese, "FloorPlain", 16, 76),
            (card.title.chinese, "FloorPlain", 14, 85),
        )
        for text, font, size, down in lines:
            width, room = pdfmetrics.stringWidth(text, font, size), WIDTH - 12 * MM
            canvas.setFont(font, size * min(1, room / max(width, 1)))
            canvas.drawCentredString(WIDTH / 2, HEIGHT - down * MM, text)
        # the same vector path as ours, scaled from modules to points
        scale = side / 21
        left = (WIDTH - side) / 2
        canvas._code.append(  # the only way to write a path as it is
            f"q {scale:.4f} 0 0 {scale:.4f} {left:.3f} {10 * MM:.3f} cm {qr_path(card.code)} f Q"
        )
        canvas.setFont("FloorPlain", 7)
        canvas.drawCentredString(WIDTH / 2, 5 * MM, card.number)
        canvas.showPage()
    canvas.save()
