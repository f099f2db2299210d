"""Errors that belong to no room of their own."""

WORDS = {
    "cancelled": "작업을 멈췄어요. 이미 그린 그림은 그대로 있어요.",
    "unknown_member": "{name:이라는/라는} {family:은/는} 없어요. 고를 수 있는 것: {known}.",
    "unexpected": "예상하지 못한 문제가 생겼어요({kind}). 다시 해 보고, 또 그러면 로그와 함께 알려 주세요.",
}
