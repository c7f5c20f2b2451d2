"""Read the QR codes on a camera's picture."""

from summit_desk.domain.check_in.sights import Picture, Sight


def read_codes(picture: Picture) -> Sight:
    """Return every QR code in the picture from left to right, mirrored and rotated ones too.

    The decoder keeps its default flags: quicker ones lose low light completely.
    """
    import zxingcpp

    view = zxingcpp.ImageView(
        picture.content,
        picture.width,
        picture.height,
        zxingcpp.ImageFormat.Lum,
        picture.stride,
        picture.step,
    )
    found = zxingcpp.read_barcodes(view, formats=zxingcpp.barcode_formats_from_str("QRCode"))
    found = sorted(found, key=lambda code: code.position.top_left.x)
    codes = dict.fromkeys(_text(bytes(code.bytes), code.text) for code in found if code.valid)
    return Sight(tuple(code for code in codes if code), picture.brightness())


def _text(content: bytes, guessed: str) -> str:
    """Return the text of a code.

    Many Chinese codes hold GB18030 without saying so, which decoders take for Shift-JIS: try
    UTF-8, then GB18030 (spec: check-in k).
    """
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return guessed
