"""Samplers and schedule types."""

WORDS = {
    "unknown": "‘{name}’ 샘플러는 없어요. 혹시 ‘{nearest}’인가요? 고를 수 있는 것: {known}.",
    "unknown_schedule": "‘{name}’ 스케줄은 없어요. 혹시 ‘{nearest}’인가요? 고를 수 있는 것: {known}.",
    "impossible_pair": (
        "‘{sampler}’ 샘플러는 {schedule_type} 스케줄을 쓸 수 없어요. 가장 가까운 조합은 ‘{sampler}’ + {default}, "
        "또는 ‘{kin}’ + {schedule_type:이에요/예요}."
    ),
    "own_schedule_only": (
        "‘{sampler}’ 샘플러는 {schedule_type} 스케줄을 쓸 수 없어요. "
        "가장 가까운 조합은 ‘{sampler}’ + {default:이에요/예요}."
    ),
}
