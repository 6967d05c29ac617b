/** An IPv4 address as the 32 bits that travel. */
export type Ipv4Address = number & { readonly unit: "IPv4 address" };

/** A block of addresses: the leading `length` bits of `address`. */
export type Prefix = { readonly address: Ipv4Address; readonly length: number };

/** `"10.0.3.80"` as an address; undefined for anything that is not four octets in decimal. */
export function parseIpv4Address(text: string): Ipv4Address | undefined {
  if (!/^(0|[1-9]\d{0,2})(\.(0|[1-9]\d{0,2})){3}$/.test(text)) return undefined;
  const octets = text.split(".").map(Number);
  if (octets.some((octet) => octet > 255)) return undefined;
  return (octets.reduce((bits, octet) => bits * 256 + octet, 0) >>> 0) as Ipv4Address;
}

/** The address in dotted decimal. */
export const formatIpv4Address = (address: Ipv4Address): string =>
  `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;

/** The address of four octets. */
export const ipv4Address = (a: number, b: number, c: number, d: number): Ipv4Address =>
  (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) as Ipv4Address;

/** The address of every machine on a link (RFC 1122 §3.2.1.3 c). */
export const broadcastAddress = ipv4Address(255, 255, 255, 255);

/** Whether a packet can come from or go to one machine here: no network, loop, group or broadcast (RFC 1122 §3.2.1.3). */
export function isUnicast(address: Ipv4Address): boolean {
  const first = address >>> 24;
  return first > 0 && first < 224 && first !== 127;
}

/** The prefix as `"10.0.3.0/24"`. */
export const formatPrefix = (prefix: Prefix): string =>
  `${formatIpv4Address(prefix.address)}/${prefix.length}`;

/** The bits that a prefix of this length compares. */
export const maskOf = (length: number): number =>
  length === 0 ? 0 : (0xffff_ffff << (32 - length)) >>> 0;

/** Whether the address lies inside the prefix (RFC 4632 §3.1). */
export const contains = (prefix: Prefix, address: Ipv4Address): boolean =>
  ((address ^ prefix.address) & maskOf(prefix.length)) === 0;
