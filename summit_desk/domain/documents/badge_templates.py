"""The badge templates that come with the program: one good default per size."""

from summit_desk.domain.documents.badges import (
    Align,
    BadgeField,
    BadgeTemplate,
    Ink,
    QrBox,
    Shape,
    TextBox,
)

# a template reads as a drawing, one element a block
# fmt: off

TALL = BadgeTemplate(
    key="90x130",
    width=90,
    height=130,
    elements=(
        Shape(x=0, y=0, width=90, height=31),
        Shape(x=0, y=112, width=90, height=18),
        TextBox(
            field=BadgeField.EVENT, x=6, y=11.5, width=78, height=12.5,
            lines=2, largest=13, legible=6, bold=True, ink=Ink.ON_CATEGORY,
        ),
        TextBox(
            field=BadgeField.EVENT_LINE, x=6, y=24.4, width=78, height=4.2,
            largest=8, legible=4.5, ink=Ink.ON_CATEGORY, beside=True,
        ),
        TextBox(
            field=BadgeField.NAME, x=5, y=34, width=80, height=19,
            lines=2, largest=46, legible=14, bold=True, spread=True,
        ),
        TextBox(
            field=BadgeField.NAME_OTHER, x=5, y=53.2, width=80, height=6,
            largest=14, legible=6, ink=Ink.MUTED,
        ),
        TextBox(
            field=BadgeField.ORGANISATION, x=5, y=60.4, width=80, height=12,
            lines=2, largest=15, legible=6,
        ),
        TextBox(
            field=BadgeField.TITLE, x=5, y=72.6, width=80, height=7.6,
            lines=2, largest=12.5, legible=5.5, ink=Ink.MUTED,
        ),
        QrBox(x=31, y=80.5, width=28, height=28),
        TextBox(
            field=BadgeField.NUMBER, x=30, y=108.5, width=30, height=3.4,
            largest=8, legible=6, ink=Ink.FAINT, tracking=0.08,
        ),
        TextBox(
            field=BadgeField.CATEGORY, x=5, y=114, width=80, height=14,
            largest=27, legible=9, bold=True, ink=Ink.ON_CATEGORY, tracking=0.4,
        ),
    ),
)

A6 = BadgeTemplate(
    key="a6",
    width=105,
    height=148,
    elements=(
        Shape(x=0, y=0, width=105, height=35),
        Shape(x=0, y=128, width=105, height=20),
        TextBox(
            field=BadgeField.EVENT, x=7, y=12.5, width=91, height=14.5,
            lines=2, largest=15, legible=6, bold=True, ink=Ink.ON_CATEGORY,
        ),
        TextBox(
            field=BadgeField.EVENT_LINE, x=7, y=27.6, width=91, height=4.6,
            largest=9, legible=4.5, ink=Ink.ON_CATEGORY, beside=True,
        ),
        TextBox(
            field=BadgeField.NAME, x=6, y=39, width=93, height=22,
            lines=2, largest=54, legible=14, bold=True, spread=True,
        ),
        TextBox(
            field=BadgeField.NAME_OTHER, x=6, y=61.2, width=93, height=7,
            largest=16, legible=6, ink=Ink.MUTED,
        ),
        TextBox(
            field=BadgeField.ORGANISATION, x=6, y=69.6, width=93, height=14,
            lines=2, largest=17, legible=6,
        ),
        TextBox(
            field=BadgeField.TITLE, x=6, y=83.8, width=93, height=8.6,
            lines=2, largest=14, legible=5.5, ink=Ink.MUTED,
        ),
        QrBox(x=37, y=92.5, width=31, height=31),
        TextBox(
            field=BadgeField.NUMBER, x=32, y=123.5, width=41, height=4,
            largest=9, legible=6, ink=Ink.FAINT, tracking=0.08,
        ),
        TextBox(
            field=BadgeField.CATEGORY, x=6, y=130, width=93, height=16,
            largest=30, legible=9, bold=True, ink=Ink.ON_CATEGORY, tracking=0.4,
        ),
    ),
)

CARD = BadgeTemplate(
    key="card",
    width=85.6,
    height=54,
    elements=(
        Shape(x=0, y=0, width=85.6, height=10.5),
        Shape(x=0, y=46, width=85.6, height=8),
        TextBox(
            field=BadgeField.EVENT, x=4, y=1.6, width=77.6, height=7.4,
            lines=2, largest=10.5, legible=4.5, bold=True, ink=Ink.ON_CATEGORY,
        ),
        TextBox(
            field=BadgeField.NAME, x=4, y=12, width=50, height=13.4,
            lines=2, align=Align.LEFT, largest=31, legible=10, bold=True, spread=True,
        ),
        TextBox(
            field=BadgeField.NAME_OTHER, x=4, y=25.4, width=50, height=4.4,
            align=Align.LEFT, largest=10, legible=5, ink=Ink.MUTED,
        ),
        TextBox(
            field=BadgeField.ORGANISATION, x=4, y=30, width=50, height=8.6,
            lines=2, align=Align.LEFT, largest=10.5, legible=4.5,
        ),
        TextBox(
            field=BadgeField.TITLE, x=4, y=38.8, width=50, height=6,
            lines=2, align=Align.LEFT, largest=9.5, legible=4.5, ink=Ink.MUTED,
        ),
        QrBox(x=55.6, y=12.4, width=28, height=28),
        TextBox(
            field=BadgeField.NUMBER, x=55.6, y=40.6, width=28, height=4,
            largest=8, legible=5, ink=Ink.FAINT, tracking=0.08,
        ),
        TextBox(
            field=BadgeField.CATEGORY, x=4, y=46.6, width=77.6, height=6.8,
            largest=15, legible=6, bold=True, ink=Ink.ON_CATEGORY, tracking=0.4,
        ),
    ),
)

# fmt: on

BADGE_TEMPLATES = {template.key: template for template in (TALL, A6, CARD)}
