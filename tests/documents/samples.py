"""Files as citizens send them, good and bad."""

from io import BytesIO

import pikepdf
import pillow_heif
from PIL import Image

SCRIPT = b"<script>alert(1)</script>"
ORIENTATION, GPS = 0x0112, 0x8825


def picture(width: int = 60, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose top left quarter is black."""
    image = Image.new(mode, (width, height), "white")
    image.paste("black", (0, 0, width // 2, height // 2))
    return image


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    """The picture as a file of that kind."""
    output = BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


def jpeg(**options: object) -> bytes:
    return encoded(picture(), "JPEG", **options)


def phone_jpeg() -> bytes:
    """A photo held on its side, with the place where it was taken."""
    notes = Image.Exif()
    notes[ORIENTATION] = 6
    notes.get_ifd(GPS)[1] = "N"
    notes.get_ifd(GPS)[2] = (21.0, 1.0, 42.0)
    return encoded(picture(), "JPEG", exif=notes.tobytes(), comment=SCRIPT)


def heic() -> bytes:
    output = BytesIO()
    pillow_heif.from_pillow(picture(128, 96)).save(output)
    return output.getvalue()


def pdf(pages: int = 1, **root: pikepdf.Object) -> bytes:
    """Blank A4 pages; root adds entries to the catalogue."""
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(595, 842))
        for name, value in root.items():
            document.Root[f"/{name}"] = value
        return saved(document)


def signed_pdf() -> bytes:
    """A file that another office has signed (the signature itself does not matter here)."""
    mark = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=pikepdf.Array([0, 1, 2, 3]))
    field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T=pikepdf.String("a"), V=mark)
    return pdf(AcroForm=pikepdf.Dictionary(Fields=pikepdf.Array([field])))


def locked_pdf() -> bytes:
    with pikepdf.new() as document:
        document.add_blank_page()
        return saved(document, encryption=pikepdf.Encryption(owner="a", user="b"))


def restricted_pdf() -> bytes:
    """Opens without a password, but forbids printing."""
    with pikepdf.new() as document:
        document.add_blank_page()
        rights = pikepdf.Permissions(print_lowres=False)
        return saved(document, encryption=pikepdf.Encryption(owner="a", user="", allow=rights))


def pdf_with_attachment() -> bytes:
    with pikepdf.new() as document:
        document.add_blank_page()
        document.attachments["virus.exe"] = pikepdf.AttachedFileSpec(document, b"MZ", filename="virus.exe")
        return saved(document)


def pdf_with_link_action(kind: str) -> bytes:
    """A page with an annotation that does something when it is touched."""
    with pikepdf.new() as document:
        page = document.add_blank_page()
        action = pikepdf.Dictionary(S=pikepdf.Name(kind))
        link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=pikepdf.Array([0, 0, 9, 9]), A=action)
        page.obj.Annots = pikepdf.Array([link])
        return saved(document)


def pdf_with_huge_picture() -> bytes:
    with pikepdf.new() as document:
        page = document.add_blank_page()
        bomb = pikepdf.Stream(document, b"")
        bomb.stream_dict = pikepdf.Dictionary(Subtype=pikepdf.Name.Image, Width=60_000, Height=60_000)
        page.add_resource(bomb, pikepdf.Name.XObject)
        return saved(document)


def saved(document: pikepdf.Pdf, **options: object) -> bytes:
    """The document as a file."""
    output = BytesIO()
    document.save(output, **options)
    return output.getvalue()
