"""What a prompt holds that the user should know of."""

WORDS = {
    "chunks": "{size}토큰 묶음: {count}개",
    "tag": "‘{text}’ 태그는 네컷이 불러올 수 있는 LoRA가 아니라서 프롬프트에서 뺐어요.",
    "tag_arguments": "‘{text}’ 태그에서는 이름과 가중치 두 개만 써요. 나머지는 여기서 쓰지 않는 값이에요.",
    "negative_lora": "LoRA ‘{text}’ 태그가 네거티브 프롬프트에 있어서 아무 효과가 없어요. 프롬프트로 옮겨 주세요.",
    "whole_weight": "프롬프트 끝의 숫자({text})는 프롬프트 전체의 가중치가 돼요. 가중치를 줄 말만 괄호로 묶어 주세요.",
    "literal": "[ ] 밖에 ‘|’가 있어서 단계별 지시로 읽지 못하고 적힌 그대로 보내요: {text}",
    "unclosed": "‘{text}’ 부분의 괄호가 닫히지 않아서 그 뒤가 모두 괄호 안으로 읽혀요.",
    "unclosed_sent": "‘{text}’ 부분의 괄호가 닫히지 않아서 적힌 그대로 보내요.",
    "unopened": "‘{text}’ 부분의 괄호는 여는 짝이 없어서 적힌 그대로 보내요.",
    "choice": "‘{text}’ 부분은 낱말 고르기라서 여기서는 쓸 수 없어요. 이 부분을 빼고 보냈어요.",
    "wildcard": "‘{text}’ 와일드카드는 채워지지 않았어요. 이 부분을 빼고 보냈어요.",
    "comfy_embedding": "‘{text}’ 표기는 ComfyUI에서 임베딩을 부르는 법이에요. 임베딩 이름만 읽었어요.",
    "compel": "‘{text}’ 부분은 InvokeAI식 가중치라서 기호를 빼고 보냈어요. (낱말:1.2)처럼 적어 주세요.",
    "curly": "‘{text}’ 부분은 NovelAI식 가중치라서 중괄호를 빼고 보냈어요. (낱말:1.05)처럼 적어 주세요.",
}
