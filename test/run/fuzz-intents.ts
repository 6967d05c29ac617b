import { missions } from "../../assets/missions/missions.ts";
import { debriefSteps, questionSteps } from "../../shared/contract/debrief-steps.ts";
import {
  assistances,
  type Fault,
  type HostIntent,
  type PlayerIntent,
  paces,
  type ShellIntent,
  tapeRates,
} from "../../shared/contract/intent.ts";
import { type Act, callFlags, type ErrandId } from "../../shared/device/act.ts";
import type { Device } from "../../shared/device/device.ts";
import { type Lesson, placeOf } from "../../shared/lesson/lesson.ts";
import { type Chance, drawBits, drawOne, drawPercent, drawWhole } from "../../shared/lib/chance.ts";
import { mistake } from "../../shared/match/mistake.ts";
import type { SequenceNumber } from "../../shared/protocol/tcp/sequence-number.ts";
import type { Ipv4Address } from "../../shared/wire/ipv4-address.ts";
import { type PacketId, type Port, tcpFlags } from "../../shared/wire/packet.ts";
import { asSeen, type Place } from "../kit/scripted-class.ts";

/** What a draw can look at: the lesson, and whose move it is. */
export type Scene = { readonly lesson: Lesson; readonly by: string; readonly chance: Chance };

/** One way to draw each kind of a union; a kind that is new is missed by the type checker. */
type Drawers<U extends { readonly kind: string }, S> = {
  readonly [K in U["kind"]]: (scene: S) => U & { readonly kind: K };
};

const pick = <U extends { readonly kind: string }, S extends { readonly chance: Chance }>(
  drawers: Drawers<U, S>,
  scene: S,
): U => drawers[drawOne(scene.chance, Object.keys(drawers) as U["kind"][])](scene);

const hostIntents: Drawers<HostIntent, Scene> = {
  startRound: (scene) =>
    drawPercent(scene.chance, 20)
      ? { kind: "startRound" }
      : { kind: "startRound", mission: drawMission(scene) },
  pause: () => ({ kind: "pause" }),
  resume: () => ({ kind: "resume" }),
  extend: () => ({ kind: "extend" }),
  endRound: () => ({ kind: "endRound" }),
  endSoon: () => ({ kind: "endSoon" }),
  closeRoom: () => ({ kind: "closeRoom" }),
  kick: (scene) => ({ kind: "kick", player: drawPlayer(scene) }),
  lock: ({ chance }) => ({ kind: "lock", locked: drawPercent(chance, 30) }),
  setPace: (scene) => ({
    kind: "setPace",
    pace: drawOne(scene.chance, paces),
    ...drawWhere(scene),
  }),
  setLesson: ({ chance }) => ({
    kind: "setLesson",
    explainFirst: drawPercent(chance, 50),
    ...(drawPercent(chance, 50) ? { roundMs: drawWhole(chance, 20_000, 900_000) } : {}),
  }),
  setSize: ({ chance }) => ({ kind: "setSize", size: drawWhole(chance, 2, 12) }),
  setPlaylist: (scene) => ({
    kind: "setPlaylist",
    missions: drawSome(scene.chance, () => drawMission(scene)),
  }),
  fault: (scene) => ({ kind: "fault", fault: pick(faults, scene), ...drawWhere(scene) }),
  moveSeat: (scene) => ({
    kind: "moveSeat",
    player: drawPlayer(scene),
    network: drawNetwork(scene),
    box: drawBox(scene),
  }),
  assist: (scene) => ({
    kind: "assist",
    player: drawPlayer(scene),
    assistance: drawOne(scene.chance, assistances),
  }),
  rename: (scene) => ({ kind: "rename", player: drawPlayer(scene) }),
  hint: (scene) => ({ kind: "hint", player: drawPlayer(scene) }),
  setTeams: (scene) => ({
    kind: "setTeams",
    teams: drawSome(scene.chance, () => drawSome(scene.chance, () => drawPlayer(scene))),
  }),
  mixTeams: () => ({ kind: "mixTeams" }),
  keepTeams: () => ({ kind: "keepTeams" }),
  lookOver: (scene) =>
    drawPercent(scene.chance, 30)
      ? { kind: "lookOver" }
      : { kind: "lookOver", player: drawPlayer(scene) },
  showNetwork: (scene) => ({ kind: "showNetwork", network: drawNetwork(scene) }),
  debrief: ({ chance }) => ({ kind: "debrief", step: drawOne(chance, debriefSteps) }),
  tape: ({ chance }) => ({
    kind: "tape",
    at: drawWhole(chance, 0, 300_000),
    rate: drawOne(chance, tapeRates),
  }),
};

const faults: Drawers<Fault, Scene> = {
  cutLink: (scene) => ({ kind: "cutLink", link: drawLink(scene) }),
  mendLink: (scene) => ({ kind: "mendLink", link: drawLink(scene) }),
  setLoss: (scene) => ({
    kind: "setLoss",
    link: drawLink(scene),
    percent: drawWhole(scene.chance, 0, 90),
  }),
  setDelay: (scene) => ({
    kind: "setDelay",
    link: drawLink(scene),
    times: drawWhole(scene.chance, 1, 5),
  }),
  killBox: (scene) => ({ kind: "killBox", box: drawBox(scene) }),
  reviveBox: (scene) => ({ kind: "reviveBox", box: drawBox(scene) }),
};

