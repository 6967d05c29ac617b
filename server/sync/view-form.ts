import { Encoder, encode, Reflection, schema, t } from "@colyseus/schema";
import { type TableName, viewTables } from "../../shared/contract/view.ts";

/** A column as the wire carries it. */
export type WireColumn = {
  readonly name: string;
  readonly write: (octets: Uint8Array, value: never, at: { offset: number }) => unknown;
};

/** How long a text is whose length is written in one octet with its kind. */
const shortText = 32;

/** Writes a text. Most are short and plain, and asking the system for their octets takes longer than writing them. */
export function writeText(octets: Uint8Array, text: string, at: { offset: number }): void {
  const { length } = text;
  if (length >= shortText) return void encode.string(octets as Buffer, text, at);
  const start = at.offset + 1;
  for (let index = 0; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return void encode.string(octets as Buffer, text, at);
    octets[start + index] = code;
  }
  octets[at.offset] = 0xa0 | length;
  at.offset = start + length;
}

const writers = { string: writeText, number: encode.number, boolean: encode.boolean } as const;
const columnTypes = { string: t.string, number: t.number, boolean: t.boolean } as const;
const plainType = (type: string) => type.replace("?", "") as keyof typeof columnTypes;

export const tableNames = Object.keys(viewTables) as readonly TableName[];

/** The columns of each table, as its rows number them. */
export const columnsOf = Object.fromEntries(
  tableNames.map((name) => [
    name,
    Object.entries(viewTables[name]).map(([column, type]) => ({
      name: column,
      write: writers[plainType(type)],
    })),
  ]),
) as unknown as Readonly<Record<TableName, readonly WireColumn[]>>;

const rowClass = (name: TableName) =>
  schema(
    Object.fromEntries(
      Object.entries(viewTables[name]).map(([column, type]) => [
        column,
        columnTypes[plainType(type)]().optional(),
      ]),
    ),
    name,
  );

const ViewState = schema(
  Object.fromEntries(tableNames.map((name) => [name, t.map(rowClass(name))])),
  "ViewState",
);

/** What one client receives as its room's state: the view of its own session, a map of rows for each table. */
export const RoomState = schema({ views: t.map(ViewState) }, "RoomState");
export type RoomState = InstanceType<typeof RoomState>;

/** What every page is told first: the form of what it will be sent. */
export const viewForm = Reflection.encode(new Encoder(new RoomState()));
