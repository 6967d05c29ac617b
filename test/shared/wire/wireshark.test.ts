import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CapturedFrame, encodeCaptureFile } from "../../../shared/wire/capture-file.ts";
import { capturedFlow, client, damagedFlow, server } from "./captured-flow.ts";

const tshark = "tshark";
const isInstalled = spawnSync(tshark, ["--version"]).status === 0;

const fields = {
  protocols: "frame.protocols",
  malformed: "_ws.malformed",
  ip: "ip.checksum.status",
  udp: "udp.checksum.status",
  tcp: "tcp.checksum.status",
  icmp: "icmp.checksum.status",
  comment: "frame.comment",
  time: "frame.time_epoch",
  link: "frame.interface_name",
  sender: "ip.src_host",
  icmpType: "icmp.type",
  icmpCode: "icmp.code",
  mtu: "icmp.mtu",
  segmentSize: "tcp.options.mss_val",
} as const;

/** Of IP, UDP, TCP and ICMP: 1 is good, 0 would be bad, 2 is a quoted datagram, too short to be verified. */
const soundStatuses = {
  arp: /^\|\|\|$/,
  udp: /^1\|1\|\|$/,
  icmp: /^(1\||1,1\|2)\|\|1$/,
  tcp: /^1\|\|1\|$/,
} as const;

type Row = Readonly<Record<keyof typeof fields, string>>;

const comment = "책상의 1초는 전선의 1밀리초예요.";
const names = [
  { address: client, name: "용감한-수달" },
  { address: server, name: "서버" },
];

// 120 s: a program that starts cold on a busy machine takes its time.
describe.skipIf(!isInstalled)("Wireshark reads our captures", { timeout: 120_000 }, () => {
  let folder: string;
  let rows: readonly Row[];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "capture-"));
    rows = read("link.pcapng", capturedFlow);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(program: string, ...options: readonly string[]): string {
    // A folder of our own for settings: nobody's preferences decide what this test sees.
    const env = { ...process.env, LC_ALL: "C.UTF-8", WIRESHARK_CONFIG_DIR: folder };
    const { status, stdout, stderr } = spawnSync(program, options, { encoding: "utf8", env });
    expect(status, stderr).toBe(0);
    return stdout;
  }

  /** What tshark makes of each frame, every checksum verified. */
  function read(file: string, frames: readonly CapturedFrame[]): readonly Row[] {
    const path = join(folder, file);
    writeFileSync(path, encodeCaptureFile({ link: "router2-server", comment, names, frames }));
    const verify = ["ip", "udp", "tcp"].flatMap((it) => ["-o", `${it}.check_checksum:TRUE`]);
    const wanted = Object.values(fields).flatMap((field) => ["-e", field]);
    const shown = run(tshark, "-r", path, "-n", "-N", "n", ...verify, "-T", "fields", ...wanted);
    return shown.split("\n").slice(0, -1).map(toRow);
  }

  function toRow(line: string): Row {
    const values = line.split("\t");
    return Object.fromEntries(Object.keys(fields).map((name, at) => [name, values[at]])) as Row;
  }

  test("every frame is understood and none is malformed", () => {
    expect(rows).toHaveLength(capturedFlow.length);
    for (const [at, { protocol }] of capturedFlow.entries()) {
      expect(rows[at]?.protocols.split(":")).toContain(protocol);
      expect(rows[at]?.malformed).toBe("");
    }
  });

  test("every checksum is right", () => {
    for (const [at, { protocol }] of capturedFlow.entries()) {
      const { ip, udp, tcp, icmp } = rows[at] as Row;
      expect([ip, udp, tcp, icmp].join("|")).toMatch(soundStatuses[protocol]);
    }
  });

  test("the comments are there, in Korean", () => {
    expect(rows.map((row) => row.comment)).toEqual(capturedFlow.map((frame) => frame.comment));
    expect(run("capinfos", join(folder, "link.pcapng"))).toContain(comment);
  });

  test("a second of play is a millisecond on the wire", () => {
    expect(rows.map((row) => Number(row.time))).toEqual(rows.map((_, at) => at / 1_000));
  });

  test("the link and the players go by their names", () => {
    expect(new Set(rows.map((row) => row.link))).toEqual(new Set(["router2-server"]));
    expect(rows.slice(2, 4).map((row) => row.sender)).toEqual(["용감한-수달", "서버"]);
  });

  test("what ICMP reports and what a SYN offers is read as meant", () => {
    const reports = rows.filter((row) => row.icmp !== "");
    expect(
      reports.map((row) => `${row.icmpType}/${row.icmpCode}${row.mtu && ` ${row.mtu}`}`),
    ).toEqual(["3/3", "3/0", "11/0", "3/1", "3/4 576", "8/0", "0/0"]);
    expect(rows.map((row) => row.segmentSize).filter(Boolean)).toEqual(["536", "536"]);
  });

  test("a flipped bit and a malformed text would have been noticed", () => {
    const [flipped, misplaced] = read("damaged.pcapng", damagedFlow);
    expect(flipped?.udp).toBe("0");
    expect(misplaced?.malformed).not.toBe("");
  });
});
