/** Practising alone, in Korean: the chapter map, short re-challenges, explanations, the cheat sheet, what is remembered. */
export const koPractice = {
  title: "어디부터 해 볼까요?",
  stations: "정거장",
  chapter: (chapter: number) => `${chapter}장`,
  kinds: { experiment: "실험", mechanism: "기본", twist: "응용" },
  experimentHint: "점수 없이 1분쯤 해 보는 실험이에요. 잘 안돼도 괜찮아요.",
  chapters: {
    "1": { name: "주소와 문", about: "주소로 컴퓨터를 찾고, 포트로 그 안의 프로그램을 찾아요." },
    "2": { name: "약속하지 않는 우편", about: "편지는 사라지기도 하고 순서가 바뀌기도 해요." },
    "3": { name: "세 번의 악수", about: "편지 세 통을 주고받아 TCP 연결을 열어요." },
    "4": { name: "빠짐없이 차례대로", about: "번호와 확인으로 빠진 조각을 찾아 다시 보내요." },
  },
  does: {
    client: {
      address: "심부름마다 목적지 주소와 두 포트를 적어 보내요.",
      retransmit: "답이 없으면 기다렸다가, 다시 보낼지 그만둘지 정해요.",
      demultiplex: "온 답을 맞는 문에 꽂아요.",
    },
    router: {
      forward: "목적지 주소와 가장 길게 맞는 길로 편지를 넘겨요.",
      pin: "자주 오는 주소에는 핀을 꽂아 저절로 흐르게 해요.",
    },
    server: { demultiplex: "프로그램의 문 번호를 정해 알려 주고, 온 편지를 맞는 문에 꽂아요." },
  },
  here: "다음",
  notPlayed: "아직 안 해 봤어요",
  played: "해 봤어요",
  guidedDone: "한 걸음씩 다 배웠어요. 이제 혼자 해 보면 별이 기록돼요.",
  nextStation: (mission: string) => `다음 정거장: ${mission}`,
  toMap: "노선도로 돌아가기",
  explainFirst: "설명 먼저 보기",
  explainFirstOn: "시작하기 전에 설명을 읽어요.",
  explainFirstOff: "먼저 해 보고, 설명은 끝나면 읽어요.",
  explanation: {
    before: "시작하기 전에",
    after: "방금 한 일의 이름",
    go: "알겠어요, 해 볼래요",
  },
  explanations: {
    "address-and-door-0": {
      destinationPort:
        "주소는 컴퓨터까지만 알려 줘요. 한 컴퓨터에서 프로그램 여럿이 편지를 기다리니, 번호 없이는 찍을 수밖에 없어요.",
      doors: "그래서 봉투마다 목적지 포트를 적고, 컴퓨터는 그 번호를 보고 프로그램에 나눠 줘요.",
    },
    "address-and-door-1": {
      ipAddress: "편지가 어느 컴퓨터로 갈지 정해요.",
      longestPrefix: "라우터는 목적지 주소만 보고, 가장 길게 맞는 줄을 따라 편지를 넘겨요.",
      destinationPort: "그 컴퓨터에서 어느 프로그램이 받을지 정해요. 번호는 서버가 골라요.",
      sourcePort: "답이 돌아올 내 문이에요. 그래서 심부름마다 다른 번호를 써요.",
    },
    "address-and-door-2": {
      destinationPort:
        "포트는 프로그램의 이름이 아니에요. 지금 그 문에서 듣는 프로그램이 편지를 받아요.",
      listening: "어느 프로그램이 몇 번 문에서 들을지는 서버가 정하고, 바꾸기도 해요.",
      asking: "문이 닫혀 있거나 엉뚱한 답이 오면, 알던 번호를 믿지 말고 다시 물어봐요.",
    },
    "best-effort-0": {
      silence:
        "인터넷은 편지가 꼭 도착한다고 약속하지 않아요. 길에서 사라져도 알려 주는 편지는 오지 않아요. 보낸 쪽이 아는 건 답이 없다는 것뿐이에요.",
    },
    "best-effort-1": {
      silence:
        "답이 없으면 내 편지가 사라졌는지, 답이 사라졌는지, 상대가 멈췄는지 알 수 없어요. 기다렸다가 다시 보내고, 여러 번 조용하면 그만둬요.",
      pinning:
        "라우터는 주소 묶음마다 나갈 출구를 정해 둬요. 선이 끊기면 남은 길로 바꿔야 편지가 이어져요.",
    },
    "best-effort-2": {
      silence: "편지는 서로 앞지르기도 해서, 답이 늦는다고 사라진 건 아니에요.",
      keepingUp: "좁은 선에 너무 많이 보내면 넘친 편지는 사라져요. 급하다고 또 보내면 더 막혀요.",
      listening:
        "친구 컴퓨터도 문을 열고 들으면 서버예요. 서버와 클라이언트는 기계가 아니라 맡은 일의 이름이에요.",
    },
  },
  challenge: {
    title: "다시 도전",
    hint: "틀렸던 것만 1분 동안 다시 해 봐요.",
    at: (role: string, mission: string) => `${role} · ${mission}`,
    passed: (concept: string, right: number) =>
      `‘${concept}’ 다시 도전 성공! ${right}번 모두 맞게 해서 이제 목록에서 사라져요.`,
    notYet: (concept: string, right: number, wrong: number) =>
      `‘${concept}’: 맞게 한 것 ${right}번, 틀린 것 ${wrong}번이에요.`,
    needed: (right: number) => `틀리지 않고 ${right}번 맞게 하면 목록에서 사라져요.`,
  },
  memory: {
    title: "내 기록",
    hint: "별과 다시 도전할 것은 이 기기에만 저장돼요. 이름은 저장하지 않아요.",
    export: "파일로 내보내기",
    import: "파일에서 가져오기",
    imported: "가져온 기록을 더했어요.",
    notImported: "이 게임에서 내보낸 기록 파일이 아니에요.",
    fileName: "port-of-call-practice.json",
    erase: "기록 지우기",
    eraseTitle: "연습 기록을 지울까요?",
    eraseBody: "이 기기에 모은 별과 다시 도전할 것이 모두 사라지고, 되돌릴 수 없어요.",
    erased: "기록을 지웠어요.",
    close: "닫기",
  },
  cheatSheet: {
    title: "한눈에 보기",
    ports: "포트 번호",
    ranges: {
      reserved: "예약된 번호라 쓰지 않아요.",
      system: "이름난 서비스가 쓰는 시스템 포트예요.",
      user: "우리가 만든 서비스도 쓸 수 있는 사용자 포트예요.",
      dynamic: "보내는 쪽이 그때그때 빌려 쓰는 동적 포트예요.",
    },
    icmp: "ICMP 알림",
    icmpType: "종류/코드",
    icmpErrors: {
      portUnreachable: {
        name: "닫힌 문 알림",
        when: "UDP 편지의 목적지 포트를 듣는 프로그램이 없을 때 와요.",
      },
      netUnreachable: {
        name: "길 없음 알림",
        when: "목적지 주소와 맞는 줄이 경로표에 하나도 없을 때 와요.",
      },
      timeExceeded: {
        name: "수명 끝 알림",
        when: "라우터를 지날 때마다 하나씩 줄던 TTL이 0이 되면 와요.",
      },
    },
    icmpNever: "ICMP 오류 편지에 대해서는 ICMP 오류를 또 보내지 않아요.",
    rules: "할 일마다 어떻게 판단하나요?",
    duties: {
      address: "봉투 적기",
      retransmit: "다시 보내기",
      forward: "길 고르기",
      demultiplex: "문에 나눠 주기",
    },
    columns: { verdict: "판단", why: "이유", field: "볼 곳", source: "근거" },
  },
} as const;
