import { expect, test } from "vitest";
import {
  networksOf,
  networkView,
  shoulderView,
  shownNetwork,
} from "../../client/present/console-network-view.ts";
import { presentMap } from "../../client/present/map-scene.ts";
import { toldRoom } from "./told-room.ts";

test("one network out of all is drawn like a pupil's own", () => {
  const { play, wait, seenBy, seenByHost } = toldRoom(8);
  play();
  wait(3_000);
  const mine = seenBy("p1");
  const network = mine.lesson["now"]?.network ?? "";
  const [own, seen] = [presentMap(mine), presentMap(networkView(seenByHost(), network))];
  expect(seen.boxes.map(({ id, nickname }) => [id, nickname])).toEqual(
    own.boxes.map(({ id, nickname }) => [id, nickname]),
  );
  expect(seen.links.map(({ line }) => line)).toEqual(own.links.map(({ line }) => line));
});

test("a network's clock is its own", () => {
  const { say, play, wait, seenByHost } = toldRoom(8);
  play();
  say("host", { kind: "setPace", pace: 5, network: "n2" });
  wait(1_000);
  const rates = ["n1", "n2"].map((id) => networkView(seenByHost(), id).clock["now"]?.rate);
  expect(rates).toEqual([10, 5]);
});

test("the tenth network comes after the ninth", () => {
  const { play, seenByHost } = toldRoom(40);
  play();
  const view = seenByHost();
  const more = { score: 0, answered: 0, failed: 0, stars: 0, you: false };
  const ids = networksOf({ ...view, standings: { n10: more, ...view.standings, n9: more } });
  expect(ids).toEqual("n1 n2 n3 n4 n5 n6 n7 n9 n10".split(" "));
});

test("the big screen shows the first network until the host shows another", () => {
  const { say, play, seenByScreen } = toldRoom(8);
  play();
  expect(shownNetwork(seenByScreen())).toBe("n1");
  say("host", { kind: "showNetwork", network: "n2" });
  expect(shownNetwork(seenByScreen())).toBe("n2");
});

test("over a shoulder the host sees the player's own desk, and no letter that the player does not see", () => {
  const { say, play, wait, seenBy, seenByHost } = toldRoom(6);
  say("host", { kind: "startRound", mission: "best-effort-1" });
  play();
  for (let nth = 1; nth <= 6; nth++) say(`p${nth}`, { kind: "ready" });
  say("host", { kind: "lookOver", player: "p2" });
  for (let second = 0; second < 20; second++) {
    wait(1_000);
    const [mine, over] = [seenBy("p2"), shoulderView(seenByHost())];
    for (const table of ["belt", "dues", "errands", "routes", "rules", "happenings"] as const)
      expect(over?.[table]).toEqual(mine[table]);
    expect(over?.lesson["now"]).toMatchObject({ role: mine.lesson["now"]?.role });
    expect(Object.values(over?.letters ?? {})).toHaveLength(Object.values(mine.letters).length);
    const myBoxes = Object.entries(over?.boxes ?? {}).filter(([, { you }]) => you);
    expect(myBoxes.map(([id]) => id)).toEqual([mine.lesson["now"]?.seat]);
  }
});

test("over nobody's shoulder there is no desk", () => {
  const { play, seenByHost } = toldRoom(2);
  expect(shoulderView(seenByHost())).toBeUndefined();
  play();
  expect(shoulderView(seenByHost())).toBeUndefined();
});
