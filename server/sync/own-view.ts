import { Protocol } from "@colyseus/core";
import { encode, OPERATION } from "@colyseus/schema";
import { emptyView, type TableName, type View } from "../../shared/contract/view.ts";
import { columnsOf, tableNames, type WireColumn, writeText } from "./view-form.ts";

type Row = Readonly<Record<string, unknown>>;
type Rows = Readonly<Record<string, Row>>;

/** Says that what follows is about the thing of this number. */
const aboutOctet = 255;
/** The numbers by which a page knows what holds the rows: its state, the map of views, its view, and each table. */
const [viewsNumber, viewNumber, firstTable] = [1, 2, 3];
const firstRow = firstTable + tableNames.length;

/** Every view begins as the empty one, so its tables stand in that order. */
const tablesOf = (view: View): readonly Rows[] => Object.values(view);
const nothing = tablesOf(emptyView());

/** Views are written here, one after the other: more than a line may have waiting can never be sent. */
const page = Buffer.allocUnsafeSlow(1_000_000);
const at = { offset: 0 };

/**
 * One client's view on its way to them, as Colyseus's client reads it. What was sent last is kept as it was; a patch is
 * what differs, and what is the same object is not even looked at. Colyseus's own encoder would keep an object with a
 * history for every row of every viewer, most of them equal: that is most of what a room costs.
 */
export class OwnView {
  readonly #session: string;
  #view = emptyView();
  /** What the page has, table by table; nothing before it was sent the whole. */
  #sent: readonly Rows[] | undefined;
  #sentView: View | undefined;
  /** The numbers of the rows that the page has, by table and id. */
  readonly #numbers = tableNames.map(() => new Map<string, number>());
  #nextNumber = firstRow;

  readonly #told: () => void;

  /** Tells whenever it is shown something. */
  constructor(session: string, told = () => {}) {
    this.#session = session;
    this.#told = told;
  }

  show(view: View): void {
    this.#view = view;
    this.#told();
  }

  /** All of it, for a page that has just come in. */
  whole(): Uint8Array {
    begin(Protocol.ROOM_STATE);
    for (const numbers of this.#numbers) numbers.clear();
    writeFrame(this.#session);
    this.#write(nothing);
    return written();
  }

  /** What has changed since it was last sent, if anything has. */
  patch(): Uint8Array | undefined {
    if (this.#sent === undefined || this.#sentView === this.#view) return undefined;
    const start = begin(Protocol.ROOM_STATE_PATCH);
    this.#write(this.#sent);
    return at.offset === start ? undefined : written();
  }

  #write(before: readonly Rows[]): void {
    const tables = tablesOf(this.#view);
    for (let index = 0; index < tables.length; index++) {
      const [was, is] = [before[index] as Rows, tables[index] as Rows];
      if (was !== is) this.#writeTable(index, was, is);
    }
    this.#sent = tables;
    this.#sentView = this.#view;
    if (at.offset > page.length) throw new Error("a view is too long to be sent");
  }

  #writeTable(index: number, before: Rows, rows: Rows): void {
    const numbers = this.#numbers[index] as Map<string, number>;
    const changed: string[] = [];
    const known = numbers.size;
    let kept = 0;
    for (const id in rows) {
      if (before[id] !== rows[id]) changed.push(id);
      if (before[id] === rows[id] || numbers.has(id)) kept += 1;
      else this.#writeEntry(firstTable + index, numbers, id, numbers.size === known);
    }
    if (kept < known) writeGoneEntries(firstTable + index, numbers, rows);
    const columns = columnsOf[tableNames[index] as TableName];
    for (const id of changed)
      writeRow(columns, numbers.get(id) as number, before[id], rows[id] as Row);
  }

  #writeEntry(table: number, numbers: Map<string, number>, id: string, isFirst: boolean): void {
    if (isFirst) writeAbout(table);
    const number = this.#nextNumber++;
    numbers.set(id, number);
    writeOctet(OPERATION.ADD);
    encode.number(page, number, at);
    writeText(page, id, at);
    encode.number(page, number, at);
  }
}

function writeGoneEntries(table: number, numbers: Map<string, number>, rows: Rows): void {
  let isAbout = false;
  for (const id of numbers.keys()) {
    if (Object.hasOwn(rows, id)) continue;
    if (!isAbout) writeAbout(table);
    isAbout = true;
    writeOctet(OPERATION.DELETE);
    encode.number(page, numbers.get(id) as number, at);
    numbers.delete(id);
  }
}

function writeRow(
  columns: readonly WireColumn[],
  number: number,
  before: Row | undefined,
  row: Row,
): void {
  if (before === undefined) writeNewRow(columns, number, row);
  else writeChanges(columns, number, before, row);
}

/** A new row has something in every column that is not optional. */
function writeNewRow(columns: readonly WireColumn[], number: number, row: Row): void {
  writeAbout(number);
  for (let index = 0; index < columns.length; index++) {
    const { name, write } = columns[index] as WireColumn;
    const value = row[name];
    if (value === undefined) continue;
    writeOctet(OPERATION.ADD | index);
    write(page, value as never, at);
  }
}

/** A column that the view no longer has is taken away. */
function writeChanges(columns: readonly WireColumn[], number: number, before: Row, row: Row): void {
  let isAbout = false;
  for (let index = 0; index < columns.length; index++) {
    const { name, write } = columns[index] as WireColumn;
    const value = row[name];
    if (before[name] === value) continue;
    if (!isAbout) writeAbout(number);
    isAbout = true;
    writeOctet((value === undefined ? OPERATION.DELETE : OPERATION.ADD) | index);
    if (value !== undefined) write(page, value as never, at);
  }
}

/** What holds the rows: the state has one view, and the view its tables. */
function writeFrame(session: string): void {
  writeOctet(OPERATION.ADD);
  encode.number(page, viewsNumber, at);
  writeAbout(viewsNumber);
  writeOctet(OPERATION.ADD);
  encode.number(page, 0, at);
  writeText(page, session, at);
  encode.number(page, viewNumber, at);
  writeAbout(viewNumber);
  for (let index = 0; index < tableNames.length; index++) {
    writeOctet(OPERATION.ADD | index);
    encode.number(page, firstTable + index, at);
  }
}

/** A copy of what was written: a slow client's frames wait while the next ones are written. */
function written(): Uint8Array {
  const frame = Buffer.allocUnsafe(at.offset);
  page.copy(frame, 0, 0, at.offset);
  return frame;
}

function begin(kind: number): number {
  at.offset = 0;
  writeOctet(kind);
  return at.offset;
}

function writeAbout(number: number): void {
  writeOctet(aboutOctet);
  encode.number(page, number, at);
}

function writeOctet(octet: number): void {
  page[at.offset] = octet;
  at.offset += 1;
}
