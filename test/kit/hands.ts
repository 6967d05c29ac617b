import type { Answer } from "../../shared/contract/intent.ts";
import type { Reason } from "../../shared/contract/reasons.ts";
import type { Act, ActKind, Due } from "../../shared/device/act.ts";
import type { Device } from "../../shared/device/device.ts";
import type { Host } from "../../shared/device/host.ts";
import { instant } from "../../shared/lib/instant.ts";
import type { Evidence, Happening, Match, Seat } from "../../shared/match/match.ts";
import { asSeen, type ClassOptions, ScriptedClass } from "./scripted-class.ts";

/** The act of one kind. */
export type ActOf<K extends ActKind> = Extract<Act, { readonly kind: K }>;
type DueOf<K extends ActKind> = Due & { readonly proposal: ActOf<K> };

/**
 * A round that a test plays by hand: each named box is held by a player of the same name, all other seats run by
 * themselves at the quick pace of practice.
 */
export class Hands {
  readonly classroom: ScriptedClass;

  constructor(boxes: readonly string[], options: ClassOptions = {}) {
    this.classroom = new ScriptedClass({ mode: "practice", ...options });
    for (const box of boxes) this.classroom.join(box, undefined, box);
    this.classroom.startRound();
  }

  get match(): Match {
    const [network] = Object.values(this.classroom.lesson.networks);
    if (network === undefined) throw new Error("no network");
    return network.match;
  }

  seat(box: string): Seat {
    const seat = this.match.seats[box];
    if (seat === undefined) throw new Error(`no seat ${box}`);
    return seat;
  }

  device(box: string): Device {
    const device = this.match.world.boxes[box];
    if (device === undefined) throw new Error(`no box ${box}`);
    return device;
  }

  host(box: string): Host {
    const device = this.device(box);
    if (device.kind !== "host") throw new Error(`${box} is no host`);
    return device;
  }

  dues(box: string): readonly Due[] {
    return this.device(box).gate.dues;
  }

  /** Lets so much time pass, unless the round ends before. */
  wait(ms: number): void {
    this.classroom.runUntil(instant(this.classroom.now + ms));
  }

  /** Plays on until the desk has a due of this kind (and of this sort); that due. */
  waitFor<K extends ActKind>(
    box: string,
    kind: K,
    isMeant: (proposal: ActOf<K>) => boolean = () => true,
  ): DueOf<K> {
    const find = () =>
      this.dues(box).find(
        (due): due is DueOf<K> => due.proposal.kind === kind && isMeant(due.proposal as ActOf<K>),
      );
    this.classroom.playUntil(() => find() !== undefined);
    const due = find();
    if (due === undefined) throw new Error(`no ${kind} at ${box}`);
    return due;
  }

  /** The desk's player acts; packets are called by their true numbers. */
  act(box: string, act: Act): Answer {
    return this.classroom.move(box, { kind: "act", act: asSeen(this.seat(box), act) });
  }

  /** Does at these desks what their machines propose, as soon as it is due, until it is so. */
  obeyUntil(boxes: string | readonly string[], isSo: () => boolean): void {
    const obey = (box: string): void => {
      const [due] = isSo() ? [] : this.dues(box);
      if (due !== undefined) this.act(box, due.proposal);
    };
    this.classroom.playUntil(() => {
      for (const box of [boxes].flat()) obey(box);
      return isSo();
    });
  }

  /** The coach lines that the desk has been told, oldest first. */
  coached(box: string): readonly Reason[] {
    return this.told(box, "coach").flatMap(({ reason }) => (reason === undefined ? [] : [reason]));
  }

  told(box: string, kind: Happening["kind"]): readonly Happening[] {
    return this.seat(box).happenings.filter((happening) => happening.kind === kind);
  }

  /** The evidence about this desk with this reason, oldest first. */
  evidence(box: string, reason?: Reason): readonly Evidence[] {
    return this.match.evidence.filter(
      (one) => one.seat === box && (reason === undefined || one.reason === reason),
    );
  }
}
