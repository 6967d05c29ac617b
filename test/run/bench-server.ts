import { availableParallelism, loadavg } from "node:os";
import { sitDown } from "../kit/sitting.ts";
import { BenchLoad, type Level } from "./bench-server-level.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { formatTable, rounded } from "./table.ts";

/**
 * `npm run bench:server`: how many rooms one process carries until a move takes more than 100 ms to show, beside a bare
 * `ws` server that sends as much to as many. The players share the machine with the server, so there are two answers:
 * how many rooms felt well here, and how many one core would carry by the processor time that each room took. For the
 * second both servers run at the same time under the same load, so that whatever else the machine does slows both.
 */

const options = commandLine("bench:server", {
  players: { about: "players in a room, besides its host", standard: 30, least: 1, most: 40 },
  seconds: { about: "how long each level is watched", standard: 8, least: 2, most: 600 },
  most: { about: "so many rooms are enough", standard: 600, least: 1, most: 2_000 },
  quick: { about: "processor time only, no search for the most rooms", standard: false },
  strict: { about: "fail when the ratio is below the bound", standard: false },
  ...jsonOption,
});

const mostMs = 100;
const bound = 0.4;
const leastBareRooms = 100;
/** What the next step would be. */
const nextBound = 0.8;
/** Both servers carry so many rooms side by side, once their code is warm. */
const sideBySide = 24;
const warmSeconds = 10;
const recordSeconds = 30;
/** The search begins at this share of what a core should carry, and grows so. */
const [firstShare, growth] = [0.4, 1.25];
const classSize = 40;
const million = 1_000_000;

/** Each server is a process of its own, on a core of its own where there are several. */
const program = {
  game: new URL("./bench-server-game.ts", import.meta.url),
  bare: new URL("./bench-server-bare.ts", import.meta.url),
};
const startBare = () => BenchLoad.start(program.bare, options.players);

const together = Math.min(sideBySide, options.most);
const game = await BenchLoad.start(program.game, options.players);
const door = await joinClass(game);
const empty = await game.server.memory();
// a busy server sends in one frame what came late, so what is to be sent is learnt from a room that is alone
await game.fill(1);
await game.measure(warmSeconds);
const traffic = await game.record(recordSeconds);
await game.fill(together);
await game.measure(warmSeconds);
const megabytes = ((await game.server.memory()) - empty) / million / together;
const [gameTogether, bareTogether] = await measureBoth();
const shares = await game.server.parts(options.seconds);
const gameLevels = options.quick ? [] : await climb(game, gameTogether);
await game.stop();
const bareLevels = options.quick ? [] : await climbBare();

const rows = [
  summary("the game", gameTogether, gameLevels),
  summary("a bare ws server", bareTogether, bareLevels),
] as const;
const [ours, theirs] = rows;
const parts = Object.entries(shares)
  .sort(([, one], [, other]) => other - one)
  .map(([part, share]) => ({
    part,
    share: rounded(share, 2),
    msPerRoomSecond: rounded(share * ours.msPerRoomSecond, 2),
  }));
const report = {
  players: options.players,
  machine: { cores: availableParallelism(), load: rounded(loadavg()[0] ?? 0, 1) },
  door,
  megabytesPerRoom: rounded(megabytes, 2),
  rows,
  ratio: rounded(ours.rooms / Math.max(1, theirs.rooms), 2),
  ratioByProcessorTime: rounded(ours.roomsPerCore / theirs.roomsPerCore, 2),
  ...{ bound, parts },
  isBareEnough: theirs.rooms >= Math.min(leastBareRooms, options.most),
};

if (options.json) console.log(JSON.stringify({ ...report, gameLevels, bareLevels }));
else print();
const decisive = options.quick ? report.ratioByProcessorTime : report.ratio;
if (options.strict && decisive < bound) process.exitCode = 1;

