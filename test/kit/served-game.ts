import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launch } from "./browser.ts";
import { startServer, type TestServer } from "./test-server.ts";

/** The built game on a real server, and a browser to open it in. */
export type ServedGame = {
  readonly url: string;
  readonly port: number;
  readonly browser: Browser;
};

/** Serves the game from before the first test of a file until after its last; `args` are the browser's. */
export function serveGame(...args: readonly string[]): ServedGame {
  let server: TestServer;
  let browser: Browser;
  beforeAll(async () => {
    server = await startServer({ files: "dist/client" });
    browser = await launch(...args);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  return {
    get url() {
      return server.url;
    },
    get port() {
      return server.port;
    },
    get browser() {
      return browser;
    },
  };
}
