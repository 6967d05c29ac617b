import { units } from "../../present/map-frame.ts";
import type { Plan } from "../plan.ts";

/** A size in map units and the CSS font of that size. */
export type TypeFace = { readonly size: number; readonly font: string };

/** Whether the map is so small that its texts, which stay readable, leave room only for what nobody can do without. */
export const isCramped = ({ frame }: Pick<Plan, "frame">): boolean => units(frame, 12) > 17.5;

/** Names of machines and districts. */
export const nameFace = (plan: Plan): TypeFace => face(plan, "sans", 800, 14.5, 13);
/** Addresses and prefixes. */
export const numberFace = (plan: Plan): TypeFace => face(plan, "mono", 600, 12, 12);
/** What a pill says. */
export const pillFace = (plan: Plan): TypeFace => face(plan, "sans", 700, 12, 12);
/** What a sign says. */
export const signFace = (plan: Plan): TypeFace => face(plan, "sans", 800, 13.5, 12.5);

/** As large as drawn on the full-size map, and never below `least` CSS pixels on a smaller one. */
function face(
  { frame, palette }: Plan,
  family: "sans" | "mono",
  weight: number,
  drawn: number,
  least: number,
): TypeFace {
  const size = Math.max(drawn, units(frame, least));
  return { size, font: `${weight} ${size}px ${palette(family)}` };
}
