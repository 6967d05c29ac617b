import type { BoxId } from "../device/act.ts";
import type { Mission } from "./mission.ts";

/** The boxes of a map that somebody can sit at, in the order in which they are taken. */
export const playedSeats = ({ seats, boxes }: Mission): readonly BoxId[] =>
  seats.filter((id) => boxes.some((box) => box.id === id && box.automatic !== true));
