import { expect, test } from "vitest";
import { addresses, aLetter, anErrorAbout, aRouter, OneBox } from "../../../kit/one-box.ts";

/** Every letter that a router can get, by what is right and wrong with it. */
const cells = [true, false].flatMap((isForRouter) =>
  [1, 2].flatMap((ttl) =>
    [true, false].flatMap((hasRoute) =>
      [true, false].map((isError) => ({ isForRouter, ttl, hasRoute, isError })),
    ),
  ),
);

/** RFC 1812 §5.2.1: is it mine, is its time over, where does it go; the first answer decides. */
function fateOf({ isForRouter, ttl, hasRoute }: (typeof cells)[number]): string {
  if (isForRouter) return "consumed";
  if (ttl === 1) return "timeExceeded";
  return hasRoute ? "passes on" : "netUnreachable";
}

const reasons: Readonly<Record<string, string>> = {
  timeExceeded: "drops: expired",
  netUnreachable: "drops: noRoute",
};

test.each(cells)(
  "%j: the first rule that applies decides, and no error is about an error",
  (cell) => {
    const { isForRouter, ttl, hasRoute, isError } = cell;
    const away = hasRoute ? addresses.client : addresses.nowhere;
    const destination = isForRouter ? addresses.router : away;
    const letter = aLetter({ source: addresses.server, destination, ttl });
    const error = anErrorAbout(aLetter(), "portUnreachable");
    const packet = isError ? { ...error, ip: letter.ip } : letter;
    const deeds = new OneBox(aRouter()).arrive(packet, "up").join("\n");
    const fate = fateOf(cell);
    const isReported = fate in reasons;
    expect(deeds).toContain(reasons[fate] ?? fate);
    expect(/sends on .*icmp/.test(deeds)).toBe(isReported && !isError);
    if (isReported && !isError) expect(deeds).toContain(fate);
    if (fate === "passes on") expect(deeds).toContain("ttl 1");
  },
);
