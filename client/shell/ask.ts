import type { HostIntent } from "../../shared/contract/intent.ts";

/** Asks for something as the host. */
export type Ask = (intent: HostIntent) => void;
