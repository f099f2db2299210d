# ruff: noqa: E501  (a row of a table is one line)
"""What the idea's doing sounds like: what somebody says, a heading, and what a narrator tells.

Rows: doing | says | heading | tells. Blanks are those of `fill`; what a narrator tells follows the hero's name.
"""

from __future__ import annotations

KO = """
lose | {thing:을/를} 잃어버렸어 | {thing} 실종 | {thing:을/를} 잃어버렸다
find | {thing:을/를} 찾고 있어 | {thing} 찾기 | {thing:을/를} 찾아 나섰다
fear | {feared:이/가} 무서워 | {feared} 공포증 | {feared:이/가} 무섭다
late | 늦잠 잤어 | 늦잠 | 늦잠을 잤다
learn | {skill:을/를} 배우고 싶어 | {skill} 입문 | {skill:을/를} 배우기로 했다
exam | 오늘 시험인데 하나도 모르겠어 | 시험 | 시험을 앞두고 있다
trip | {place} 여행 왔어 | {place} 여행 | {place} 여행을 떠났다
love | 나 사랑에 빠진 것 같아 | 첫사랑 | 사랑에 빠졌다
hungry | 배고파서 쓰러지겠어 | 배고픔 | 배가 고프다
eat | {food} 먹고 싶어 | {food} 한 입 | {food:을/를} 먹고 싶다
drink | {drink} 마시고 싶어 | {drink} 한 잔 | {drink:을/를} 마시고 싶다
diet | 나 오늘부터 다이어트야 | 다이어트 | 다이어트를 시작했다
cook | {food} 만들어 볼래 | {food} 요리 | {food:을/를} 만들기로 했다
fight | 우리 싸웠어 | 다툼 | 크게 싸웠다
wait | 아까부터 기다리고 있어 | 기다림 | 하염없이 기다린다
buy | {thing} 새로 샀어 | 새 {thing} | {thing:을/를} 새로 샀다
birthday | 오늘 내 생일이야 | 생일 | 생일을 맞았다
give | {thing:을/를} 주고 싶어 | {thing} 선물 | {thing:을/를} 주고 싶다
break | {thing:이/가} 망가졌어 | {thing} 고장 | {thing:을/를} 망가뜨렸다
sleep | 졸려 죽겠는데 잠이 안 와 | 잠 | 잠을 자고 싶다
work | 일이 너무 많아 | 업무 | 일을 하고 있다
clean | 청소 시작했어 | 청소 | 청소를 시작했다
bored | 너무 심심해 | 심심함 | 심심하다
lonely | 나 혼자 있는 거 싫어 | 외로움 | 혼자다
friend | 친구가 되고 싶어 | 우정 | 친구가 되고 싶다
sing | 나 노래할래 | 노래 | 노래를 부르고 싶다
dance | 나 춤출래 | 춤 | 춤을 추고 싶다
run | 나 달릴 거야 | 달리기 | 달리기를 시작했다
walk | 산책 나왔어 | 산책 | 산책을 나왔다
win | 나 오늘 꼭 이길 거야 | 승리 | 꼭 이기고 싶다
failing | 나 또 떨어졌어 | 실패 | 또 떨어졌다
hide | 나 비밀이 있어 | 비밀 | 비밀이 있다
read | 지금 읽는 중이야 | 독서 | 읽는 중이다
read_play | 한 판만 더 할게 | 게임 | 게임 중이다
fly | 나 날고 싶어 | 비행 | 하늘을 날고 싶다
magic | 나 마법 쓸 줄 알아 | 마법 | 마법을 쓴다
invade | 지구를 정복하러 왔어 | 지구 정복 | 지구를 정복하러 왔다
stolen | 누가 내 {thing:을/를} 훔쳐 갔어 | {thing} 도난 | {thing:을/를} 도둑맞았다
move_in | 나 이사 왔어 | 이사 | 이사를 왔다
sick | 나 아픈 것 같아 | 몸살 | 몸살이 났다
dirty_rain | 나 쫄딱 젖었어 | 물벼락 | 흠뻑 젖었다
hug | 한 번만 안아 줘 | 포옹 | 안기고 싶다
cry | 자꾸 눈물이 나 | 눈물 | 자꾸 눈물이 난다
jump | 높이 뛸 거야 | 점프 | 높이 뛰고 싶다
swim | 나 수영할 거야 | 수영 | 수영을 하고 싶다
exercise | 오늘부터 운동한다 | 운동 | 운동을 시작했다
draw | 그림 그리고 있어 | 그림 | 그림을 그린다
apologise | 미안하다고 말하고 싶어 | 사과 | 사과하고 싶다
grow | {thing:을/를} 키우고 있어 | {thing} 키우기 | {thing:을/를} 키운다
thing | 이거 내 {thing:이야/야} | {thing} | {thing:을/를} 아낀다
place | 드디어 {place}에 왔어 | {place} | {place}에 왔다
noise | 윗집이 또 쿵쿵거려 | 층간 소음 | 시끄러워서 잠을 못 잔다
delivery | 배달이 아직도 안 와 | 배달 | 배달을 기다린다
tech | 인터넷이 끊겼어 | 인터넷 | 인터넷이 끊겼다
password | 비밀번호가 생각 안 나 | 비밀번호 | 비밀번호를 잊어버렸다
haircut | 머리 자르러 왔어 | 머리 | 머리를 자르러 갔다
lottery | 나 당첨된 것 같아 | 당첨 | 당첨을 꿈꾼다
money | 오늘 월급날이야 | 월급 | 월급날을 맞았다
relatives | 친척들이 다 모였어 | 명절 | 친척들을 만났다
army | 나 휴가 나왔어 | 군대 | 군대에서 휴가를 나왔다
texted | 문자가 왔어 | 문자 | 문자를 받았다
pet | 여긴 내 자리야 | 내 자리 | 따뜻한 자리를 찾았다
proverb | 옛말 틀린 거 하나 없대 | 옛말 | 옛말을 믿는다
monday | 월요일이 또 왔어 | 월요일 | 출근하기 싫다
procrastinate | 이따가 할게 | 할 일 | 할 일을 미룬다
history | 내가 돌아왔어 | 역사 | 긴 잠에서 깨어났다
timetravel | 나 미래에서 왔어 | 시간 여행 | 시간을 건너왔다
fan | 오늘은 우리 팀이 이길 거야 | 우리 팀 | 우리 팀을 응원한다
gym | 나 헬스장 끊었어 | 헬스장 | 헬스장에 등록했다
resign | 나 그만둘 거야 | 퇴사 | 회사를 그만두기로 했다
hurting | 오늘은 조금 힘들어 | 힘든 날 | 조금 힘들다
none | 오늘도 바쁘네 | 하루 | 오늘도 바쁘다
"""

