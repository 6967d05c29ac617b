/** Two who share a device, in Korean: the one whose hands play, and the one who holds the sheet. */
export const koPair = {
  offer: "한 기기를 둘이 써요",
  alone: "혼자 할래요",
  together: "한 기기를 둘이 쓰고 있어요",
  how: "한 사람은 손이 되어 움직이고, 한 사람은 눈이 되어 쪽지를 읽어 줘요. 라운드가 절반 지나면 서로 바꿔요.",
  hands: "손",
  eyes: "눈",
  handsDo: "마우스와 키보드를 움직여요.",
  eyesDo: "쪽지를 보고 말로 알려 줘요.",
  sheet: {
    title: "눈 쪽지",
    copy: "종이에 옮겨 적거나 인쇄하세요. 라운드가 시작되면 이 내용은 책상에 나오지 않아요.",
    print: "쪽지 인쇄",
    show: "쪽지 다시 보기",
    shown: "쪽지를 보는 동안에는 책상이 가려져요. 게임은 계속돼요.",
    hide: "책상으로 돌아가기",
    onSheet: "쪽지에",
    of: (round: number, mission: string) => `${round}라운드 · ${mission}`,
    sections: { book: "주소록", doors: "프로그램과 포트", routes: "경로표" },
    hints: {
      book: "무엇이 어느 주소에 있는지",
      doors: "비어 있는 칸은 문을 열 때 적으세요",
      routes: "여럿이 맞으면 가장 긴 줄, 그중에서는 위에 있는 줄",
    },
    rules: {
      title: "번호 적는 법",
      connecting: [
        "첫 인사는 SYN이에요. 순서 번호는 내 첫 번호예요.",
        "SYN+ACK가 오면 ACK로 답해요. 순서 번호는 온 확인 번호, 확인 번호는 온 순서 번호 + 1이에요.",
        "보낸 적 없는 번호를 확인해 오면 RST로 거절해요. 순서 번호는 온 확인 번호예요.",
        "FIN도 번호 하나를 써요. FIN이 오면 확인 번호는 온 순서 번호 + 1이에요.",
      ],
      listening: [
        "SYN이 오면 SYN+ACK로 답해요. 순서 번호는 내 첫 번호, 확인 번호는 온 순서 번호 + 1이에요.",
        "세 번째 걸음(ACK)이 오면 연결된 거예요. 답하지 않아도 돼요.",
        "FIN도 번호 하나를 써요. FIN이 오면 확인 번호는 온 순서 번호 + 1이에요.",
      ],
      receiving: [
        "카드의 자리는 순서 번호로 정해요.",
        "확인 번호는 빠짐없이 받은 데까지의 다음 번호예요. 카드 한 장은 10글자예요.",
        "빈칸 뒤의 카드가 먼저 와도 확인 번호는 그대로예요.",
      ],
      sending: [
        "창만큼만 보내요. 확인이 오면 그만큼 더 보낼 수 있어요.",
        "같은 확인이 3번 더 오면 그 번호의 카드가 사라진 거예요.",
        "타이머가 끝나면 확인받지 못한 카드 중 첫 장부터 다시 보내요.",
      ],
    },
  },
  swap: {
    title: "이제 서로 바꿔요",
    hands: (name: string) => `이제 ${name} 님이 손이에요.`,
    eyes: (name: string) => `${name} 님은 눈이 되어 쪽지를 들어요.`,
    done: "바꿔 앉았어요",
  },
  host: {
    title: "눈 쪽지",
    count: (count: number) => `둘이 함께 쓰는 자리 ${count}곳`,
    how: "자리마다 한 장씩이에요. 인쇄해서 나눠 주거나, 역할을 보는 동안 학생이 옮겨 적게 하세요. 시간이 모자라면 +30초를 누르세요.",
    print: "모두 인쇄",
    network: (network: string, names: string) => `${network} · ${names}`,
  },
} as const;
