"""Choices and wildcards: words of a prompt that a seed draws."""

WORDS = {
    "missing": "‘{name}’ 목록이 없어요. 있는 목록에서 고르거나 그 이름으로 새로 만들어 주세요.",
    "unreadable": "‘{text}’ 부분을 읽을 수 없어요. {{red|blue}}처럼 써 주세요.",
    "endless": "‘{text}’ 부분은 목록끼리 서로를 불러서 끝나지 않아요. 빼고 보냈어요.",
    "bad_name": "‘{name}’ 이름은 쓸 수 없어요. 글자, 숫자, 하이픈, 밑줄 하나만 쓸 수 있어요.",
    "too_long": "‘{name}’ 목록이 너무 길어요. 파일 하나에 256KB까지 담을 수 있어요.",
    "heading": "와일드카드",
    "about": "{{red|blue}} 부분은 둘 가운데 하나가 되고 `__{name}__`처럼 쓰면 그 목록의 한 줄이 돼요. 스타일과 네거티브 프롬프트에서도 그래요. 컷의 시드가 고르고, 무엇이 뽑혔는지 그림에 함께 남아요.",
    "choose": "목록",
    "new": "새 목록",
    "name": "목록 이름",
    "lines": "한 줄에 하나씩",
    "save": "목록 저장",
    "saved": "저장했어요. 프롬프트에 __{name}__라고 쓰면 돼요.",
    "shipped": "네컷에 들어 있는 목록이에요. 저장하면 내 목록이 따로 생기고 그 목록을 먼저 써요.",
    "drawn": "뽑힌 말: {choices}",
    "drawn_later": "그림을 그릴 때 뽑는 시드가 골라요. 예: {choices}",
}
