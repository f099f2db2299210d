"""Files and folders."""

WORDS = {
    "bad_name": "‘{name}’은(는) 이름으로 쓸 수 없어요. 빗금(/)이나 점으로 시작하지 않는 짧은 이름을 적어 주세요.",
    "cannot_write": "{path}에 저장하지 못했어요({reason}). 쓸 수 있는 다른 폴더를 골라 주세요.",
    "cannot_read": "{path:을/를} 읽지 못했어요({reason}). 파일이 있는지, 읽을 권한이 있는지 확인해 주세요.",
    "too_big": "{path:이/가} 너무 커요. {limit} KB보다 작은 파일만 읽을 수 있어요.",
}
