"""The artist that paints with Stable Diffusion in this process."""

WORDS = {
    "ready": "{name:이/가} 그려요.",
    "not_installed": "그림을 그리려면 torch와 diffusers가 필요해요. 프로젝트 요구 사항을 다시 설치해 주세요.",
    "no_checkpoint": "그림을 그리려면 Stable Diffusion 체크포인트가 필요해요. .safetensors 파일이나 diffusers 폴더를 "
    "한 폴더에 넣고 ‘연결하기’(또는 NECUT_MODELS)에 그 폴더를 적어 주세요.",
    "unknown_checkpoint": "모델 폴더에 ‘{name}’ 체크포인트가 없어요. 찾은 것: {known}. 폴더는 ‘연결하기’에서 정해요.",
    "not_fetched": "‘{name}’ 체크포인트가 모델 폴더에 없고 허브에서도 내려받지 못했어요. "
    "이름과 인터넷 연결을 확인해 주세요.",
    "unsafe_format": "‘{name}’ 파일은 여는 것만으로 코드가 실행될 수 있는 형식이에요. "
    "같은 체크포인트의 .safetensors 파일을 써 주세요.",
    "no_painter": "‘{name}’ 파일은 글만으로 그리는 체크포인트가 아니에요. SD 1, SD 2, SDXL 체크포인트를 써 주세요.",
    "damaged": "‘{name}’ 파일이 망가졌거나 끝까지 내려받지 못했어요. 다시 내려받아 주세요.",
    "cannot_load": "‘{name}’ 체크포인트를 불러오지 못했어요: {reason}",
    "too_big": "‘{name}’ 체크포인트가 {device} 메모리에 다 들어가지 않아요. "
    "더 작은 체크포인트나 다른 장치를 써 주세요.",
    "no_device": "이 컴퓨터에서는 ‘{device}’ 장치로 그릴 수 없어요. ‘연결하기’에서 cuda, mps, cpu 중에 골라 주세요.",
    "device_works": "{device} 장치를 {precision:으로/로} 쓸 수 있어요.",
    "out_of_memory": "{width}×{height} 크기로 그리기에는 {device} 메모리가 모자라요. 크기를 줄여 주세요.",
    "not_finite": "그리는 도중 계산이 깨져서 그림이 나오지 않았어요. "
    "샘플러를 바꾸거나 CFG를 낮추거나 LoRA 없이 해 보세요.",
    "no_lora": "모델 폴더에 ‘{name}’ LoRA가 없어서 빼고 그렸어요.",
    "lora_unfit": "‘{name}’ LoRA가 이 체크포인트와 맞지 않아서 빼고 그렸어요.",
    "lora_unsafe": "‘{name}’ LoRA는 코드가 실행될 수 있는 형식이라 빼고 그렸어요.",
    "no_embedding": "모델 폴더에 ‘{name}’ 임베딩이 없어서 보통 낱말로 읽었어요.",
    "embedding_unfit": "‘{name}’ 임베딩이 이 체크포인트와 맞지 않아서 보통 낱말로 읽었어요.",
    "embedding_unsafe": "‘{name}’ 임베딩은 코드가 실행될 수 있는 형식이라 보통 낱말로 읽었어요.",
    "no_vae": "‘{name}’ VAE를 쓸 수 없어서 체크포인트에 든 것을 썼어요.",
    "another_file": "‘{name}’ 체크포인트가 처음 그릴 때 쓴 파일과 달라서 똑같은 그림이 나오지 않을 수 있어요.",
    "clip_skip_ignored": "{name:은/는} SDXL 체크포인트라서 clip skip이 아무 영향을 주지 않아요.",
    "too_large": "‘{name}’ 파일은 너무 커서 변환할 수 없어요.",
    "not_converted": "‘{name}’ 파일을 변환하지 못했어요. 망가졌거나 가중치가 아닌 것이 들어 있어요. .safetensors 파일을 찾아 써 주세요.",
}
