import { describe, expect, test } from "vitest";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import { duesOf } from "../../../shared/device/device.ts";
import type { Host } from "../../../shared/device/host.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { flightsOf } from "../../../shared/world/world.ts";

const openErrands = [3, 3] as const;

const seeded = (underWay: "question" | "answer" | "nothing") => {
  const seeds = [{ client: "client1", underWay }] as const;
  const match = createMatch({ ...inOrder1, openErrands, seeds }, { seed: 1, size: 2 });
  const { client1, server1 } = match.world.boxes;
  return { match, client: client1 as Host, server: server1 as Host };
};

const statesOf = (host: Host) =>
  Object.values(host.tcp?.endpoint.connections ?? {}).map(({ connection }) => connection.state);

describe.each(["question", "answer"] as const)("a page whose %s is under way", (underWay) => {
  const { match, client, server } = seeded(underWay);

  test("has an open connection at both ends", () => {
    expect([statesOf(client), statesOf(server)]).toEqual([["ESTABLISHED"], ["ESTABLISHED"]]);
  });

  test("is one of the client's errands, and takes one of its places", () => {
    expect(client.errands).toHaveLength(1);
    expect(match.errands["client1"]?.opensAt).toHaveLength(openErrands[0] - 1);
  });

  test("waits at the server", () => {
    const kinds = server.gate.dues.map(({ proposal }) => proposal.kind);
    expect(kinds).toEqual(
      underWay === "question"
        ? ["sendCard", "sendCard", "sendCard", "sendCard"]
        : ["sendCard", "sendCard"],
    );
  });
});

test("the first card of an answer has come, and the second is on its way to the last router", () => {
  const { match, client } = seeded("answer");
  const [due] = client.gate.dues;
  expect(due?.proposal.kind).toBe("place");
  expect(due && duesOf(client, due.proposal)).toHaveLength(1);
  const under = flightsOf(match.world).map(({ packet, from }) => [from, packet.body.protocol]);
  expect(under).toEqual([["router2", "tcp"]]);
});

test("where nothing is under way, the connection is opened just now", () => {
  const { match, client } = seeded("nothing");
  expect(statesOf(client)).toEqual(["SYN-SENT"]);
  expect(flightsOf(match.world).map(({ from }) => from)).toEqual(["client1"]);
});

test("a question alone leaves nothing on the way", () => {
  expect(flightsOf(seeded("question").match.world)).toEqual([]);
});
