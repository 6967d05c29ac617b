/** What shows that a requirement is met: the titles of tests; or why there is nothing to show. */
export type Coverage = { readonly shownBy: readonly string[] } | { readonly notModelled: string };

const shownBy = (...titles: readonly string[]): Coverage => ({ shownBy: titles });
const because = (reason: string): Coverage => ({ notModelled: `because ${reason}` });

const isnFromCaller = because(
  "initial sequence numbers come with the input: a round draws them from its seed, small enough to add in one's head",
);
const noKeepAlive = because("keep-alives are not offered; RFC 9293 §3.8.4 leaves that free");
const noDiffServ = because(
  "no program of the game marks its packets, and no router looks at marks",
);
const noSourceRoutes = because("no packet of the game carries a source route");
const ipLayer = because("the host's IP layer writes and reads that part of the header, not TCP");

const option = "a segment size %s";
const size = "a segment is %s";
const sizeSaid = "a SYN says how large a segment may be, and nothing else does";
const warned = "the program is warned at the third try, and hears when it is over";
const synTried = "a SYN is tried for more than three minutes, and the program is warned as well";
const pulledBack = "a window that is pulled back stops new text, not the repair of old";
const pulledBackToNothing =
  "a window that is pulled back to nothing is asked for, and the connection stays";
const probes = "the first probe goes after one time-out, the next ones at growing intervals";
const fullSegments = "text goes in segments as large as they may be, PSH on the last";
const held = "text above a gap is held, and answered at once with the number that is missing";
const edge = "its edge never moves back, and forward only in steps worth filling";
const listenBeside =
  "a program can listen on a port that other connections of the host are opening from";
const softError = "type %d code %d is told to the program, and the connection goes on";
const strangeSyn = "a SYN %s is dropped without a word";
const closedWindowReset = "a reset is heeded though the window is closed, with or without text";

