import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeArpMessage, encodeArpMessage } from "../../../shared/wire/arp-message.ts";
import { ipv4Address } from "../../../shared/wire/ipv4-address.ts";
import { type MacAddress, macAddressOf } from "../../../shared/wire/mac-address.ts";
import { anArpMessage, mangled } from "./arbitraries.ts";
import { hex } from "./hex.ts";

const asking = ipv4Address(10, 0, 1, 10);
const asked = ipv4Address(10, 0, 3, 80);

test("who has 10.0.3.80? tell 10.0.1.10", () => {
  const question = encodeArpMessage({
    operation: "request",
    senderMac: macAddressOf(asking),
    senderAddress: asking,
    targetMac: 0 as MacAddress,
    targetAddress: asked,
  });
  expect(question).toEqual(
    hex(`0001 0800 06 04 0001
         0200 0a00 010a 0a00 010a
         0000 0000 0000 0a00 0350`),
  );
});

test("decoding gives back what was encoded, with or without padding behind it", () => {
  fc.assert(
    fc.property(anArpMessage, fc.nat(20), (message, padding) => {
      const octets = Uint8Array.from([...encodeArpMessage(message), ...new Uint8Array(padding)]);
      expect(decodeArpMessage(octets)).toEqual({ ok: true, value: message });
    }),
  );
});

const rest = "0200 0a00 010a 0a00 010a 0000 0000 0000 0a00 0350";
test.each([
  ["tooShort", `0001 0800 06 04 0001 ${rest.slice(0, -2)}`],
  ["otherNetwork", `0006 0800 06 04 0001 ${rest}`],
  ["otherNetwork", `0001 86dd 06 04 0001 ${rest}`],
  ["otherNetwork", `0001 0800 08 04 0001 ${rest}`],
  ["otherNetwork", `0001 0800 06 10 0001 ${rest}`],
  ["unknownOperation", `0001 0800 06 04 0003 ${rest}`],
])("%s: %s", (reason, octets) => {
  expect(decodeArpMessage(hex(octets))).toEqual({ ok: false, reason });
});

test("whatever arrives, decoding answers", () => {
  fc.assert(
    fc.property(mangled(anArpMessage.map(encodeArpMessage)), (octets) => {
      expect(decodeArpMessage(octets)).toHaveProperty("ok");
    }),
  );
});
