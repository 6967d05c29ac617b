import { isGroupMacAddress, type MacAddress } from "../../wire/mac-address.ts";
import type { FrameAddresses } from "./switching.ts";

/** Whether a station picks a frame up from its line: one for itself or for many; it leaves the flooded rest (IEEE 802.3 §4.1.2.1.2). */
export const isForStation = (station: MacAddress, { destination }: FrameAddresses): boolean =>
  destination === station || isGroupMacAddress(destination);
