import fc from "fast-check";
import { expect, test } from "vitest";
import { zipFiles } from "../../../server/reports/zip-file.ts";
import { unzipFiles } from "../../kit/unzip-files.ts";

const aName = fc.stringMatching(/^[a-z0-9가-힣/]{1,20}$/);
const contents = fc.uint8Array({ maxLength: 500 });

test("whatever is put into a zip comes out of it", () => {
  fc.assert(
    fc.property(fc.dictionary(aName, contents, { noNullPrototype: true }), (files) => {
      const asBuffers = Object.entries(files).map(([name, octets]) => [name, Buffer.from(octets)]);
      expect(unzipFiles(zipFiles(files))).toEqual(Object.fromEntries(asBuffers));
    }),
  );
});

test("the same files make the same octets", () => {
  const files = { "n1/링크.pcapng": Uint8Array.of(1, 2, 3) };
  expect(zipFiles(files)).toEqual(zipFiles(files));
});
