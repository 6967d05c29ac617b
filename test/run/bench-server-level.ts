import { monitorEventLoopDelay } from "node:perf_hooks";
import { BenchLine, type Felt, type Traffic, tickMs } from "./bench-server-line.ts";
import { BenchServer } from "./bench-server-talk.ts";

/** What so many rooms cost and how they felt. */
export type Level = {
  readonly rooms: number;
  readonly moves: number;
  readonly p50: number;
  readonly p99: number;
  /** The share of one core that the server took, whoever else was there. */
  readonly cpu: number;
  /** The share of one core that the players took: they stand beside the server on the same machine. */
  readonly playersCpu: number;
  /** How late this process itself was, in its worst hundredth: above a few milliseconds the machine is too small or too busy. */
  readonly lateness: number;
  /** Octets and frames that one player is sent in a second. */
  readonly octetsPerPlayer: number;
  readonly framesPerPlayer: number;
};

/** A server under a growing load of rooms, each with a host and players who move at human pace. */
export class BenchLoad {
  readonly server: BenchServer;
  readonly #players: number;
  readonly #felt: Felt = { latencies: [], octets: 0, frames: 0 };
  readonly #rooms: BenchLine[][] = [];

  private constructor(server: BenchServer, players: number) {
    this.server = server;
    this.#players = players;
  }

  static async start(program: URL, players: number): Promise<BenchLoad> {
    return new BenchLoad(await BenchServer.start(program), players);
  }

  /** Opens rooms until there are so many, and has their rounds begin. */
  async fill(rooms: number): Promise<void> {
    while (this.#rooms.length < rooms) {
      const urls = await this.server.openRoom(this.#players);
      const lines = await Promise.all(urls.map((url) => BenchLine.open(url, this.#felt)));
      const [host, ...players] = lines;
      await host?.move();
      await host?.move();
      await Promise.all(players.map((player) => player.move()));
      for (const player of players) player.begin();
      this.#rooms.push(lines);
    }
  }

  /** Watches the rooms that there are for so long. */
  async measure(seconds: number): Promise<Level> {
    const delay = monitorEventLoopDelay({ resolution: 5 });
    const before = await this.server.usage();
    const own = process.cpuUsage();
    Object.assign(this.#felt, { latencies: [], octets: 0, frames: 0 });
    delay.enable();
    await pause(seconds * 1000);
    delay.disable();
    const { user, system } = process.cpuUsage(own);
    const { octets, frames, latencies } = this.#felt;
    const after = await this.server.usage();
    const [sorted, rooms] = [latencies.toSorted((a, b) => a - b), this.#rooms.length];
    const seats = rooms * (this.#players + 1) * seconds;
    return {
      ...{ rooms, moves: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99) },
      cpu: (after.cpuMs - before.cpuMs) / (after.wallMs - before.wallMs),
      playersCpu: (user + system) / 1e6 / seconds,
      lateness: delay.percentile(99) / 1e6,
      ...{ octetsPerPlayer: octets / seats, framesPerPlayer: frames / seats },
    };
  }

  /** What each seat of the first room is sent for so long; best while it is alone, and nothing comes late. */
  async record(seconds: number): Promise<Traffic> {
    const [lines = []] = this.#rooms;
    for (const line of lines) line.record();
    await pause(seconds * 1000);
    return { seats: lines.map((line) => line.recorded((seconds * 1000) / tickMs)) };
  }

  async stop(): Promise<void> {
    for (const line of this.#rooms.flat()) line.close();
    await this.server.stop();
  }
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.trunc(sorted.length * share))] ?? 0;

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
