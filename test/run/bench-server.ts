import { sitDown } from "../kit/sitting.ts";
import { BenchLoad, type Level } from "./bench-server-level.ts";
import { commandLine, jsonOption } from "./command-line.ts";
import { formatTable, rounded } from "./table.ts";

/**
 * `npm run bench:server`: how many rooms one process carries until a move takes more than 100 ms to show, beside a bare
 * `ws` server that sends as much to as many.
 */

const options = commandLine("bench:server", {
  players: { about: "players in a room, besides its host", standard: 30, least: 1, most: 40 },
  seconds: { about: "how long each level is watched", standard: 10, least: 2, most: 600 },
  most: { about: "so many rooms are enough", standard: 300, least: 1, most: 2_000 },
  strict: { about: "fail when the ratio is below the bound", standard: false },
  ...jsonOption,
});

const mostMs = 100;
const bound = 0.4;
const leastBareRooms = 100;
const growth = 1.5;
const recordSeconds = 20;
const classSize = 40;
const million = 1_000_000;

/** Each server is a process of its own, on a core of its own where there are several. */
const program = {
  game: new URL("./bench-server-game.ts", import.meta.url),
  bare: new URL("./bench-server-bare.ts", import.meta.url),
};

const game = await BenchLoad.start(program.game, options.players);
const door = await joinClass(game);
const empty = await game.server.memory();
await game.fill(1);
const traffic = await game.record(recordSeconds);
const gameLevels = await climb(game);
const full = await game.server.memory();
await game.stop();

const bare = await BenchLoad.start(program.bare, options.players);
await bare.server.learn(traffic);
const bareLevels = await climb(bare);
await bare.stop();

const rows = [summary("the game", gameLevels), summary("a bare ws server", bareLevels)] as const;
const [ours, theirs] = rows;
const rooms = gameLevels.at(-1)?.rooms ?? 1;
const report = {
  players: options.players,
  door,
  megabytesPerRoom: rounded((full - empty) / million / rooms, 2),
  rows,
  ratio: rounded(ours.rooms / Math.max(1, theirs.rooms), 2),
  ratioByCpu: rounded(ours.roomsPerCore / Math.max(1, theirs.roomsPerCore), 2),
  bound,
  isBareEnough: theirs.rooms >= Math.min(leastBareRooms, options.most),
};

if (options.json) console.log(JSON.stringify({ ...report, gameLevels, bareLevels }));
else print();
if (options.strict && report.ratio < bound) process.exitCode = 1;

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

/** More and more rooms, until moves take too long to show. */
async function climb(load: BenchLoad): Promise<readonly Level[]> {
  const levels: Level[] = [];
  for (let count = 4; ; count = Math.ceil(count * growth)) {
    await load.fill(Math.min(count, options.most));
    const level = await load.measure(options.seconds);
    levels.push(level);
    if (level.p99 > mostMs || count >= options.most) return levels;
  }
}

/** The most rooms that felt well; and how many a core would carry by what the last level cost it. */
function summary(name: string, levels: readonly Level[]) {
  const good = levels.findLast(({ p99 }) => p99 <= mostMs);
  const last = levels.at(-1);
  if (last === undefined) throw new Error("nothing was measured");
  return {
    server: name,
    rooms: good?.rooms ?? 0,
    p99: rounded(good?.p99 ?? last.p99),
    roomsPerCore: rounded(last.rooms / last.cpu),
    octetsPerPlayer: rounded(last.octetsPerPlayer),
    framesPerPlayer: rounded(last.framesPerPlayer, 1),
  };
}

function print(): void {
  const shown = (levels: readonly Level[]) =>
    formatTable(
      levels.map(({ rooms: count, moves, p50, p99, cpu, lateness }) => ({
        ...{ rooms: count, moves, p50: rounded(p50), p99: rounded(p99) },
        ...{ cpu: rounded(cpu, 2), lateness: rounded(lateness, 1) },
      })),
    );
  console.log(`the game, ${options.players} players a room\n${shown(gameLevels)}\n`);
  console.log(`a bare ws server\n${shown(bareLevels)}\n`);
  console.log(`${formatTable(rows)}\n`);
  console.log(
    [
      `ratio ${report.ratio} (bound ${bound}), by what a core carries ${report.ratioByCpu}`,
      `${door.joins} joins at once: the last seat after ${door.lastSeatMs} ms, ${door.joinsPerSecond} a second`,
      `${report.megabytesPerRoom} MB a room`,
      ...(report.isBareEnough
        ? []
        : ["the machine is too busy: the bare server had too few rooms"]),
    ].join("\n"),
  );
}