EN = """
lose | I lost my {thing} | the missing {thing} | lost {a thing}
find | I'm looking for {a thing} | the hunt for the {thing} | went looking for {a thing}
fear | I'm scared of {the feared} | fear of {the feared} | is scared of {the feared}
late | I overslept | the alarm nobody heard | overslept
learn | I want to learn {skill} | {skill} for beginners | wants to learn {skill}
exam | the exam is today and I know nothing | exam day | has an exam today
trip | I'm on vacation | a trip to {the place} | went on a trip to {the place}
love | I think I'm in love | a small crush | fell in love
hungry | I could eat a table | hunger | is hungry
eat | I need {food} | one more bite | wants {food}
drink | I need {drink} | one more sip | wants {drink}
diet | my diet starts today | the diet | is on a diet
cook | I'm going to make {food} | {food} from scratch | decided to make {food}
fight | we're not speaking | the feud | got into a fight
wait | I've been waiting for ages | the wait | is waiting
buy | I bought {a thing} | the new {thing} | bought {a thing}
birthday | it's my birthday | the birthday | turned one year older
give | I want to give you my {thing} | the gift | wants to give away {a thing}
break | I broke the {thing} | the broken {thing} | broke the {thing}
sleep | I can't sleep | the nap | needs a nap
work | I have a deadline | the job | is at work
clean | I'm cleaning today | spring cleaning | started cleaning
bored | I'm so bored | nothing to do | is bored
lonely | nobody ever comes by | table for one | is all alone
friend | I need a friend | friendship | wants a friend
sing | I'm going to sing | the song | wants to sing
dance | I was born to dance | the dance | wants to dance
run | I'm going for a run | the race | started running
walk | I'm just out for a walk | the walk | went for a walk
win | I'm winning today | the big win | has to win
failing | I failed again | attempt number nine | failed again
hide | I have a secret | the secret | has a secret
read | I'm in the middle of a chapter | the last chapter | is reading
read_play | just one more level | one more level | is on level nine
fly | I want to fly | flying lessons | wants to fly
magic | I know a spell | the spell | knows one spell
invade | I've come to conquer Earth | the invasion | came to conquer Earth
stolen | somebody stole my {thing} | the case of the {thing} | was robbed of {a thing}
move_in | I just moved in | the new neighbor | moved in
sick | I think I'm sick | a day in bed | caught a cold
dirty_rain | I'm soaked | the drenching | got soaked
hug | I need a hug | the hug | wants a hug
cry | I'm not crying | the cry | cannot stop crying
jump | I'm going to jump so high | the jump | wants to jump
swim | I'm going swimming | the swim | wants to swim
exercise | I work out now | leg day | works out now
draw | I'm drawing | the masterpiece | is drawing
apologise | I came to say sorry | the apology | wants to apologize
grow | I'm growing {a thing} | the gardener | grows {a thing}
thing | this is my {thing} | the {thing} | has {a thing}
place | I made it to {the place} | a day at {the place} | came to {the place}
noise | upstairs is at it again | the noise | cannot sleep for the noise
delivery | my food still isn't here | the delivery | is waiting for the delivery
tech | the internet is down | the internet | is offline
password | I forgot my password | the password | forgot the password
haircut | I'm getting a haircut | the haircut | went for a haircut
lottery | I think I won | the jackpot | dreams of the jackpot
money | it's payday | the paycheck | got paid
relatives | the whole family is here | the family dinner | is meeting the family
army | I'm home on leave | the army | came home from the army
texted | I got a text | the text | got a text
pet | this is my seat | the warm seat | found a warm seat
proverb | they always say so | the old saying | believes in old sayings
monday | it's Monday again | Monday | does not want to go to work
procrastinate | I'll do it later | the to-do list | is putting it off
history | I have returned | history | woke up from a long sleep
timetravel | I come from the future | time travel | came from another time
fan | this is our year | the big game | is cheering for the team
gym | I joined a gym | the gym | joined a gym
resign | I'm quitting | the two weeks' notice | wants to quit
hurting | today is a hard day | a hard day | is having a hard day
none | it's been a long day | the day | is busy again
"""

_TABLES = {"ko": KO, "en": EN}


def phrases(doing: str, language: str) -> tuple[str, str, str]:
    """What is said, the heading and what is told, for a doing; those of "none" for an unknown one."""
    rows = [tuple(cell.strip() for cell in line.split("|")) for line in _TABLES[language].strip().splitlines()]
    table = {row[0]: row[1:] for row in rows}
    return table.get(doing, table["none"])  # type: ignore[return-value]
