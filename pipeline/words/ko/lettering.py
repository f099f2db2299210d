"""Letters on the page."""

WORDS = {
    "crowded": "{panel}번째 컷은 글이 많아 말풍선 자리가 모자라요. 대사를 줄이거나 컷이 더 큰 레이아웃을 골라 보세요.",
    "tinted": "말풍선이 캐릭터 시트의 색을 따라요: {names}",
    "dropped": "{panel}번째 컷에서 글꼴에 없는 글자를 뺐어요: {letters}",
}
