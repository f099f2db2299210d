"""Artists."""

WORDS = {
    "sketch": "스케치",
    "diffusion": "Stable Diffusion (이 컴퓨터)",
    "webui": "Stable Diffusion WebUI",
    "openai": "OpenAI 호환 서버",
    "sketch_about": "모델 없이 말만 보고 바로 그려요.",
    "diffusion_about": "이 컴퓨터의 체크포인트로 그려요.",
    "webui_about": "켜져 있는 WebUI에 그림을 부탁해요.",
    "openai_about": "키 하나로 GPU 없이 그려요. 그림마다 값이 들 수 있어요.",
}
