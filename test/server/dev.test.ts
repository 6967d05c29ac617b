import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createServer, type ViteDevServer } from "vite";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { packageVersion } from "../../server/package-version.ts";
import { sitDown } from "../kit/sitting.ts";

let vite: ViteDevServer;
let url: string;
const cacheDir = mkdtempSync(join(tmpdir(), "port-of-call-vite-"));
vi.spyOn(console, "log").mockImplementation(() => {});

beforeAll(async () => {
  vite = await createServer({
    configFile: "client/vite.config.ts",
    logLevel: "error",
    cacheDir,
    optimizeDeps: { noDiscovery: true },
    server: { host: "127.0.0.1", port: 0, watch: null },
  });
  await vite.listen();
  url = vite.resolvedUrls?.local[0]?.replace(/\/$/, "") ?? "";
});
afterAll(async () => {
  await vite.close();
  rmSync(cacheDir, { recursive: true });
});

test("the development server serves the page as it is written, and rooms beside it", async () => {
  const version = packageVersion();
  expect(await (await fetch(url)).text()).toContain("/@vite/client");
  await vi.waitFor(
    async () => expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ ok: true, version }),
    { timeout: 10_000 },
  );
  const headers = { "Content-Type": "application/json" };
  const body = JSON.stringify({ version });
  const opened = await fetch(`${url}/rooms`, { method: "POST", headers, body });
  const { code } = await opened.json();
  const player = await sitDown(url, code, { version });
  expect(player.view().lesson["now"]?.player).toBe("p1");
  await player.room.leave();
  for (const name of readdirSync("data/journals"))
    if (name.startsWith(code)) rmSync(join("data/journals", name));
}, 15_000);
