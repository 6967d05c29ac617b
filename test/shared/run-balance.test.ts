import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { addressAndDoor1 as mission } from "../../assets/missions/address-and-door-1.ts";
import { bestEffort1 } from "../../assets/missions/best-effort-1.ts";
import { inOrder1 } from "../../assets/missions/in-order-1.ts";
import { missions } from "../../assets/missions/missions.ts";
import type { Mission } from "../../shared/contract/mission.ts";
import { starsOf } from "../../shared/match/result.ts";
import { planFor } from "../../shared/world/topology.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { aimOutcomes, clearMisses } from "../run/aims.ts";
import { balanceFigures } from "../run/balance-figures.ts";
import { formatMarkdown, staleSections } from "../run/balance-markdown.ts";
import { conceptRow } from "../run/concept-rounds.ts";
import { guidedRows } from "../run/guided-run.ts";
import { lazyRows } from "../run/lazy-rounds.ts";
import { missionReport } from "../run/mission-report.ts";
import { playRound } from "../run/play-round.ts";
import { emptyQueueRoundTripMs } from "../run/round-trip.ts";
import { isAllPeople, sizesOf, wholeTeam } from "../run/team-rounds.ts";

const all = Object.values(missions);
const scored = all.filter(({ kind }) => kind !== "experiment");

/** `npm run balance` plays more of them. */
const lazySeeds = 4;
const conceptSeeds = 20;
const guidedSeeds = 10;

const oneDistrict = (played: Mission) => sizesOf(played).filter((size) => size <= 6);

describe.each(scored)("$id is worth playing", (played) => {
  test("without its idea there is no star, and with it there are three", () => {
    expect(conceptRow(played, conceptSeeds)).toMatchObject({ isOnlyWay: true });
  });

  test.each(lazyRows(played, lazySeeds, oneDistrict(played)))(
    "$strategy earns a team of $seats at most one star",
    ({ failures }) => expect(failures).toBe(0),
  );
});

describe.each(all)("$id", (played) => {
  test.each(guidedRows(played, guidedSeeds))(
    "has a guided run of at most 6 steps and 90 seconds for a $role",
    ({ isWithin, steps, seconds }) =>
      expect({ isWithin, steps, seconds }).toMatchObject({ isWithin: true }),
  );
});

/** `npm run balance` holds twenty rounds of every mission against the aims; here five must not be far from them. */
describe.each(all)("$id", (played) => {
  test("is near every aim in teams of two to six", () => {
    expect(clearMisses(played, balanceFigures(played, skills, oneDistrict(played), 5))).toEqual([]);
  });
});

test("a question is asked again after four empty round trips, and not before 30 s", () => {
  for (const played of scored) {
    expect(played.retryMs).toBeGreaterThanOrEqual(4 * emptyQueueRoundTripMs(played, 1));
    expect(played.retryMs).toBeGreaterThanOrEqual(30_000);
  }
});

test("what autopilots do all alone is answered and earns nothing", () => {
  for (const played of scored) {
    const scripts = played.seats.slice(0, 3).map(() => "gone" as const);
    const { match } = playRound({ mission: played, seed: 1, scripts });
    expect(match.answered, played.id).toBeGreaterThan(0);
    expect({ points: match.points, stars: starsOf(match) }).toEqual({ points: 0, stars: 0 });
  }
});

test("one pupil among autopilots earns with what passes their own desk", () => {
  for (const played of scored) {
    const script = new Pupil(skills.sharp, 1);
    const { match } = playRound({ mission: played, seed: 1, scripts: [script] });
    expect(match.points, played.id).toBeGreaterThan(0);
  }
});

