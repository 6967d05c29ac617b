import type { View } from "../../shared/contract/view.ts";
import type { BoxId } from "../../shared/device/act.ts";
import type { Hop, Story } from "../../shared/lesson/story.ts";
import { letterKind } from "../../shared/wire/segment-kind.ts";

/** A run that was played to its end: with its seed the same round begins again. `box` is where I sat. */
export type PastRun = { readonly seed: number; readonly box: BoxId; readonly story: Story };

/** The letters of a past run as they were to be seen then: a ghost shows nothing that is new. */
export function ghostLetters({ story: { mission, hops }, box }: PastRun): View["letters"] {
  const seesAll = mission.sight === "open";
  const seen = hops.filter((hop) => seesAll || isMine(hop, box));
  const reads = seesAll || mission.boxes.some(({ id, role }) => id === box && role !== "router");
  return Object.fromEntries(
    seen.map(({ packet, link, from, to, departAt, arriveAt, lostAt }, index) => {
      const kind = reads ? letterKind(packet) : packet.body.protocol;
      const row = { kind, link, from, to, departAt, arriveAt };
      return [String(index), seesAll && lostAt !== undefined ? { ...row, lostAt } : row];
    }),
  );
}

const isMine = ({ from, to, lostAt }: Hop, box: BoxId): boolean =>
  from === box || (to === box && lostAt === undefined);
