import { beforeAll, describe, expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { languages, texts } from "../../assets/text/text.ts";
import { presentDesks } from "../../client/present/debrief-desks.ts";
import { errandToFollow, errandWords } from "../../client/present/debrief-errand.ts";
import { commonMistakes } from "../../client/present/debrief-mistakes.ts";
import { namePlace } from "../../client/present/debrief-places.ts";
import {
  beginOf,
  countedOptions,
  questionAt,
  standAt,
  stepsOf,
  walkFrom,
} from "../../client/present/debrief-question.ts";
import type { Question } from "../../client/present/debrief-question-options.ts";
import { presentSequence } from "../../client/present/sequence-diagram.ts";
import { debriefSteps } from "../../shared/contract/debrief-steps.ts";
import { emptyView } from "../../shared/contract/view.ts";
import { type Story, storiesOf } from "../../shared/lesson/story.ts";
import { Pupil, skills } from "../kit/pupil.ts";
import { ScriptedClass } from "../kit/scripted-class.ts";
import { errand, hop, madeUpStory } from "./made-up-story.ts";

const text = texts.en;
const { asks, nobody, readers, times } = text.debrief.question;

/** Several rounds of each mission, played by four who are new to it. */
const seeds = [5, 6, 7, 8, 9, 10];
const recorded: Record<string, readonly Story[]> = {};
beforeAll(() => {
  for (const mission of Object.keys(missions))
    recorded[mission] = seeds.map((seed) => play(mission, seed));
}, 60_000);

function play(mission: string, seed: number): Story {
  const classroom = new ScriptedClass({ seed, mission });
  for (const n of [1, 2, 3, 4]) classroom.join(`p${n}`, new Pupil(skills.new, seed + n));
  classroom.startRound();
  classroom.finishRound();
  const story = storiesOf(classroom.journal, missions, classroom.now)["n1"];
  if (story === undefined) throw new Error("nothing was played");
  return story;
}

/** What the step after a question shows, in the words of its options; what only a picture shows is worked out from it. */
const shownOf: Readonly<Record<string, (story: Story, asked: string) => string | undefined>> = {
  askDiagram: diagramShows,
  askDesks: desksShow,
  askMistakes: (story, asked) => {
    const [first] = commonMistakes(story);
    if (first === undefined) return undefined;
    return asked === asks.mistakeDesk
      ? text.debrief.mistakes.desk(text.names.roles[first.role])
      : text.debrief.mistakes.fields[first.field ?? "ttl"];
  },
};

function diagramShows(story: Story, asked: string): string | undefined {
  const followed = errandToFollow(story);
  if (followed === undefined) return undefined;
  const { arrows } = presentSequence({ ...story, nicknames: {} }, "", followed.key, text);
  if (asked === asks.crossings) return times(arrows.length);
  if (asked === asks.ending) return errandWords(story, followed, text).split(" · ").at(-1);
  const client = namePlace(story, followed.client, text);
  return asked === asks.sentAgain ? resender(arrows, client) : answerer(arrows, asked);
}

type Arrows = ReturnType<typeof presentSequence>["arrows"];

/** Whose letter, after a cross, is called one that went again; of datagrams any more of a client or of the same machine. */
function resender(arrows: Arrows, client: string): string {
  const cross = arrows.findIndex(({ fate, kind }) => kind !== "icmp" && vanishing.has(fate));
  const ended = arrows[cross]?.y[1] ?? 0;
  const isSecond = ({ kind, row }: Arrows[number], before: Arrows) =>
    kind === "udp" &&
    (row.from === client ||
      before.some((one) => one.label !== undefined && one.row.from === row.from));
  const again = arrows.find(
    (arrow, at) =>
      arrow.label !== undefined &&
      arrow.y[0] > ended &&
      (arrow.label.startsWith(text.story.sequence.repeats.again) ||
        isSecond(arrow, arrows.slice(0, at))),
  );
  return again?.row.from ?? nobody;
}

const vanishing = new Set<string>(["lost", "beltFull", "noSlotFree", "dead"]);

/** The kind of the letter that the machine that is asked about sent once the first letter of all had come to it. */
function answerer(arrows: Arrows, asked: string): string | undefined {
  const isOf = (name: string) => asked.endsWith(`What did ${name} send next?`);
  const first = arrows[0]?.id.split("/")[0];
  const came = arrows.find(({ id, row }) => id.split("/")[0] === first && isOf(row.to));
  const next = arrows.find(
    ({ label, row, y }) => label !== undefined && isOf(row.from) && y[0] >= (came?.y[1] ?? 1e9),
  );
  const kinds = text.desk.belt.kinds;
  return next && kinds[next.kind as keyof typeof kinds];
}

function desksShow(story: Story, asked: string): string | undefined {
  const { desks = [] } = presentDesks(story, text) ?? {};
  const field = asked === asks.reads.contents ? "contents" : "destinationPort";
  const read = desks.filter(({ readings }) => readings[field]?.kind === "read").length;
  const last = desks.at(-1)?.readings.ttl;
  if (asked.includes("TTL")) return last?.kind === "read" ? `TTL ${last.words}` : undefined;
  return [readers.none, readers.server, readers.ends, readers.all][read];
}

describe.each(Object.keys(missions))("of rounds of %s", (mission) => {
  test("each question has three or four options, of which the next step shows the right one", () => {
    for (const story of recorded[mission] ?? [])
      for (const [step, shown] of Object.entries(shownOf)) {
        const question = questionAt(step as "askDesks", story, text);
        if (question === undefined) continue;
        const { options, right, asks: asked } = question;
        expect([3, 4]).toContain(options.length);
        expect(new Set(options).size).toBe(options.length);
        expect([step, asked, options[right]]).toEqual([step, asked, shown(story, asked)]);
      }
  });

  test("they are the same on every screen, in both languages", () => {
    for (const story of recorded[mission] ?? [])
      for (const step of Object.keys(shownOf)) {
        const at = (language: "ko" | "en") =>
          questionAt(step as "askDesks", structuredClone(story), texts[language]);
        const [one, other] = languages.map(at);
        expect(one?.right).toBe(other?.right);
        expect(one?.options.length).toBe(other?.options.length);
        expect(new Set(one?.options).size).toBe(one?.options.length ?? 0);
      }
  });
});

test("the rounds of a class ask every kind of question there is", () => {
  const asked = new Set(
    Object.values(recorded)
      .flat()
      .flatMap((story) =>
        Object.keys(shownOf).flatMap((step) => questionAt(step as "askDesks", story, text) ?? []),
      )
      .map((question) => question.asks.replace(/\d+/g, "0")),
  );
  for (const one of [asks.sentAgain, asks.crossings, asks.reads.contents, asks.mistakeDesk])
    expect(asked).toContain(one);
  expect(asked).toContain(asks.reads.destinationPort);
  expect(asked).toContain(asks.ttl("0"));
  expect(asked).toContain(asks.mistakeField);
  expect([...asked].some((one) => one.includes("has reached"))).toBe(true);
});

const toRouter = ["client1", "router1"] as const;
const toServer = ["router1", "server1"] as const;
const lostThen = (...more: ReturnType<typeof hop>[]) =>
  madeUpStory({
    errands: [errand],
    hops: [
      hop(1, toRouter, [0, 900]),
      hop(1, toServer, [2_000, 2_900], { lostAt: 2_500 }),
      ...more,
    ],
  });
const answerOf = ({ options, right }: Question) => options[right];

test("of a letter that vanished it is asked who sent it again, be it nobody", () => {
  const silent = questionAt("askDiagram", lostThen(), text);
  expect(silent?.asks).toBe(asks.sentAgain);
  expect(silent && answerOf(silent)).toBe(nobody);
  const again = questionAt("askDiagram", lostThen(hop(2, toRouter, [9_000, 9_900])), text);
  expect(again && answerOf(again)).toBe(namePlace(lostThen(), "client1", text));
});

test("a letter of before the round counts as its sender's first, wherever it is first seen", () => {
  let asked = 0;
  for (const story of [...(recorded["in-order-1"] ?? []), ...(recorded["in-order-2"] ?? [])]) {
    const key = errandToFollow(story)?.key;
    const [first] = story.hops.filter((one) => one.errand === key);
    const question = questionAt("askDiagram", story, text);
    if (first === undefined || !question?.asks.includes("has reached")) continue;
    asked += 1;
    const { boxes } = story.addresses;
    const sender = Object.keys(boxes).find((box) => boxes[box] === first.packet.ip.source) ?? "";
    expect(question.asks).toContain(`The first letter of ${namePlace(story, sender, text)} `);
  }
  expect(asked).toBeGreaterThan(0);
});

test("what cannot be asked about is shown at once", () => {
  const calm = madeUpStory();
  expect(stepsOf(calm, text)).toEqual([
    ...["guess", "replay", "diagram", "desks", "mistakes", "standings"],
  ]);
  expect(standAt(stepsOf(calm, text), "askDesks")).toBe("desks");
  expect(walkFrom(stepsOf(calm, text), "askDesks", calm)).toEqual({
    ...{ back: "diagram", forward: "mistakes", reveals: false },
  });
});

test("two mistakes that are as frequent ask nothing", () => {
  for (const story of Object.values(recorded).flat()) {
    const [first, second] = commonMistakes(story);
    if (first === undefined) expect(questionAt("askMistakes", story, text)).toBeUndefined();
    if (first?.count === second?.count && first?.role !== second?.role)
      expect(questionAt("askMistakes", story, text)?.asks).not.toBe(asks.mistakeDesk);
  }
});

test("the way leads over each question to its answer, and back", () => {
  const story = lostThen();
  const steps = stepsOf(story, text);
  expect(walkFrom(steps, "guess", story)).toEqual({
    ...{ back: undefined, forward: "replay", reveals: true },
  });
  expect(walkFrom(steps, "askDiagram", story)).toEqual({
    ...{ back: "replay", forward: "diagram", reveals: true },
  });
  expect(walkFrom(steps, "diagram", story).reveals).toBe(false);
  expect(beginOf(steps, "diagram")).toBe("askDiagram");
  expect(beginOf(steps, "desks")).toBe("desks");
  // before the story has come nobody knows what can be asked
  expect(walkFrom(debriefSteps, "replay")).toMatchObject({ forward: "askDiagram" });
});

test("whoever looks back alone is asked about an errand that passed their desk", () => {
  for (const story of Object.values(recorded).flat())
    for (const me of Object.keys(story.nicknames)) {
      const followed = errandToFollow(story, me);
      const passed = story.hops.filter(({ from, to }) => from === me || to === me);
      expect(passed.map((one) => one.errand)).toContain(followed?.key);
    }
});

test("guesses stand beside the options that they chose", () => {
  const question = { about: undefined, asks: "", options: ["a", "b", "c"], right: 1 };
  const guesses = { "2": { count: 3, mine: true }, "9": { count: 1, mine: false } };
  expect(countedOptions(question, { ...emptyView(), guesses })).toEqual([
    { choice: "1", words: "a", count: 0, isMine: false, isRight: false },
    { choice: "2", words: "b", count: 3, isMine: true, isRight: true },
    { choice: "3", words: "c", count: 0, isMine: false, isRight: false },
  ]);
});
