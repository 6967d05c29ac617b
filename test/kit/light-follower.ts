import type { View, ViewRow } from "../../shared/contract/view.ts";
import type { Act, LinkId } from "../../shared/device/act.ts";
import { parseIpv4Address } from "../../shared/wire/ipv4-address.ts";
import { type PacketId, type Port, tcpFlags } from "../../shared/wire/packet.ts";
import type { Sitting } from "./sitting.ts";

/** What a lit due asks for, read off nothing but the player's own view. */
export function litAct(view: View): Act | undefined {
  const due = Object.values(view.dues).find((row) => row.lit);
  return due === undefined ? undefined : actOf(due);
}

function actOf(due: ViewRow<"dues">): Act | undefined {
  return tcpActOf(due) ?? plainActOf(due);
}

/** What is asked for over TCP. */
function tcpActOf({ kind, about, letter, ...hint }: ViewRow<"dues">): Act | undefined {
  const [sequence, packet] = [hint.hintSequence ?? 0, Number(about) as PacketId];
  switch (kind) {
    case "open":
    case "answer":
    case "close":
    case "acknowledge":
      return {
        kind: "sendSegment",
        socket: about,
        ...(letter === undefined ? {} : { answers: letter as PacketId }),
        flags: tcpFlags.filter((flag) => hint.hintFlags?.split(" ").includes(flag)),
        sequence,
        acknowledgment: hint.hintAcknowledgment ?? 0,
      };
    case "card":
    case "again":
      return { kind: "sendCard", socket: about, sequence };
    case "letGo":
      return { kind: "letGo", socket: about };
    case "place":
      return hint.hintExit === "discard"
        ? { kind: "discard", packet }
        : { kind: "place", packet, sequence };
    default:
      return undefined;
  }
}

function plainActOf({ kind, about, ...hint }: ViewRow<"dues">): Act | undefined {
  const port = (hint.hintPort ?? 0) as Port;
  switch (kind) {
    case "ask":
      return { kind: "askDoor", service: about };
    case "bind":
      return { kind: "bindPort", service: about, port };
    case "tell":
      return { kind: "tellDoor", service: about, port };
    case "errand":
      return {
        kind: "sendDatagram",
        errand: Number(about) as never,
        destination: parseIpv4Address(hint.hintAddress ?? "") ?? (0 as never),
        destinationPort: port,
        sourcePort: (hint.hintSource ?? 0) as Port,
      };
    case "pin":
      return { kind: "pin", row: Number(about), exit: hint.hintExit ?? "" };
    case "giveUp":
      return { kind: "giveUp", errand: Number(about) as never };
    default:
      return litPlacing(Number(about) as PacketId, port, hint.hintExit);
  }
}

function litPlacing(packet: PacketId, door: Port, exit: LinkId | undefined): Act {
  if (exit === "reject") return { kind: "reject", packet };
  return exit === undefined ? { kind: "deliver", packet, door } : { kind: "forward", packet, exit };
}

/** Plays a desk by its light, over its real socket, whenever the view shows something lit, until stopped. */
export function followLight(sitting: Sitting, movesSoFar: number): () => void {
  let n = movesSoFar;
  let isBusy = false;
  const listener = async () => {
    const act = isBusy ? undefined : litAct(sitting.view());
    if (act === undefined) return;
    isBusy = true;
    n += 1;
    await sitting.move(n, { kind: "act", act });
    isBusy = false;
  };
  sitting.room.onStateChange(listener);
  return () => sitting.room.onStateChange.remove(listener);
}
