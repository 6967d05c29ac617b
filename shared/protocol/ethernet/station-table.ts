import type { Instant } from "../../lib/instant.ts";
import type { MacAddress } from "../../wire/mac-address.ts";

/** The socket of a switch that one line is plugged into. */
export type SwitchPort = string;

/** A station that a switch has heard: behind which port, and when last (IEEE 802.1D §7.9.2). */
export type Station = {
  readonly address: MacAddress;
  readonly port: SwitchPort;
  readonly heardAt: Instant;
};

/** Every station that a switch knows, each behind one port, the one heard longest ago first. */
export type StationTable = readonly Station[];

/** The station with this address, if it is known. */
export const stationOf = (table: StationTable, address: MacAddress): Station | undefined =>
  table.find((station) => station.address === address);

/** The table after a station was heard: whatever was known of it before is replaced (IEEE 802.1D §7.8). */
export const withStation = (table: StationTable, heard: Station): StationTable => [
  ...table.filter(({ address }) => address !== heard.address),
  heard,
];

/** The table without the stations that the test picks. */
export const withoutStations = (
  table: StationTable,
  isGone: (station: Station) => boolean,
): StationTable => (table.some(isGone) ? table.filter((station) => !isGone(station)) : table);
