import type { koSelfTest } from "../ko/selftest.ts";
import type { Shape } from "../shape.ts";

/** What the network between this page and its server lets through, in English. */
export const enSelfTest = {
  title: "School network check",
  why: "Open this page on a classroom computer before the lesson. It tries everything the game needs of the network.",
  testing: "Checking… this takes up to 20 seconds.",
  again: "Check again",
  results: "What was found",
  columns: { check: "Check", found: "Result", means: "What it is for" },
  checks: {
    server: "Reaching the server",
    line: "WebSocket connection",
    speed: "Download speed",
    clock: "Computer clock",
  },
  states: { good: "Good", slow: "Not ideal", bad: "Blocked", unknown: "Unknown" },
  found: {
    reached: "reached",
    unreached: "not reached",
    line: (ms) => `${ms} ms there and back`,
    noLine: "does not open",
    speed: (kilobits) => `${kilobits} kbit/s`,
    clockSame: "same as the server",
    clockAhead: (time) => `${time} fast`,
    clockBehind: (time) => `${time} slow`,
    seconds: (seconds) => (seconds === 1 ? "1 second" : `${seconds} seconds`),
    minutes: (minutes) => (minutes === 1 ? "1 minute" : `${minutes} minutes`),
    nothing: "could not be measured",
  },
  means: {
    server: "The page and the records come from there.",
    line: "Letters and moves travel over it. Without it there can be no lesson.",
    speed: "About 1 MB is fetched at first, and little after that.",
    clock:
      "The game goes by the server’s clock, so yours may be off. If it is far off, https addresses may not open.",
  },
  verdicts: {
    good: "Everything gets through. You can hold a lesson on this network.",
    unreached: "This computer cannot reach the game’s server.",
    line: "The page opens, but WebSockets are blocked. A lesson is not possible like this.",
    speed:
      "Everything gets through, but slowly. A whole class opening the game at once may have to wait.",
    delay: "Everything gets through, but with long delays. Letters may move in jerks.",
    clock: "Everything gets through. Only this computer’s clock is far off.",
  },
  ask: "Ask your network administrator for this",
  asks: {
    unreached: (host) => `Please allow outgoing HTTP connections to ${host} in the firewall.`,
    line: (host) =>
      `Please allow WebSocket connections (HTTP header “Upgrade: websocket”) to ${host} through the firewall and any proxy.`,
    speed: (host) =>
      `Please check whether connections to ${host} are throttled, and allow about 1 Mbit/s per student.`,
    delay: (host) =>
      `Please let WebSocket connections to ${host} pass directly, without a proxy or inspection device in between.`,
    clock: () => "Please have this computer set its date and time automatically from the internet.",
  },
  plain:
    "The game works the same on plain http addresses. WebSockets use the same address and port as this page.",
} satisfies Shape<typeof koSelfTest>;
