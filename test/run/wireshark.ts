import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TcpLabel, tcpLabels } from "./tcp-label.ts";

/** What Wireshark made of one frame. Statuses are words such as `Good` and `Bad`, one for each header of the kind. */
export type ReadFrame = {
  readonly protocols: readonly string[];
  readonly malformed: boolean;
  readonly checksums: readonly string[];
  readonly comment: string;
  /** What it thinks of a TCP segment. */
  readonly labels: readonly TcpLabel[];
};

/** Checksums are not verified unless one asks: a card that sends fills them in later. */
const verified = ["ip", "udp", "tcp"].map((protocol) => `${protocol}.check_checksum`);
const checksumFields = ["ip", "udp", "tcp", "icmp"].map((name) => `${name}.checksum.status`);
const labelFields = tcpLabels.map((label) => `tcp.analysis.${label}`);
const plainFields = ["frame.protocols", "_ws.malformed", "frame.comment"];
const fields = [...plainFields, ...checksumFields, ...labelFields];

/** The words for the values of a checksum's status, as `sharkd` says them. */
const statuses = ["Bad", "Good", "Unverified", "Not present", "Illegal"];

const tshark = "tshark";
const sharkd = "sharkd";

/** Whether Wireshark's programs are here. `sharkd` comes with `tshark` and reads many files in one process. */
export const hasTshark = (): boolean => spawnSync(tshark, ["--version"]).status === 0;
export const hasSharkd = (): boolean => spawnSync(sharkd, ["--version"]).status === 0;

/** Reads files one after the other in one process; each is a capture of its own. */
export async function readWithSharkd(files: readonly string[]): Promise<readonly ReadFrame[][]> {
  const columns = fields.map((field, at) => [`column${at}`, `${field}:0`]);
  const requests = [
    ...verified.map((name) => ask("setconf", { name, value: "TRUE" })),
    ...files.flatMap((file) => [ask("load", { file }), ask("frames", Object.fromEntries(columns))]),
  ];
  const said = await run(sharkd, ["-"], requests.map((line, id) => numbered(line, id)).join(""));
  const answers = said.split("\n").filter((line) => line.startsWith("{"));
  if (answers.length !== requests.length) throw new Error(`sharkd gave up:\n${said.slice(-2_000)}`);
  return answers.flatMap((line, at) => {
    if (requests[at]?.method !== "frames") return [];
    const { result } = JSON.parse(line) as { readonly result: readonly { readonly c: string[] }[] };
    return [result.map(({ c }) => frameOf(c))];
  });
}

/** Reads one file in a process of its own. */
export async function readWithTshark(file: string): Promise<readonly ReadFrame[]> {
  const asked = verified.flatMap((name) => ["-o", `${name}:TRUE`]);
  const wanted = fields.flatMap((field) => ["-e", field]);
  const shown = await run(tshark, ["-r", file, "-n", ...asked, "-T", "fields", ...wanted]);
  return shown
    .split("\n")
    .slice(0, -1)
    .map((line) => frameOf(line.split("\t").map(inWords)));
}

/** `tshark` says statuses as numbers: `1,2` is `Good,Unverified`. */
const inWords = (cell: string, at: number): string =>
  cell === "" || !(fields[at] ?? "").includes("checksum")
    ? cell
    : cell
        .split(",")
        .map((value) => statuses[Number(value)] ?? value)
        .join();

function frameOf([protocols = "", malformed, comment = "", ...rest]: readonly string[]): ReadFrame {
  const checksums = rest.slice(0, checksumFields.length);
  const labels = rest.slice(checksumFields.length);
  return {
    protocols: protocols.split(":"),
    malformed: malformed !== "",
    checksums: checksums.filter((status) => status !== ""),
    comment,
    labels: withoutGeneral(tcpLabels.filter((_, at) => (labels[at] ?? "") !== "")),
  };
}

/** A fast or spurious retransmission bears the general label as well. */
const withoutGeneral = (labels: readonly TcpLabel[]): readonly TcpLabel[] =>
  labels.includes("fast_retransmission") || labels.includes("spurious_retransmission")
    ? labels.filter((label) => label !== "retransmission")
    : labels;

type Request = { readonly method: string; readonly params: Readonly<Record<string, string>> };

const ask = (method: string, params: Request["params"]): Request => ({ method, params });
const numbered = (request: Request, id: number): string =>
  `${JSON.stringify({ jsonrpc: "2.0", id: id + 1, ...request })}\n`;

/** What a program prints. It gets a folder of its own for settings: nobody's preferences decide what is seen. */
function run(program: string, options: readonly string[], input = ""): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "wireshark-"));
  const env = { ...process.env, LC_ALL: "C.UTF-8", WIRESHARK_CONFIG_DIR: folder };
  return new Promise<string>((resolve, reject) => {
    const child = spawn(program, options, { env, stdio: ["pipe", "pipe", "ignore"] });
    const said: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => said.push(part));
    child.on("error", reject);
    child.on("close", () => resolve(Buffer.concat(said).toString()));
    child.stdin.end(input);
  }).finally(() => rmSync(folder, { recursive: true }));
}
