"""Pictures drawn anew: only what is to be seen remains."""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from ideas.core.errors import Invalid
from ideas.core.i18n import _

if TYPE_CHECKING:
    from PIL import Image

MOST_PIXELS = 40_000_000
QUALITY = 90
# What the library raises on damaged files, beside its own error.
DAMAGE = (OSError, SyntaxError, ValueError, ArithmeticError, LookupError, TypeError, struct.error)


def redrawn(content: bytes) -> bytes:
    """Return the picture as its pixels alone, upright, without camera, place, author or comment.

    Raises:
        Invalid: it is damaged, or has more pixels than 40 million.
    """
    from PIL import Image, ImageOps, UnidentifiedImageError  # noqa: PLC0415 (for an upload only)

    try:
        with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                raise Invalid(_("The picture has too many pixels. Please make it smaller first."))
            form = str(picture.format)
            upright = ImageOps.exif_transpose(picture)
            return _saved(_plain(upright, form), form)
    except (UnidentifiedImageError, *DAMAGE) as error:
        raise Invalid(_("The file is damaged and cannot be opened.")) from error
    except Image.DecompressionBombError as error:
        raise Invalid(
            _("The picture has too many pixels. Please make it smaller first.")
        ) from error


def _plain(picture: "Image.Image", form: str) -> "Image.Image":
    """Return the pixels in a mode that the format can hold, without any note beside them."""
    modes = ("1", "L", "LA", "RGB", "RGBA") if form == "PNG" else ("L", "RGB")
    if picture.mode not in modes:
        has_alpha = form == "PNG" and picture.has_transparency_data
        picture = picture.convert("RGBA" if has_alpha else "RGB")
    picture.load()
    picture.info.clear()
    return picture


def _saved(picture: "Image.Image", form: str) -> bytes:
    target = BytesIO()
    options = {"quality": QUALITY} if form == "JPEG" else {}
    picture.save(target, form, **options)
    return target.getvalue()
