import { once } from "node:events";
import { createServer, request } from "node:http";
import type { AddressInfo } from "node:net";
import { matchMaker } from "@colyseus/core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testNetwork } from "../../../client/net/self-test.ts";
import { startServer, type TestServer } from "../../kit/test-server.ts";

let server: TestServer;
vi.spyOn(console, "warn").mockImplementation(() => {});

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

test("on a network that lets everything through all of it is found", async () => {
  expect(await testNetwork({ server: server.url })).toEqual({
    isReached: true,
    clockAheadMs: expect.any(Number),
    kilobitsPerSecond: expect.any(Number),
    lineMs: expect.any(Number),
  });
});

test("the line is for one page, and its room is gone once it was tried", async () => {
  await testNetwork({ server: server.url });
  await vi.waitFor(async () => expect(await matchMaker.query({ name: "selfTest" })).toEqual([]));
});

test("where sockets do not get through, the rest is still found", async () => {
  const proxy = await layOldProxy();
  const found = await testNetwork({ server: proxy.url });
  proxy.close();
  expect(found).toMatchObject({ isReached: true, kilobitsPerSecond: expect.any(Number) });
  expect(found).not.toHaveProperty("lineMs");
});

/** Passes on pages, and knows nothing of lines. */
async function layOldProxy() {
  const proxy = createServer((asked, answer) => {
    const { url, method, headers } = asked;
    const { host: _, ...others } = headers;
    const passed = request(`${server.url}${url}`, { method, headers: others }, (got) => {
      answer.writeHead(got.statusCode ?? 500, got.headers);
      got.pipe(answer);
    });
    asked.pipe(passed);
  }).listen(0, "127.0.0.1");
  await once(proxy, "listening");
  const { port } = proxy.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => proxy.close() };
}

test("a server that is not there is not reached", async () => {
  expect(await testNetwork({ server: "http://127.0.0.1:9" })).toEqual({ isReached: false });
});
