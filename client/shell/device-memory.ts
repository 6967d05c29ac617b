import { type ReadonlySignal, signal } from "@preact/signals";
import {
  type DeviceMemory,
  emptyMemory,
  mergeMemories,
  parseMemory,
} from "../present/shell-memory.ts";

const storageName = "port-of-call.practice";

const memory = signal<DeviceMemory>(read() ?? emptyMemory);

/** What this device remembers of practising alone. Where storage is forbidden it lasts as long as the page. */
export const deviceMemory: ReadonlySignal<DeviceMemory> = memory;

/** Changes what is remembered. Another tab may have learnt something meanwhile: that is read first. */
export function remember(change: (known: DeviceMemory) => DeviceMemory): void {
  memory.value = change(read() ?? memory.peek());
  try {
    localStorage.setItem(storageName, JSON.stringify(memory.value));
  } catch {}
}

/** Follows what other tabs remember or forget; returns how to stop. */
export function watchMemory(): () => void {
  const follow = ({ key }: StorageEvent) => {
    if (key === storageName) memory.value = read() ?? emptyMemory;
  };
  addEventListener("storage", follow);
  return () => removeEventListener("storage", follow);
}

/** Forgets everything about practising alone on this device. */
export function eraseMemory(): void {
  memory.value = emptyMemory;
  try {
    localStorage.removeItem(storageName);
  } catch {}
}

/** The record as the text of a file. */
export const exportMemory = (): string => `${JSON.stringify(memory.value, undefined, 2)}\n`;

/** Adds the record of an exported file to this device's; false when the file holds none. */
export function importMemory(file: string): boolean {
  const brought = parseMemory(file);
  if (brought === undefined) return false;
  remember((known) => mergeMemories(known, brought));
  return true;
}

function read(): DeviceMemory | undefined {
  try {
    return parseMemory(localStorage.getItem(storageName) ?? "");
  } catch {
    return undefined;
  }
}
