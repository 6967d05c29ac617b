import { parentPort, workerData } from "node:worker_threads";
import { missions } from "../../assets/missions/missions.ts";
import { missionReport } from "./mission-report.ts";

/** What one worker is to measure: a mission, in teams of these sizes. */
export type Measurement = {
  readonly mission: string;
  readonly seeds: number;
  readonly sizes: readonly number[];
};

const { mission, seeds, sizes } = workerData as Measurement;
const measured = missions[mission];
if (measured === undefined) throw new Error(`there is no mission ${mission}`);
parentPort?.postMessage(missionReport(measured, seeds, sizes));