const drawMission = ({ chance }: Scene): string =>
  drawOne(chance, [...Object.keys(missions), "atlantis"]);

const drawNetwork = ({ lesson, chance }: Scene): string =>
  drawOne(chance, [...Object.keys(lesson.networks), "n9"]);

const drawWhere = (scene: Scene): { readonly network?: string } =>
  drawPercent(scene.chance, 50) ? {} : { network: drawNetwork(scene) };

const drawLink = ({ lesson, chance }: Scene): string =>
  oneOf(
    chance,
    lesson.mission.links.map(({ id }) => id),
    () => "nowhere",
  );

const drawBox = ({ lesson, chance }: Scene): string =>
  oneOf(
    chance,
    lesson.mission.boxes.map(({ id }) => id),
    () => "nowhere",
  );

const drawSome = <T>(chance: Chance, draw: () => T): readonly T[] =>
  Array.from({ length: drawWhole(chance, 0, 4) }, draw);

const playerIntents: Drawers<PlayerIntent, Scene> = {
  act: (scene) => ({ kind: "act", act: drawAct(scene) }),
  ready: () => ({ kind: "ready" }),
  takeBack: () => ({ kind: "takeBack" }),
  throwLetter: (scene) => ({ kind: "throwLetter", to: drawPlayer(scene) }),
  guess: (scene) => ({
    kind: "guess",
    step: drawOne(scene.chance, questionSteps),
    network: drawNetwork(scene),
    choice: drawPercent(scene.chance, 50) ? drawBox(scene) : "1",
  }),
  renameMe: () => ({ kind: "renameMe" }),
  shareSeat: ({ chance }) => ({ kind: "shareSeat", shared: drawPercent(chance, 50) }),
  setAssistance: ({ chance }) => ({
    kind: "setAssistance",
    assistance: drawOne(chance, assistances),
  }),
};

const shellIntents: Drawers<ShellIntent, Scene> = {
  join: (scene) => {
    const join = { kind: "join", player: drawPlayer(scene), keyHash: "" } as const;
    const { seats } = scene.lesson.mission;
    return drawPercent(scene.chance, 80) ? join : { ...join, seat: drawOne(scene.chance, seats) };
  },
  lineCut: (scene) => ({ kind: "lineCut", player: drawPlayer(scene) }),
  lineBack: (scene) => ({ kind: "lineBack", player: drawPlayer(scene) }),
};

/** Anything that a host may ask for, wise or not, possible or not. */
export const drawHostIntent = (scene: Scene): HostIntent => pick(hostIntents, scene);

/** Anything that a player may ask for. */
export const drawPlayerIntent = (scene: Scene): PlayerIntent => pick(playerIntents, scene);

/** Anything that the shell may report. */
export const drawShellIntent = (scene: Scene): ShellIntent => pick(shellIntents, scene);

const mostNames = 14;

/** The name of a player who may be here, may come yet, or may never come. */
export const drawPlayer = ({ lesson, chance }: Pick<Scene, "lesson" | "chance">): string => {
  const here = Object.keys(lesson.players);
  return here.length > 0 && drawPercent(chance, 92)
    ? drawOne(chance, here)
    : `p${drawWhole(chance, 1, mostNames)}`;
};

/** What the machine would do, what the judge calls wrong, or anything at all. */
export function drawAct({ lesson, by, chance }: Scene): Act {
  const place = placeOf(lesson, by);
  if (place === undefined) return { kind: "raiseFlag", flag: "thanks" };
  const desk = deskOf({ match: place.network.match, seat: place.seat }, chance);
  const { dues } = desk.device.gate;
  const aim = drawWhole(chance, 1, 100);
  if (dues.length === 0 || aim > 65) return pick(acts, desk);
  const due = drawOne(chance, dues);
  const { world } = desk.match;
  const wrong = aim > 48 ? mistake(world, desk.seat.box, due, chance) : undefined;
  return asCalled(desk.seat, wrong ?? due.proposal);
}

/** The act with the letters called by the numbers that this seat knows. */
const asCalled = (seat: Place["seat"], act: Act): Act =>
  act.kind === "sendSegment" && act.answers !== undefined
    ? { ...act, answers: (seat.letters[act.answers] ?? 0) as PacketId }
    : asSeen(seat, act);

type Desk = Place & { readonly device: Device; readonly chance: Chance };

function deskOf(place: Place, chance: Chance): Desk {
  const device = place.match.world.boxes[place.seat.box];
  if (device === undefined) throw new Error(`no box ${place.seat.box}`);
  return { ...place, device, chance };
}

