import type { BoxId } from "../device/act.ts";
import type { Mission } from "./mission.ts";

/** In which of two joined districts a machine stands; undefined where there is only one. */
export function districtOf({ boxes, zones }: Mission, box: BoxId): number | undefined {
  const zone = boxes.find(({ id }) => id === box)?.zone;
  return zones.find(({ id }) => id === zone)?.district;
}
