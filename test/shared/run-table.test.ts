import { expect, test } from "vitest";
import { formatTable } from "../run/table.ts";

test("words stand to the left and numbers to the right", () => {
  const rows = [
    { role: "client", busy: 8 },
    { role: "router", busy: 55 },
    { role: "server", busy: 100 },
  ];
  expect(formatTable(rows)).toBe(
    ["role    busy", "client     8", "router    55", "server   100"].join("\n"),
  );
});
