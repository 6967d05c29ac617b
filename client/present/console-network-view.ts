import type { View } from "../../shared/contract/view.ts";

/** One network out of a view of all: its map under its own ids, its clock, and its signs. */
export function networkView(view: View, network: string): View {
  const clock = view.networks[network];
  return {
    ...view,
    clock: clock === undefined ? {} : { now: clock },
    zones: rowsOf(view.zones, network),
    boxes: rowsOf(view.boxes, network),
    links: rowsOf(view.links, network),
    letters: rowsOf(view.letters, network),
    asks: asksOf(view, network),
  };
}

/** The networks of a view, in their order. */
export const networksOf = (view: View): readonly string[] =>
  Object.keys(view.standings).toSorted((one, other) => orderOf(one) - orderOf(other));

/** The how-manieth network this is: `n2` is the second. */
export const orderOf = (network: string): number => Number(network.slice(1));

/** The network that the big screen shows. */
export const shownNetwork = (view: View): string | undefined =>
  view.lesson["now"]?.shown ?? networksOf(view)[0];

/** A desk as its player sees it, out of the view of a host who looks over their shoulder. */
export function shoulderView(view: View): View | undefined {
  const now = view.lesson["now"];
  const player = now?.shoulder;
  const { network, seat, role } = view.players[player ?? ""] ?? {};
  if (now === undefined || network === undefined || seat === undefined) return undefined;
  const own = networkView(view, network);
  return {
    ...own,
    lesson: { now: { ...now, network, seat, ...(role === undefined ? {} : { role }) } },
    boxes: mapRows(own.boxes, (row, id) => ({ ...row, you: id === seat })),
    links: mapRows(own.links, (row) => ({ ...row, mine: row.a === seat || row.b === seat })),
    letters: now.sight === "open" ? own.letters : seenLetters(own, seat),
    standings: mapRows(view.standings, (row, id) => ({ ...row, you: id === network })),
  };
}

/** What a machine sees under way: what it sent, and what will come to it. */
const seenLetters = ({ letters }: View, seat: string): View["letters"] =>
  Object.fromEntries(
    Object.entries(letters).filter(
      ([, { from, to, lostAt }]) => from === seat || (to === seat && lostAt === undefined),
    ),
  );

const mapRows = <R>(rows: Readonly<Record<string, R>>, change: (row: R, id: string) => R) =>
  Object.fromEntries(Object.entries(rows).map(([id, row]) => [id, change(row, id)]));

function rowsOf<R extends { readonly network?: string }>(
  rows: Readonly<Record<string, R>>,
  network: string,
): Readonly<Record<string, R>> {
  const own = Object.entries(rows).filter(([, row]) => row.network === network);
  return Object.fromEntries(own.map(([id, row]) => [withoutNetwork(id), row]));
}

function asksOf({ asks }: View, network: string): View["asks"] {
  const own = Object.entries(asks).filter(([id]) => id.startsWith(`${network}/`));
  return Object.fromEntries(own.map(([id, row]) => [withoutNetwork(id), row]));
}

/** Ids of a view of all networks begin with the network: `n1/router1`. */
const withoutNetwork = (id: string): string => id.slice(id.indexOf("/") + 1);
