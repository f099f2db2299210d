"""The artist that asks an image server."""

WORDS = {
    "no_key": "그림을 맡기려면 OpenAI 키가 필요해요. ‘연결하기’에 넣거나 OPENAI_API_KEY를 지정해 주세요.",
    "ready": "{address}의 {model:이/가} 그려요.",
    "turned_down": "{address} 서버가 이 컷의 말이 규칙에 어긋난다며 그리지 않았어요: {reason} 프롬프트를 고쳐서 다시 해 보세요.",
    "no_credit": "{address} 서버의 남은 사용 한도가 없어요. 결제 정보를 확인하거나 다른 그림 작가를 골라 주세요.",
    "not_allowed": "이 키로는 {address} 서버의 {model:을/를} 쓸 수 없어요: {reason}",
    "no_model": "{address} 서버에는 그림을 그리는 ‘{model}’ 모델이 없어요. ‘연결하기’에서 그림 모델을 바꿔 주세요.",
    "busy": "{address} 서버가 지금 바빠요. 잠시 뒤에 다시 눌러 주세요. 값이 또 나가지 않도록 저절로 다시 보내지는 않아요.",
    "failed": "{address} 서버에서 오류 {status:이/가} 났어요: {reason} 값이 나갔을 수 있어서 저절로 다시 보내지 않았어요.",
    "late": "{address} 서버가 {seconds}초 안에 그림을 보내지 않았어요. 값이 나갔을 수 있어서 저절로 다시 보내지 않았어요.",
    "lost": "그림을 기다리다 {address} 서버와 연결이 끊겼어요. 값이 나갔을 수 있어서 저절로 다시 보내지 않았어요.",
    "bad_answer": "{address} 서버의 답을 읽을 수 없어요. 값이 나갔을 수 있어서 저절로 다시 보내지 않았어요.",
    "no_picture": "{address} 서버의 답에 그림이 없어요. 그림을 그리는 모델인지 ‘연결하기’에서 확인해 주세요.",
    "not_fetched": "{address} 서버가 그림은 그렸지만 받아 오지 못했어요: {error}",
    "rewritten": "서버가 말을 이렇게 고쳐서 그렸어요: {words}",
    "cost": "그림 {count}장을 {model}에 부탁해요. 값은 {cost:이에요/예요}(한 장에 {price}).",
    "unpriced": "그림 {count}장을 {model}에 부탁해요. 값은 서버가 정해요. ‘연결하기’에 한 장 값을 적어 두면 미리 보여 드려요.",
}
