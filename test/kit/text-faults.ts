import type { Page } from "playwright-core";

/** A rectangle of the window. */
type Frame = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};
/** A word as it stands on a page: its pieces, where it would be cut off and is seen, and how large it is written. */
type ShownWord = {
  readonly word: string;
  readonly said: string;
  readonly size: number;
  readonly boxes: readonly Frame[];
  readonly frame: Frame;
  readonly view: Frame;
  /** The painted box that it stands in: a card, a button, a slot. */
  readonly card: Frame;
  /** What lies over the page as a whole covers what is below it. */
  readonly isAbove: boolean;
};

/** Letters this small nobody reads. */
const smallest = 12;
/** A line of text reaches a little beyond what is inked. */
const slack = { across: 1.5, down: 3 } as const;

const mayBreak = /[-/·%(]/;

/** What is wrong with the text that a page shows: cut, broken inside a word, on another text, too wide or too small. */
export async function textFaults(page: Page, least: number = smallest): Promise<readonly string[]> {
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  const words = await shownWords(page);
  const faults = [...words.flatMap((shown) => faultsOf(shown, least)), ...meetings(words)];
  return [...(isWide ? ["the page is wider than the window"] : []), ...new Set(faults)];
}

function faultsOf(
  { word, said, size, boxes, frame, card }: ShownWord,
  least: number,
): readonly string[] {
  const isBroken = boxes.some(({ top }) => top > (boxes[0]?.bottom ?? top)) && !mayBreak.test(word);
  return [
    ...(size < least - 0.5 ? [`too small (${size}): ${said}`] : []),
    ...(isBroken ? [`broken: ${word} in ${said}`] : []),
    ...(boxes.some((box) => isCut(box, frame)) ? [`cut: ${word} in ${said}`] : []),
    ...(boxes.some((box) => isCut(box, card))
      ? [`over the edge of its box: ${word} in ${said}`]
      : []),
  ];
}

/** Words that are written over each other. */
const meetings = (words: readonly ShownWord[]): readonly string[] =>
  words.flatMap((one, index) =>
    words
      .slice(index + 1)
      .filter(({ isAbove }) => isAbove === one.isAbove)
      .filter((other) => inkOf(one).some((ink) => inkOf(other).some((next) => doMeet(ink, next))))
      .map((other) => `written over each other: ${one.word} and ${other.word}`),
  );

/** Where a word is inked and seen: neither the space above and below its letters nor what is scrolled away. */
const inkOf = ({ boxes, view }: ShownWord): readonly Frame[] =>
  boxes.map(({ left, top, right, bottom }) => {
    const rim = (bottom - top) * 0.27;
    return {
      left: Math.max(left, view.left),
      top: Math.max(top + rim, view.top),
      right: Math.min(right, view.right),
      bottom: Math.min(bottom - rim, view.bottom),
    };
  });

const doMeet = (one: Frame, other: Frame): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > slack.across &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > slack.across;

const isCut = (box: Frame, frame: Frame): boolean =>
  box.left < frame.left - slack.across ||
  box.right > frame.right + slack.across ||
  box.top < frame.top - slack.down ||
  box.bottom > frame.bottom + slack.down;

const shownWords = (page: Page): Promise<readonly ShownWord[]> =>
  page.evaluate(() => {
    const far = 1e9;
    const outersOf = (element: Element | null): Element[] =>
      element === null ? [] : [element, ...outersOf(element.parentElement)];
    const isUnseen = (element: Element): boolean => {
      const { clipPath, color, fontSize } = getComputedStyle(element);
      const isClear = color === "rgba(0, 0, 0, 0)";
      return clipPath !== "none" || fontSize === "0px" || isClear || element.tagName === "SELECT";
    };
    const isShown = (element: Element): boolean =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      !outersOf(element).some(isUnseen);

    /** What an element may cut off; what it scrolls can be seen. */
    function cutOf(outer: Element) {
      const { overflowX, overflowY } = getComputedStyle(outer);
      const { left, top, right, bottom } = outer.getBoundingClientRect();
      const cutsX = overflowX === "hidden" || overflowX === "clip";
      const cutsY = overflowY === "hidden" || overflowY === "clip";
      return {
        scrolls: /auto|scroll/.test(overflowX + overflowY),
        ...(cutsX ? { left, right } : { left: -far, right: far }),
        ...(cutsY ? { top, bottom } : { top: -far, bottom: far }),
      };
    }

    function frameOf(element: Element) {
      const frame = { left: 0, top: -far, right: innerWidth, bottom: far };
      for (const outer of outersOf(element)) {
        const { scrolls, left, top, right, bottom } = cutOf(outer);
        if (scrolls) return { left: -far, top: -far, right: far, bottom: far };
        frame.left = Math.max(frame.left, left);
        frame.top = Math.max(frame.top, top);
        frame.right = Math.min(frame.right, right);
        frame.bottom = Math.min(frame.bottom, bottom);
      }
      return frame;
    }

    /** What can be seen of it as things are scrolled. */
    function viewOf(element: Element) {
      const frames = outersOf(element).map((outer) => {
        const { overflowX, overflowY } = getComputedStyle(outer);
        const { left, top, right, bottom } = outer.getBoundingClientRect();
        return {
          ...(overflowX === "visible" ? { left: 0, right: innerWidth } : { left, right }),
          ...(overflowY === "visible" ? { top: 0, bottom: innerHeight } : { top, bottom }),
        };
      });
      return {
        left: Math.max(...frames.map(({ left }) => left)),
        top: Math.max(...frames.map(({ top }) => top)),
        right: Math.min(...frames.map(({ right }) => right)),
        bottom: Math.min(...frames.map(({ bottom }) => bottom)),
      };
    }

    /** The nearest box round it that is painted, short of the page itself; in a drawing there are none. */
    function cardOf(element: Element) {
      const isBox = (outer: Element) => {
        const { display, backgroundColor, borderLeftWidth } = getComputedStyle(outer);
        const isPainted = backgroundColor !== "rgba(0, 0, 0, 0)" || borderLeftWidth !== "0px";
        return display !== "inline" && isPainted && outer !== document.body;
      };
      const box = element.closest("svg") === null ? outersOf(element).find(isBox) : undefined;
      const { left, top, right, bottom } = (box ?? document.body).getBoundingClientRect();
      return box === undefined || /auto|scroll/.test(getComputedStyle(box).overflow)
        ? { left: -far, top: -far, right: far, bottom: far }
        : { left, top, right, bottom };
    }

    /** In a drawing, or where a part is drawn larger as a whole, letters are not as large as they say. */
    function sizeOf(element: Element): number {
      const size = parseFloat(getComputedStyle(element).fontSize);
      const matrix = element instanceof SVGGraphicsElement ? element.getScreenCTM() : null;
      const scale = matrix?.a ?? element.currentCSSZoom;
      return Math.round(size * scale * 10) / 10;
    }

    function wordsIn(node: Text, element: Element) {
      const range = document.createRange();
      const said = node.data.trim().slice(0, 40);
      const isAbove = element.closest("dialog, .curtain") !== null;
      const [size, card] = [sizeOf(element), cardOf(element)];
      const [frame, view] = [frameOf(element), viewOf(element)];
      return [...node.data.matchAll(/\S+/g)].map(({ index, 0: word }) => {
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        const boxes = [...range.getClientRects()]
          .filter(({ width }) => width > 0.5)
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }));
        return { word, said, size, boxes, frame, view, card, isAbove };
      });
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words = [];
    while (walker.nextNode()) {
      const node = walker.currentNode as Text;
      const element = node.parentElement;
      if (element !== null && isShown(element)) words.push(...wordsIn(node, element));
    }
    return words;
  });
