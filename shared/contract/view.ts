/**
 * The tables that a view is made of, for every viewer: pupil, host, projector and practice alike.
 * Types, wire schema, mirror and reader all come from this one list. A viewer who may not know a fact has no row for it.
 * Addresses, prefixes and points are text (`10.0.3.80`, `10.0.3.0/24`, `120,80 200,160`); instants are play
 * milliseconds unless a column says otherwise.
 */
export const viewTables = {
  /** One row, `now`: where the lesson stands. `phaseEndsAt` is in lesson time; `moves` counts the viewer's own moves. */
  lesson: {
    phase: "string",
    round: "number",
    mission: "string",
    paused: "boolean",
    phaseEndsAt: "number?",
    player: "string?",
    seat: "string?",
    role: "string?",
    network: "string?",
    assistance: "string?",
    moves: "number",
    ready: "boolean?",
    sight: "string",
  },
  /** One row, `now`: play time = `play + (lesson now − lesson) × rate ÷ 10`; the round ends at play time `endsAt`. */
  clock: { lesson: "number", play: "number", rate: "number", endsAt: "number" },
  /** Everybody in the room, by player id. */
  players: {
    nickname: "string",
    online: "boolean",
    ready: "boolean",
    you: "boolean",
    network: "string?",
    seat: "string?",
    role: "string?",
  },
  /** One row, `now`: what this mission lets desks do. */
  rules: { kind: "string", pinSlots: "number", mostSends: "number", covered: "string?" },
  zones: {
    x: "number",
    y: "number",
    width: "number",
    height: "number",
    tint: "string",
    prefix: "string",
  },
  /** `hand`: `person`, `automatic` (nobody's seat) or `away` (a person's seat that runs by itself just now). */
  boxes: {
    role: "string",
    x: "number",
    y: "number",
    zone: "string",
    address: "string",
    hand: "string",
    you: "boolean",
    nickname: "string?",
    flag: "string?",
    flagService: "string?",
    flagPort: "number?",
    flagAt: "number?",
  },
  links: { a: "string", b: "string", bends: "string", up: "boolean", mine: "boolean" },
  /** Letters under way that the viewer may see. `lostAt` only where sight is open. */
  letters: {
    kind: "string",
    link: "string",
    from: "string",
    to: "string",
    departAt: "number",
    arriveAt: "number",
    lostAt: "number?",
  },
  /** The letters on my belt, by the same ids that acts use. Ports only where my machine reads that far. */
  belt: {
    slot: "number",
    kind: "string",
    link: "string",
    since: "number",
    source: "string",
    destination: "string",
    ttl: "number",
    protocol: "string",
    sourcePort: "number?",
    destinationPort: "number?",
  },
  /** My routing table, longest prefix first. `pin` is the exit that this prefix flows out of by itself. */
  routes: { prefix: "string", exit: "string", order: "number", metric: "number", pin: "string?" },
  /** My open doors, by port: a server's services, or the sockets of a client's errands. */
  doors: { port: "number", service: "string", errand: "number?", order: "number" },
  /** The programs on my server, listening or not. */
  programs: { state: "string", port: "number?", order: "number" },
  /** My open errands. `state`: `writing` (waits for me) or `sent`; `news` is the last thing heard of it. */
  errands: {
    service: "string",
    state: "string",
    sourcePort: "number",
    openedAt: "number",
    patienceUntil: "number",
    sends: "number",
    retryAt: "number?",
    news: "string?",
  },
  /**
   * My client's address book. `kind` is `service` (id = service: the address always, the port once it was told)
   * or `host` (id = box: another machine that no errand asks for).
   */
  book: { kind: "string", address: "string", port: "number?", asked: "boolean", order: "number" },
  /** Which services somebody in the network is asking a door for. */
  asks: { service: "string", box: "string", since: "number" },
  /** What waits for me. The `hint` columns are filled only while the due is lit. */
  dues: {
    kind: "string",
    about: "string",
    since: "number",
    lit: "boolean",
    hintAddress: "string?",
    hintPort: "number?",
    hintSource: "number?",
    hintExit: "string?",
  },
  /** What happened at my desk, by running number; each is told once. `kind` names the text, the rest fills it. */
  happenings: {
    at: "number",
    kind: "string",
    reason: "string?",
    letter: "string?",
    errand: "number?",
    service: "string?",
    port: "number?",
    address: "string?",
    box: "string?",
  },
  /** After the round: my own counted evidence, by reason. `hidden` counts what ended in silence. */
  tallies: { count: "number", hidden: "number", lit: "number" },
  /** Team results, by network. */
  standings: {
    score: "number",
    answered: "number",
    failed: "number",
    stars: "number",
    you: "boolean",
  },
  /** My own result: right acts and the acts my desk needed. */
  mine: { right: "number", wasteful: "number", wrong: "number", missed: "number", share: "number" },
  /** The host's table of all places (`n1/router2`), with `hand` as in `boxes`. */
  seats: { network: "string", box: "string", role: "string", hand: "string", player: "string?" },
  /** The host's table of everybody's results, by player and reason (`p3/wrongDoor`). */
  results: { player: "string", role: "string", reason: "string", count: "number" },
} as const;

type Plain = { readonly string: string; readonly number: number; readonly boolean: boolean };
type Needed<F> = {
  readonly [K in keyof F as F[K] extends keyof Plain ? K : never]: F[K] extends keyof Plain
    ? Plain[F[K]]
    : never;
};
type Absentable<F> = {
  readonly [K in keyof F as F[K] extends `${string}?`
    ? K
    : never]?: F[K] extends `${infer P extends keyof Plain}?` ? Plain[P] : never;
};

/** A row of a table: the columns marked `?` may be absent. */
type Row<F> = Needed<F> & Absentable<F>;
export type TableName = keyof typeof viewTables;
export type ViewRow<T extends TableName> = Row<(typeof viewTables)[T]>;

/** Everything one viewer knows: flat rows by id, table by table. */
export type View = { readonly [T in TableName]: Readonly<Record<string, ViewRow<T>>> };

/** A view that knows nothing yet. */
export const emptyView = (): View =>
  Object.fromEntries(Object.keys(viewTables).map((name) => [name, {}])) as unknown as View;
