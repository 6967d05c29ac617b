import { expect, test } from "vitest";
import type { Host } from "../../../../shared/device/host.ts";
import { straySyn } from "../../../../shared/device/tcp/stray-syn.ts";
import type { Port } from "../../../../shared/wire/packet.ts";
import { Hands } from "../../../kit/hands.ts";
import { Talk } from "../../../kit/talk.ts";

test("no two knocks have the same four numbers, however many there are", () => {
  const talk = new Talk([]);
  const [from, to] = [talk.host("client1"), talk.host("server1")];
  const ports = Array.from({ length: 400 }, () => {
    const { body } = straySyn(from, to, 80 as Port);
    return body.protocol === "tcp" ? body.sourcePort : undefined;
  });
  expect(new Set(ports).size).toBe(400);
});

test("whoever has no TCP of their own can be said to have knocked, too", () => {
  const hosts = Object.values(new Hands([]).match.world.boxes).filter(
    ({ kind }) => kind === "host",
  );
  const [from, to] = hosts as [Host, Host];
  expect(straySyn(from, to, 80 as Port).body.protocol).toBe("tcp");
});
