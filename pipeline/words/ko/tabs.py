"""Two tabs on one comic."""

WORDS = {
    "changed": "다른 곳에서 만화가 바뀌어서 지금 모습으로 다시 보여 드려요.",
    "script_changed": "그사이 다른 곳에서 대본이 바뀌었어요. 지금 대본을 보고 다시 눌러 주세요.",
    "changed_here": "그사이 다른 곳에서 이 글이 바뀌었어요. 방금 적으신 글은 여기 있어요:",
    "take_mine": "내가 쓴 글로 바꾸기",
    "put_away": "치우기",
    "place_gone": "고치시던 곳이 다른 곳에서 바뀌어 이제 만화에 없어요. 방금 적으신 글: “{text}”",
}