/** A class comes in through the front door, all at once and from one address. */
async function joinClass({ server }: BenchLoad) {
  const code = await server.openDoor();
  const url = `http://127.0.0.1:${server.port}`;
  const startedAt = performance.now();
  const sittings = await Promise.all(Array.from({ length: classSize }, () => sitDown(url, code)));
  const ms = performance.now() - startedAt;
  await Promise.all(sittings.map(({ room }) => room.leave()));
  return {
    joins: classSize,
    lastSeatMs: rounded(ms),
    joinsPerSecond: rounded((1000 * classSize) / ms),
  };
}

/** Both servers with as many rooms, at the same time. */
async function measureBoth(): Promise<readonly [Level, Level]> {
  const bare = await startBare();
  await bare.server.learn(traffic);
  await bare.fill(together);
  const seconds = 2 * options.seconds;
  const levels = await Promise.all([game.measure(seconds), bare.measure(seconds)]);
  await bare.stop();
  return levels;
}

async function climbBare(): Promise<readonly Level[]> {
  const bare = await startBare();
  await bare.server.learn(traffic);
  const levels = await climb(bare, bareTogether);
  await bare.stop();
  return levels;
}

/** More and more rooms, until moves take too long to show; what felt bad once is watched once more. */
async function climb(load: BenchLoad, { cpu, rooms }: Level): Promise<readonly Level[]> {
  const levels: Level[] = [];
  const first = Math.max(together, Math.round((firstShare * rooms) / cpu));
  for (let count = first; ; count = Math.ceil(count * growth)) {
    await load.fill(Math.min(count, options.most));
    const level = await load.measure(options.seconds);
    const isGood = level.p99 <= mostMs;
    levels.push(isGood ? level : await load.measure(options.seconds));
    if ((levels.at(-1)?.p99 ?? 0) > mostMs || count >= options.most) return levels;
  }
}

/** The most rooms that felt well; and how many a core would carry by the processor time that each took. */
function summary(name: string, beside: Level, levels: readonly Level[]) {
  const good = [beside, ...levels].findLast(({ p99 }) => p99 <= mostMs);
  return {
    server: name,
    rooms: good?.rooms ?? 0,
    p99: rounded(good?.p99 ?? beside.p99),
    roomsPerCore: rounded(beside.rooms / beside.cpu),
    msPerRoomSecond: rounded((1000 * beside.cpu) / beside.rooms, 2),
    octetsPerPlayer: rounded(beside.octetsPerPlayer),
    framesPerPlayer: rounded(beside.framesPerPlayer, 2),
  };
}

function print(): void {
  const shown = (levels: readonly Level[]) =>
    formatTable(
      levels.map(({ rooms, moves, p50, p99, cpu, playersCpu, lateness }) => ({
        ...{ rooms, moves, p50: rounded(p50), p99: rounded(p99), cpu: rounded(cpu, 2) },
        ...{ playersCpu: rounded(playersCpu, 2), lateness: rounded(lateness, 1) },
      })),
    );
  if (!options.quick) {
    console.log(`the game, ${options.players} players a room\n${shown(gameLevels)}\n`);
    console.log(`a bare ws server\n${shown(bareLevels)}\n`);
  }
  console.log(`${formatTable(rows)}\n`);
  console.log(`what a room of the game takes its time for\n${formatTable(parts)}\n`);
  const { cores, load } = report.machine;
  console.log(
    [
      ...(options.quick ? [] : [verdict()]),
      `ratio ${report.ratioByProcessorTime} (bound ${bound}) by processor time, both side by side`,
      `for ${nextBound} a room of the game may take ${rounded(theirs.msPerRoomSecond / nextBound, 2)} ms of processor time a second; it takes ${ours.msPerRoomSecond}`,
      `${door.joins} joins at once: the last seat after ${door.lastSeatMs} ms, ${door.joinsPerSecond} a second`,
      `${report.megabytesPerRoom} MB a room; ${cores} cores under a load of ${load}, players included`,
    ].join("\n"),
  );
}

function verdict(): string {
  return report.isBareEnough
    ? `ratio ${report.ratio} (bound ${bound}) of rooms that felt well`
    : `no ratio of rooms that felt well: the bare server had fewer than ${leastBareRooms}, so the machine is too busy`;
}
