import { type Instant, soonerOf } from "../../../lib/instant.ts";
import { flightSize, type Timers } from "../connection/connection.ts";
import { acknowledge, end, type Turn, tell } from "../connection/turn.ts";
import { afterTimeOut } from "./congestion.ts";
import {
  hasUnsent,
  resendAll,
  resendFront,
  restartTimer,
  sendLittle,
  sendProbe,
} from "./sender.ts";

const troubleAfter = 3; // R1 (RFC 9293 §3.8.3, SHLD-10)

const onTimer: Readonly<Record<keyof Timers, (turn: Turn) => void>> = {
  acknowledge: (turn) => acknowledge(turn, "acknowledge"),
  retransmit: retransmissionTimeOut,
  probe: probeTimeOut,
  timeWait: (turn) => end(turn, "timeWaitOver", "finished"), // RFC 9293 §3.10.8
};

/** Lets every timer that has run out do what it was for (RFC 9293 §3.10.8). */
export function letTimersEnd(turn: Turn): void {
  for (const kind of Object.keys(onTimer) as (keyof Timers)[]) {
    const { timers } = turn.connection;
    const due = timers[kind];
    if (due === undefined || due > turn.now) continue;
    delete timers[kind];
    onTimer[kind](turn);
  }
}

/** When the next timer runs out. */
export function earliestTimer(timers: Timers): Instant | undefined {
  const { retransmit, probe, acknowledge, timeWait } = timers;
  return soonerOf(soonerOf(retransmit, probe), soonerOf(acknowledge, timeWait));
}

/** Nobody acknowledged the oldest segment in time: it goes again, and the next wait is twice as long (RFC 6298 §5.4 to §5.6). */
function retransmissionTimeOut(turn: Turn): void {
  const { connection } = turn;
  if (!mayTryAgain(turn)) return;
  const { send, congestion, settings } = connection;
  const isFirst = connection.unanswered === 1;
  afterTimeOut(congestion, isFirst, flightSize(send), send.next, send.segmentSize);
  if (settings.goBackN) {
    congestion.repair = "none"; // everything goes at once, so nothing is left to repair
    resendAll(turn);
  } else resendFront(turn, "retransmit");
  connection.timeOuts += 1;
  restartTimer(turn);
}

/** Text has waited for the window long enough (RFC 9293 §3.8.6.1; §3.8.6.2.1, rule 4). */
function probeTimeOut(turn: Turn): void {
  const { connection } = turn;
  if (connection.send.window > 0) return sendLittle(turn);
  if (!hasUnsent(connection) || !mayTryAgain(turn)) return;
  sendProbe(turn);
  connection.timeOuts += 1; // the interval grows (RFC 9293 §3.8.6.1, SHLD-30)
}

/** Counts a try that had no answer, warns at R1 and gives up at R2 (RFC 9293 §3.8.3, MUST-20). */
function mayTryAgain(turn: Turn): boolean {
  const { connection } = turn;
  connection.unanswered += 1;
  if (connection.unanswered > connection.settings.maxRetransmits) {
    end(turn, "gaveUp", "timedOut");
    return false;
  }
  if (connection.unanswered === troubleAfter) tell(turn, "trouble");
  return true;
}
