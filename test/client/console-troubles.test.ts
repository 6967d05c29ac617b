import { expect, test } from "vitest";
import { languages, texts } from "../../assets/text/text.ts";
import { presentNetworkState, presentTroubles } from "../../client/present/console-troubles.ts";
import { presentNickname } from "../../client/present/shell-nickname.ts";
import { reasonNames, reasons } from "../../shared/contract/reasons.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { toldRoom } from "./told-room.ts";

const { ko } = texts;

function troubled(...rows: readonly Partial<ViewRow<"troubles">>[]): View {
  const { play, seenByHost } = toldRoom(8);
  play();
  const troubles = rows.map((row, nth) => [
    `n1/${nth}`,
    {
      ...{ network: "n1", box: "router1", role: "router", player: `p${nth + 1}` },
      ...{ cause: "idle", since: nth, count: 1, ...row },
    },
  ]);
  return { ...seenByHost(), troubles: Object.fromEntries(troubles) };
}

const present = (view: View, text = ko) => presentTroubles(view, text, () => 65_000);

test("whoever loses most stands first", () => {
  const view = troubled(
    { cause: "away" },
    { cause: "offline" },
    { cause: "idle" },
    { cause: "repeats", reason: "wrongDoor", count: 2 },
    { cause: "full", count: 3 },
  );
  expect(present(view).map(({ player }) => player)).toEqual(["p5", "p4", "p2", "p3", "p1"]);
});

test("a pupil whose line is cut is reported by the lesson itself", () => {
  const { say, play, seenByHost } = toldRoom(4);
  play();
  say("shell", { kind: "lineCut", player: "p2" });
  const [trouble, ...others] = present(seenByHost());
  expect(others).toEqual([]);
  expect(trouble).toMatchObject({ player: "p2", isOffline: true, tone: "wait" });
  expect(trouble?.sentence).toBe(ko.console.help.offline);
});

test("standing still says for how long, on the network's own clock", () => {
  const [trouble] = present(troubled({ cause: "idle", since: 5_000 }));
  expect(trouble?.sentence).toContain("1:00");
});

test.each(languages)("a fault is told by what happened and not by advice, in %s", (language) => {
  const text = texts[language];
  for (const reason of reasonNames.filter((name) => reasons[name].verdict !== "right")) {
    const [trouble] = present(troubled({ cause: "repeats", reason, count: 3 }), text);
    const [first = ""] = text.coach.reasons[reason].split(/(?<=[.!?])\s/);
    expect(trouble?.sentence).toContain(first);
    expect(trouble?.sentence.length).toBeLessThan(first.length + 40);
    expect(trouble?.short).toContain(text.coach.concepts[reasons[reason].concept]);
  }
});

test("a cause that this page does not know is left out", () => {
  expect(present(troubled({ cause: "asleep" }))).toEqual([]);
});

test("a network's state is its worst trouble, by name; without one it does well", () => {
  const view = troubled({ cause: "offline" }, { cause: "full", count: 2 });
  const troubles = present(view);
  const name = presentNickname(view.players["p2"]?.nickname ?? "", ko);
  expect(presentNetworkState(view, ko, troubles, "n1")).toEqual({
    tone: "bad",
    sentence: ko.console.help.short.full(name),
  });
  expect(presentNetworkState(view, ko, troubles, "n2")).toEqual({
    tone: "good",
    sentence: ko.console.network.good,
  });
});

test.each([
  [{ kind: "cutLink", link: "router1-router2" }, ko.console.network.broken.cut],
  [{ kind: "setLoss", link: "router1-router2", percent: 30 }, ko.console.network.broken.loss],
  [{ kind: "setDelay", link: "router1-router2", times: 3 }, ko.console.network.broken.slow],
  [{ kind: "killBox", box: "server" }, ko.console.network.broken.off],
] as const)("a network in which something is broken does not do well: %o", (fault, sentence) => {
  const { say, play, seenByHost } = toldRoom(8);
  play();
  say("host", { kind: "fault", fault, network: "n1" });
  expect(presentNetworkState(seenByHost(), ko, [], "n1")).toEqual({ tone: "wait", sentence });
  expect(presentNetworkState(seenByHost(), ko, [], "n2").tone).toBe("good");
});

test("a network without people is not praised", () => {
  const { say, seenByHost } = toldRoom(0);
  say("host", { kind: "startRound" });
  expect(presentNetworkState(seenByHost(), ko, [], "n1").sentence).toBe(ko.console.network.calm);
});
