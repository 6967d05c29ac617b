import type { Role } from "../../shared/contract/mission.ts";
import { type Concept, concepts } from "../../shared/contract/reasons.ts";
import { parseRole } from "./shell-briefing.ts";

/** Practising alone: with a role its round, without one the chapter map; a challenge is a short round for one idea. */
export type PracticePage = {
  readonly kind: "practice";
  readonly role?: Role;
  readonly mission?: string;
  readonly challenge?: Concept;
};

/**
 * Where somebody is: what the address names, and what the back button returns to.
 * `asked`: the code was typed here and not merely brought by a link, so the room is entered without another question.
 */
export type Page =
  | { readonly kind: "front" }
  | PracticePage
  | {
      readonly kind: "join";
      readonly code: string;
      readonly seatKey?: string;
      readonly asked?: boolean;
    }
  | { readonly kind: "openRoom" }
  /** Whether the network lets the game through. */
  | { readonly kind: "selfTest" }
  /** A lesson that is looked at again out of its file. */
  | { readonly kind: "savedLesson" }
  | { readonly kind: "host"; readonly code: string }
  /** The big screen of a classroom; its key comes with the link that opens it. */
  | { readonly kind: "screen"; readonly code: string; readonly key?: string };

/** The page that an address names; a code that is not one leads to the front page. */
export function parsePage(search: string, hash: string): Page {
  const asked = new URLSearchParams(search);
  const code = parseCode(asked.get("code") ?? "");
  const hosted = parseCode(asked.get("host") ?? "");
  if (code !== undefined) return { kind: "join", code, ...keyIn(hash, "seat", "seatKey") };
  const shown = parseCode(asked.get("screen") ?? "");
  if (hosted !== undefined) return { kind: "host", code: hosted };
  if (shown !== undefined) return { kind: "screen", code: shown, ...keyIn(hash, "key", "key") };
  if (asked.has("practice")) return practiceIn(asked);
  if (hash === savedLessonHash) return { kind: "savedLesson" };
  return hash === selfTestHash ? { kind: "selfTest" } : { kind: "front" };
}

const selfTestHash = "#selftest";
const savedLessonHash = "#lesson";

/** The address of a page. A key is never part of it: addresses end up in histories and on projectors. */
export function formatPage(page: Page): string {
  switch (page.kind) {
    case "front":
    case "openRoom":
      return "/";
    case "selfTest":
      return `/${selfTestHash}`;
    case "savedLesson":
      return `/${savedLessonHash}`;
    case "practice":
      return `/?${formatPractice(page)}`;
    case "join":
      return `/?code=${page.code}`;
    case "host":
      return `/?host=${page.code}`;
    case "screen":
      return `/?screen=${page.code}`;
  }
}

/** The link that carries a seat to another device. Its key stands behind the `#`, which browsers send to no server. */
export const formatSeatLink = (origin: string, code: string, seatKey: string): string =>
  `${origin}/?code=${code}#seat=${encodeURIComponent(seatKey)}`;

/** The link that opens the big screen of a room, with its key behind the `#`. */
export const formatScreenLink = (origin: string, code: string, screenKey: string): string =>
  `${origin}/?screen=${code}#key=${encodeURIComponent(screenKey)}`;

/** The digits of a room code as they are typed: wide digits of an Asian keyboard count, everything else is left out. */
export const typedCode = (typed: string): string =>
  typed
    .normalize("NFKC")
    .replaceAll(/[^0-9]/g, "")
    .slice(0, 6);

/** A room code, or nothing where there are not exactly six digits. */
export function parseCode(typed: string): string | undefined {
  const code = typedCode(typed);
  return code.length === 6 ? code : undefined;
}

/** A room code as people read it aloud: `482 913`. */
export const formatCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

function practiceIn(asked: URLSearchParams): PracticePage {
  const role = parseRole(asked.get("practice") ?? undefined);
  const mission = asked.get("mission");
  const challenge = concepts.find((concept) => concept === asked.get("challenge"));
  return {
    kind: "practice",
    ...(role === undefined ? {} : { role }),
    ...(mission === null ? {} : { mission }),
    ...(challenge === undefined ? {} : { challenge }),
  };
}

function formatPractice({ role, mission, challenge }: PracticePage): string {
  const asked = { mission, challenge };
  const more = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined ? [] : `&${name}=${encodeURIComponent(value)}`,
  );
  return ["practice", role === undefined ? "" : `=${role}`, ...more].join("");
}

/** The key that stands behind the `#`, under the name that its page has for it. */
function keyIn<Name extends string>(
  hash: string,
  written: string,
  name: Name,
): { readonly [N in Name]?: string } {
  const key = new URLSearchParams(hash.slice(1)).get(written);
  return key === null || key === "" ? {} : ({ [name]: key } as { readonly [N in Name]: string });
}
