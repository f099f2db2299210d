"""The fields of a preset."""

WORDS = {
    "style": "화풍 (영어 낱말)",
    "negative_prompt": "네거티브 프롬프트",
    "sampler": "샘플러",
    "schedule_type": "스케줄",
    "steps": "스텝",
    "cfg_scale": "CFG",
    "seed": "시드",
    "width": "너비",
    "height": "높이",
    "checkpoint": "체크포인트",
    "artist": "그림 작가",
    "loras": "LoRA",
    "clip_skip": "Clip skip",
    "vae": "VAE",
    "variation_seed": "변형 시드",
    "variation_strength": "변형 강도",
    "cfg_interval": "CFG 구간",
    "extends_about": "바탕이 되는 프리셋의 이름. 여기에 적지 않은 값은 그 프리셋에서 와요",
    "emphasis": "강조 방식",
}
