import type { Act, BoxId, LinkId } from "../device/act.ts";
import type { Instant } from "../lib/instant.ts";
import type { DebriefStep, QuestionStep } from "./debrief-steps.ts";

/** How much help a pupil gets: everything lit, the first two acts of each kind, or nothing and typed fields. */
export const assistances = ["guided", "standard", "expert"] as const;
export type Assistance = (typeof assistances)[number];

/** A generated nickname: the numbers of an adjective and an animal, worded per language; or two of them (`pair.ts`). */
export type Nickname = string & { readonly unit: "nickname" };

/** Who makes a move: the host, a player, or the shell reporting a socket. */
export type ActorId = string;
export type PlayerId = string;

/** How fast a network lives, in tenths of its own time: relaxed, normal, brisk. */
export const paces = [5, 10, 13] as const;
export type Pace = (typeof paces)[number];

/** What a host can do to a network. What is cut or killed stays so until it is mended or revived. */
export type Fault =
  | { readonly kind: "cutLink" | "mendLink"; readonly link: LinkId }
  | { readonly kind: "setLoss"; readonly link: LinkId; readonly percent: number }
  | { readonly kind: "setDelay"; readonly link: LinkId; readonly times: number }
  | { readonly kind: "killBox" | "reviveBox"; readonly box: BoxId };

/** How many times faster than it was a round is looked at again; 0 stands still. */
export const tapeRates = [0, 1, 4, 16] as const;
export type TapeRate = (typeof tapeRates)[number];

/** What a host may ask for. `network` says where; without it every network is meant. */
export type HostIntent =
  | { readonly kind: "startRound"; readonly mission?: string }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "extend" }
  | { readonly kind: "endRound" }
  /** No errand opens any more; the round ends when the last open one has. */
  | { readonly kind: "endSoon" }
  | { readonly kind: "closeRoom" }
  | { readonly kind: "kick"; readonly player: PlayerId }
  /** Somebody gets another generated nickname. */
  | { readonly kind: "rename"; readonly player: PlayerId }
  | { readonly kind: "lock"; readonly locked: boolean }
  | { readonly kind: "setPace"; readonly pace: Pace; readonly network?: string }
  /** Whether a round's idea is explained before it is played; and how long rounds last, if not as their missions say. */
  | { readonly kind: "setLesson"; readonly explainFirst: boolean; readonly roundMs?: number }
  /** So many play in one network at most; above six it has two districts. */
  | { readonly kind: "setSize"; readonly size: number }
  | { readonly kind: "setPlaylist"; readonly missions: readonly string[] }
  | { readonly kind: "fault"; readonly fault: Fault; readonly network?: string }
  | {
      readonly kind: "moveSeat";
      readonly player: PlayerId;
      readonly network: string;
      readonly box: BoxId;
    }
  | { readonly kind: "assist"; readonly player: PlayerId; readonly assistance: Assistance }
  /** Lights the next act of somebody who is stuck. */
  | { readonly kind: "hint"; readonly player: PlayerId }
  | { readonly kind: "setTeams"; readonly teams: readonly (readonly PlayerId[])[] }
  | { readonly kind: "mixTeams" | "keepTeams" }
  /** Looks over somebody's shoulder; without a player no longer. */
  | { readonly kind: "lookOver"; readonly player?: PlayerId }
  /** The network that the big screen shows. */
  | { readonly kind: "showNetwork"; readonly network: string }
  | { readonly kind: "debrief"; readonly step: DebriefStep }
  /** Where the round that is looked at again stands on all screens, in play time, and how fast it goes on from there. */
  | { readonly kind: "tape"; readonly at: number; readonly rate: TapeRate };

/** What a player may ask for besides acting. */
export type PlayerIntent =
  | { readonly kind: "act"; readonly act: Act }
  | { readonly kind: "ready" }
  | { readonly kind: "takeBack" }
  /** In the lobby a letter flies to somebody, for fun. */
  | { readonly kind: "throwLetter"; readonly to: PlayerId }
  /** What somebody thinks before it is shown, of the network that all look at: a place on its map, or an option's number. */
  | {
      readonly kind: "guess";
      readonly step: QuestionStep;
      readonly network: string;
      readonly choice: string;
    }
  | { readonly kind: "renameMe" }
  /** Two sit at this device and share the seat, or one sits there alone again. */
  | { readonly kind: "shareSeat"; readonly shared: boolean }
  | { readonly kind: "setAssistance"; readonly assistance: Assistance };

/** What only the shell says: it alone sees sockets and draws keys. */
export type ShellIntent =
  | {
      readonly kind: "join";
      readonly player: PlayerId;
      readonly keyHash: string;
      readonly seat?: string;
    }
  | { readonly kind: "lineCut"; readonly player: PlayerId }
  | { readonly kind: "lineBack"; readonly player: PlayerId };

export type Intent = HostIntent | PlayerIntent | ShellIntent;

/** One line of the journal: who asked for what, when, as that actor's how-manieth move (1, 2, 3 …). */
export type Move = {
  readonly at: Instant;
  readonly by: ActorId;
  readonly n: number;
  readonly intent: Intent;
};

/** Why a move is refused at once. A refused move changes nothing; each refusal has a text in both languages. */
export const refusals = [
  "malformed",
  "outOfTurn",
  "notHost",
  "notPlayer",
  "noSeat",
  "notPlaying",
  "paused",
  "closed",
  "full",
  "notYourLetter",
  "notYourErrand",
  "notYourTool",
  "addressNotInBook",
  "noSuchDoor",
  "noSuchExit",
  "noSuchRow",
  "noPinFree",
  "noSuchService",
  "portNotInRange",
  "alreadyListening",
  "noSuchConnection",
  "noSuchCard",
  "noSuchPlayer",
  "noSuchMission",
  "noSuchNetwork",
  "noSuchSeat",
  "locked",
  "tooFast",
] as const;
export type Refusal = (typeof refusals)[number];

/** The answer to a move. It never carries a verdict: the world answers that. */
export type Answer =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reason: Refusal }
  | { readonly kind: "already"; readonly first: Answer };
