import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pageVersion } from "../../client/net/page-version.ts";
import { type AppOptions, createApp } from "../../server/app.ts";

/** A real server on a free port of this machine, which keeps its journals in a folder of its own. */
export async function startServer(options: Partial<AppOptions> = {}) {
  const dataDir = await mkdtemp(join(tmpdir(), "port-of-call-"));
  const app = createApp({ dataDir, version: pageVersion, ...options });
  const port = await app.listen(0, "127.0.0.1");
  const close = async () => {
    await app.close();
    await rm(dataDir, { recursive: true });
  };
  return { url: `http://127.0.0.1:${port}`, port, dataDir, close };
}
export type TestServer = Awaited<ReturnType<typeof startServer>>;
