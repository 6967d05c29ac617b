import { leftOut, type Rules, shown } from "./rule.ts";

const ports = "protocol/ports/port-table";
const endpoint = "protocol/tcp/endpoint";

/** Who listens where, and who gets what arrives. */
export const portRules: Rules = {
  "PORT-1": shown(
    "RFC 6335 §6",
    "0–1023 are system ports, 1024–49151 user ports, 49152–65535 dynamic ones",
    {
      [ports]: ["port %i is %s (RFC 6335 §6)"],
    },
  ),
  "PORT-2": shown("RFC 6335 §6", "Port 0 is reserved: nobody listens there", {
    [ports]: ["port %i is %s (RFC 6335 §6)"],
  }),
  "PORT-3": shown("RFC 768, RFC 9293 §3.1", "A port is a whole number of 16 bits", {
    [ports]: ["%d is no port"],
  }),
  "PORT-4": shown("RFC 9293 §3.9.1.1", "A port has one owner until it is released", {
    [ports]: [
      "a port has one owner until it is released",
      "even its owner cannot bind a port twice",
      "releasing one port leaves the others alone, and releasing a free one does nothing",
      "whatever programs do, no port has two owners",
    ],
    [endpoint]: ["a port belongs to one program, for one address or for all"],
  }),
  "PORT-5": leftOut(
    "RFC 6335 §6",
    "UDP and TCP have ports of their own: one number can be open in both, for two programs",
    "the errands of a mission all travel over one of the two, so no host has doors of both",
  ),
  "PORT-6": shown(
    "RFC 6056 §3.2, RFC 6335 §6",
    "A port for our own question is a dynamic one that is free",
    {
      [ports]: [
        "a port drawn for our own question is free and dynamic; one for a service is free and a user port",
      ],
      "device/errand": ["opens a dynamic port for an errand and proposes the whole envelope"],
    },
  ),
  "PORT-7": shown(
    "RFC 6056 §3.3.1",
    "It is drawn, so that nobody can guess it, and the search for it ends",
    {
      [ports]: [
        "ports for our own questions are spread over the whole dynamic range (RFC 6056 §3.3.1)",
        "the last free port, %i, is found wherever the search begins",
        "where no port is free the search ends, with an error",
      ],
    },
  ),
  "PORT-8": shown("RFC 6335 §8.1.2", "A service of our own stands at a user port", {
    [ports]: [
      "a port drawn for our own question is free and dynamic; one for a service is free and a user port",
    ],
  }),
  "PORT-9": shown(
    "RFC 9293 §3.10.7, §3.3.1",
    "A segment goes to the connection with its four numbers first, and to a listener only then",
    {
      "protocol/ports/demultiplex": [
        "a segment of a connection goes there, and never to the listener at the same port",
        "with %s it is no segment of that connection, and the listener turns it away",
        "two connections from one machine to one port are told apart by the source port",
      ],
      [endpoint]: [
        "each SYN gets a connection of its own, known by its four numbers",
        "a listener at one address goes before the one at all addresses",
      ],
    },
  ),
  "PORT-10": shown(
    "RFC 768, RFC 1122 §4.1.3",
    "A datagram goes to who holds its destination port",
    {
      "device/demultiplex": ["proposes %s"],
    },
  ),
  "PORT-11": leftOut(
    "RFC 6335 §6",
    "On many systems only the administrator's programs may listen at system ports",
    "any program of the game may listen wherever its keeper opens a door",
  ),
  "PORT-12": leftOut(
    "RFC 6335 §8",
    "Names and numbers of services are registered",
    "the numbers of well-known services come with their chapters; home-made ones are drawn",
  ),
};
