/** What the network between this page and its server lets through, in Korean. */
export const koSelfTest = {
  title: "학교 네트워크 점검",
  why: "수업 전에 교실 컴퓨터에서 이 페이지를 열어 보세요. 게임에 필요한 것이 모두 통하는지 확인해요.",
  testing: "점검하고 있어요… 길면 20초쯤 걸려요.",
  again: "다시 점검하기",
  results: "점검 결과",
  columns: { check: "점검한 것", found: "결과", means: "뜻" },
  checks: {
    server: "서버에 닿기",
    line: "웹소켓 연결",
    speed: "내려받는 빠르기",
    clock: "컴퓨터 시계",
  },
  states: { good: "좋아요", slow: "아쉬워요", bad: "막혔어요", unknown: "알 수 없어요" },
  found: {
    reached: "닿았어요",
    unreached: "닿지 않아요",
    line: (ms: number) => `오가는 데 ${ms}밀리초`,
    noLine: "열리지 않아요",
    speed: (kilobits: string) => `1초에 ${kilobits}킬로비트`,
    clockSame: "서버와 같아요",
    clockAhead: (time: string) => `${time} 빨라요`,
    clockBehind: (time: string) => `${time} 느려요`,
    seconds: (seconds: number) => `${seconds}초`,
    minutes: (minutes: number) => `${minutes}분`,
    nothing: "재지 못했어요",
  },
  means: {
    server: "게임 페이지와 기록을 가져와요.",
    line: "편지와 행동이 이 연결로 오가요. 이것이 막히면 수업을 할 수 없어요.",
    speed: "처음 열 때 1MB쯤 받아요. 그다음에는 조금만 써요.",
    clock:
      "게임은 서버 시계를 따르니 시계가 틀려도 괜찮아요. 많이 틀리면 https 주소가 열리지 않을 수 있어요.",
  },
  verdicts: {
    good: "모두 통해요. 이 네트워크에서 수업할 수 있어요.",
    unreached: "이 컴퓨터에서 게임 서버에 닿지 않아요.",
    line: "페이지는 열리지만 웹소켓이 막혀 있어요. 이대로는 수업을 할 수 없어요.",
    speed: "통하지만 네트워크가 느려요. 여럿이 한꺼번에 열면 오래 걸릴 수 있어요.",
    delay: "통하지만 오가는 데 오래 걸려요. 편지가 뚝뚝 끊겨 보일 수 있어요.",
    clock: "모두 통해요. 다만 이 컴퓨터의 시계가 많이 틀려요.",
  },
  ask: "네트워크 관리자에게 이렇게 부탁하세요",
  asks: {
    unreached: (host: string) => `${host} 주소로 나가는 HTTP 연결을 방화벽에서 허용해 주세요.`,
    line: (host: string) =>
      `${host} 주소로 가는 WebSocket 연결(HTTP 헤더 Upgrade: websocket)을 방화벽과 프록시에서 허용해 주세요.`,
    speed: (host: string) =>
      `${host} 주소로 가는 연결에 속도 제한이 걸려 있는지 보고, 학생 한 명에 1Mbps쯤 쓸 수 있게 해 주세요.`,
    delay: (host: string) =>
      `${host} 주소로 가는 WebSocket 연결이 프록시나 검사 장비를 거치지 않고 바로 가게 해 주세요.`,
    clock: (_: string) => "이 컴퓨터의 날짜와 시간이 인터넷 시간과 자동으로 맞춰지게 해 주세요.",
  },
  plain:
    "이 게임은 https가 아닌 http 주소에서도 똑같이 돼요. 웹소켓도 이 페이지와 같은 주소와 포트를 써요.",
} as const;
