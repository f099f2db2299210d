"""Hints beside a prompt: why, and what one click does."""

WORDS = {
    "korean": "체크포인트는 영어를 읽어요. ‘{korean}’ 대신 ‘{english}’라고 써 보세요.",
    "korean_do": "영어로 바꾸기",
    "twice": "‘{text}’ 말이 두 번 나와요. 한 번이면 충분하고, 강조는 괄호로 해요.",
    "twice_do": "하나만 남기기",
    "behind": "토큰 {size}개를 넘으면 힘이 약해져요. 지금 {count}개가 그 뒤에 있어요. GPT-2가 붙인 말부터 빼면 돼요.",
    "behind_do": "{less}개 빼기",
    "short": "문장보다 짧은 말이 잘 통해요: ‘{text}’ → ‘{short}’",
    "short_do": "짧게 바꾸기",
    "vague": "말이 너무 적으면 그림이 제멋대로 나와요. 이런 말이 어울려요: {words}",
    "vague_do": "넣기",
    "prose": "이 체크포인트는 태그보다 문장으로 배웠어요.",
    "prose_do": "문장으로 바꾸기",
    "tags": "이 체크포인트는 쉼표로 나눈 짧은 태그로 배웠어요.",
    "tags_do": "태그로 되돌리기",
    "negative": "네거티브 프롬프트가 없으면 그림이 쉽게 망가져요. ‘classic’에 오래 써 온 것이 있어요.",
    "negative_do": "classic의 네거티브 프롬프트 쓰기",
    "settings": "샘플러, 스텝, CFG도 그림을 좋게 해요. classic은 DPM++ 2M Karras, {steps}스텝, CFG {cfg} 설정이에요.",
    "settings_do": "이 설정 쓰기",
    "order": "그림이 마음에 안 드나요? 같은 말도 순서를 바꾸면 다른 그림이 나와요.",
    "order_do": "순서 바꾸기",
}
