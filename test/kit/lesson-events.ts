import fc from "fast-check";
import { debriefSteps, questionSteps } from "../../shared/contract/debrief-steps.ts";
import type { Intent } from "../../shared/contract/intent.ts";
import type { Lesson } from "../../shared/lesson/lesson.ts";

/** Something that happens to a class: somebody comes or goes, or the host does something; then time passes. */
export type LessonEvent = {
  readonly by: string;
  readonly intent: Intent;
  readonly thenMs: number;
};

/** Where somebody sits: the network and its box. */
export type Places = Readonly<Record<string, string>>;

const firstPlayers = ["p1", "p2", "p3", "p4", "p5", "p6", "p7"];
const aPlayer = fc.constantFrom(...firstPlayers, "late1", "late2", "late3");
const boxes = ["server", "client1", "client2", "router1", "router2", "router3", "nobody"];
const missions = ["address-and-door-1", "best-effort-1", "three-handshakes-1"];

const someTeams = fc
  .shuffledSubarray([...firstPlayers, "late1"], { minLength: 2 })
  .map((players) => [players.slice(0, players.length >> 1), players.slice(players.length >> 1)]);

const by =
  (actor: string) =>
  (intent: Intent): Omit<LessonEvent, "thenMs"> => ({ by: actor, intent });

const hostSays = (...intents: readonly Intent[]) => fc.constantFrom(...intents).map(by("host"));

const somethingHappens: fc.Arbitrary<Omit<LessonEvent, "thenMs">> = fc.oneof(
  aPlayer.map((player) => by("shell")({ kind: "join", player, keyHash: player })),
  aPlayer.map((player) => by("shell")({ kind: "lineCut", player })),
  // a reload, another device: the line is there again, cut before or not
  aPlayer.map((player) => by("shell")({ kind: "lineBack", player })),
  aPlayer.map((player) => by("host")({ kind: "kick", player })),
  fc
    .tuple(aPlayer, fc.constantFrom("n1", "n2", "n3"), fc.constantFrom(...boxes))
    .map(([player, network, box]) => by("host")({ kind: "moveSeat", player, network, box })),
  someTeams.map((teams) => by("host")({ kind: "setTeams", teams })),
  fc.constantFrom(...missions).map((mission) => by("host")({ kind: "startRound", mission })),
  hostSays({ kind: "mixTeams" }, { kind: "keepTeams" }),
  hostSays({ kind: "setSize", size: 12 }, { kind: "setSize", size: 4 }),
  hostSays({ kind: "lock", locked: true }, { kind: "lock", locked: false }),
  hostSays({ kind: "endRound" }, { kind: "endSoon" }, { kind: "extend" }),
  hostSays({ kind: "pause" }, { kind: "resume" }),
  fc.constantFrom(...debriefSteps).map((step) => by("host")({ kind: "debrief", step })),
  fc
    .tuple(aPlayer, fc.constantFrom(...questionSteps), fc.constantFrom("1", "2"))
    .map(([player, step, choice]) => by(player)({ kind: "guess", step, network: "n1", choice })),
  aPlayer.map((player) => ({ by: player, intent: { kind: "ready" } }) as const),
);

/** Comings and goings in any order, never more than so many. */
export const anyEvents = (maxLength: number): fc.Arbitrary<readonly LessonEvent[]> =>
  fc.array(
    fc
      .tuple(somethingHappens, fc.integer({ min: 0, max: 6_000 }))
      .map(([what, thenMs]) => ({ ...what, thenMs })),
    { minLength: 5, maxLength },
  );

/** Who sits where. */
export const placesOf = ({ players }: Lesson): Places =>
  Object.fromEntries(
    Object.values(players).flatMap(({ id, network, seat }) =>
      network === undefined || seat === undefined ? [] : [[id, `${network} ${seat}`]],
    ),
  );

/** What the networks say of who owns their seats; whoever has gone for good owns none. */
export const ownersOf = ({ networks }: Lesson): Places =>
  Object.fromEntries(
    Object.entries(networks).flatMap(([network, { match }]) =>
      Object.values(match.seats).flatMap(({ box, player }) =>
        player === undefined ? [] : [[`${network} ${box}`, player]],
      ),
    ),
  );

/** Those who sat somewhere before and do not sit there any more, though neither a new round nor the host moved them. */
export function uprooted(
  before: { readonly round: number; readonly places: Places },
  { by: actor, intent }: LessonEvent,
  lesson: Lesson,
): readonly string[] {
  if (lesson.round !== before.round) return [];
  const now = placesOf(lesson);
  return Object.keys(before.places).filter((player) => {
    const isHosts = actor === "host" && (intent.kind === "kick" || intent.kind === "moveSeat");
    const isKicked = isHosts && intent.kind === "kick" && intent.player === player;
    const isMoved =
      isHosts &&
      intent.kind === "moveSeat" &&
      [player, before.places[player]].some(
        (one) => one === intent.player || one === `${intent.network} ${intent.box}`,
      );
    return !isKicked && !isMoved && now[player] !== before.places[player];
  });
}
