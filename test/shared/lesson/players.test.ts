import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mostPlayers } from "../../../shared/lesson/players.ts";
import { instant } from "../../../shared/lib/instant.ts";
import { isInHand } from "../../../shared/match/match.ts";
import { Hands } from "../../kit/hands.ts";
import { ScriptedClass } from "../../kit/scripted-class.ts";

const accepted = { kind: "accepted" };

describe("joining", () => {
  test("forty players fit into a room, the next is refused", () => {
    const classroom = new ScriptedClass();
    for (let n = 1; n <= mostPlayers; n++) expect(classroom.join(`p${n}`)).toEqual(accepted);
    expect(classroom.join("p41")).toEqual({ kind: "refused", reason: "full" });
    classroom.move("host", { kind: "kick", player: "p7" });
    expect(classroom.join("p41")).toEqual(accepted);
  });

  test("everybody has a nickname of their own, even after many wishes for another", () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 40 }), (seed, size) => {
        const classroom = new ScriptedClass({ seed });
        for (let n = 1; n <= size; n++) classroom.join(`p${n}`);
        for (let n = 1; n <= size; n++) classroom.move(`p${n}`, { kind: "renameMe" });
        const nicknames = Object.values(classroom.lesson.players).map(({ nickname }) => nickname);
        expect(new Set(nicknames).size).toBe(size);
        for (const nickname of nicknames) expect(nickname).toMatch(/^\d{1,2}-\d{1,2}$/);
      }),
      { numRuns: 30 },
    );
  });

  test("the host gives somebody another nickname at any time, and nobody else", () => {
    const classroom = new ScriptedClass();
    for (const player of ["p1", "p2"]) classroom.join(player);
    classroom.startRound();
    const nicknameOf = (player: string) => classroom.lesson.players[player]?.nickname;
    const before = nicknameOf("p1");
    const wish = { kind: "rename", player: "p1" } as const;
    expect(classroom.move("p2", wish)).toEqual({ kind: "refused", reason: "notHost" });
    expect(nicknameOf("p1")).toBe(before);
    expect(classroom.move("host", wish)).toEqual({ kind: "accepted" });
    expect(nicknameOf("p1")).not.toBe(before);
    expect(nicknameOf("p1")).not.toBe(nicknameOf("p2"));
  });

  test("who comes late takes an automatic seat over at once, in the network with the fewest people", () => {
    const classroom = new ScriptedClass();
    for (const player of ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]) classroom.join(player);
    classroom.startRound();
    classroom.runUntil(instant(30_000));
    classroom.join("late");
    expect(classroom.lesson.players["late"]).toMatchObject({ network: "n2", ready: true });
    const seat = classroom.placeOf("late")?.seat;
    expect(seat !== undefined && isInHand(seat)).toBe(true);
  });

  test("who comes while roles are shown is dealt in, and has to be ready like the others", () => {
    const classroom = new ScriptedClass();
    classroom.join("p1");
    classroom.move("host", { kind: "startRound" });
    classroom.join("late");
    expect(classroom.lesson.players["late"]).toMatchObject({ network: "n1", ready: false });
    classroom.move("p1", { kind: "ready" });
    expect(classroom.lesson.phase).toBe("briefing");
  });

  test("who finds every seat taken waits for the next round", () => {
    const classroom = new ScriptedClass();
    for (const player of ["p1", "p2", "p3", "p4", "p5", "p6"]) classroom.join(player);
    classroom.startRound();
    expect(classroom.join("late")).toEqual(accepted);
    expect(classroom.placeOf("late")).toBeUndefined();
    classroom.move("host", { kind: "endRound" });
    classroom.startRound();
    expect(classroom.placeOf("late")).toBeDefined();
  });

  test("a late-comer finds on the desk what the autopilot left there", () => {
    const hands = new Hands(["client1"], { mode: "room" });
    hands.classroom.playUntil(() => hands.dues("router1").length > 0);
    const before = hands.dues("router1");
    hands.classroom.join("late", undefined, "router1");
    expect(hands.dues("router1")).toEqual(before);
    expect(hands.seat("router1").player).toBe("late");
  });
});

describe("leaving and coming back", () => {
  const cut = () => {
    const hands = new Hands(["router1"], { mode: "room" });
    hands.waitFor("router1", "forward");
    hands.classroom.move("shell", { kind: "lineCut", player: "router1" });
    return hands;
  };

  test("a seat whose player's line is cut runs by itself, and stays theirs", () => {
    const hands = cut();
    expect(hands.seat("router1")).toMatchObject({ player: "router1", away: true });
    hands.wait(20_000);
    expect(hands.match.acts.some(({ seat }) => seat === "router1")).toBe(true);
    hands.classroom.join("late", undefined, "router1");
    expect(hands.seat("router1").player).toBe("router1");
  });

  test("with the line the desk is back, and says so", () => {
    const hands = cut();
    hands.wait(20_000);
    hands.classroom.move("shell", { kind: "lineBack", player: "router1" });
    expect(isInHand(hands.seat("router1"))).toBe(true);
    expect(hands.told("router1", "welcomeBack")).toHaveLength(1);
    const due = hands.waitFor("router1", "forward");
    expect(hands.act("router1", due.proposal)).toEqual(accepted);
  });

  test("a player who comes back in the next round finds a seat of that round", () => {
    const hands = cut();
    hands.classroom.move("host", { kind: "endRound" });
    hands.classroom.startRound();
    expect(hands.classroom.placeOf("router1")?.seat.away).toBe(true);
    hands.classroom.move("shell", { kind: "lineBack", player: "router1" });
    expect(hands.classroom.placeOf("router1")?.seat.away).toBe(false);
  });
});

describe("being put out", () => {
  test("gives the seat to nobody, and the next who comes may have it", () => {
    const hands = new Hands(["router1"], { mode: "room" });
    hands.waitFor("router1", "forward");
    hands.classroom.move("host", { kind: "kick", player: "router1" });
    expect(hands.seat("router1")).not.toHaveProperty("player");
    hands.wait(20_000);
    expect(hands.match.acts.some(({ seat }) => seat === "router1")).toBe(true);
    hands.classroom.join("late", undefined, "router1");
    expect(hands.seat("router1").player).toBe("late");
  });

  test("leaves no way back in", () => {
    const hands = new Hands(["router1"]);
    hands.classroom.move("host", { kind: "kick", player: "router1" });
    expect(hands.classroom.move("router1", { kind: "ready" })).toEqual({
      kind: "refused",
      reason: "notPlayer",
    });
    expect(hands.classroom.move("shell", { kind: "lineBack", player: "router1" })).toEqual({
      kind: "refused",
      reason: "noSuchPlayer",
    });
  });
});
