/** A line of a printed table: its cells by column. */
export type TableRow = Readonly<Record<string, string | number | boolean>>;

/** The rows as aligned columns of text: numbers to the right, words to the left. */
export function formatTable(rows: readonly TableRow[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const line = (cells: readonly (string | number | boolean)[]) =>
    cells.map((cell, at) => aligned(cell, widths[at] ?? 0)).join("  ");
  const body = rows.map((row) => line(columns.map((column) => row[column] ?? "")));
  const head = columns.map((column, at) =>
    typeof rows[0]?.[column] === "number" ? column.padStart(widths[at] ?? 0) : column,
  );
  return [line(head), ...body].map((text) => text.trimEnd()).join("\n");
}

const aligned = (cell: string | number | boolean, width: number): string =>
  typeof cell === "number" ? String(cell).padStart(width) : String(cell).padEnd(width);

/** A number with so many digits behind the point, still a number. */
export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits));

/** A share of one as whole percents. */
export const percent = (share: number): number => rounded(100 * share);
