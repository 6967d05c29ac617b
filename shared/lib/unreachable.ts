/** Ends a switch that has handled every case; the type checker proves that it is never called. */
export function unreachable(value: never): never {
  throw new Error(`not a possible value: ${JSON.stringify(value)}`);
}
