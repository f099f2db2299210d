"""What the sketch artist says about its pictures."""

WORDS = {
    "unknown_words": "스케치 화가가 모르는 낱말이라 그림에 담지 못했습니다: {words}.",
}
