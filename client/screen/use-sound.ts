import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type SoundScene, soundBetween } from "../present/screen-sounds.ts";
import { Synthesiser } from "./synthesiser.ts";

/** Whether a classroom hears its big screen: not before somebody has pressed something there. */
export type Hearing = "asleep" | "on" | "off";

/** The key that turns sound off and on. */
const soundKey = "KeyM";
const storageName = "port-of-call.sound";

/** Lets changes of a scene be heard while a screen stands; the second value turns sound off and on. */
export function useSound(scene: SoundScene | undefined): readonly [Hearing, () => void] {
  const [isWanted, setWanted] = useState(wasWanted);
  const [isAwake, setAwake] = useState(false);
  const synthesiser = useMemo(() => new Synthesiser(), []);
  const last = useRef(scene);
  const toggle = () => {
    keepWanted(!isWanted);
    setWanted(!isWanted);
  };
  useEffect(() => () => synthesiser.close(), [synthesiser]);
  useEffect(() => {
    const wake = (event: Event) => {
      if (isClickByKey(event)) return;
      synthesiser.wake();
      setAwake(true);
      // the press that wakes a screen does not silence it
      if (isAwake && event instanceof KeyboardEvent && event.code === soundKey) toggle();
    };
    addEventListener("keydown", wake);
    addEventListener("click", wake);
    return () => {
      removeEventListener("keydown", wake);
      removeEventListener("click", wake);
    };
  });
  useEffect(() => {
    const before = last.current;
    last.current = scene;
    const sound = before && scene && soundBetween(before, scene);
    if (sound !== undefined && isWanted) synthesiser.play(sound);
  });
  if (!isWanted) return ["off", toggle];
  return [isAwake ? "on" : "asleep", toggle];
}

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
