import { JoinRefused, refusedBy } from "./join-refused.ts";
import { pageVersion } from "./page-version.ts";

/** A room that is open: whoever has the host's key is its host, the screen's key only looks on. */
export type OpenedRoom = {
  readonly code: string;
  readonly hostKey: string;
  readonly screenKey: string;
};

/** What to open: a new room, or with a code and its host's key the lesson that was left there. */
type Wish = { readonly server?: string; readonly code?: string; readonly hostKey?: string };

/** A long lesson is read from disk before it goes on. */
const answerMs = 10_000;

/** Opens a room on the server, or goes on with a saved lesson under its own code; rejects with `JoinRefused`. */
export async function openRoom({
  server = location.origin,
  ...left
}: Wish = {}): Promise<OpenedRoom> {
  try {
    const response = await fetch(`${server}/rooms`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ version: pageVersion, ...left }),
      signal: AbortSignal.timeout(answerMs),
    });
    const answer = await response.json();
    if (response.ok) return answer;
    throw refusedBy({ message: answer.error });
  } catch (thrown) {
    throw thrown instanceof JoinRefused ? thrown : new JoinRefused("unreachable");
  }
}
