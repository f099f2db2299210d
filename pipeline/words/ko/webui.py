"""The artist that paints through a Stable Diffusion WebUI."""

WORDS = {
    "ready": "{address}에서 서버가 기다리고 있어요.",
    "ok": "{address}의 WebUI에 연결됐어요. 체크포인트 {count}개 중 {checkpoint:을/를} 쓰고 있어요.",
    "absent": "{address}에서 Stable Diffusion WebUI가 응답하지 않아요. "
    "--api를 붙여 켜거나 ‘연결하기’에 주소를 적어 주세요.",
    "no_api": "{address} 서버에 그림 API가 없어요. WebUI를 --api를 붙여 다시 켜 주세요.",
    "locked": "{address}의 WebUI가 로그인을 요구해요. 이 컴퓨터나 믿을 수 있는 네트워크에서 --api-auth 없이 켜 주세요.",
    "lost": "{panel}번째 컷을 그리던 중에 {address}의 WebUI와 연결이 끊겼어요. 다 그린 그림은 남아 있으니 "
    "WebUI를 다시 켜고 나머지를 이어서 그려 주세요.",
    "out_of_memory": "{width}×{height} 크기로 그리기에는 WebUI의 그래픽 카드 메모리가 모자라요. 크기를 줄여 주세요.",
    "no_picture": "{address}의 WebUI가 그림 없이 끝났어요. WebUI 창에서 이유를 확인해 주세요.",
    "no_checkpoint": "{address}의 WebUI에 ‘{name}’ 체크포인트가 없어요. 쓸 수 있는 것: {known}.",
    "no_sampler": "WebUI에 ‘{name}’ 샘플러가 없어요. 쓸 수 있는 것: {known}.",
    "no_schedule": "WebUI에 ‘{name}’ 스케줄이 없어요. 쓸 수 있는 것: {known}.",
    "no_pair": "이 WebUI는 오래된 버전이라 {sampler}에 {schedule_type} 스케줄을 쓸 수 없어요. "
    "다른 스케줄을 고르거나 WebUI를 업데이트해 주세요.",
    "other_checkpoint": "프리셋에는 {asked:이라/라}고 되어 있지만 WebUI가 {used:으로/로} 그렸어요.",
    "no_lora": "WebUI에 ‘{name}’ LoRA가 없어서 빼고 그렸어요.",
    "no_embedding": "WebUI에 ‘{name}’ 임베딩이 없어서 보통 낱말로 읽었어요.",
    "embedding_skipped": "‘{name}’ 임베딩은 다른 종류의 체크포인트용이라 이 체크포인트에는 쓸 수 없어요.",
}
