import type { Page } from "playwright-core";

/** Something on the page as a player finds it. */
export type Seen = {
  /** Where it is, until the page changes; what it stands in is the beginning of it. */
  readonly path: string;
  readonly words: string;
  readonly key: string | undefined;
  readonly marks: readonly string[];
  readonly value: string;
  readonly isPressed: boolean;
  readonly isOff: boolean;
};

/** What a player looks at: the parts of every desk that can be read or handled. */
const parts = {
  result: 'html[data-screen="result"]',
  task: ".task-bar span",
  toast: ".toast",
  told: ".coach-bar.speaks .notice",
  letters: ".belt .letter",
  places: ".places .place",
  routes: ".routing tbody tr",
  pinRows: ".pin-board .route",
  pinPrefixes: ".pin-board .route-prefix",
  pinExits: ".pin-board .route-exit",
  freePins: ".pin-tray:not(.returns):enabled",
  programs: ".programs .program",
  openDoor: ".open-door .port-chip",
  asks: ".asks .ask-line strong",
  answers: ".asks .port-chip",
  errands: ".errands .errand",
  errandNames: ".errands .errand-choose strong",
  errandChoose: ".errands .errand-choose",
  myDoors: ".errands .port-chip",
  book: ".book li.service",
  bookNames: ".book li.service strong",
  bookAddresses: ".book li.service .book-name .mono",
  bookDoors: ".book li.service button",
  slipAddress: ".slip-address select",
  slipPort: ".slip-port input",
  slipSource: ".slip-source input",
  send: ".slip button[type=submit]",
  sentErrands: ".sent-errand:not(.free)",
  triesLeft: ".sent-errand .try.left",
  choices: ".sent-errand-choices button",
  letGo: ".let-go",
  connections: ".connection",
  connectionNumbers: ".connection-facts b",
  segmentTitle: ".segment-slip h2",
  segmentEnds: ".segment-slip header .mono",
  segmentRead: ".segment-slip .read-segment dd",
  bits: ".segment-slip .bit",
  litBits: ".segment-slip .bits.lit",
  numberLines: ".segment-slip .number-line",
  numberFields: ".segment-slip .number-line input",
  numberChips: ".segment-slip .number-chip",
  sendSegment: ".segment-slip button[type=submit]",
  cards: ".send-card",
  fullLamps: ".send-connection.open .duplicates.full",
} as const;

/** What stands on the page at one moment. */
export type Sight = Readonly<Record<keyof typeof parts, readonly Seen[]>>;

/** Looks at the page once. */
export const look = (page: Page): Promise<Sight> => page.evaluate(seeAll, parts);

/** Of some things, those that stand inside another. */
export const inside = (outer: Seen, things: readonly Seen[]): readonly Seen[] =>
  things.filter(({ path }) => path.startsWith(`${outer.path} > `));

/** Whether something is marked, such as by the light. */
export const is = (thing: Seen, mark: string): boolean => thing.marks.includes(mark);

// Runs on the page, so that it can use nothing from outside.
function seeAll(selectors: Readonly<Record<keyof typeof parts, string>>): Sight {
  const pathOf = (element: Element): string => {
    const parent = element.parentElement;
    if (parent === null) return "html";
    return `${pathOf(parent)} > :nth-child(${[...parent.children].indexOf(element) + 1})`;
  };
  const see = (element: HTMLElement): Seen => ({
    path: pathOf(element),
    words: element.innerText.replaceAll(/\s+/g, " ").trim(),
    key: element.getAttribute("aria-keyshortcuts") ?? undefined,
    marks: [...element.classList],
    value: (element as HTMLInputElement).value ?? "",
    isPressed: element.getAttribute("aria-pressed") === "true",
    isOff: (element as HTMLButtonElement).disabled === true,
  });
  const seen = Object.entries(selectors).map(([name, selector]) => [
    name,
    [...document.querySelectorAll<HTMLElement>(selector)]
      .filter((element) => element.tagName === "HTML" || element.checkVisibility())
      .map(see),
  ]);
  return Object.fromEntries(seen);
}