const acts: Drawers<Act, Desk> = {
  sendDatagram: (desk) => ({
    kind: "sendDatagram",
    errand: drawErrand(desk),
    destination: drawAddress(desk),
    destinationPort: drawPort(desk),
    sourcePort: drawPort(desk),
  }),
  giveUp: (desk) => ({ kind: "giveUp", errand: drawErrand(desk) }),
  forward: (desk) => ({ kind: "forward", packet: drawLetter(desk), exit: drawExit(desk) }),
  pin: (desk) => ({ kind: "pin", row: drawNumber(desk.chance), exit: drawExit(desk) }),
  unpin: ({ chance }) => ({ kind: "unpin", row: drawNumber(chance) }),
  deliver: (desk) => ({ kind: "deliver", packet: drawLetter(desk), door: drawPort(desk) }),
  reject: (desk) => ({ kind: "reject", packet: drawLetter(desk) }),
  sendSegment: (desk) => ({
    kind: "sendSegment",
    socket: drawSocket(desk),
    ...(drawPercent(desk.chance, 40) ? { answers: drawLetter(desk) } : {}),
    flags: tcpFlags.filter(() => drawPercent(desk.chance, 30)),
    sequence: drawSequence(desk),
    acknowledgment: drawSequence(desk),
  }),
  sendCard: (desk) => ({
    kind: "sendCard",
    socket: drawSocket(desk),
    sequence: drawSequence(desk),
  }),
  place: (desk) => ({ kind: "place", packet: drawLetter(desk), sequence: drawSequence(desk) }),
  discard: (desk) => ({ kind: "discard", packet: drawLetter(desk) }),
  letGo: (desk) => ({ kind: "letGo", socket: drawSocket(desk) }),
  bindPort: (desk) => ({ kind: "bindPort", service: drawService(desk), port: drawPort(desk) }),
  tellDoor: (desk) => ({ kind: "tellDoor", service: drawService(desk), port: drawPort(desk) }),
  askDoor: (desk) => ({ kind: "askDoor", service: drawService(desk) }),
  raiseFlag: ({ chance }) => ({ kind: "raiseFlag", flag: drawOne(chance, callFlags) }),
};

/** Mostly one of what there is; now and then what there is not. */
const oneOf = <T>(chance: Chance, there: readonly T[], other: () => T): T =>
  there.length > 0 && drawPercent(chance, 90) ? drawOne(chance, there) : other();

/** Small, at a border, or any number that the wire could bring. */
const drawNumber = (chance: Chance): number =>
  drawPercent(chance, 90)
    ? drawWhole(chance, 0, 12)
    : oneOf(chance, [0x7fff_ffff, 0xffff_ffff], () => drawBits(chance));

const drawLetter = ({ seat, device, chance }: Desk): PacketId => {
  const waiting = device.belt.letters.map(({ packet }) => seat.letters[packet.id] ?? 0);
  return oneOf(chance, waiting, () => drawWhole(chance, 0, seat.nextLetter)) as PacketId;
};

const connectionsOf = (device: Device) =>
  Object.entries((device.kind === "host" && device.tcp?.endpoint.connections) || {});

const drawSocket = ({ device, chance }: Desk): string =>
  oneOf(
    chance,
    connectionsOf(device).map(([socket]) => socket),
    () => "10.0.0.1:1-10.0.0.2:2",
  );

/** A number that some connection of the desk is at, or one that is near or far. */
const drawSequence = ({ device, chance }: Desk): number => {
  const known = connectionsOf(device).flatMap(([, { connection }]) => [
    connection.send.unacknowledged,
    connection.send.next,
    connection.receive.next,
  ]);
  const near = oneOf(chance, known, () => drawNumber(chance) as SequenceNumber);
  return drawPercent(chance, 70) ? near : (near + drawWhole(chance, -20, 20)) >>> 0;
};

const drawErrand = ({ device, chance }: Desk): ErrandId => {
  const open = device.kind === "host" ? device.errands.map(({ id }) => id) : [];
  return oneOf(chance, open, () => drawNumber(chance) as ErrandId);
};

const drawAddress = ({ match, chance }: Desk): Ipv4Address =>
  oneOf(chance, Object.values(match.addresses.boxes), () => drawBits(chance) as Ipv4Address);

/** The ranges end at these numbers, and some of them are no ports at all. */
const borderPorts = [0, 1, 80, 1_023, 1_024, 49_151, 49_152, 65_535, 65_536] as const;

const drawPort = ({ match, device, chance }: Desk): Port => {
  const hosts = Object.values(match.world.boxes).filter((box) => box.kind === "host");
  const near = device.kind === "host" && drawPercent(chance, 60) ? [device] : hosts;
  const open = near.flatMap(({ ports }) => ports.bindings.map(({ port }) => port));
  return oneOf(chance, open, () => drawOne(chance, borderPorts) as Port);
};

const drawExit = ({ match, device, chance }: Desk): string => {
  const mine = device.kind === "router" ? device.links : [device.link];
  return oneOf(chance, mine, () => drawOne(chance, [...Object.keys(match.world.links), "nowhere"]));
};

const drawService = ({ match, chance }: Desk): string =>
  oneOf(
    chance,
    match.mission.services.map(({ id }) => id),
    () => "oracle",
  );
