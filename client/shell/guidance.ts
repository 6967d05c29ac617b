import type { Role } from "../../shared/contract/mission.ts";
import { isOnMyOwn, setOnMyOwn } from "../present/shell-memory.ts";
import { deviceMemory, remember } from "./device-memory.ts";

/** Whether the next practice of a role in a chapter is guided: the first one is, and then what was chosen last. */
export const isGuided = (chapter: number, role: Role): boolean =>
  !isOnMyOwn(deviceMemory.value, chapter, role);

/** Remembers on this device whether a role of a chapter is practised step by step. */
export const setGuided = (chapter: number, role: Role, guided: boolean): void =>
  remember((memory) => setOnMyOwn(memory, chapter, role, !guided));
