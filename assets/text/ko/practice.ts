import { koCheatSheet } from "./cheat-sheet.ts";

/** Practising alone, in Korean: the chapter map, short re-challenges, explanations, what is remembered. */
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
    "4": { name: "빠짐없이 차례대로", about: "번호와 확인으로 빠진 카드를 찾아 다시 보내요." },
  },
  does: {
    client: {
      address: "심부름마다 목적지 주소와 두 포트를 적어 보내요.",
      retransmit: "답이 없으면 기다렸다가, 다시 보낼지 포기할지 정해요.",
      demultiplex: "온 답을 맞는 문에 꽂아요.",
      handshake: "번호를 적어 연결을 열고, 엉뚱한 대답은 거절해요.",
      close: "답을 다 받으면 끝(FIN)을 보내 연결을 닫아요.",
      order: "온 카드를 번호에 맞는 칸에 놓아요.",
      acknowledge: "어디까지 받았는지 확인(ACK)으로 알려요.",
    },
    router: {
      forward: "목적지 주소와 가장 길게 맞는 길로 편지를 넘겨요.",
      pin: "자주 오는 주소에는 핀을 꽂아 저절로 흐르게 해요.",
    },
    server: {
      demultiplex: "프로그램의 문 번호를 정해 알려 주고, 온 편지를 맞는 문에 꽂아요.",
      handshake: "온 인사(SYN)를 확인하고 내 첫 번호를 알려 줘요.",
      close: "끝(FIN)을 확인하고 내 쪽도 닫아요.",
      transmit: "창이 허락하는 만큼 다음 카드를 보내요.",
      retransmit: "빠진 카드를 찾아 다시 보내요.",
      order: "온 카드를 번호에 맞는 칸에 놓아요.",
      acknowledge: "어디까지 받았는지 확인(ACK)으로 알려요.",
    },
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
      sourcePort:
        "답이 돌아올 내 문이에요. 49152번부터 있는 번호를 심부름마다 하나씩 빌리니, 브라우저 탭 하나가 여러 개를 쓰기도 해요.",
    },
    "address-and-door-2": {
      destinationPort:
        "포트는 프로그램의 이름이 아니에요. 지금 그 문에서 듣는 프로그램이 편지를 받아요.",
      listening:
        "몇 번 문에서 들을지는 서버가 정하고, 바꾸기도 해요. 80번이면 웹이라는 것도 약속일 뿐이에요. 0번은 비워 두고 1~1023번은 이름난 서비스가 실제로 쓰니, 우리 프로그램은 1024번부터 골라요.",
      asking: "문이 닫혀 있거나 엉뚱한 답이 오면, 알던 번호를 믿지 말고 다시 물어봐요.",
    },
    "best-effort-0": {
      silence:
        "인터넷은 편지가 꼭 도착한다고 약속하지 않아요. 길에서 사라져도 알려 주는 편지는 오지 않아요. 보낸 쪽이 아는 건 답이 없다는 것뿐이에요. 가다가 깨진 편지도 받는 쪽이 체크섬으로 알아차리고 버려요. 체크섬은 우연히 깨진 것을 찾아낼 뿐, 고쳐 주지는 못해요.",
    },
    "best-effort-1": {
      silence:
        "답이 없으면 내 편지가 사라졌는지, 답이 사라졌는지, 상대가 멈췄는지 알 수 없어요. 기다렸다가 다시 보내고, 여러 번 조용하면 포기해요.",
      pinning:
        "라우터는 주소 묶음마다 나갈 출구를 정해 두고, 누가 무엇을 묻고 답하는지는 몰라요. 길이 끊기면 남은 길로 바꿔야 편지가 이어져요.",
    },
    "best-effort-2": {
      silence: "편지는 서로 앞지르기도 해서, 답이 늦는다고 사라진 건 아니에요.",
      keepingUp: "좁은 길에 너무 많이 보내면 넘친 편지는 사라져요. 급하다고 또 보내면 더 막혀요.",
      listening:
        "친구 컴퓨터도 문을 열고 들으면 서버예요. 서버와 클라이언트는 기계가 아니라 맡은 일의 이름이에요.",
    },
    "three-handshakes-0": {
      oldDuplicates:
        "길을 헤매던 옛 인사(SYN)가 뒤늦게 도착하기도 해요. 서버는 그것이 옛 인사인지 새 인사인지 알 수 없어요.",
      halfOpen:
        "편지 두 통으로 끝내면, 아무도 찾지 않는 연결이 서버의 자리를 차지하고 진짜 손님은 못 들어와요. 세 번째 편지로 맞는지 아닌지 답해 줘야 풀려요.",
    },
    "three-handshakes-1": {
      threeSteps:
        "SYN은 번호를 서로 맞추자(synchronize)는 뜻이에요. 인사(SYN), 인사와 확인(SYN+ACK), 확인(ACK)까지 세 통이면 양쪽이 서로의 첫 번호를 알아요. 마지막 확인은 클라이언트가 서버에 보내고, 데이터를 함께 실어도 돼요.",
      sequenceNumbers:
        "첫 번호는 연결마다 새로 정하고, 확인 번호는 다음에 받을 번호예요. 탭 하나가 연결을 여럿 열어도, 양쪽의 주소와 포트 네 가지를 보면 어느 연결인지 알아요.",
      oldDuplicates: "보낸 적 없는 번호에 대답이 오면 거절(RST)해서 옛 편지가 만든 연결을 치워요.",
    },
    "three-handshakes-2": {
      halfOpen: "인사만 하고 사라지는 손님이 있어서, 서버는 가장 오래 조용한 연결부터 놓아줘요.",
      closing:
        "끝(FIN)은 이쪽에서 더 보낼 것이 없다는 뜻이에요. 양쪽이 저마다 끝을 보내고 확인받아야 연결이 닫히고 상자가 비어요.",
      pinning:
        "연결은 전용선이 아니라 양 끝 컴퓨터의 약속이에요. 라우터는 연결이 있는 줄도 모르고 주소만 보고 편지를 넘겨요. 하지만 공유기나 방화벽처럼 연결을 기억하는 기계도 있어요.",
    },
    "in-order-0": {
      acknowledging:
        "보낸 쪽은 길에서 일어난 일을 볼 수 없어요. 번호만 매기면 받는 쪽은 무엇이 빠졌는지 알지만, 보낸 쪽은 여전히 몰라요. 그래서 받았다고 알려 주는 확인(ACK)이 꼭 있어야 해요.",
    },
    "in-order-1": {
      ordering:
        "순서 번호는 글자마다 하나씩 커져요. 차례보다 먼저 온 카드는 버리지 않고 선반에 두었다가, 빠진 카드가 오면 이어 붙여요.",
      acknowledging: "확인 번호는 빠짐없이 받은 것 바로 다음 번호예요.",
      window: "확인을 다 기다리지 않고 창만큼 미리 보내서 길이 놀지 않아요.",
      resending:
        "똑같은 확인이 세 번 더 오거나 타이머가 다 되면 빠진 카드를 다시 보내요. TCP는 상대의 TCP에 꼭 전해 주고, 끝내 안 되면 연결을 끊고 알려 줘요.",
    },
    "in-order-2": {
      ordering:
        "이번 받는 쪽은 선반이 없어서, 차례보다 먼저 온 카드를 그냥 버려요. 이런 방식을 Go-Back-N이라고 해요.",
      resending:
        "그러면 카드 하나만 빠져도 거기서부터 몽땅 다시 보내야 해요. 진짜 TCP는 먼저 온 카드를 두었다가 빠진 것만 다시 받아요.",
      acknowledging:
        "확인(ACK)은 상대의 TCP가 받았다는 뜻이지, 프로그램이 다 읽었다는 뜻은 아니에요.",
    },
  },
  challenge: {
    title: "다시 도전",
    hint: "틀렸던 것만 짧게 다시 해 봐요.",
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
  cheatSheet: koCheatSheet,
} as const;
