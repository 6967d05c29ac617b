/** The part of the plane that a map with names shows: the lowest machine's address still stands in it. */
export const namedMap = { left: 0, top: 4, width: 720, height: 524 } as const;
