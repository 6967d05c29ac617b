import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { pageVersion } from "../../client/net/page-version.ts";
import { startServer, type TestServer } from "../kit/test-server.ts";

const script = `console.log(${JSON.stringify("aye ".repeat(500))});`;
let files: string;
let server: TestServer;

beforeAll(async () => {
  files = mkdtempSync(join(tmpdir(), "port-of-call-page-"));
  mkdirSync(join(files, "assets"));
  writeFileSync(join(files, "index.html"), "<!doctype html><title>포트 오브 콜</title>");
  writeFileSync(join(files, "assets", "index-abc123.js"), script);
  writeFileSync(join(files, "assets", "font-abc123.woff2"), "woff");
  server = await startServer({ files });
});
afterAll(async () => {
  await server.close();
  rmSync(files, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers });

test("the server says that it is well, and which version it is", async () => {
  expect(await (await get("/healthz")).json()).toEqual({ ok: true, version: pageVersion });
});

test("the page is asked for again each time, its hashed files never", async () => {
  const page = await get("/");
  expect(await page.text()).toContain("포트 오브 콜");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("no-cache");
  for (const path of ["/assets/index-abc123.js", "/assets/font-abc123.woff2"])
    expect((await get(path)).headers.get("cache-control")).toBe(
      "public, max-age=31536000, immutable",
    );
});

test("what shrinks travels packed, to everybody who can unpack it", async () => {
  const packed = await get("/assets/index-abc123.js");
  expect(packed.headers.get("content-encoding")).toBe("gzip");
  expect(packed.headers.get("content-type")).toMatch(/javascript/);
  expect(packed.headers.get("vary")).toContain("Accept-Encoding");
  expect(Number(packed.headers.get("content-length"))).toBeLessThan(script.length / 4);
  expect(await packed.text()).toBe(script);
  const plain = await get("/assets/index-abc123.js", { "Accept-Encoding": "identity" });
  expect(plain.headers.get("content-encoding")).toBeNull();
  expect(await plain.text()).toBe(script);
});

test("a file that has not changed is not sent again", async () => {
  const tag = (await get("/")).headers.get("etag") ?? "";
  const again = { "If-None-Match": tag, "Cache-Control": "max-age=0" };
  expect((await get("/", again)).status).toBe(304);
});

test.each(["/nowhere", "/assets/gone.js"])("%s is not there", async (path) => {
  expect((await get(path)).status).toBe(404);
});
