/** What a desk is told besides its tables. Each kind has a text in both languages; `coach` takes it from the reason. */
export const happeningKinds = [
  "coach",
  "errandAnswered",
  "errandFailed",
  "errandGivenUp",
  "noAnswer",
  "doorClosed",
  "nonsenseAnswer",
  "ttlEnded",
  "noRoute",
  "connectionReset",
  "connected",
  "slotsFull",
  "traysFull",
  "strangeAnswer",
  "programStopped",
  "doorAsked",
  "doorTold",
  "letterFellOff",
  "pinCameLoose",
  "lineCut",
  "lineMended",
  "tookOver",
  "welcomeBack",
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** The steps of a lesson. A round runs from `briefing` to `result` and `debrief`; `over` ends the room. */
export type Phase = "lobby" | "briefing" | "play" | "result" | "debrief" | "over";
