import type { Browser, Page } from "playwright-core";
import { openRoom } from "../../client/net/open-room.ts";
import { fetchJournal } from "../../client/net/room-reports.ts";
import { lineEnds } from "../../shared/contract/room-door.ts";
import type { ViewRow } from "../../shared/contract/view.ts";
import type { Journal } from "../../shared/lesson/journal.ts";
import { type GamePage, openGame, screen } from "./game-page.ts";
import { LessonGuest } from "./lesson-guest.ts";
import { LessonHost } from "./lesson-host.ts";
import { LessonPupil } from "./lesson-pupil.ts";
import { until } from "./lesson-until.ts";
import { type Sitting, sitDown } from "./sitting.ts";

/** What a class plays, in this order, over and over. */
const playlist = ["address-and-door-1", "best-effort-1", "three-handshakes-1"] as const;
const lookEveryMs = 400;

/** How a class is set up. */
type Setting = { readonly rounds: number; readonly roundMs: number };

/**
 * A class in one room: its host, its big screen and one pupil in real browsers, all other pupils scripted over sockets.
 */
export class LessonClass {
  readonly code: string;
  readonly host: LessonHost;
  readonly guest: LessonGuest;
  readonly bigScreen: Page;
  readonly pages: readonly GamePage[];
  /** A second big screen without a browser: it reads what the first one shows. */
  readonly watch: Sitting;
  readonly pupils: LessonPupil[] = [];
  readonly #url: string;
  readonly #hostKey: string;
  readonly #gone = new Set<LessonPupil>();
  readonly #ticker: NodeJS.Timeout;

  private constructor(url: string, hostKey: string, watch: Sitting, pages: readonly GamePage[]) {
    const [host, bigScreen, guest] = pages;
    if (host === undefined || bigScreen === undefined || guest === undefined)
      throw new Error("a class has three pages");
    this.code = watch.room.roomId;
    this.host = new LessonHost(host.page);
    this.guest = new LessonGuest(guest.page);
    this.bigScreen = bigScreen.page;
    this.pages = pages;
    this.watch = watch;
    this.#url = url;
    this.#hostKey = hostKey;
    this.#ticker = setInterval(() => this.#tick(), lookEveryMs);
  }

  /** Opens a room, sets up the lesson, and opens the three pages; the host goes on where the lesson was set up. */
  static async open(browser: Browser, url: string, setting: Setting): Promise<LessonClass> {
    const { code, hostKey, screenKey } = await openRoom({ server: url });
    await setUp(url, code, hostKey, setting);
    const kept = JSON.stringify([{ kind: "host", code, key: hostKey }]);
    const host = await openGame(browser, `${url}/?host=${code}`, { language: "ko" }, (page) =>
      page.addInitScript((keys) => localStorage.setItem("port-of-call.keys", keys), kept),
    );
    const large = { language: "ko", width: 1920, height: 1080 } as const;
    const shown = `${url}/?screen=${code}#key=${screenKey}`;
    const pages = [
      host,
      await openGame(browser, shown, large),
      await openGame(browser, url, { language: "ko", width: 1024 }),
    ];
    await screen(host.page, "host");
    const watch = await sitDown(url, code, { screenKey });
    return new LessonClass(url, hostKey, watch, pages);
  }

  /** So many scripted pupils come in. */
  async join(count: number): Promise<void> {
    const sittings = await Promise.all(
      Array.from({ length: count }, () => sitDown(this.#url, this.code)),
    );
    for (const sitting of sittings) this.#seat(new LessonPupil(sitting, this.pupils.length + 1));
  }

  /** So many of those who came first leave, one after the other. */
  async leave(count: number): Promise<void> {
    for (const pupil of this.present.slice(0, count)) {
      await pupil.sitting.room.leave();
      this.#gone.add(pupil);
    }
  }

  /** The host puts somebody out of the room, whose line ends with that very reason. */
  async kick(): Promise<void> {
    const ends = this.present.map(({ sitting }) => sitting.closed);
    await this.host.kickLast();
    const end = await Promise.race(ends);
    if (end !== lineEnds.kicked) throw new Error(`a line ended with ${end}`);
  }

  get present(): readonly LessonPupil[] {
    return this.pupils.filter((pupil) => !this.#gone.has(pupil));
  }

  get now(): ViewRow<"lesson"> {
    const now = this.watch.view().lesson["now"];
    if (now === undefined) throw new Error("the lesson is not there");
    return now;
  }

  /** Waits until everybody's screen has come to this phase of the round. */
  async phase(name: string, round: number, withinMs?: number): Promise<void> {
    const isThere = ({ view }: Sitting) => {
      const now = view().lesson["now"];
      return now?.phase === name && now.round === round;
    };
    const everybody = () => [this.watch, ...this.present.map(({ sitting }) => sitting)];
    await until(`${name} of round ${round}`, () => everybody().every(isThere), withinMs);
  }

  /** Everything that happened, as the host downloads it. */
  async journal(): Promise<Journal> {
    const member = { server: this.#url, code: this.code, key: this.#hostKey };
    const answer = await fetchJournal(member);
    if (answer.kind === "refused") throw new Error(answer.reason);
    return JSON.parse(await answer.told.text());
  }

  async close(): Promise<void> {
    clearInterval(this.#ticker);
    await Promise.all(
      [this.watch, ...this.present.map(({ sitting }) => sitting)].map(({ room }) => room.leave()),
    );
  }

  #seat(pupil: LessonPupil): void {
    this.pupils.push(pupil);
    void pupil.sitting.closed.then(() => this.#gone.add(pupil));
  }

  #tick(): void {
    for (const pupil of this.present) pupil.look(performance.now());
  }
}

async function setUp(url: string, code: string, hostKey: string, setting: Setting): Promise<void> {
  const host = await sitDown(url, code, { hostKey });
  const missions = Array.from({ length: setting.rounds }, (_, at) => playlist[at % 3] ?? "");
  const { roundMs } = setting;
  await host.move(1, { kind: "setLesson", explainFirst: false, roundMs });
  await host.move(2, { kind: "setPlaylist", missions });
  await host.room.leave();
}
