"""Settings inside pictures."""

WORDS = {
    "this_picture": "이 그림",
    "no_picture": "{file:은/는} 읽을 수 있는 그림이 아니에요. PNG, JPEG, WebP 파일을 골라 주세요.",
    "no_settings": "{file}에는 그림 설정이 없어요. 네컷, WebUI, ComfyUI, InvokeAI에서 저장한 그림에만 들어 있어요.",
    "left_out": "그림의 설정 가운데 프리셋에 담을 수 없는 것은 뺐어요: {names}.",
    "a_page": "{file:은/는} 말풍선을 얹은 페이지예요. 설정은 컷마다 그린 그림에 들어 있어요. 그 그림을 놓거나, 서재에서 .necut 파일을 열어 주세요.",
}
