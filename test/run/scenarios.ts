import type { Text } from "../../assets/text/text.ts";
import { lanScenarios } from "./lan-scenarios.ts";
import type { CaptureWords, Scenario } from "./scenario.ts";
import { tcpScenarios } from "./tcp-scenarios.ts";
import { worldScenarios } from "./world-scenarios.ts";

/** Every scenario by name; the name begins with its protocol. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  ...lanScenarios,
  ...worldScenarios,
  ...tcpScenarios,
};

/** The protocols that scenarios show. */
export const scenarioProtocols: readonly string[] = [
  ...new Set(Object.keys(scenarios).map(protocolOf)),
];

/** The names of the scenarios behind a word: a scenario's own name, or its protocol. */
export const scenariosNamed = (word: string): readonly string[] =>
  Object.keys(scenarios).filter((name) => name === word || protocolOf(name) === word);

/**
 * All names in an order in which few of them show much already: every other one is about TCP, and the others change
 * from protocol to protocol.
 */
export function mixedScenarios(): readonly string[] {
  const others = scenarioProtocols.filter((protocol) => protocol !== "tcp");
  return inTurns([scenariosNamed("tcp"), inTurns(others.map(scenariosNamed))]);
}

/** The first of each list, then the second of each, until all have ended. */
function inTurns<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, nth) =>
    lists.flatMap((list) => list.slice(nth, nth + 1)),
  ).flat();
}

/** What captures of scenarios say, in the text's language. */
export const captureWordsIn = ({ story }: Text): CaptureWords => story.capture;

function protocolOf(name: string): string {
  return name.split("-")[0] ?? name;
}
