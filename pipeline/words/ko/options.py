"""What the arguments and options of commands are for; `COMMAND_NAME` where one differs."""

WORDS = {
    "preset": "프리셋 이름이나 .yaml 파일.",
    "prompt": "그릴 것을 A1111 프롬프트 문법으로. 적힌 그대로 읽어요.",
    "render_output": "저장할 그림: .png(레시피가 통째로 들어가요), .jpg, .jpeg, .webp.",
    "checkpoint": "그릴 체크포인트: 모델 폴더에 있는 이름, .safetensors 파일, diffusers 폴더, 허브 이름.",
    "seed": "시드(정수). 없으면 프리셋의 시드를 쓰거나 새로 뽑아요.",
    "home": "Necut 자료를 둘 폴더. NECUT_HOME보다 먼저예요.",
    "lang": "출력할 말: ko 또는 en.",
    "explain_prompt": "뜯어볼 프롬프트.",
    "steps": "그림을 몇 스텝으로 그릴지. [a:b:0.5]는 그 절반에서 바뀌어요.",
    "as_json": "사람이 읽는 글 대신 프로그램이 읽는 JSON으로 출력해요.",
    "picture": "Necut, WebUI, ComfyUI, InvokeAI 등에서 만든 PNG, JPEG, WebP.",
    "convert": "옛 형식(.ckpt, .pt, .bin) 체크포인트를 따로 떨어진 프로세스에서 먼저 .safetensors로 변환해요. 옛 파일은 그대로 둬요.",
}
