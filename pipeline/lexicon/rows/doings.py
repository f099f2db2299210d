# ruff: noqa: E501  (a row of a table is one line)
"""What happens in a story: doings, and how somebody feels.

DOINGS: id | Korean stems (a word that starts so is a form of it) | English words | pose (visual words), or nothing
FEELINGS: id | Korean stems | English words | expression (visual words) | emoji
COLOURS: colour | Korean stems
"""

DOINGS = """
lose | 잃어버,잃은,잃고,분실,사라진,사라졌,사라져,없어진,없어졌,두고 온,두고 내,깜빡하고 | lost,lose,loses,losing,missing,misplaced,misplaces,vanished,disappeared,forgot | searching
find | 찾은,찾아,찾는,찾고,찾으,발견,주운,주웠,줍는 | found,find,finds,finding,discover,discovers,discovered,searching,search,looking for | searching
fear | 무서워,무서운,무섭,겁 많은,겁이 많,겁쟁이,두려,공포증 | afraid,fears,fear,feared,scared of,terrified,frightened,phobia | 
late | 늦잠,지각,늦은,늦었,늦어 | overslept,oversleep,oversleeps,late,sleeps in,tardy,slept in | 
learn | 배우,배워,배운,연습,훈련 | learn,learns,learning,learned,practice,practices,practicing,train,training,study how | 
exam | 시험 보,시험을 보,시험 치,벼락치기,공부하,공부를,시험공부,시험 날,시험날,수능,중간고사,기말고사 | cram,cramming,studying,study,studies,exam day | 
trip | 여행,나들이,놀러,모험,피서,휴가,바캉스 | trip,travel,travels,journey,vacation,holiday,adventure,road trip,travelling,traveling,visits,visit | walking
love | 사랑,짝사랑,반한,반했,고백,첫사랑,데이트,소개팅,설레 | love,loves,crush,in love,falls in love,date,dates,dating,online dating,blind date,Tinder,confess,confesses,confession,valentine,romance,marry | 
hungry | 배고픈,배고파,배가 고,굶,먹고 싶 | hungry,starving,craving,hangry | 
eat | 먹는,먹은,먹어,먹고,먹을,먹다,먹방,야식,훔쳐 먹,뺏어 먹 | eat,eats,eating,ate,devours,swallowed | 
drink | 마시,마신,마셔 | drink,drinks,drinking,drank,sips | 
diet | 다이어트,살 빼,살을 빼,단식 | diet,dieting,lose weight,on a diet | 
cook | 요리,끓이,끓여,끓인,굽는,구운,구워,볶,만드는 법,베이킹 | cook,cooks,cooking,cooked,bake,bakes,baking,boil,boils,fry,grill | cooking
fight | 싸우,싸운,싸움,다투,다툰,말다툼,대결,라이벌,결투 | fight,fights,fighting,argue,argues,arguing,quarrel,duel,rival,versus,battle,feud | 
wait | 기다리,기다린,기다려,줄 서 | wait,waits,waiting,waited,queue,bus is late,train is late,plane is late,flight is late,delivery is late,package is late,pizza is late | standing
buy | 산 지,새로 산,샀,사는 날,쇼핑,구매,사러,사고 싶 | buy,buys,bought,buying,shopping,purchased,on sale | 
birthday | 생일,파티,기념일,잔치 | birthday,party,anniversary,celebration | 
give | 선물하,선물한,나눠,건네,빌려,주고 싶,준 날 | give,gives,giving,gave,share,shares,lend,lends,donates | giving
break | 부서,부순,깨진,깨뜨,깨트,깼다,깼어,깼는,망가,고장,부러 | break,breaks,broke,broken,breaking,cracked,smashed,out of order | 
sleep | 자는,잠자,잠든,잠을,잠이,낮잠,불면,잔 날,졸린,졸고,조는,꿈을 꾸,꿈꾸 | sleep,sleeps,sleeping,asleep,nap,naps,napping,insomnia,can't sleep,sleepless,dream,dreams,dreaming | sleeping
work | 일하,일을 하,출근하,퇴근하,야근하,알바,아르바이트,프로젝트,발표 | work,works,working,overtime,deadline,presentation,first day,shift,promotion,stays late at work,late shift | 
clean | 청소,치우,빨래,설거지,정리 | clean,cleans,cleaning,tidy,laundry,dishes,chores,washing | 
bored | 심심,지루,할 일 없,할일 없 | bored,boring,nothing to do | 
lonely | 외로,혼자,쓸쓸,친구가 없,친구 없 | lonely,alone,no friends,by himself,by herself,loneliness | 
friend | 친구가 되,친구 되,친해,우정,단짝이 | befriend,befriends,friendship,make friends,makes friends,best friends | 
sing | 노래,합창,부르는 | sing,sings,singing,sang,choir,song | singing
dance | 춤을,춤추,춤춘,춤이,댄스,발레 | dance,dances,dancing,danced,ballet | dancing
run | 달리,뛰는,뛰어,마라톤,경주,조깅 | run,runs,running,ran,race,races,racing,marathon,jog,jogging,chasing,chases,chase | running
walk | 산책,걷는,걸어,걷고 | walk,walks,walking,stroll,strolls,strolling,hike,hiking | walking
win | 이기,이긴,우승,일등,1등,금메달 | win,wins,winning,won,champion,victory | 
failing | 진 날,졌다,꼴찌,실패,떨어진,떨어졌,탈락,빵점,0점 | fail,fails,failed,loser,last place,rejected,flunk,flunked,losing streak | 
hide | 숨은,숨어,숨긴,숨기,숨바꼭질,비밀,몰래 | hide,hides,hiding,hidden,hid,secret,secretly,hide and seek | hiding
read | 읽는,읽은,읽고,읽어,독서 | read,reads,reading | reading
read_play | 게임,오락 | game,games,gaming,video game | sitting
fly | 날고 싶,날아,나는 법,하늘을 나는,비행하,날리 | fly,flies,flying,flew | jumping
magic | 마법,주문을,변신,소원,마술 | magic,spell,wish,wishes,transform,transforms,curse,cursed,enchanted | 
invade | 침공,정복,지구에 온,지구에 왔,지구 정복,착륙 | invade,invades,invading,conquer,conquers,visits earth,lands on,invasion,landed | 
stolen | 훔친,훔쳐,훔치,도난,범인,사건,누가 먹 | steal,steals,stole,stolen,theft,culprit,crime,mystery,clue,robbery,suspect | 
move_in | 이사,이웃,옆집,이사 온,이사 간,새집 | neighbor,neighbour,next door,move in,moves in,moving,moved in,new house | 
sick | 아픈,아파,감기,독감,열이 나,배탈,감기에 | sick,ill,cold,flu,fever,stomachache,sneezing,sneezes | lying down
dirty_rain | 젖은,젖어,흠뻑 | wet,soaked,drenched | 
hug | 안아,포옹,껴안 | hug,hugs,hugging | hugging
cry | 우는,울고,울어,울었,펑펑 | cry,cries,crying,cried,weeping,sobbing | crying
jump | 점프,줄넘기 | jump,jumps,jumping,jumped,leaps | jumping
swim | 수영,헤엄 | swim,swims,swimming,surf,surfing | jumping
exercise | 운동하,운동을,헬스,요가,근육,축구,야구,농구 | exercise,exercises,workout,yoga,lifting,push-ups | jumping
draw | 그리는,그린,그려,그림을 | draw,draws,drawing,painting,sketch | 
apologise | 사과하,사과해,미안,화해,용서 | apologize,apologizes,sorry,apology,forgive,forgives | bowing
grow | 키우,기르,심은,심어,자라 | grow,grows,growing,plant,plants,planting,planted,raises | 
noise | 층간소음,층간 소음,윗집,아랫집,위층,아래층,시끄러,소음 | upstairs neighbor,upstairs neighbors,upstairs,downstairs neighbor,noisy,noise,stomping,loud neighbor,loud neighbors | 
delivery | 배달,시켰,시킨,주문한,주문했,주문하 | delivery,food delivery,takeout,delivered,pizza guy,order in,ordered | 
tech | 와이파이,인터넷,먹통,버퍼링,방전,블루스크린,렉이 | wifi,wi-fi,internet,crashed,crashes,buffering,blue screen,offline,no signal | 
password | 비밀번호,비번,로그인,인증번호,공인인증 | password,passwords,login,log in,captcha | 
haircut | 미용실,이발,머리를 자,머리 자,파마,앞머리,염색 | haircut,hair salon,salon,barber,barbershop,bangs,hairdresser,perm | sitting
lottery | 로또,당첨,복권 | lottery,jackpot,lotto,winning ticket,lottery ticket | 
money | 월급,텅장,카드값,월세 | payday,paycheck,salary,rent is due | 
relatives | 친척,명절,추석,설날,잔소리,세배,차례상 | relatives,Thanksgiving,in-laws,family dinner,family reunion,nagging,holiday dinner | 
army | 군대,입대,제대,훈련소,전역,군인,예비군,이등병,병장 | army,boot camp,military,barracks,drill sergeant,basic training | 
texted | 카톡,답장,읽씹,안읽씹,단톡,디엠,문자가,문자를 | texted,texts,texting,group chat,left on read,DM,DMs,ghosted,reply all | 
pet | 키보드,집사,츄르,캣타워,꾹꾹이,위에 앉,밀어 떨,물어뜯 | keyboard,knocked,knocks,litter box,zoomies,chewed,chewed up | 
proverb | 속담,가는 날이 장날,원숭이도 나무에서,소 잃고 외양간,티끌 모아,낮말은 새가,등잔 밑,세 살 버릇,호랑이도 제 말,백지장도,발 없는 말,콩 심은 데,고생 끝에,시작이 반,빈 수레,공든 탑,돌다리도,우물 안 개구리,하룻강아지,꿩 먹고,배보다 배꼽 | proverb,early bird,too many cooks,watched pot,life gives you,curiosity killed,all that glitters,better late than,practice makes perfect,grass is greener,two birds,old dog new,elephant in the | 
monday | 월요일,월욜,월요병,출근하기 싫,회사 가기 싫,학교 가기 싫 | Monday,Mondays,Monday morning,back to work | 
procrastinate | 미루,미룬,미뤄,귀찮,게으,딴짓 | procrastination,procrastinate,procrastinates,procrastinating,lazy,slacking,pretending to work,avoiding work | 
history | 세종대왕,이순신,광개토대왕,신사임당,나폴레옹,클레오파트라,셰익스피어,아인슈타인,베토벤,모차르트,다빈치,소크라테스,조선시대,고려시대,삼국시대,원시인,단군,제갈공명,율곡,퇴계 | Napoleon,Cleopatra,Shakespeare,Einstein,Julius Caesar,Caesar,Beethoven,Mozart,Socrates,Da Vinci,Abraham Lincoln,George Washington,Marie Antoinette,Genghis Khan,caveman,pharaoh | 
timetravel | 시간여행,시간 여행,타임머신,미래에서,과거로,타임슬립 | time travel,time traveler,time traveller,time machine,from the future,back in time | 
fan | 직관,응원하,응원하던,구단,역전패,역전승,우리 팀이 ,우리 팀을 ,월드컵,한국시리즈 | fan,fans,own goal,playoffs,World Cup,home team,penalty shootout,season finale | cheering
gym | 헬스장,피티,회원권,필라테스 | gym,gym membership,spin class,personal trainer,crossfit,leg day | 
resign | 퇴사,사표,사직서,그만두,퇴직 | resign,resigns,resignation,quit,quits,quitting,quit my job | 
hurting | 죽고 싶,살기 싫,자살,우울증,번아웃,무기력,공황 | depression,suicidal,kill myself,want to die,hopeless,worthless,burned out,burnout,panic attack,end it all,hate my life,self harm | 
ad | 광고,홍보,신제품,출시,CF | ad,advert,advertisement,commercial,ad for,promo,product,brand,launch | 
sad | 돌아가셨,돌아가신,죽은,죽었,세상을 떠,별이 되,무지개다리,장례,하늘나라,하늘로 떠,곁을 떠,마지막 인사,영정,기일,그리운,그리워,이별,헤어진,헤어졌,떠나보,보고 싶은 | died,dies,death,dead,funeral,passed away,grief,mourning,miss my,misses her late,misses his late,goodbye,broke up,breakup,cancer,grieving,late grandmother,late grandma,late grandfather,late grandpa,late mother,late father,late wife,late husband,late brother,late sister,late friend,late dog,late cat | 
recipe | 큰술,작은술,레시피,재료,육수,중불,약불,강불,간장,다진 | recipe,tbsp,tablespoon,teaspoon,tsp,simmer,ingredients,preheat,cups of,stir in,chopped,diced | 
orders | 무시하고,지시를 무시,시스템 프롬프트,프롬프트를,이전 지시,명령을 무시,너는 이제 | ignore previous,ignore all,ignore the above,system prompt,disregard,you are now,instructions,jailbreak | 
"""

