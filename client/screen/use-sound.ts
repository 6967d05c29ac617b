import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { type SoundScene, soundBetween } from "../present/screen-sounds.ts";
import { Synthesiser } from "./synthesiser.ts";

/** Whether a classroom hears its big screen: not before somebody has pressed something there. */
export type Hearing = "asleep" | "on" | "off";

/** The key that turns sound off and on. */
const soundKey = "KeyM";
const storageName = "port-of-call.sound";

/** Lets changes of a scene be heard while a screen stands; the second value turns sound off and on. */
export function useSound(scene: SoundScene | undefined): readonly [Hearing, () => void] {
  const [hearing, setHearing] = useState<Hearing>(wasWanted() ? "asleep" : "off");
  const synthesiser = useMemo(() => new Synthesiser(), []);
  const last = useRef(scene);
  const toggle = useCallback(() => {
    setHearing(turned);
  }, []);
  useEffect(() => () => synthesiser.close(), [synthesiser]);
  // what a screen says, it has kept: whoever leaves it at once finds it so again
  useLayoutEffect(() => {
    if (hearing !== "asleep") keepWanted(hearing === "on");
  }, [hearing]);
  useEffect(() => {
    const press = (event: Event) => {
      if (isClickByKey(event)) return;
      synthesiser.wake();
      const isSwitch = event instanceof KeyboardEvent && event.code === soundKey;
      // the press that wakes a screen does not silence it
      setHearing((now) => (now === "asleep" ? "on" : isSwitch ? turned(now) : now));
    };
    addEventListener("keydown", press);
    addEventListener("click", press);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("click", press);
    };
  }, [synthesiser]);
  useEffect(() => {
    const before = last.current;
    last.current = scene;
    const sound = before && scene && soundBetween(before, scene);
    if (sound !== undefined && hearing === "on") synthesiser.play(sound);
  });
  return [hearing, toggle];
}

const turned = (hearing: Hearing): Hearing => (hearing === "off" ? "on" : "off");

/** A button that is pressed by a key is clicked, too. */
const isClickByKey = (event: Event): boolean =>
  event instanceof KeyboardEvent &&
  event.target instanceof HTMLButtonElement &&
  (event.key === "Enter" || event.key === " ");

// A school's browser may forbid storage; then the choice lasts as long as the page.
function wasWanted(): boolean {
  try {
    return localStorage.getItem(storageName) !== "off";
  } catch {
    return true;
  }
}

function keepWanted(isWanted: boolean): void {
  try {
    localStorage.setItem(storageName, isWanted ? "on" : "off");
  } catch {}
}
