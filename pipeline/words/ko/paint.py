"""Painting a sketched panel with the model that ships with Necut."""

WORDS = {
    "offer": "{name:으로/로} 그려 보기",
    "offer_first": "{name:으로/로} 그려 보기 (첫 버전)",
    "help": "같은 프롬프트와 프리셋을 이 컴퓨터에서 Stable Diffusion으로 그려요. 스케치도 그대로 남아 있어요.",
    "first_version": "{name:은/는} 아직 첫 버전이라, 프롬프트에 쓴 것의 {percent}%만 그림에 나타나요.",
}
