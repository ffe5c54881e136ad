"""Other programs that make a letter's PDF: WeasyPrint as a library, and LibreOffice one letter at a time, as a clerk
converts them.

usage: letters.py weasyprint|libreoffice COUNT

Prints letters made per second of processor time, from letter.html, which says what the bench's own letter says. The
first letter, with which a program reads its fonts, is not counted.
"""

import pathlib
import resource
import subprocess
import sys
import tempfile
import time

LETTER = pathlib.Path(__file__).with_name("letter.html")
FONTS = pathlib.Path(__file__).parents[2] / "assets" / "fonts"


def weasyprint(count):
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    faces = "".join(
        f'@font-face {{ font-family: "Source Sans 3"; font-weight: {weight}; src: url({(FONTS / name).as_uri()}) }}'
        for name, weight in (("SourceSans3-Regular.ttf", 400), ("SourceSans3-Bold.ttf", 700))
    )
    styles = [CSS(string=faces, font_config=fonts)]

    def letter():
        # Tagged, as ours are.
        pdf = HTML(filename=LETTER).write_pdf(stylesheets=styles, font_config=fonts, pdf_variant="pdf/ua-1")
        assert pdf.startswith(b"%PDF")

    letter()
    begun = time.process_time()
    for _ in range(count):
        letter()
    return time.process_time() - begun


def libreoffice(count):
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation={pathlib.Path(folder, 'profile').as_uri()}"

        def letter():
            subprocess.run(
                ["soffice", profile, "--headless", "--convert-to", "pdf:writer_web_pdf_Export", "--outdir", folder, LETTER],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            made = pathlib.Path(folder, "letter.pdf")
            assert made.read_bytes().startswith(b"%PDF")
            made.unlink()

        letter()
        begun = spent_by_children()
        for _ in range(count):
            letter()
        return spent_by_children() - begun


def spent_by_children():
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


if __name__ == "__main__":
    program, count = sys.argv[1], int(sys.argv[2])
    print(count / {"weasyprint": weasyprint, "libreoffice": libreoffice}[program](count))
