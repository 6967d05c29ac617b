import {
  type JoinRefusalReason,
  joinRefusals,
  type ReportRefusalReason,
  reportRefusals,
} from "../../shared/contract/room-door.ts";
import type { Story } from "../../shared/lesson/story.ts";

/** Whose room it is and with which key: a seat's, the host's or the screen's. Downloads take the host's. */
export type Membership = { readonly server?: string; readonly code: string; readonly key: string };

/** A report, or why there is none. */
export type Told<T> =
  | { readonly kind: "told"; readonly told: T }
  | {
      readonly kind: "refused";
      readonly reason: ReportRefusalReason | JoinRefusalReason | "unreachable";
    };

/** A zip of a long round is made before it is sent. */
const answerMs = 30_000;
const reasons = [...joinRefusals, ...reportRefusals];

/** What happened in a network in a round that is over, for everybody in the room. */
export const fetchStory = (
  member: Membership,
  round: number,
  network: string,
): Promise<Told<Story>> =>
  ask(member, `rounds/${round}/networks/${network}/story`, (response) => response.json());

/** A zip with a capture of each link in each network of a round, for Wireshark. */
export const fetchCaptures = (
  member: Membership,
  round: number,
  language: string,
): Promise<Told<Blob>> =>
  ask(member, `rounds/${round}/captures.zip?language=${language}`, (response) => response.blob());

/** Everything that happened in the lesson so far, as a file that the game opens again. */
export const fetchJournal = (member: Membership): Promise<Told<Blob>> =>
  ask(member, "journal.json", (response) => response.blob());

async function ask<T>(
  { server = location.origin, code, key }: Membership,
  path: string,
  read: (response: Response) => Promise<T>,
): Promise<Told<T>> {
  try {
    const response = await fetch(`${server}/rooms/${code}/${path}`, {
      headers: { Authorization: `Bearer ${key}` },
      signal: AbortSignal.timeout(answerMs),
    });
    if (response.ok) return { kind: "told", told: await read(response) };
    const { error } = await response.json();
    return refused(reasons.find((reason) => reason === error) ?? "unreachable");
  } catch {
    return refused("unreachable");
  }
}

const refused = (reason: Extract<Told<never>, { kind: "refused" }>["reason"]) =>
  ({ kind: "refused", reason }) as const;
