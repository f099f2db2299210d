"""Files to take away."""

WORDS = {
    "unknown_suffix": "‘{suffix}’ 형식으로는 저장할 수 없어요. 파일 이름을 이 중 하나로 끝내 주세요: {known}.",
    "too_long": "‘{format}’ 파일에는 한 변이 {longest}픽셀보다 긴 쪽을 담을 수 없어요(지금 {side}픽셀). PNG로 저장하거나 다른 레이아웃을 골라 주세요.",
    "transcript": "대본",
    "no_necut": "네컷 파일이 아니거나 망가졌어요. 다른 .necut 파일을 골라 주세요.",
}
