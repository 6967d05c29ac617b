/** So many people play in one district at most; more play in two. */
export const districtSize = 6;

/** So many people play in one network at most: two districts, and no longer chain. */
export const mostInNetwork = 2 * districtSize;
