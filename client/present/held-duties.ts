import type { View } from "../../shared/contract/view.ts";
import { myRole } from "./desk-cards.ts";
import { missionOf } from "./mission-of.ts";
import { type TcpDesk, tcpDeskFor } from "./tcp-desk.ts";

/** The duties that are played at my desk; undefined while nobody has said. */
export function heldDuties(view: View): readonly string[] | undefined {
  const told: string | undefined = view.rules["now"]?.held;
  return told?.split(" ") ?? missionOf(view)?.held[myRole(view)];
}

/** What my desk is for over TCP; undefined where nothing of it is played by hand. */
export const tcpDesk = (view: View): TcpDesk | undefined => tcpDeskFor(heldDuties(view) ?? []);

/** Whether control bits and my own number are for me to write, and not only the number that I expect. */
export const writesWholeSegments = (view: View): boolean =>
  ["handshake", "close"].some((duty) => heldDuties(view)?.includes(duty));
