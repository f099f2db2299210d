"""The Comic page."""

WORDS = {
    "heading": "말풍선을 얹은 한 페이지",
    "invite": "아직 보여 줄 만화가 없어요. 한 문장이면 시작할 수 있어요.",
    "layout": "레이아웃",
    "show_title": "제목 보이기",
    "balloon": "말풍선 바꾸기",
    "kind": "말풍선 종류",
    "across": "가로 위치",
    "down": "세로 위치",
    "place_again": "자동으로 놓기",
}
