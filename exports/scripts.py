"""Which characters can be drawn one after the other, without a program that joins them."""

NEEDS_SHAPING = (  # scripts that come out wrong when glyphs are set one after the other
    range(0x0590, 0x0900),
    range(0x0900, 0x0E00),
    range(0x0F00, 0x10A0),
    range(0x1780, 0x1800),
    range(0x1A00, 0x1C50),
    range(0xA800, 0xA960),
    range(0xFB1D, 0xFE00),
    range(0xFE70, 0xFF00),
    range(0x10800, 0x11FFF),
    range(0x1E800, 0x1F000),
)


def stands_alone(character: str) -> bool:
    """Tell whether a character needs no neighbours to take its right form."""
    return not any(ord(character) in block for block in NEEDS_SHAPING)
