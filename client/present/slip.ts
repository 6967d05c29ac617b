import type { Text } from "../../assets/text/text.ts";
import type { View, ViewRow } from "../../shared/contract/view.ts";
import { presentBoxName } from "./box-name.ts";
import { isShared } from "./pair.ts";
import { wordFor } from "./word-for.ts";

/** What somebody has written on a slip so far; a field that was not touched is absent. */
export type Draft = {
  readonly address?: string;
  readonly port?: string;
  readonly source?: string;
};

/** An address of my book, with the names of everything that lives there; of two at a desk the eyes know those. */
type AddressChoice = { readonly address: string; readonly names: string };

/** A field of the slip, and whether a hint stands in for somebody who does not know it yet. */
export type SlipField = { readonly value: string; readonly lit: boolean };

/** The envelope of one errand while it is being written. */
export type Slip = {
  readonly errand: string;
  readonly addresses: readonly AddressChoice[];
  readonly address: SlipField;
  readonly port: SlipField;
  readonly source: SlipField;
  readonly again: boolean;
  readonly complete: boolean;
};

/** A row of the address book. `asked`: the question is out and not answered yet. */
export type BookLine = {
  readonly id: string;
  readonly name: string;
  /** Undefined where it stands on the sheet of two. */
  readonly address: string | undefined;
  readonly port: number | undefined;
  readonly isService: boolean;
  /** Whether its port may be taken over into the slip. */
  readonly canPick: boolean;
  readonly asked: boolean;
  readonly lit: boolean;
};

/** The slip of an errand. Only a lit due fills in fields, and only those that nobody touched. */
export function presentSlip(view: View, text: Text, errand: string, draft: Draft): Slip {
  const due = Object.values(view.dues).find(
    ({ kind, about, lit }) => kind === "errand" && about === errand && lit,
  );
  const address = field(draft.address, due?.hintAddress);
  const port = field(draft.port, due?.hintPort);
  const source = field(draft.source, due?.hintSource);
  return {
    errand,
    addresses: addressChoices(view, text),
    address,
    port,
    source,
    again: view.errands[errand]?.state === "sent",
    complete: address.value !== "" && isPort(port.value) && isPort(source.value),
  };
}

/** My address book: services first, then the other machines. */
export function presentBook(view: View, text: Text): readonly BookLine[] {
  return bookRows(view).map(([id, { kind, address, port, asked }]) => ({
    id,
    name: nameOf(view, text, id, kind),
    address: isShared(view) ? undefined : address,
    port,
    isService: kind === "service",
    canPick: !isExpert(view),
    asked: asked && port === undefined,
    lit: Object.values(view.dues).some((due) => due.kind === "ask" && due.about === id && due.lit),
  }));
}

/** A port as it may be written: digits that make 1 to 65535. */
export const isPort = (written: string): boolean =>
  /^\d{1,5}$/.test(written) && Number(written) >= 1 && Number(written) <= 65535;

function addressChoices(view: View, text: Text): readonly AddressChoice[] {
  const known = new Map<string, string[]>();
  for (const [id, { address, kind }] of bookRows(view)) {
    const names = known.get(address) ?? [];
    known.set(address, [...names, nameOf(view, text, id, kind)]);
  }
  const isHidden = isShared(view);
  return [...known].map(([address, names]) => ({
    address,
    names: isHidden ? "" : names.join(", "),
  }));
}

const field = (written: string | undefined, hint: string | number | undefined): SlipField => ({
  value: written ?? (hint === undefined ? "" : String(hint)),
  lit: hint !== undefined,
});

const nameOf = (view: View, text: Text, id: string, kind: string): string =>
  kind === "service" ? wordFor(text.names.services, id) : presentBoxName(view, id, text);

const bookRows = (view: View): readonly (readonly [string, ViewRow<"book">])[] =>
  Object.entries(view.book).toSorted(([, one], [, other]) => one.order - other.order);

/** Experts type every port. */
export const isExpert = (view: View): boolean => view.lesson["now"]?.assistance === "expert";
