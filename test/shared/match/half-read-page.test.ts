import { expect, test } from "vitest";
import { inOrder0 } from "../../../assets/missions/in-order-0.ts";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import { inOrder2 } from "../../../assets/missions/in-order-2.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Host } from "../../../shared/device/host.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { advanceMatch } from "../../../shared/match/advance-match.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { emptyBeforePageMs } from "../../../shared/match/half-read-page.ts";
import { flightsOf } from "../../../shared/world/world.ts";
import { calm } from "../../kit/calm-mission.ts";

/** A round that begins with empty desks, and in which nobody acts. */
function begun(changes: Partial<Mission>) {
  const mission: Mission = { ...calm(inOrder1), ...changes };
  const match = createMatch(mission, { seed: 1, size: 2, automaticMs: 10 * mission.roundMs });
  const { client1, server1, client7 } = match.world.boxes;
  return { match, client: client1 as Host, server: server1 as Host, visitor: client7 as Host };
}

const cardsDue = (server: Host) =>
  server.gate.dues.filter(({ proposal }) => proposal.kind === "sendCard").length;

/** So long an empty desk of people who have not acted yet is left alone. */
const emptyMs = emptyBeforePageMs(begun({}).match);

const kindsDue = (client: Host) => client.gate.dues.map(({ proposal }) => proposal.kind);

test("a client whose desk stays empty is handed a page: its first card wants to be confirmed, a windowful is on its way", () => {
  const { match, client, server } = begun({ openErrands: [0, 1] as const, visits: [] });
  advanceMatch(match, instant(emptyMs - 1));
  expect(client.errands).toEqual([]);
  advanceMatch(match, instant(emptyMs));
  expect(client.errands).toHaveLength(1);
  expect(cardsDue(server)).toBe(0);
  expect(kindsDue(client)).toEqual(["sendSegment"]);
  advanceMatch(match, instant(emptyMs + 10_000));
  expect(kindsDue(client)).toEqual(["sendSegment", "place", "place", "place"]);
});

test("where nobody confirms, the first card of the page waits to be put in its place", () => {
  const { held, tcp, covered } = inOrder0;
  const changes = { held, tcp, covered, openErrands: [0, 1] as const, visits: [] };
  const { match, client } = begun(changes);
  advanceMatch(match, instant(emptyMs));
  expect(kindsDue(client)).toEqual(["place"]);
});

test("quick people wait for their next page for a shorter time than slow ones", () => {
  const emptyFor = (tookMs: number) => {
    const { match } = begun({});
    return emptyBeforePageMs({ ...match, tookMs: { place: Array(9).fill(tookMs) } });
  };
  expect([emptyFor(2_500), emptyFor(6_000)]).toEqual([9_500, 14_300]);
});

test("where nobody keeps what overtakes, two cards are in their place and only one is on its way", () => {
  const openErrands = [0, 1] as const;
  const { match, client, server } = begun({ tcp: inOrder2.tcp, openErrands, visits: [] });
  advanceMatch(match, instant(emptyMs));
  expect(kindsDue(client)).toEqual(["sendSegment", "sendSegment"]);
  expect(flightsOf(match.world)).toHaveLength(1);
  expect(cardsDue(server)).toBe(1);
});

test("a page comes in the place of the errand that would be next, as soon as the desk is empty", () => {
  const { match, client } = begun({ openErrands: [1, 1] as const, visits: [] });
  for (const plan of Object.values(match.errands)) plan.opensAt = [instant(60_000)];
  advanceMatch(match, instant(emptyMs));
  expect(client.errands).toHaveLength(1);
  expect(match.errands["client1"]).toMatchObject({ opensAt: [], more: 0 });
});

test("a page is handed over from a server that has a tray free, if there is one", () => {
  const tcp = { ...inOrder1.tcp, trays: 1 };
  const mission: Mission = { ...calm(inOrder1), tcp, visits: [] };
  const match = createMatch(mission, { seed: 1, size: 5, automaticMs: 10 * mission.roundMs });
  advanceMatch(match, instant(emptyMs));
  const askedOf = ["client1", "client2"].flatMap((id) =>
    (match.world.boxes[id] as Host).errands.map(({ service }) => hostOf(mission, service)),
  );
  expect(askedOf.toSorted()).toEqual(["server1", "server2"]);
});

const hostOf = ({ services }: Mission, wanted: string) =>
  services.find(({ id }) => id === wanted)?.box;

test("whoever comes by at an empty server wants the rest of a page, and what becomes of it is nobody's errand", () => {
  const visits = [{ desk: "server1", from: "client7", to: "server1" }] as const;
  const { match, server, visitor } = begun({ openErrands: [0, 0] as const, visits });
  advanceMatch(match, instant(12_500));
  expect(visitor.errands).toHaveLength(1);
  expect(cardsDue(server)).toBe(4);
  expect([match.answered, Object.keys(match.errands)]).toEqual([0, ["client1"]]);
});
