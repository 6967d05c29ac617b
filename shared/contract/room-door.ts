/** Why a room does not let somebody in. Each has a text in both languages. */
export const joinRefusals = [
  "badKey",
  "wrongCode",
  "roomFull",
  "roomLocked",
  "roomClosed",
  "pageOld",
  "lessonOld",
  "tooMany",
] as const;
export type JoinRefusalReason = (typeof joinRefusals)[number];

/** Why a report is not given: its round still goes on, there was none, or it is the host's alone. */
export const reportRefusals = ["notOver", "noSuchRound", "notHost"] as const;
export type ReportRefusalReason = (typeof reportRefusals)[number];

/** The codes with which the server closes a line for good: whoever is closed so need not knock again. */
export const lineEnds = { seatTaken: 4100, kicked: 4101, roomEnded: 4102 } as const;
