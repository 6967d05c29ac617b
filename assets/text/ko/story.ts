/** What is told of a round afterwards, in Korean: the sequence diagram, the race against oneself, captures. */
export const koStory = {
  capture: {
    about: (mission: string, seed: string) =>
      `${mission}, 씨앗 ${seed}. 책상의 1초가 여기서는 1밀리초예요.`,
    lost: "이 링크에서 사라졌어요.",
    said: (who: string, deed: string, why: string, rule: string) =>
      `${who}: ${deed}. ${why} (${rule})`,
  },
  sequence: {
    title: "편지가 다닌 길",
    how: "위에서 아래로 시간이 흘러요. 화살표 하나가 링크를 건넌 편지 한 통이에요.",
    pick: "볼 편지",
    mine: "내 책상에 오간 편지 모두",
    ends: {
      answered: "답 받음",
      failed: "답 못 받음",
      givenUp: "그만둠",
      open: "끝나지 않음",
    },
    faults: (count: number) => `아쉬운 일 ${count}번`,
    acts: "내가 한 일",
    noActs: "이 심부름에서는 직접 한 일이 없어요.",
    cameHome: (seconds: number) => `결과는 ${seconds}초 뒤에 돌아왔어요.`,
    neverCameHome: "결과가 돌아오지 않아서, 그때는 알 수 없었어요.",
    quiet: (seconds: number) => `${seconds}초 동안 조용했어요`,
    table: "표로 보기",
    inTable: "아래 표에 같은 내용이 글로 있어요.",
    columns: { at: "시각", from: "보낸 곳", to: "받는 곳", letter: "편지", end: "어떻게 됐나요?" },
    fates: {
      arrived: (at: string) => `${at}에 도착`,
      lost: (_: string) => "가다가 사라짐",
      underWay: (_: string) => "라운드가 끝날 때 가는 중",
      beltFull: (at: string) => `${at}에 왔지만 칸이 꽉 차서 떨어짐`,
      dead: (at: string) => `${at}에 왔지만 컴퓨터가 꺼져 있었음`,
      expired: (at: string) => `${at}에 TTL이 0이 되어 버려짐`,
    },
  },
  ghost: {
    rematch: "같은 판 다시 (고스트)",
    rematchHint: "심부름도 주소도 똑같아요. 지난번 내 편지가 흐린 봉투로 함께 달려요.",
    split: (nth: number, gap: string) => `심부름 ${nth}: ${gap}`,
    gap: (sign: string, seconds: number) => `${sign}${seconds}초`,
    than: {
      faster: "지난번보다 빨라요",
      slower: "지난번보다 느려요",
      same: "지난번과 같아요",
    },
    title: "지난번의 나와 겨루기",
    ahead: (points: number) => `지난번보다 ${points}점 더 얻었어요!`,
    behind: (points: number) => `지난번이 ${points}점 더 많았어요.`,
    level: "지난번과 점수가 똑같아요.",
    columns: { errand: "심부름", before: "지난번", now: "이번", gap: "차이" },
    nth: (nth: number) => `${nth}번째 답`,
    score: "점수",
    points: (score: number) => `${score}점`,
    none: "없음",
  },
} as const;
