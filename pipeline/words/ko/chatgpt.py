"""The writer that asks a language model."""

WORDS = {
    "no_key": "ChatGPT를 쓰려면 키가 필요해요. ‘연결하기’에 넣거나 OPENAI_API_KEY를 지정해 주세요. "
    "오프라인 작가는 키 없이도 써요.",
    "ready": "{address} 서버의 {model} 모델이 이야기를 써요.",
    "no_model": "{address} 서버에는 ‘{model}’ 모델이 없어요. ‘연결하기’에서 다른 모델을 골라 주세요.",
    "no_credit": "{address} 계정의 사용 한도가 다 찼어요. 충전하거나 오프라인 작가에게 맡겨 주세요.",
    "busy": "{address} 서버가 지금 바빠요. 잠시 뒤에 다시 해 보거나 오프라인 작가에게 맡겨 주세요.",
    "busy_for": "{address} 서버가 {seconds}초 기다려 달라고 해요. 이야기 한 편에 쓸 수 있는 시간보다 길어요. "
    "그때 다시 하거나 오프라인 작가에게 맡겨 주세요.",
    "waiting": "{address} 서버가 바쁘대요. {seconds}초 기다리는 중…",
    "broken": "{address} 서버와의 연결이 도중에 끊겼어요. 다시 해 보거나 오프라인 작가에게 맡겨 주세요.",
    "gave_up": "{address} 서버가 도중에 그만두었어요: {reason}",
    "refused": "모델이 이 이야기는 쓰지 않겠다고 해요. 아이디어를 다르게 적거나 오프라인 작가에게 맡겨 주세요.",
    "cut_off": "이야기가 끝나기 전에 모델의 답이 끊겼어요. 다시 해 보거나 ‘연결하기’에서 다른 모델을 골라 주세요.",
    "bad_reply": "모델이 네 컷 이야기를 제대로 쓰지 못했어요({reason}). 다시 해 보거나 다른 모델을 골라 주세요.",
}