describe("the teams that are measured", () => {
  const everySize = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  test("have as many members as the mission has seats", () => {
    expect(Object.fromEntries(all.map((one) => [one.id, sizesOf(one)]))).toEqual({
      "address-and-door-0": [1],
      "address-and-door-1": everySize,
      "address-and-door-2": everySize,
      "best-effort-0": [2, 3],
      "best-effort-1": everySize,
      "best-effort-2": everySize,
      "three-handshakes-0": [2, 3, 4, 5, 7, 8, 9, 10],
      "three-handshakes-1": everySize,
      "three-handshakes-2": everySize,
      "in-order-0": [2, 3, 4, 5, 7, 8, 9, 10],
      "in-order-1": everySize,
      "in-order-2": everySize,
    });
  });

  test("are whole when every router and server of the mission is there", () => {
    for (const played of scored) {
      const { boxes } = planFor(played, wholeTeam(played));
      const isThere = ({ id }: { readonly id: string }) => boxes.some((box) => box.id === id);
      expect(played.boxes.filter(({ role }) => role !== "client").every(isThere)).toBe(true);
    }
  });

  test("shirk a part themselves only where no autopilot does it for them", () => {
    const sizes = (role: "client" | "router") =>
      sizesOf(bestEffort1).filter((size) => isAllPeople(bestEffort1, size, role));
    expect([sizes("client"), sizes("router")]).toEqual([
      [3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
      [5, 6, 10, 11, 12],
    ]);
  });

  test("shirk nothing where nobody can have the role", () => {
    const sizes = sizesOf(inOrder1).filter((size) => isAllPeople(inOrder1, size, "router"));
    expect(sizes).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });
});

describe("the figures", () => {
  const figures = balanceFigures(mission, { average: skills.average }, [4], 2);
  const { teams, desks } = figures;

  test("have a row for each team and each role in it", () => {
    expect(teams.map(({ skill, seats }) => [skill, seats])).toEqual([["average", 4]]);
    expect(desks.map(({ role }) => role)).toEqual(["client", "router", "server"]);
  });

  test("are held against the aims they belong to", () => {
    const aims = aimOutcomes(mission, figures);
    const routers = desks.find(({ role }) => role === "router")?.busyPercent;
    expect(aims.find(({ aim }) => aim.startsWith("routers"))).toMatchObject({
      rows: 1,
      from: routers,
      to: routers,
    });
  });

  test("of an experiment are not held against stars", () => {
    const aims = (kind: "experiment" | "twist") =>
      aimOutcomes({ ...mission, kind }, figures).filter(({ aim }) => aim.startsWith("stars"));
    expect(aims("experiment")).toEqual([]);
    expect(aims("twist").map(({ rows }) => rows)).toEqual([1]);
  });

  test("of an experiment without ACKs are not held against what goes again for want of them", () => {
    const aims = (covered: Mission["covered"]) =>
      aimOutcomes({ ...mission, ...(covered ? { covered } : {}) }, figures).filter(({ aim }) =>
        aim.startsWith("needless"),
      );
    expect([aims("acknowledgments").length, aims("ports").length]).toEqual([0, 1]);
  });

  test("are printed for the documentation, a section for each mission", () => {
    const experiments = all.filter(({ kind }) => kind === "experiment");
    const text = formatMarkdown(
      experiments.map((one) => missionReport(one, 1)),
      1,
    );
    for (const { id } of experiments) expect(text).toContain(`## ${id}`);
    expect(text).toContain("| skill | 1 seats |");
    expect(text).not.toMatch(/undefined|NaN|Infinity/);
    expect(staleSections(text, experiments)).toEqual([]);
    const [first] = experiments;
    const changed = experiments.map((one) => (one === first ? { ...one, ttl: one.ttl + 1 } : one));
    expect(staleSections(text, changed)).toEqual([first?.id]);
  });

  test("stand in the documentation for every mission and size", () => {
    const page = readFileSync(new URL("../../BALANCE.md", import.meta.url), "utf8");
    for (const one of all) {
      const section = page.split(`## ${one.id}\n`)[1]?.split("\n## ")[0] ?? "";
      expect(section, one.id).toContain(
        sizesOf(one)
          .map((size) => `${size} seats`)
          .join(" | "),
      );
    }
  });
});
