"""Servers: addresses, keys, deadlines."""

WORDS = {
    "bad_address": "‘{address}’은(는) 서버 주소가 아니에요. http://127.0.0.1:7860이나 "
    "https://api.openai.com/v1처럼 적어 주세요.",
    "forbidden_address": "‘{address}’ 주소는 컴퓨터 내부 서비스가 쓰는 곳이라 연결하지 않아요. "
    "이 컴퓨터의 서버라면 127.0.0.1로 적어 주세요.",
    "plain_http": "이대로면 키가 암호화되지 않은 채 ‘{address}’에 전달돼요. 주소를 https://로 적어 주세요.",
    "unknown_host": "‘{address}’ 서버를 찾지 못했어요. 주소를 잘 적었는지, 인터넷에 연결되어 있는지 확인해 주세요.",
    "unreachable": "{address}에서 응답이 없어요. 서버가 켜져 있는지, ‘연결하기’의 주소가 맞는지 확인해 주세요.",
    "late": "{address} 서버가 {seconds}초 안에 끝내지 못했어요. 다시 해 보거나 더 빠른 서버나 모델을 써 주세요.",
    "refused": "{address} 서버가 오류 {status:을/를} 보냈어요: {reason}",
    "redirect": "{address} 주소가 다른 주소로 넘어가요. 넘어간 주소를 ‘연결하기’에 적어 주세요.",
    "not_json": "{address}에서 응답은 오지만 네컷이 찾는 서버가 아니에요. 주소와 포트를 확인해 주세요.",
    "too_long": "{address} 서버가 너무 긴 답을 보냈어요.",
    "broken_picture": "{address} 서버가 보낸 그림을 읽을 수 없어요. 다시 해 주세요.",
    "flat_picture": "그림이 한 가지 색으로만 나와서 남기지 않았어요. "
    "샘플러나 VAE를 바꾸거나 CFG를 낮추면 나아질 수 있어요.",
    "no_key": "OpenAI를 쓰려면 키가 필요해요. ‘연결하기’에 넣거나 OPENAI_API_KEY를 지정해 주세요.",
    "wrong_key": "{address} 서버가 이 키를 받아 주지 않아요. ‘연결하기’에 올바른 키를 넣어 주세요.",
    "key_wanted": "{address} 서버를 쓰려면 키가 필요해요. ‘연결하기’에 넣어 주세요.",
    "not_openai": "{address}에서 응답은 오지만 OpenAI 호환 서버가 아니에요. 주소가 /v1로 끝나는 경우가 많아요.",
    "no_model": "{address} 서버에는 ‘{model}’ 모델이 없어요. 쓸 수 있는 모델: {known}.",
    "ok": "{address} 서버에 연결됐고, 모델 {count}개를 쓸 수 있어요.",
    "ok_unlisted": "{address} 서버에 연결됐어요. 모델 목록을 주지 않는 서버라 모델 이름은 확인하지 못했어요.",
}
