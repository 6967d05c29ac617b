import type { Act } from "../device/act.ts";
import type { Instant } from "../lib/instant.ts";

/** How much help a pupil gets: everything lit, the first two acts of each kind, or nothing and typed fields. */
export const assistances = ["guided", "standard", "expert"] as const;
export type Assistance = (typeof assistances)[number];

/** A generated nickname: the numbers of an adjective and an animal, worded per language. */
export type Nickname = string & { readonly unit: "nickname" };

/** Who makes a move: the host, a player, or the shell reporting a socket. */
export type ActorId = string;
export type PlayerId = string;

/** What a host may ask for. */
export type HostIntent =
  | { readonly kind: "startRound"; readonly mission?: string }
  | { readonly kind: "pause" }
  | { readonly kind: "resume" }
  | { readonly kind: "endRound" }
  | { readonly kind: "closeRoom" }
  | { readonly kind: "kick"; readonly player: PlayerId };

/** What a player may ask for besides acting. */
export type PlayerIntent =
  | { readonly kind: "act"; readonly act: Act }
  | { readonly kind: "ready" }
  | { readonly kind: "takeBack" }
  | { readonly kind: "renameMe" }
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
  "noSuchPlayer",
  "noSuchMission",
  "tooFast",
] as const;
export type Refusal = (typeof refusals)[number];

/** The answer to a move. It never carries a verdict: the world answers that. */
export type Answer =
  | { readonly kind: "accepted" }
  | { readonly kind: "refused"; readonly reason: Refusal }
  | { readonly kind: "already"; readonly first: Answer };
