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
    /** When a pause ends, in lesson time: the class counts down. */
    resumesAt: "number?",
    player: "string?",
    seat: "string?",
    role: "string?",
    network: "string?",
    assistance: "string?",
    moves: "number",
    ready: "boolean?",
    /** Where two share my seat: when they swap, in play time. */
    swapAt: "number?",
    sight: "string",
    locked: "boolean?",
    explainFirst: "boolean?",
    /** How long rounds last, where the host has said so. */
    roundMs: "number?",
    /** So many play in one network at most, where the host has said so. */
    networkSize: "number?",
    /** The missions to come, by spaces. */
    playlist: "string?",
    /** In `debrief`: what is shown just now. */
    step: "string?",
    /** For the host and the big screen: how many have guessed at what is asked just now, or was answered. */
    guessed: "number?",
    /** Where the host's tape of the round stood at a lesson time, in play time, and how fast it went on from there. */
    tapeAt: "number?",
    tapeSince: "number?",
    tapeRate: "number?",
    /** The network that the big screen shows. */
    shown: "string?",
    /** Whether the round ends with its last open errand. */
    endsSoon: "boolean?",
    /** The player over whose shoulder the host looks. */
    shoulder: "string?",
  },
  /** One row, `now`: play time = `play + (lesson now − lesson) × rate ÷ 10`; the round ends at play time `endsAt`. */
  clock: { lesson: "number", play: "number", rate: "number", endsAt: "number" },
  /** Everybody in the room, by player id. The nicknames of two who share a seat are joined by `+`. */
  players: {
    nickname: "string",
    online: "boolean",
    ready: "boolean",
    you: "boolean",
    network: "string?",
    seat: "string?",
    role: "string?",
    /** For the host alone: how much help this player gets. */
    assistance: "string?",
  },
  /** Letters that fly about in the lobby, the latest ones. `at` is in lesson time. */
  throws: { from: "string", to: "string", at: "number" },
  /**
   * One row, `now`: what this mission lets desks do. `held` lists the duties of my role that are played, by spaces.
   * The last four columns are there where errands travel over TCP; `window` counts octets.
   */
  rules: {
    kind: "string",
    held: "string",
    pinSlots: "number",
    mostSends: "number",
    covered: "string?",
    halfOpenSlots: "number?",
    trays: "number?",
    window: "number?",
    goBackN: "boolean?",
  },
  /**
   * The map. The host and the big screen see several networks: there ids begin with the network (`n1/router1`), and
   * `network` says which it is.
   */
  zones: {
    network: "string?",
    x: "number",
    y: "number",
    width: "number",
    height: "number",
    tint: "string",
    prefix: "string",
    /** In which of two joined districts it lies. */
    district: "number?",
  },
  /** `hand`: `person`, `automatic` (nobody's seat) or `away` (a person's seat that runs by itself just now). */
  boxes: {
    network: "string?",
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
    /** For the host alone: letters that wait there, and whether the box is dead. */
    queue: "number?",
    dead: "boolean?",
  },
  /** `loss` (of a hundred) and `slow` (how many times slower) only for the host. */
  links: {
    network: "string?",
    a: "string",
    b: "string",
    bends: "string",
    up: "boolean",
    mine: "boolean",
    loss: "number?",
    slow: "number?",
  },
  /**
   * Letters under way that the viewer may see. `kind`: the protocol, and for those who read a letter to its last header
   * what its segment is (`syn`, `synack`, `ack`, `fin`, `rst`, `data`). `lostAt` only where sight is open. The big screen sees them late.
   */
  letters: {
    network: "string?",
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
    /** Of a TCP segment, at its two ends: its control bits by spaces (`syn ack`), its numbers and its text. */
    flags: "string?",
    sequence: "number?",
    acknowledgment: "number?",
    octets: "number?",
    text: "string?",
    /** The connection it belongs to, whether or not there is one. */
    socket: "string?",
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
   * My TCP connections, by socket (`10.0.3.2:7401-10.0.1.5:49800`), the oldest first. `initial` is the number my own
   * counting starts from; `acknowledged` and `sent` are the numbers up to which the peer has acknowledged and I have
   * sent; `peerInitial` is the number that the peer's counting starts from, once its SYN has come; `duplicates` counts ACKs in a row that said nothing new. `errand`: the errand it is for, at a client.
   */
  connections: {
    state: "string",
    service: "string",
    errand: "number?",
    localPort: "number",
    remoteAddress: "string",
    remotePort: "number",
    initial: "number",
    peerInitial: "number?",
    acknowledged: "number",
    sent: "number",
    window: "number",
    duplicates: "number",
    since: "number",
    retryAt: "number?",
    order: "number",
  },
  /**
   * The cards of my connections, by socket and number (`…/111`). `place`: `unsent`, `flying` (sent, not acknowledged),
   * `read` (came, in order) or `shelf` (came, above a gap). Numbers are those of the first octet.
   */
  cards: {
    socket: "string",
    sequence: "number",
    octets: "number",
    text: "string",
    place: "string",
    sentAt: "number?",
    again: "boolean?",
  },
  /**
   * My client's address book. `kind` is `service` (id = service: the address always, the port once it was told)
   * or `host` (id = box: another machine that no errand asks for).
   */
  book: { kind: "string", address: "string", port: "number?", asked: "boolean", order: "number" },
  /**
   * The sheet of a seat that two share: what its machine knows by heart, for whoever is the eyes, and for the host to
   * print. `kind`: `service` or `host` as in `book`, `door` (a program of mine), or `route` (a prefix and its exit).
   */
  sheets: {
    network: "string",
    box: "string",
    order: "number",
    kind: "string",
    about: "string",
    address: "string?",
    port: "number?",
    exit: "string?",
  },
  /** Which services somebody in the network is asking a door for. */
  asks: { service: "string", box: "string", since: "number" },
  /**
   * What waits for me. The `hint` columns are filled only while the due is lit. Over TCP `about` is a socket and
   * `kind` is `open`, `answer` (to the letter `letter`), `close`, `acknowledge`, `card`, `again` or `letGo`; a card
   * that came is `place`, about its letter.
   */
  dues: {
    kind: "string",
    about: "string",
    letter: "number?",
    since: "number",
    lit: "boolean",
    hintAddress: "string?",
    hintPort: "number?",
    hintSource: "number?",
    hintExit: "string?",
    hintFlags: "string?",
    hintSequence: "number?",
    hintAcknowledgment: "number?",
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
    /** Which line it is about: two may lead to the same box. */
    link: "string?",
    /** How many acts the autopilot has done meanwhile. */
    count: "number?",
  },
  /** After the round: my own counted evidence, by reason. `hidden` counts what ended in silence. */
  tallies: { count: "number", hidden: "number", lit: "number" },
  /** Team results, by network. `bonus` comes on top when the round is over. */
  standings: {
    score: "number",
    bonus: "number?",
    answered: "number",
    failed: "number",
    stars: "number",
    you: "boolean",
  },
  /** My own result: right acts and the acts my desk needed. `others`: the mean share at other desks of my role. */
  mine: {
    right: "number",
    wasteful: "number",
    wrong: "number",
    missed: "number",
    share: "number",
    others: "number?",
  },
  /** The host's table of all places (`n1/router2`), with `hand` as in `boxes`. */
  seats: { network: "string", box: "string", role: "string", hand: "string", player: "string?" },
  /** The host's table of everybody's results, by player, round and reason (`p3/2/wrongDoor`). */
  results: {
    player: "string",
    round: "number",
    mission: "string",
    role: "string",
    reason: "string",
    count: "number",
    lit: "number",
  },
  /** The host's and the big screen's table of networks, each with a clock of its own as in `clock`. */
  networks: {
    lesson: "number",
    play: "number",
    rate: "number",
    endsAt: "number",
    open: "number",
    lost: "number",
  },
  /**
   * The host's table of seats that need help, by seat (`n1/router2`). `cause`: `offline`, `away`, `idle` (has not
   * acted since), `full` (letters fell off) or `repeats` (the same fault again, `reason`).
   */
  troubles: {
    network: "string",
    box: "string",
    role: "string",
    player: "string?",
    cause: "string",
    since: "number",
    reason: "string?",
    count: "number",
  },
  /** What a network's people have shown of each idea, by network and concept (`n1/doors`): acts under light count apart. */
  concepts: {
    network: "string",
    concept: "string",
    right: "number",
    wasteful: "number",
    wrong: "number",
    lit: "number",
  },
  /** What came of letters and errands in every ten seconds of a network's play time, by network and instant (`n1/30000`). */
  timeline: {
    network: "string",
    at: "number",
    answered: "number",
    failed: "number",
    lost: "number",
  },
  /** What the host has done to the networks, and when, in play time. `target` is a line or a box. */
  faults: { network: "string", at: "number", kind: "string", target: "string", amount: "number?" },
  /** In the debrief: how many have guessed what, once it is shown (the host sees it before), and my own guess. */
  guesses: { count: "number", mine: "boolean" },
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

const nothing = Object.fromEntries(
  Object.keys(viewTables).map((name) => [name, {}]),
) as unknown as View;

/** A view that knows nothing yet. */
export const emptyView = (): View => ({ ...nothing });
