"""What the shipped presets are called, and what each is for."""

WORDS = {
    "classic": "클래식",
    "classic_about": "Necut이 처음 시작한 설정이에요. 애니메이션풍 그림 네 컷을 시드 하나로 그려요.",
    "ink": "잉크",
    "ink_about": "흰 종이에 검은 선만. 복사기로 뽑아 나누기 좋아요.",
    "screentone": "스크린톤",
    "screentone_about": "점으로 명암을 넣은 인쇄 만화 느낌이에요.",
    "watercolour": "수채화",
    "watercolour_about": "물감이 번지는 따뜻하고 잔잔한 이야기에 어울려요.",
    "pastel": "파스텔",
    "pastel_about": "보드랍고 밝은 색과 둥근 모양. 아이에게 들려주는 이야기에 어울려요.",
    "noir": "누아르",
    "noir_about": "전등 하나와 긴 그림자. 추리물이나, 작은 일을 심각하게 보이고 싶을 때 좋아요.",
}
