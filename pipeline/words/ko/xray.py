"""Prompt X-ray: words in the colour of where they came from, and the tokens they take."""

WORDS = {
    "tokens": "토큰 {count} / {room}",
    "word_tokens": "토큰 {count}개",
    "counted": "CLIP 토크나이저로 셌어요",
    "counted_by": "{name} 토크나이저로 셌어요",
    "of_the_preset": "프리셋에서 온 말",
    "behind": "토큰 {border}개 경계 뒤라서 힘이 약해요",
    "border": "모델은 토큰을 {size}개씩 읽어요. 뒤에 있는 말은 힘이 약해요.",
    "how": "낱말을 누르면 옮기고, 강조하고, 뺄 수 있어요. 끌어서 옮겨도 돼요. 글 안에서는 Ctrl+↑, Ctrl+↓로 강조해요.",
    "earlier": "앞으로",
    "later": "뒤로",
    "lighter": "약하게",
    "heavier": "강하게",
    "strike": "빼기",
}
