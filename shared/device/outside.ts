import type { Instant } from "../lib/instant.ts";
import type { ActId, Ipv4Header, Packet } from "../wire/packet.ts";
import type { BoxId, CallFlag, ErrandId, LinkId, ServiceId } from "./act.ts";

/** Why a machine lets a packet end without passing it on. */
export type DropReason =
  | "notMine"
  | "expired"
  | "noRoute"
  | "closedPort"
  | "beltFull"
  | "consumed"
  | "discarded"
  | "noSlotFree"
  | "dead";

/** What a machine tells the desk that sits at it. `cause` is the act it descends from. */
export type Notice =
  | {
      readonly kind:
        | "errandAnswered"
        | "errandFailed"
        | "errandGivenUp"
        | "noAnswer"
        | "doorClosed"
        | "nonsenseAnswer"
        | "ttlEnded"
        | "noRoute"
        | "connectionReset";
      readonly errand: ErrandId;
      readonly service: ServiceId;
      readonly openedAt: Instant;
    }
  | { readonly kind: "programStopped"; readonly service: ServiceId }
  | { readonly kind: "doorAsked"; readonly service: ServiceId; readonly box: BoxId }
  /** A handshake is over: this errand may talk now. */
  | { readonly kind: "connected"; readonly errand: ErrandId; readonly service: ServiceId }
  /** A SYN was lost because no slot, or no tray, was free. */
  | { readonly kind: "slotsFull" | "traysFull" }
  /** An answer came to a number that was never sent, and nobody here can say so. */
  | { readonly kind: "strangeAnswer" }
  | { readonly kind: "letterFellOff" }
  /** A pin is no longer where it was: the letters for this prefix wait again. */
  | { readonly kind: "pinCameLoose"; readonly address: string }
  /** A program got something that was not for it: the act that brought it there shows at once. */
  | { readonly kind: "programComplained" };

/** A sign that a machine holds up for its whole network. */
export type Call =
  | { readonly kind: "askDoor"; readonly service: ServiceId }
  | { readonly kind: "tellDoor"; readonly service: ServiceId; readonly port: number }
  | { readonly kind: "raiseFlag"; readonly flag: CallFlag };

/** A packet that has no number yet: the world gives it one when it leaves. */
export type NewPacket = {
  readonly ip: Omit<Ipv4Header, "identification">;
  readonly body: Packet["body"];
  readonly pins?: readonly ActId[];
  readonly why?: string;
};

/** The pins that a packet has flowed along, for the one that answers it: it descends from them too. */
export const pinsOf = ({ pins }: Packet): Pick<NewPacket, "pins"> =>
  pins === undefined ? {} : { pins };

/** The world as one machine sees it: what it can do to it. */
export type Outside = {
  /** Sends a packet of our own making. */
  originate(link: LinkId, packet: NewPacket, cause: ActId | undefined): void;
  /** Sends on a packet that came from elsewhere. */
  transmit(link: LinkId, packet: Packet): void;
  dropped(packet: Packet, reason: DropReason): void;
  notice(notice: Notice, cause: ActId | undefined, packet?: Packet): void;
  call(call: Call, cause: ActId | undefined): void;
};
