import { josa } from "es-hangul";

/** The facts of a happening, worded; what is not known is empty. */
export type Told = {
  readonly service: string;
  readonly port: string;
  readonly address: string;
  readonly box: string;
  /** Which of two lines to that box it is about. */
  readonly side: "upper" | "lower" | undefined;
};

const door = (port: string) => (port === "" ? "그 문" : `${port}번 문`);
const line = ({ box, side }: Told) =>
  box === "" ? "내 길 하나가" : `${box} 쪽 ${side === undefined ? "길이" : sides[side]}`;
const sides = { upper: "윗길이", lower: "아랫길이" } as const;
const prefix = (address: string) => (address === "" ? "그쪽으로 가는" : `${address} 쪽으로 가는`);
const program = (service: string) => (service === "" ? "그 프로그램" : service);

/** What the coach says in Korean: why something came out as it did, what happened, and why a move was refused. */
export const koCoach = {
  reasons: {
    addressedRight: "주소와 두 포트를 모두 맞게 적어서 답이 제자리로 돌아왔어요.",
    wrongAddress:
      "목적지 주소가 그 서비스가 있는 컴퓨터가 아니어서 편지가 다른 곳으로 갔어요. 주소록에서 서비스 옆에 적힌 주소를 골라 보세요.",
    wrongPort:
      "컴퓨터는 맞게 찾았지만 목적지 포트가 그 프로그램의 문이 아니었어요. 주소록의 번호를 다시 보거나 서버에 물어보세요.",
    sourcePortOfAnotherErrand:
      "출발지 포트에 다른 심부름의 번호를 적어서 답이 그 심부름의 문으로 왔어요. 지금 심부름 카드에 있는 포트를 적어 보세요.",
    sourcePortNobodyOpened:
      "출발지 포트에 내가 열지 않은 번호를 적어서 답이 들어올 문이 없었어요. 심부름 카드에 있는 포트를 적어 보세요.",
    sentBeforeTimeout:
      "아직 답을 기다릴 시간인데 같은 편지를 또 보내서 길만 붐볐어요. 타이머가 다 될 때까지 기다려 보세요.",
    resentRight:
      "타이머가 다 되도록 답이 없어서 같은 편지를 다시 보냈어요. 편지가 사라져도 아무도 알려 주지 않으니, 기다리던 쪽이 알아차려야 해요.",
    keptKnocking:
      "보낼 수 있는 만큼 다 보냈는데도 또 보내서 길만 붐볐어요. 그만큼 조용하면 포기하고 다음 심부름으로 넘어가 보세요.",
    gaveUpRight:
      "보낼 만큼 보내고 기다렸는데도 답이 없어서 포기했어요. 답이 없는 곳을 계속 두드리면 길만 붐벼요.",
    gaveUpTooSoon:
      "더 보내 볼 수 있는데 포기해서 답을 받지 못했어요. 편지가 길에서 사라졌을 수도 있으니 타이머가 다 되면 다시 보내 보세요.",
    askedRight: "모르는 포트는 서버에 묻는 것이 맞아요. 번호를 정한 건 서버니까요.",
    askedAgain: "이미 물어본 번호를 또 물었어요. 서버가 대답할 때까지 조금 기다려 보세요.",
    forwardedRight: "목적지 주소와 가장 길게 맞는 줄을 찾아 그 출구로 보냈어요.",
    shorterPrefix:
      "더 길게 맞는 줄이 있는데 짧게 맞는 줄의 출구로 보냈어요. 맞는 줄이 여럿이면 ‘/’ 뒤 숫자가 가장 큰 줄을 따르세요.",
    forwardedDetour:
      "같은 동네로 가는 더 가까운 길이 이어져 있는데 우회로로 보내서 편지가 멀리 돌아갔어요. 우회로는 가까운 길이 끊겼을 때만 써 보세요.",
    forwardedDeadLine:
      "끊긴 길로 보내서 편지가 그대로 사라졌어요. 출구가 이어져 있는지 보고, 끊겼으면 우회로로 보내세요.",
    noMatchingPrefix:
      "목적지 주소가 들어가지 않는 줄의 출구로 보내서 편지가 길을 잘못 들었어요. 주소 앞부분이 같은 줄을 찾아보세요.",
    rejectedRoutable:
      "갈 길이 있는 편지를 ‘길이 없어요’라며 돌려보냈어요. 맞는 줄이 하나라도 있으면 그 출구로 보내세요.",
    pinnedRight: "그 주소로 가는 가장 좋은 출구에 핀을 꽂아서 편지들이 저절로 흘러갔어요.",
    pinnedAstray:
      "그 주소로 가지 않는 출구에 핀을 꽂아서 편지들이 줄줄이 길을 잘못 들었어요. 경로표의 그 줄에 적힌 출구로 핀을 옮겨 보세요.",
    pinnedDeadLine:
      "끊긴 길에 핀을 꽂아서 그리로 흘러간 편지가 모두 사라졌어요. 이어져 있는 우회로로 핀을 옮겨 보세요.",
    pinnedDetour:
      "가까운 길이 이어져 있는데 우회로에 핀을 꽂아서 편지들이 멀리 돌아갔어요. 우회로는 가까운 길이 끊겼을 때만 써 보세요.",
    deliveredRight: "목적지 포트와 번호가 같은 문에 꽂아서 기다리던 프로그램이 편지를 받았어요.",
    wrongDoor:
      "목적지 포트와 다른 번호의 문에 꽂아서 엉뚱한 프로그램이 편지를 받았어요. 편지와 문의 번호가 같은지 보세요.",
    deliveredToNobody:
      "그 목적지 포트를 듣는 프로그램이 없는데 다른 문에 꽂았어요. 이런 편지는 ‘닫힌 문’으로 돌려보내세요.",
    rejectedRight:
      "아무도 듣지 않는 포트로 온 편지라 돌려보냈어요. 보낸 사람은 그 문이 닫혔다는 ICMP 편지를 받아요.",
    rejectedOpenDoor:
      "문이 열려 있는데 편지를 돌려보냈어요. 돌려보내기 전에 목적지 포트가 내 문에 있는지 찾아보세요.",
    boundRight: "빈 번호에 문을 열어서 이제 프로그램이 그 포트로 오는 편지를 들어요.",
    portInUse:
      "다른 프로그램이 이미 그 포트를 쓰고 있어서 문이 열리지 않았어요. 비어 있는 번호를 골라 보세요.",
    systemPortTaken:
      "1~1023번은 이름난 서비스들이 쓰기로 정해 둔 포트예요. 우리 프로그램에는 1024번부터 골라 보세요.",
    toldRight: "진짜로 열어 둔 포트를 알려 줘서 이제 그 친구가 편지를 보낼 수 있어요.",
    toldWrongPort:
      "알려 준 포트가 실제로 열린 문과 달라서 편지가 다른 문을 두드렸어요. 프로그램 옆 번호를 보고 다시 알려 주세요.",
    openedRight:
      "내 첫 순서 번호를 적어 인사(SYN)를 보냈어요. 이제 상대는 내가 몇 번부터 세는지 알 수 있어요.",
    answeredSynRight:
      "상대의 인사(SYN)를 확인하면서 내 첫 번호도 함께 알렸어요. 상대의 확인(ACK)까지 와야 연결이 열려요.",
    thirdStepRight:
      "상대의 첫 번호까지 확인해서 양쪽이 서로의 번호를 알게 됐어요. 이 세 번째 편지에는 질문 카드도 함께 실려 가요.",
    resetStrangerRight:
      "내 연결과 맞지 않는 번호로 온 편지라서 거절(RST)했어요. 그래야 상대도 쓸모없는 연결을 치우고 자리를 비워요.",
    acceptedStranger:
      "내가 보낸 적 없는 번호에 온 대답을 거절하지 않아서, 상대에게 아무도 쓰지 않는 연결이 남았어요. 확인 번호가 내 첫 번호보다 하나 큰 수가 아니면 거절(RST)을 보내세요.",
    resetFriend:
      "거절할 까닭이 없는데 거절(RST)해서 연결이 이어지지 못했어요. 거절은 내 연결과 맞지 않는 번호로 편지가 왔을 때만 보내세요.",
    wrongFlags:
      "제어 비트를 잘못 골라서 상대가 알아듣지 못했어요. 연결은 인사(SYN), 인사+확인(SYN+ACK), 확인(ACK) 순서로 열고, 그 뒤로는 확인(ACK)을 늘 켜 두세요.",
    wrongInitialSequence:
      "순서 번호에 내 첫 번호가 아닌 수를 적어서 상대의 대답이 내 연결과 맞지 않았어요. 연결에 적힌 내 첫 번호를 그대로 적어 보세요.",
    wrongSequence:
      "순서 번호가 상대가 기다리는 번호와 달라서 상대가 받아 주지 않았어요. 상대가 보낸 확인 번호가 바로 내가 적을 순서 번호예요.",
    acknowledgedTooLittle:
      "확인 번호가 작아서 상대가 보낸 것을 확인해 주지 못했어요. 인사(SYN)와 끝(FIN)도 번호를 하나씩 쓰니 받은 순서 번호에 1을 더해 보세요.",
    acknowledgesUnsentData:
      "확인 번호가 커서 상대가 아직 보내지도 않은 것을 받았다고 했어요. 확인 번호에는 받은 것 바로 다음 번호를 적어 보세요.",
    openedAgain:
      "아직 대답을 기다릴 시간인데 인사(SYN)를 또 보내서 길만 붐볐어요. 타이머가 다 될 때까지 기다려 보세요.",
    letGoRight:
      "오래 기다려도 확인(ACK)이 오지 않던 연결을 놓아줘서 새로 온 인사(SYN)가 들어갈 자리가 났어요.",
    letGoFriend:
      "확인(ACK)이 아직 오는 중일 수 있는 연결을 놓아 버렸어요. 기다리던 친구라면 처음부터 다시 인사해야 하니, 가장 오래 조용한 연결부터 놓아줘 보세요.",
    closedRight:
      "더 보낼 것이 없어서 끝(FIN)을 보냈어요. 상대도 끝을 보내면 연결이 닫히고 서버의 연결 상자가 비어요.",
    answeredFinRight:
      "상대의 끝(FIN)을 확인해 줬어요. 끝도 번호를 하나 쓰니 확인 번호가 하나 커져요.",
    closedTooEarly:
      "아직 끝낼 때가 아닌데 끝(FIN)을 보냈어요. 끝은 ‘이제 더 보낼 것이 없어요’라는 뜻이니, 주고받을 것이 다 끝나면 보내세요.",
    sentNextRight:
      "창 안에서 다음 차례인 카드를 보냈어요. 확인(ACK)을 기다리는 동안에도 창만큼은 미리 보낼 수 있어요.",
    sentOutOfTurn:
      "차례를 건너뛰고 뒤의 카드를 먼저 보내서 받는 쪽이 이어 읽지 못했어요. 아직 안 보낸 카드 중 번호가 가장 작은 것부터 보내 보세요.",
    sentBeyondWindow:
      "창을 넘겨 카드를 보냈어요. 받는 쪽에 둘 자리가 없으면 버려지니까, 확인(ACK)이 와서 창이 옮겨 갈 때까지 기다려 보세요.",
    resentLostRight:
      "아직 확인받지 못한 카드 중 맨 앞의 것을 다시 보냈어요. 받는 쪽이 기다리던 바로 그 카드예요.",
    resentTooEarly:
      "타이머가 남았고 똑같은 확인(ACK)이 세 번 더 온 것도 아닌데 다시 보내서 길만 붐볐어요. 둘 중 하나가 될 때까지 기다려 보세요.",
    resentWrongCard:
      "받는 쪽이 기다리는 것이 아닌 다른 카드를 다시 보냈어요. 마지막으로 온 확인 번호와 번호가 같은 카드를 보내 보세요.",
    placedRight: "순서 번호를 보고 카드를 제자리에 놓아서 글이 차례대로 이어져요.",
    placedWrong:
      "순서 번호와 다른 칸에 카드를 놓아서 글이 뒤섞였어요. 카드에 적힌 번호와 같은 칸을 찾아보세요.",
    placedTwice:
      "이미 받은 카드를 또 놓아서 달라진 것이 없어요. 같은 번호가 벌써 있으면 버려도 돼요.",
    discardedRight:
      "지금은 필요 없는 카드라서 버렸어요. 같은 카드가 몇 번을 오든 글에는 한 번만 들어가요.",
    discardedNeeded:
      "아직 받지 못한 카드를 버려서 보낸 쪽이 또 보내야 해요. 처음 보는 번호라면 앞이 비어 있어도 선반에 올려 두세요.",
    acknowledgedRight:
      "다음에 받을 번호를 알려 줘서 보낸 쪽이 어디까지 왔는지 알았어요. 확인(ACK) 하나가 그 앞의 카드를 모두 확인해 줘요.",
    duplicateRight:
      "빠진 카드가 있어서 같은 확인 번호를 한 번 더 보냈어요. 똑같은 확인(ACK)이 세 번 더 오면 보낸 쪽은 그 카드가 사라졌다고 봐요.",
    acknowledgedGap:
      "빠진 카드가 있는데 그 뒤까지 받았다고 해서 그 카드를 다시 받을 수 없게 됐어요. 확인 번호에는 처음으로 비어 있는 칸의 번호를 적어 보세요.",
    acknowledgedUnseen:
      "아직 오지도 않은 카드까지 받았다고 했어요. 확인 번호에는 빠짐없이 받은 것 바로 다음 번호를 적어 보세요.",
    acknowledgedOld:
      "벌써 이어진 카드를 빼고 작은 번호를 적어서 보낸 쪽은 어디까지 왔는지 몰라요. 빠짐없이 이어진 카드까지 모두 세어 그다음 번호를 적어 보세요.",
    acknowledgedAgain:
      "새로 온 카드가 없는데 같은 확인(ACK)을 또 보냈어요. 같은 확인이 거듭되면 카드가 빠졌다는 신호가 되니, 카드가 올 때마다 한 번만 보내 보세요.",
    letBeltOverflow:
      "받은 편지 칸 8개가 꽉 차서 새로 온 편지가 떨어졌어요. 먼저 온 편지부터 빨리 보내 보세요.",
  },
  /** Instead of `gaveUpTooSoon` where nothing can be sent twice. */
  gaveUpOnlyLetter:
    "답이 오는 중일 수도 있는데 포기했어요. 한 번만 보낼 수 있어도 타이머가 다 될 때까지는 기다려 보세요.",
  /** Instead of `discardedNeeded` where there is no shelf. */
  discardedNext:
    "바로 다음 차례인 카드를 버려서 보낸 쪽이 거기서부터 다시 보내야 해요. 다음 칸의 번호와 같은 카드는 칸에 놓아 보세요.",
  /** Why no letter can be placed while its ports are covered. */
  coveredPort:
    "포트가 가려져 있어서 어느 프로그램이 이 편지를 기다렸는지 알 수 없었어요. 주소는 컴퓨터까지만 데려다주니, 그 안의 프로그램을 가리키는 번호가 하나 더 필요해요.",
  /** Instead of `connected` where the third step is still to be written by hand. */
  greetingAnswered: (told: Told) =>
    `${program(told.service)} 심부름의 인사에 대답(SYN+ACK)이 왔어요. 확인(ACK)이 닿으면 서버 쪽에서도 연결이 열려요.`,
  happenings: {
    coach: (_: Told) => "방금 한 일의 결과가 돌아왔어요.",
    errandAnswered: (told: Told) => `${program(told.service)} 심부름의 답을 받았어요!`,
    errandFailed: (told: Told) => `${program(told.service)} 심부름은 시간 안에 끝내지 못했어요.`,
    errandGivenUp: (told: Told) => `${program(told.service)} 심부름을 포기했어요.`,
    noAnswer: (told: Told) =>
      `기다렸지만 ${program(told.service)}에서 답이 오지 않았어요. 내 편지나 그 답이 길에서 사라졌을 수 있어요.`,
    doorClosed: (told: Told) =>
      `${door(told.port)}이 닫혀 있다는 ICMP 편지가 왔어요. 그 포트를 듣는 프로그램이 없어요.`,
    nonsenseAnswer: (told: Told) =>
      `${program(told.service)} 심부름에 엉뚱한 답이 왔어요. 편지를 다른 프로그램이 받은 거예요.`,
    ttlEnded: (_: Told) =>
      "편지가 길을 돌고 돌다 TTL이 0이 되어 버려졌어요. 그 사실을 알리는 ICMP 편지가 왔어요.",
    noRoute: (told: Told) =>
      told.address === ""
        ? "라우터가 길이 없다며 편지를 돌려보냈어요."
        : `라우터가 ${told.address}까지 가는 길이 없다며 편지를 돌려보냈어요.`,
    connectionReset: (told: Told) =>
      `상대가 거절(RST)을 보내서 ${program(told.service)} 심부름의 연결이 끊겼어요. 새 연결을 열어야 해요.`,
    connected: (told: Told) =>
      `${program(told.service)} 심부름의 연결이 열렸어요. 이제 양쪽 다 카드를 보낼 수 있어요.`,
    slotsFull: (_: Told) =>
      "반쯤 열린 연결이 자리를 다 차지해서 새로 온 인사(SYN)가 사라졌어요. 세 번째 걸음(ACK)이 오거나 기다리다 지쳐 끊긴 연결이 있어야 자리가 나요.",
    traysFull: (_: Told) =>
      "연결 상자가 다 차서 새로 온 인사(SYN)가 사라졌어요. 다 쓴 연결을 끝(FIN)으로 닫아야 상자가 비어요.",
    strangeAnswer: (_: Told) =>
      "내가 보낸 적 없는 번호에 대답이 왔어요. 이 실험에서는 거절할 수 없어서 서버는 오지 않을 확인(ACK)을 계속 기다려요.",
    programStopped: (told: Told) =>
      `${program(told.service)} 프로그램이 멈춰서 문이 닫혔어요. 포트를 골라 다시 열어 주세요.`,
    doorAsked: (told: Told) =>
      `${josa(program(told.service), "은/는")} 몇 번 문이냐고 누가 물어봐요. 열어 둔 포트를 알려 주세요.`,
    doorTold: (told: Told) =>
      `${josa(program(told.service), "은/는")} ${door(told.port)}이라고 서버가 알려 줬어요.`,
    letterFellOff: (_: Told) => "받은 편지 칸이 꽉 차서 한 통이 떨어졌어요.",
    pinCameLoose: (told: Told) =>
      `핀 하나가 헐거워져 빠져서 ${prefix(told.address)} 편지가 다시 여기서 기다려요. 지금 가장 바쁜 주소 묶음에 핀을 꽂아 주세요.`,
    lineCut: (told: Told) => `${line(told)} 끊겼어요. 그리로 보낸 편지는 모두 사라져요.`,
    lineMended: (told: Told) => `${line(told)} 다시 이어졌어요.`,
    tookOver: (_: Told) => "한동안 움직임이 없어서 자동 조종이 이어서 하고 있어요.",
    welcomeBack: (_: Told) => "다시 왔네요! 지금부터 직접 하면 돼요.",
  },
  refusals: {
    malformed: "이 요청은 알아들을 수 없었어요. 페이지를 새로고침해 보세요.",
    outOfTurn: "앞의 일을 먼저 처리하고 있어요. 잠시 뒤에 다시 해 보세요.",
    notHost: "선생님만 할 수 있는 일이에요.",
    notPlayer: "참가한 사람만 할 수 있는 일이에요.",
    noSeat: "아직 맡은 자리가 없어요.",
    notPlaying: "라운드가 시작되면 할 수 있어요.",
    paused: "잠깐 멈춘 동안에는 움직일 수 없어요.",
    closed: "이 방은 이미 닫혔어요.",
    full: "이 방은 자리가 다 찼어요.",
    notYourLetter: "그 편지는 이제 내 책상에 없어요.",
    notYourErrand: "그 심부름은 이미 끝났거나 내 것이 아니에요.",
    notYourTool: "내 역할로는 할 수 없는 일이에요.",
    addressNotInBook: "주소록에 있는 주소만 쓸 수 있어요.",
    noSuchDoor: "그 번호의 문은 열려 있지 않아요.",
    noSuchExit: "내 라우터에는 그런 출구가 없어요.",
    noSuchRow: "경로표에 그런 줄이 없거나, 그 줄에 핀이 없어요.",
    noPinFree: "남은 핀이 없어요. 꽂아 둔 핀을 하나 빼서 써 보세요.",
    noSuchService: "그런 서비스는 없어요.",
    portNotInRange: "포트는 1부터 65535까지만 쓸 수 있어요.",
    alreadyListening: "그 프로그램은 이미 문을 열고 듣고 있어요.",
    noSuchConnection: "그런 연결은 없거나 이미 끝났어요.",
    noSuchCard: "그 번호로 시작하는 카드는 없어요.",
    noSuchNetwork: "그런 모둠은 없어요.",
    noSuchSeat: "그 모둠에 그런 자리는 없어요.",
    locked: "선생님이 방을 잠가 두어서 지금은 들어올 수 없어요.",
    noSuchPlayer: "그 사람은 이 방에 없어요.",
    noSuchMission: "그런 미션은 없어요.",
    tooFast: "너무 빨라요! 잠깐 쉬었다가 다시 해 보세요.",
  },
  concepts: {
    ipAddress: "IP 주소",
    destinationPort: "목적지 포트",
    sourcePort: "출발지 포트",
    longestPrefix: "가장 길게 맞는 길",
    keepingUp: "밀리지 않게 하기",
    doors: "포트로 나눠 주기",
    listening: "문 열고 듣기",
    asking: "모르면 묻기",
    silence: "답이 없을 때",
    pinning: "핀으로 길 열어 두기",
    threeSteps: "세 번의 악수",
    sequenceNumbers: "순서 번호와 확인 번호",
    oldDuplicates: "떠돌다 온 옛 편지",
    halfOpen: "반쯤 열린 연결",
    closing: "연결 닫기",
    ordering: "차례대로 맞추기",
    acknowledging: "받았다고 알리기",
    window: "창: 한 번에 보낼 만큼",
    resending: "빠진 것 다시 보내기",
  },
} as const;
