"""Tuning: axes, grids, trials."""

WORDS = {
    "prompt_axis": "낱말 바꿔 보기",
    "open_value": "(자동)",
    "removed": "(빼기)",
    "too_many_values": "‘{text}’에서 나오는 값이 너무 많아요. 한 축에는 {most}개까지 둘 수 있어요.",
    "no_number": "‘{text}’ 값은 숫자도 범위도 아니에요. 7, 1-11 (+2), 0-1 [5]처럼 적어 주세요.",
    "wrong_step": "‘{text}’ 범위는 끝에 닿지 않아요. 간격의 방향을 확인해 주세요. 예: 1-11 (+2), 10-4 (-3)",
    "no_axis": "‘{text}’만으로는 축을 만들 수 없어요. ‘cfg_scale: 1-11 (+2)’처럼 바꿀 것과 값을 적어 주세요.",
    "nothing_to_find": "찾을 낱말을 먼저 적고, 그 자리에 넣을 낱말을 이어서 적어 주세요. 예: cat, dog, fox",
    "unknown_field": "‘{name}’ 항목은 없어요. 다음 가운데에서 골라 주세요: {known}",
    "bad_value": "{field}에 ‘{value}’ 값은 쓸 수 없어요. {takes:을/를} 적어 주세요.",
    "refused_value": "{field}: {error}",
    "twice": "‘{field}’ 항목이 두 축에 있어요. 한 축에만 두어 주세요.",
    "too_many_cells": "칸이 {count}개나 되면 견주어 볼 수 없어요. {most}개까지 만들 수 있으니 값을 줄여 주세요.",
    "impossible_cell": "함께 쓸 수 없는 값이에요({cell}). {error}",
    "not_obeyed": "{artist} 작가는 {field:을/를} 쓰지 않아서 그림이 모두 같아져요. 쓸 수 있는 항목: {known}",
    "not_found": "‘{text}’ 낱말이 프롬프트 어디에도 없어요. 프롬프트에 있는 낱말로 시작해 주세요. 예: {known}",
    "no_lora": "모델 폴더에 ‘{name}’ LoRA가 없어요. 있는 LoRA: {known}",
    "no_entry": "기록에 ‘{id}’ 그림이 더는 없어요.",
}