FEELINGS = """
happy | 행복,기쁜,기뻐,즐거,신난,신나,기분 좋,기분이 좋,웃는,웃고,미소 | happy,glad,joyful,cheerful,delighted,smiling,smiles,merry | happy | 😀😊😄🙂
laughing | 깔깔,웃긴,폭소,배꼽 | laughing,laughs,laugh,hilarious | laughing | 😂🤣
sad | 슬픈,슬퍼,우울,속상,시무룩,눈물 | sad,unhappy,gloomy,blue,depressed,upset,heartbroken,tearful | sad | 😢😭☹️😞
angry | 화난,화가 난,화나,화를,짜증,분노,삐진,삐친,열받 | angry,mad,furious,grumpy,annoyed,cranky | angry | 😠😡🤬
surprised | 놀란,놀라,깜짝 | surprised,shocked,startled,astonished | surprised | 😮😲😱
scared | 겁먹,겁에,무서워,오싹,덜덜 | scared,afraid,terrified,frightened,spooked | scared | 😨😰
sleepy | 졸린,졸려,피곤,나른,지친 | sleepy,tired,exhausted,drowsy | sleepy | 😴🥱😪
embarrassed | 부끄러,창피,수줍,쑥스러,민망 | embarrassed,shy,ashamed,bashful,awkward | embarrassed | 😳☺️
proud | 자랑,뿌듯,당당,잘난 | proud,boastful,confident,brave | proud | 😤
in_love | 사랑에 빠,반한,반했,짝사랑 | in love,lovesick,smitten,crush | in love | 😍🥰❤️💕💘
worried | 걱정,불안,초조,고민,소심 | worried,anxious,nervous,concerned,timid | worried | 😟😥
determined | 결심,다짐,용감,열심히,각오 | determined,resolute,stubborn,courageous | determined | 💪
smug | 얄미,뻔뻔,거만,의기양양 | smug,sly,cocky,mischievous | smug | 😏😼
"""

COLOURS = """
red | 빨간,빨강,붉은,새빨간
orange | 주황,주황색
yellow | 노란,노랑,샛노란
green | 초록,녹색,푸른색
mint | 민트
blue | 파란,파랑,푸른,하늘색
navy | 남색
purple | 보라,보라색
pink | 분홍,핑크
brown | 갈색,고동색
black | 검은,까만,검정,까망
white | 하얀,흰,하양,새하얀
gray | 회색,잿빛
beige | 베이지
"""
