"""File formats."""

WORDS = {
    "png": "PNG picture",
    "jpeg": "JPEG picture",
    "webp": "WebP picture",
    "pdf": "PDF document",
    "cbz": "CBZ comic book",
    "webtoon": "Webtoon slices",
    "html": "Web page",
    "necut": "Necut file (everything)",
}
