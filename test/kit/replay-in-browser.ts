import { missions } from "../../assets/missions/missions.ts";
import { type Journal, replay } from "../../shared/lesson/journal.ts";
import { hashOf } from "../../shared/lib/hash.ts";
import type { Instant } from "../../shared/lib/instant.ts";

/** What a browser page is given to fold a journal with the very rules that Node runs. */
Object.assign(globalThis, {
  hashOfReplay: (journal: Journal, until: Instant) => hashOf(replay(journal, missions, until)),
});
