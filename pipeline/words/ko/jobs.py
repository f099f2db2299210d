"""Jobs."""

WORDS = {
    "story": "이야기를 쓰고 있어요…",
    "prompt": "프롬프트를 만들고 있어요…",
    "picture": "그림을 그리고 있어요…",
    "waiting": "앞에 {before}개의 작업이 있어요. 차례를 기다리는 중…",
    "cancel": "멈추기",
    "understood": "알겠어요",
    "stopped": "만들다가 멈췄어요. 끝난 것은 그대로 있어요.",
    "go_on": "이어서 만들기",
    "leave": "그대로 두기",
    "instead": "{member:으로/로} 하기",
    "loading": "{name:을/를} 읽는 중…",
    "loading_first": "{name} 모델을 처음 불러오는 중… 다음부터는 금방 시작해요.",
    "convert": "파일을 변환하는 중…",
    "converting": "{name:을/를} 따로 떨어진 프로세스에서 변환하는 중…",
    "seconds_left": "약 {count}초 남음",
    "minutes_left": "약 {count}분 남음",
}
