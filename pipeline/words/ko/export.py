"""Files to take away."""

WORDS = {
    "unknown_suffix": "‘{suffix}’ 형식으로는 저장할 수 없어요. 파일 이름을 이 중 하나로 끝내 주세요: {known}.",
}