/** Every numbered requirement of RFC 9293, by its id. */
export const coverage: Readonly<Record<string, Coverage>> = {
  "MUST-1": shownBy("windows of the header are never negative"),
  "MUST-2": shownBy("a SYN of RFC 9293 §3.1, summed by hand"),
  "MUST-3": shownBy("one flipped bit is always noticed"),
  "MUST-4": shownBy(option),
  "MUST-5": shownBy("a segment without SYN neither sends nor believes a segment size"),
  "MUST-6": shownBy(option),
  "MUST-7": shownBy(option, "whatever stands in the options, the segment can be read"),
  "MUST-8": isnFromCaller,
  "MUST-9": isnFromCaller,
  "MUST-10": shownBy("both ends open at once"),
  "MUST-11": shownBy("who asked for the connection decides where a reset leads"),
  "MUST-12": shownBy("a peer that resets is told apart from one that closes"),
  "MUST-13": shownBy("lasts two maximum segment lifetimes"),
  "MUST-14": shownBy(sizeSaid, size),
  "MUST-15": shownBy(size),
  "MUST-16": shownBy(size),
  "MUST-17": shownBy("a program can do without, connection by connection"),
  "MUST-18": shownBy(
    "the next ones move SRTT by an eighth and RTTVAR by a quarter",
    "an ACK that covers a segment sent twice measures nothing",
  ),
  "MUST-19": shownBy(
    "slow start adds what was acknowledged, a segment at most",
    "congestion avoidance adds less than a segment for each round trip",
    "each time-out waits twice as long as the one before",
  ),
  "MUST-20": shownBy(warned),
  "MUST-21": shownBy("the limit is the program's choice, connection by connection"),
  "MUST-22": shownBy(synTried),
  "MUST-23": shownBy(synTried, "nobody answers a SYN, until it is given up"),
  "MUST-24": noKeepAlive,
  "MUST-25": noKeepAlive,
  "MUST-26": noKeepAlive,
  "MUST-27": noKeepAlive,
  "MUST-28": noKeepAlive,
  "MUST-29": noKeepAlive,
  "MUST-30": shownBy(
    "urgent text carries a pointer to the octet behind it until it is acknowledged",
  ),
  "MUST-31": shownBy("urgent text may be as long as it likes"),
  "MUST-32": shownBy("the program is told when urgent octets lie ahead, and when there are more"),
  "MUST-33": shownBy("how much of it is left to fetch stands in the connection"),
  "MUST-34": shownBy(pulledBack),
  "MUST-35": shownBy(pulledBackToNothing),
  "MUST-36": shownBy("a closed window is probed, and its opening is told"),
  "MUST-37": shownBy(probes),
  "MUST-38": shownBy("a silly window is not filled, unless it is half of the largest one"),
  "MUST-39": shownBy(edge),
  "MUST-40": shownBy("the ACK of one segment waits for company, less than half a second"),
  "MUST-41": shownBy(listenBeside),
  "MUST-42": shownBy(listenBeside),
  "MUST-43": shownBy("a listener at one address goes before the one at all addresses"),
  "MUST-44": because("an active OPEN names its own address, which the host's IP layer has chosen"),
  "MUST-45": shownBy("a connection keeps the address that it came to"),
  "MUST-46": shownBy("a call goes out only to one machine, once, and not from a listener's port"),
  "MUST-47": shownBy(softError),
  "MUST-48": noDiffServ,
  "MUST-49": ipLayer,
  "MUST-50": shownBy("options are skipped"),
  "MUST-51": noSourceRoutes,
  "MUST-52": noSourceRoutes,
  "MUST-53": noSourceRoutes,
  "MUST-54": shownBy("an ICMP error reaches the connection it is about, and no other"),
  "MUST-55": shownBy("Source Quench is dropped without a word"),
  "MUST-56": shownBy(softError),
  "MUST-57": shownBy(strangeSyn),
  "MUST-58": shownBy("text and FIN together get one ACK"),
  "MUST-59": because(
    "segments reach an end one by one, so none is queued while another is answered",
  ),
  "MUST-60": shownBy("a silly window is filled after a second, so that nobody waits for ever"),
  "MUST-61": shownBy(fullSegments),
  "MUST-62": shownBy(
    "urgent text carries a pointer to the octet behind it until it is acknowledged",
  ),
  "MUST-63": shownBy(strangeSyn),
  "MUST-64": shownBy(option),
  "MUST-65": shownBy("a segment without SYN neither sends nor believes a segment size", sizeSaid),
  "MUST-66": shownBy(closedWindowReset, "an urgent pointer is heeded though the window is closed"),
  "MUST-67": shownBy(sizeSaid),
  "MUST-68": shownBy("a SYN of RFC 9293 §3.1, summed by hand"),
  "MUST-69": because("the only option that is sent fills whole words, so no header needs padding"),
  "SHLD-1": isnFromCaller,
  "SHLD-2": shownBy(closedWindowReset),
  "SHLD-3": because("a program that has closed may go on reading, so nothing it gets is lost"),
  "SHLD-4": because("the timestamp option is not sent"),
  "SHLD-5": shownBy(sizeSaid, "the answer to a SYN says it as well"),
  "SHLD-6": because("the links of the game have one MTU each, which never changes"),
  "SHLD-7": shownBy(
    "a small write waits while something is unacknowledged, a full segment does not",
  ),
  "SHLD-8": because("routers of the game drop what they cannot hold; they do not mark"),
  "SHLD-9": shownBy(warned),
  "SHLD-10": shownBy(warned),
  "SHLD-11": shownBy(warned),
  "SHLD-12": noKeepAlive,
  "SHLD-13": because(
    "it is advice to writers of programs, and none of the game's sends urgent text",
  ),
  "SHLD-14": shownBy(edge),
  "SHLD-15": shownBy(pulledBack),
  "SHLD-16": shownBy(pulledBack),
  "SHLD-17": shownBy(pulledBackToNothing),
  "SHLD-18": shownBy("the ACK of one segment waits for company, less than half a second"),
  "SHLD-19": shownBy("every second segment is acknowledged at once"),
  "SHLD-20": because("reports are outputs, which a program that does not want them leaves unread"),
  "SHLD-21": noDiffServ,
  "SHLD-22": noDiffServ,
  "SHLD-23": noDiffServ,
  "SHLD-24": noSourceRoutes,
  "SHLD-25": shownBy(softError),
  "SHLD-26": shownBy("type %d code %d ends the connection"),
  "SHLD-27": shownBy("several writes share a segment, and one PSH"),
  "SHLD-28": shownBy(fullSegments),
  "SHLD-29": shownBy(probes),
  "SHLD-30": shownBy(probes),
  "SHLD-31": shownBy(held),
  "MAY-1": because("closing one direction leaves the other one open, which is what the game shows"),
  "MAY-2": because(
    "every errand calls from a fresh port, so no SYN meets a connection in TIME-WAIT",
  ),
  "MAY-3": shownBy(sizeSaid),
  "MAY-4": ipLayer,
  "MAY-5": noKeepAlive,
  "MAY-6": noKeepAlive,
  "MAY-7": shownBy(pulledBackToNothing),
  "MAY-8": shownBy("it may stay closed for as long as the program likes"),
  "MAY-9": noDiffServ,
  "MAY-10": ipLayer,
  "MAY-11": ipLayer,
  "MAY-12": shownBy("older than any window: challenged, and their text is not taken"),
  "MAY-13": shownBy(held),
  "MAY-14": because("no program of the game takes back what it has sent"),
  "MAY-15": because("every SEND is pushed; what holds instead are MUST-60 and MUST-61"),
  "MAY-16": because("every SEND is pushed, so only Nagle's algorithm gathers small writes"),
  "MAY-17": because("a program is told of text as soon as it can be fetched, pushed or not"),
  "MAY-18": because("the one algorithm of RFC 5681 is what the chapter on congestion teaches"),
};
