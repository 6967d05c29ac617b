import { Client } from "colyseus.js";

/** What a network lets through: whether a line opens, how far the clock is off, and how fast a load comes. */
export type SelfTest = {
  /** Whether the server answers at all over plain HTTP. */
  readonly isReached: boolean;
  /** Milliseconds for there and back over the line; absent where no line opens. */
  readonly lineMs?: number;
  /** How far this machine's clock is ahead of the server's, in milliseconds. */
  readonly clockAheadMs?: number;
  readonly kilobitsPerSecond?: number;
};

/** Firewalls of schools swallow sockets without a word. */
const patienceMs = 8000;
const echoes = 3;

/** Tries everything that the game needs of the network between this page and its server. */
export async function testNetwork({ server = location.origin } = {}): Promise<SelfTest> {
  const clockAheadMs = await testClock(server).catch(() => undefined);
  if (clockAheadMs === undefined) return { isReached: false };
  const kilobitsPerSecond = await testSpeed(server).catch(() => undefined);
  const lineMs = await testLine(server).catch(() => undefined);
  return {
    ...{ isReached: true, clockAheadMs },
    ...(lineMs === undefined ? {} : { lineMs }),
    ...(kilobitsPerSecond === undefined ? {} : { kilobitsPerSecond }),
  };
}

async function testClock(server: string): Promise<number> {
  const [askedAt, asked] = [Date.now(), performance.now()];
  const { now } = await (await get(`${server}/self-test/clock`)).json();
  const tookMs = performance.now() - asked;
  return Math.round(askedAt + tookMs / 2 - now);
}

async function testSpeed(server: string): Promise<number> {
  const asked = performance.now();
  const { byteLength } = await (await get(`${server}/self-test/payload`)).arrayBuffer();
  return Math.round((byteLength * 8) / Math.max(1, performance.now() - asked));
}

/** The quickest of a few echoes over a line of the same kind as a lesson's. */
async function testLine(server: string): Promise<number> {
  const response = await get(`${server}/self-test/line`, { method: "POST" });
  const { room: id } = await response.json();
  const room = await within(patienceMs, new Client(server).joinById(id));
  room.reconnection.enabled = false;
  const times: number[] = [];
  for (let echo = 0; echo < echoes; echo++) {
    const asked = performance.now();
    await room.request("echo", echo, { timeout: patienceMs });
    times.push(performance.now() - asked);
  }
  void room.leave();
  return Math.round(Math.min(...times));
}

async function get(url: string, request: RequestInit = {}): Promise<Response> {
  const signal = AbortSignal.timeout(patienceMs);
  const response = await fetch(url, { ...request, cache: "no-store", signal });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("no line opened in time")), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
