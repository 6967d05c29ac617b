import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Measurement } from "./balance-worker.ts";
import type { MissionReport } from "./mission-report.ts";

/** Measures on every processor there is, and tells each report as soon as it is there; all of them, in the order asked for. */
export async function measureApart(
  all: readonly Measurement[],
  tell: (report: MissionReport) => void,
): Promise<readonly MissionReport[]> {
  const reports: MissionReport[] = [];
  // Later chapters take longer: what is begun last is to be short.
  const left = [...all.keys()].reverse();
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const report = await measure(all[next] as Measurement);
      reports[next] = report;
      tell(report);
    }
  };
  const workers = Math.min(availableParallelism(), all.length);
  await Promise.all(Array.from({ length: workers }, work));
  return reports;
}

async function measure(measurement: Measurement): Promise<MissionReport> {
  const url = new URL("./balance-worker.ts", import.meta.url);
  const [report] = await once(new Worker(url, { workerData: measurement }), "message");
  return report as MissionReport;
}
