import type { Ipv4Address } from "./ipv4-address.ts";

/** A 48-bit hardware address, first octet highest (RFC 9542 §2.1). */
export type MacAddress = number & { readonly unit: "MAC address" };

/** The address of every station on a link (RFC 9542 §2.1). */
export const broadcastMacAddress = 0xffff_ffff_ffff as MacAddress;

/** Whether the address stands for many stations: the lowest bit of its first octet says so (RFC 9542 §2.1). */
export const isGroupMacAddress = (address: MacAddress): boolean =>
  Math.floor(address / 0x100_0000_0000) % 2 === 1;

/** Whether the address is one of the sixteen that no switch passes on: 01:80:c2:00:00:0x (IEEE 802.1D §7.12.6). */
export const isLinkMacAddress = (address: MacAddress): boolean =>
  Math.floor(address / 16) === 0x0180_c200_000;

/** The hardware address that a box of the game carries: its IPv4 address below the octets 02:00. */
export const macAddressOf = (address: Ipv4Address): MacAddress =>
  // 02 marks a locally administered address of one station, so no real card has it (RFC 9542 §2.1.1).
  (0x0200_0000_0000 + address) as MacAddress;

/** `"02:00:0a:00:03:50"` as an address; undefined for anything that is not six octets of two hex digits. */
export const parseMacAddress = (text: string): MacAddress | undefined =>
  /^[\da-f]{2}(:[\da-f]{2}){5}$/i.test(text)
    ? (Number.parseInt(text.replaceAll(":", ""), 16) as MacAddress)
    : undefined;

/** The address as six octets of two hex digits. */
export const formatMacAddress = (address: MacAddress): string =>
  address
    .toString(16)
    .padStart(12, "0")
    .replace(/..(?!$)/g, "$&:");

/** The address that stands in six octets of a frame or message. */
export const readMacAddress = (fields: DataView, at: number): MacAddress =>
  (fields.getUint16(at) * 0x1_0000_0000 + fields.getUint32(at + 2)) as MacAddress;

/** Puts the address into six octets of a frame or message. */
export function writeMacAddress(fields: DataView, at: number, address: MacAddress): void {
  fields.setUint16(at, Math.floor(address / 0x1_0000_0000));
  fields.setUint32(at + 2, address % 0x1_0000_0000);
}
