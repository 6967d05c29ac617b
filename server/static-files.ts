import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import express, { type RequestHandler, type Response } from "express";

/** What shrinks; fonts and pictures are packed already. */
const packable = new Set([".html", ".js", ".css", ".svg", ".json", ".txt", ".webmanifest"]);

/** Serves the built page: packed once at start, hashed assets for ever, everything else asked for again each time. */
export function staticFiles(folder: string): readonly RequestHandler[] {
  const packed = packAll(folder);
  const sendPacked: RequestHandler = (request, response, next) => {
    const path = request.path === "/" ? "/index.html" : request.path;
    const body = packed.get(path);
    const asked = request.method === "GET" || request.method === "HEAD";
    if (!asked || body === undefined || !request.acceptsEncodings("gzip")) return next();
    setCacheControl(response, path);
    response.vary("Accept-Encoding");
    response.set("Content-Encoding", "gzip").type(extname(path)).send(body);
  };
  const sendPlain = express.static(folder, {
    cacheControl: false,
    setHeaders: (response, path) => setCacheControl(response, path.slice(folder.length)),
  });
  return [sendPacked, sendPlain];
}

function packAll(folder: string): ReadonlyMap<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    names
      .filter((name) => packable.has(extname(name)))
      .map((name) => [
        `/${name.replaceAll("\\", "/")}`,
        gzipSync(readFileSync(join(folder, name))),
      ]),
  );
}

function setCacheControl(response: Response, path: string): void {
  const hashed = path.replaceAll("\\", "/").startsWith("/assets/");
  response.set("Cache-Control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
}
