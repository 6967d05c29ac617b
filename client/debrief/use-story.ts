import { useCallback, useEffect, useState } from "preact/hooks";
import type { Story } from "../../shared/lesson/story.ts";
import { fetchStory, type Told } from "../net/room-reports.ts";

/** Fetches what happened in a network in a round that is over. */
export type StorySource = (round: number, network: string) => Promise<Told<Story>>;

/** Where the stories of a room's rounds come from, for a member with this key. */
export const useRoomStories = (code: string, key: string): StorySource =>
  useCallback((round, network) => fetchStory({ code, key }, round, network), [code, key]);

/** How far the story of a round has come. */
export type StoryState =
  | { readonly kind: "coming" }
  | { readonly kind: "here"; readonly story: Story }
  | { readonly kind: "missing"; readonly again: () => void };

/** The story of one network in one round, fetched while a screen stands. */
export function useStory(
  source: StorySource,
  round: number,
  network: string | undefined,
): StoryState {
  const [state, setState] = useState<StoryState>({ kind: "coming" });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stands = true;
    setState({ kind: "coming" });
    if (network !== undefined) {
      source(round, network).then((told) => {
        if (!stands) return;
        setState(
          told.kind === "told"
            ? { kind: "here", story: told.told }
            : { kind: "missing", again: () => setAttempt((count) => count + 1) },
        );
      });
    }
    return () => {
      stands = false;
    };
    // A source is one function per member of a room; it is not made anew while a screen stands.
  }, [source, round, network, attempt]);
  return state;
}
