"""The prompter that continues a panel's words with GPT-2."""

WORDS = {
    "ready": "{name:이/가} 낱말을 덧붙여요.",
    "works": "{name} 모델을 쓸 수 있어요: “{example}”",
    "not_installed": "GPT-2를 쓰려면 torch와 transformers가 필요해요. 프로젝트 요구 사항을 다시 설치해 주세요.",
    "not_here": "‘{name}’ 모델을 아직 내려받지 않았어요. 인터넷에 연결하고 ‘연결하기’에서 테스트를 한 번 누르거나 "
    "GPT-2 폴더를 적어 주세요.",
    "not_fetched": "‘{name}’ 모델을 내려받지 못했어요. 이름과 인터넷 연결을 확인하거나 "
    "‘연결하기’에 GPT-2 폴더를 적어 주세요.",
    "no_model_in": "‘{name}’에 GPT-2 모델이 없어요. "
    "‘연결하기’에 config.json과 model.safetensors가 든 폴더를 적어 주세요.",
    "unsafe_format": "‘{name}’의 모델은 여는 것만으로 코드가 실행될 수 있는 형식이에요. "
    "먼저 safetensors로 저장해 주세요.",
    "cannot_load": "‘{name}’의 GPT-2 모델을 불러오지 못했어요. 파일이 빠졌을 수 있어요.",
    "too_many_blocked": "막을 말이 너무 많아요.",
    "settings": "GPT-2 설정",
    "model": "모델",
    "model_help": "‘연결하기’에 GPT-2 폴더나 허브 이름을 적으면 여기에 나와요.",
    "blocked": "GPT-2가 쓰면 안 되는 말",
    "blocked_help": "쉼표로 나눠 적어요. 끝에 별표를 붙이면 뒤에 무엇이 와도 막아요.",
    "blocked_restore": "처음 목록으로 되돌리기",
}
