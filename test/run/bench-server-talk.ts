import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import packageFile from "../../package.json" with { type: "json" };
import type { Traffic } from "./bench-server-line.ts";
import { type Parts, watchParts } from "./bench-server-parts.ts";

/** Both servers run as `npm start` runs the game. */
const startFlags = packageFile.scripts.start.split(" ").filter((word) => word.startsWith("--"));

/** What a server of the bench has used up to now. */
export type Usage = { readonly cpuMs: number; readonly wallMs: number };

/** What the bench can ask a server process for. */
type Served = {
  readonly port: number;
  /** Opens a room and tells the sockets' addresses of its seats, the host's first. */
  openRoom(players: number): Promise<readonly string[]>;
  /** A room's code, to be joined through the front door. */
  openDoor?(): Promise<string>;
  /** What a bare server is to send. */
  learn?(traffic: Traffic): void;
};

type Asked =
  | { readonly id: number; readonly kind: "openRoom"; readonly players: number }
  | { readonly id: number; readonly kind: "learn"; readonly traffic: Traffic }
  | { readonly id: number; readonly kind: "parts"; readonly seconds: number }
  | { readonly id: number; readonly kind: "openDoor" | "usage" | "memory" };

type Reply = { readonly id?: number; readonly told?: unknown };

/** Answers the bench, in the server's process. */
export function answerBench(served: Served): void {
  const say = process.send?.bind(process);
  // Colyseus would tell whoever started it how it is
  delete process.send;
  const answer = async (asked: Asked): Promise<unknown> => {
    if (asked.kind === "openRoom") return served.openRoom(asked.players);
    if (asked.kind === "openDoor") return served.openDoor?.();
    if (asked.kind === "parts") return watchParts(asked.seconds);
    if (asked.kind === "learn") return served.learn?.(asked.traffic);
    return asked.kind === "memory" ? memory() : usage();
  };
  process.on("message", async (asked: Asked) => {
    say?.({ id: asked.id, told: await answer(asked) });
  });
  process.once("disconnect", () => process.exit(0));
  say?.({ id: 0, told: served.port });
}

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  return { cpuMs: (user + system) / 1000, wallMs: performance.now() };
}

/** The octets that are really held: whoever asks makes everybody wait for a whole collection. */
function memory(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** A server process that the bench has started. */
export class BenchServer {
  readonly port: number;
  readonly #child: ChildProcess;
  readonly #waiting = new Map<number, (told: never) => void>();
  #asked = 0;

  private constructor(child: ChildProcess, port: number) {
    this.port = port;
    this.#child = child;
    child.on("message", ({ id = 0, told }: Reply) => {
      this.#waiting.get(id)?.(told as never);
      this.#waiting.delete(id);
    });
  }

  static async start(program: URL): Promise<BenchServer> {
    const child = fork(program.pathname, {
      execArgv: ["--expose-gc", ...startFlags],
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const port = await new Promise<number>((resolve) => {
      child.on("message", ({ id, told }: Reply) => id === 0 && resolve(Number(told)));
    });
    return new BenchServer(child, port);
  }

  openRoom = (players: number): Promise<readonly string[]> =>
    this.#ask({ kind: "openRoom", players });
  learn = (traffic: Traffic): Promise<void> => this.#ask({ kind: "learn", traffic });
  /** What it spends its time on in the next seconds. */
  parts = (seconds: number): Promise<Parts> => this.#ask({ kind: "parts", seconds });
  openDoor = (): Promise<string> => this.#ask({ kind: "openDoor" });
  memory = (): Promise<number> => this.#ask({ kind: "memory" });
  usage = (): Promise<Usage> => this.#ask({ kind: "usage" });

  async stop(): Promise<void> {
    const gone = once(this.#child, "exit");
    this.#child.disconnect();
    await gone;
  }

  #ask<T>(asked: object): Promise<T> {
    return new Promise((resolve) => {
      const id = ++this.#asked;
      this.#waiting.set(id, resolve as never);
      this.#child.send({ id, ...asked });
    });
  }
}
