import { request } from "node:http";
import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openRoom } from "../../client/net/room-link.ts";
import { upgrade } from "../kit/raw-socket.ts";
import { sitDown } from "../kit/sitting.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

let server: TestServer;
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer({ allowedOrigins: ["https://play.example"] });
});
afterAll(() => server.close());

type Asked = {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One HTTP request with exactly these headers, as no browser would let a page send it. */
function ask({ method = "POST", path, headers = {}, body = "" }: Asked) {
  return new Promise<{ status: number; headers: object; text: string }>((resolve, reject) => {
    const length = method === "GET" ? {} : { "Content-Length": String(Buffer.byteLength(body)) };
    const sent = request(
      `${server.url}${path}`,
      { method, headers: { "Content-Type": "application/json", ...length, ...headers } },
      async (response) => {
        let text = "";
        for await (const part of response) text += part;
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      },
    );
    sent.on("error", reject);
    sent.end(body);
  });
}

const open = () => openRoom({ server: server.url });
const joinPath = (code: string) => `/matchmake/joinById/${code}`;

test.each(["create", "joinOrCreate", "join", "reconnect"])(
  "nobody may %s: rooms are opened by the server and joined by their code",
  async (method) => {
    const before = matchMaker.stats.local.roomCount;
    const { status } = await ask({ path: `/matchmake/${method}/lesson`, body: "{}" });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(matchMaker.stats.local.roomCount).toBe(before);
  },
);

test("a body of more than four kilobytes is refused before anybody reads it", async () => {
  const { code } = await open();
  const body = JSON.stringify({ version: "x".repeat(5000) });
  expect((await ask({ path: joinPath(code), body })).status).toBe(413);
  expect((await ask({ path: "/rooms", body })).status).toBe(413);
});

test("a body without a length is refused", async () => {
  const { code } = await open();
  const status = await new Promise((resolve) => {
    const sent = request(`${server.url}${joinPath(code)}`, { method: "POST" }, (response) =>
      resolve(response.resume().statusCode),
    );
    sent.write("{");
    sent.flushHeaders();
  });
  expect(status).toBe(411);
});

test("a body that is no JSON is refused without a word about the server", async () => {
  const { status, text } = await ask({ path: "/rooms", body: "{" });
  expect(status).toBe(400);
  expect(text).toBe('{"error":"badRequest"}');
});

test.each(["https://evil.example", "http://127.0.0.1:1", "null", "file://"])(
  "a page of %s gets nothing, neither by HTTP nor by socket",
  async (origin) => {
    const { code } = await open();
    const headers = { Origin: origin };
    expect((await ask({ path: joinPath(code), headers, body: "{}" })).status).toBe(403);
    expect((await ask({ path: "/rooms", headers, body: "{}" })).status).toBe(403);
    const { socket, status } = await upgrade(await reserved(code), headers);
    socket.destroy();
    expect(status).toBe(403);
  },
);

test.each(["same origin", "https://play.example"])("a page of the %s comes in", async (name) => {
  const { code } = await open();
  const headers = { Origin: name === "same origin" ? server.url : name };
  const joined = await ask({ path: joinPath(code), headers, body: "{}" });
  expect(joined.status).toBe(200);
  expect(Object.keys(joined.headers).join()).not.toMatch(/access-control/i);
  const { socket, status } = await upgrade(await reserved(code), headers);
  socket.destroy();
  expect(status).toBe(101);
});

async function reserved(code: string): Promise<string> {
  const seat = await matchMaker.joinById(code, {});
  return `${server.url}/${seat.processId}/${code}?sessionId=${seat.sessionId}`;
}

test("a page of another version hears that it is old", async () => {
  const { code } = await open();
  const opened = await ask({ path: "/rooms", body: JSON.stringify({ version: "older" }) });
  expect(opened).toMatchObject({ status: 426, text: '{"error":"pageOld"}' });
  const joining = sitDown(server.url, code, { version: "older" });
  await expect(joining).rejects.toMatchObject({ code: 426, message: "pageOld" });
});

test("every answer carries the headers that tie a page to its own server", async () => {
  const { headers } = await ask({ method: "GET", path: "/healthz" });
  expect(headers).toMatchObject({
    "content-security-policy": expect.stringContaining("default-src 'self'"),
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  expect(headers).not.toHaveProperty("x-powered-by");
});

test("a method that nothing here answers is refused", async () => {
  expect((await ask({ method: "DELETE", path: "/healthz" })).status).toBe(405);
  expect((await ask({ method: "OPTIONS", path: "/rooms" })).status).toBe(405);
});

describe("who names a room that is not there", () => {
  const wrongCode = { status: 404, text: '{"error":"wrongCode"}' };
  const paths = [
    joinPath("100000"),
    "/rooms/100000/journal.json",
    "/rooms/100000/rounds/1/networks/n1/story",
  ];

  test.each(paths)("at %s is told so", async (path) => {
    const asked = path.startsWith("/rooms") ? { method: "GET", path } : { path, body: "{}" };
    expect(await ask(asked)).toMatchObject(wrongCode);
  });

  test("twenty times in a minute is answered late from then on, and holds up no right code of that school", async () => {
    const { code } = await open();
    const warned = vi.mocked(console.warn).mock.calls.length;
    const guesses = Array.from({ length: 24 }, (_, guess) => {
      const headers = { "X-Forwarded-For": `203.0.113.${guess}` };
      return ask({ path: joinPath("100000"), headers, body: "{}" });
    });
    const [lastGuess] = guesses.slice(-1);
    const quick = await Promise.all(guesses.slice(0, 16));
    expect(quick.map(({ status }) => status)).toEqual(Array(16).fill(404));
    const first = await Promise.race([sitDown(server.url, code), lastGuess]);
    expect(first).toMatchObject({ seat: { actor: "p1" } });
    expect(await lastGuess).toMatchObject(wrongCode);
    const said = vi.mocked(console.warn).mock.calls.slice(warned).flat().map(String);
    expect(said).toEqual([
      expect.stringMatching(/^door: many wrong codes from .*127\.0\.0\.1; 1 /),
    ]);
  });
});

test("thirty rooms in a minute are enough for one address", async () => {
  const opened = await Promise.allSettled(Array.from({ length: 31 }, open));
  expect(opened.filter(({ status }) => status === "fulfilled").length).toBeLessThan(31);
  await expect(open()).rejects.toThrow("tooMany");
});
