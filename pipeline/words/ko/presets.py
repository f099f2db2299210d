"""Reading and keeping presets."""

WORDS = {
    "not_text": "{path:은/는} UTF-8 텍스트 파일이 아니에요. 일반 텍스트로 저장한 뒤 다시 해 주세요.",
    "not_yaml": (
        "{file} {line}번째 줄: 올바른 YAML이 아니에요. [ {{ & *로 시작하거나 ‘: ’ 또는 ‘ #’이 들어 있는 글은 "
        '따옴표로 감싸 주세요: key: "…"'
    ),
    "one_document": "{file} {line}번째 줄: 프리셋은 YAML 문서 하나예요. ---부터 그 아래를 지워 주세요.",
    "no_directives": "{file} {line}번째 줄: 프리셋에는 %로 시작하는 줄을 쓸 수 없어요. 그 줄을 지워 주세요.",
    "no_anchors": "{file} {line}번째 줄: 프리셋에는 &이름, *참조, !태그를 쓸 수 없어요. 값을 그대로 적어 주세요.",
    "too_deep": "{file} {line}번째 줄: 프리셋치고는 너무 깊이 겹쳐 있어요.",
    "duplicate_key": "{file} {line}번째 줄: ‘{field}’ 항목이 두 번 나와요. 하나만 남겨 주세요.",
    "not_a_mapping": "{file}에는 프리셋이 없어요. ‘steps: 30’처럼 한 줄에 하나씩 ‘항목: 값’을 적어 주세요.",
    "refused": "{file} {line}번째 줄({field}): {error}",
    "unknown_key": (
        "{file} {line}번째 줄: ‘{field}’ 항목은 없어요. 혹시 ‘{nearest}’인가요? 프리셋에 쓸 수 있는 항목: {known}."
    ),
    "missing_key": "{file} {line}번째 줄: ‘{field}’ 항목이 빠졌어요.",
    "wrong_value": "{file} {line}번째 줄: ‘{field}’ 항목에 ‘{value}’ 값은 쓸 수 없어요. {takes:을/를} 적어 주세요.",
    "takes_integer": "{low}부터 {high} 사이의 정수",
    "takes_number": "{low}부터 {high} 사이의 숫자",
    "takes_string": "따옴표로 감싼 {limit}자 이하의 글",
    "takes_loras": "이름과 가중치로 된 목록",
    "takes_cfg_interval": "[0.0, 0.8]처럼 0과 1 사이의 숫자 두 개",
    "is_there": "‘{name}’ 프리셋이 이미 있어요. 다른 이름을 골라 주세요.",
    "not_own": "‘{name}’ 프리셋은 네컷에 들어 있는 것이라 바꿀 수 없어요. 복제해서 내 이름으로 저장해 주세요.",
    "extends_no_name": "{file} {line}번째 줄: extends에는 프리셋 이름을 적어 주세요. 예를 들면 extends: classic이에요.",
    "no_base": "{file} {line}번째 줄: 바탕이 되는 ‘{name}’ 프리셋을 찾을 수 없어요. 쓸 수 있는 이름: {known}.",
    "circle": "{file} {line}번째 줄: ‘{name}’도 다시 이 프리셋을 바탕으로 삼고 있어요. 둘 중 하나에서 extends를 지워 주세요.",
    "seed_cannot_be_open": "{file}의 시드는 바탕 프리셋에서 와요. 시드를 따로 정하거나, 칸마다 새로 뽑으려면 seed: null로 적어 주세요.",
    "is_extended": "{others} 프리셋이 ‘{name}’ 프리셋을 바탕으로 삼고 있어요. 그쪽을 먼저 바꿔 주세요.",
    "import_unknown": "{file}: 프리셋은 {known} 파일에서 읽을 수 있어요.",
    "import_too_large": "{file} 파일이 {most} KB를 넘어요. 프리셋 파일이 맞는지 확인해 주세요.",
    "import_not_text": "{file:은/는} UTF-8 텍스트 파일이 아니에요. 일반 텍스트로 다시 저장해 주세요.",
    "import_not_json": "{file:은/는} 올바른 JSON이 아니에요. 만든 프로그램에서 다시 저장해 주세요.",
    "import_empty": "{file}에는 네컷이 아는 프리셋이나 스타일이 없어요.",
}
