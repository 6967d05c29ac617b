import { expect, test } from "vitest";
import { inOrder1 } from "../../../assets/missions/in-order-1.ts";
import type { Mission } from "../../../shared/contract/mission.ts";
import type { Host } from "../../../shared/device/host.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { advanceMatch } from "../../../shared/match/advance-match.ts";
import { createMatch } from "../../../shared/match/create-match.ts";
import { emptyBeforePageMs } from "../../../shared/match/half-read-page.ts";
import { calm } from "../../kit/calm-mission.ts";

/** A round that begins with empty desks, and in which nobody acts. */
function begun(changes: Partial<Mission>) {
  const mission: Mission = { ...calm(inOrder1), ...changes };
  const match = createMatch(mission, { seed: 1, size: 2, automaticMs: 10 * mission.roundMs });
  const { client1, server1, client7 } = match.world.boxes;
  return { match, client: client1 as Host, server: server1 as Host, visitor: client7 as Host };
}

test("a client whose desk stays empty is handed a page: two cards of it are on their way", () => {
  const { match, client, server } = begun({ openErrands: [0, 1] as const, visits: [] });
  advanceMatch(match, instant(emptyBeforePageMs - 1));
  expect(client.errands).toEqual([]);
  advanceMatch(match, instant(emptyBeforePageMs));
  expect(client.errands).toHaveLength(1);
  expect(server.gate.dues.map(({ proposal }) => proposal.kind)).toEqual(["sendCard", "sendCard"]);
  advanceMatch(match, instant(emptyBeforePageMs + 10_000));
  expect(client.gate.dues.map(({ proposal }) => proposal.kind)).toEqual(["place", "place"]);
});

test("whoever comes by at an empty server wants the second half of a page, and what becomes of it is nobody's errand", () => {
  const visits = [{ desk: "server1", from: "client7", to: "server1" }] as const;
  const { match, server, visitor } = begun({ openErrands: [0, 0] as const, visits });
  advanceMatch(match, instant(emptyBeforePageMs));
  expect(visitor.errands).toHaveLength(1);
  expect(server.gate.dues.map(({ proposal }) => proposal.kind)).toEqual(Array(3).fill("sendCard"));
  expect([match.answered, Object.keys(match.errands)]).toEqual([0, ["client1"]]);
});
