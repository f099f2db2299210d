"""File formats."""

WORDS = {
    "png": "PNG 그림",
    "jpeg": "JPEG 그림",
    "webp": "WebP 그림",
    "pdf": "PDF 문서",
    "cbz": "CBZ 만화책",
    "webtoon": "웹툰 조각",
    "html": "웹 페이지",
    "necut": "네컷 파일 (모든 그림 포함)",
}
