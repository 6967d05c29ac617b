import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** One client's line to the server, on which everything that passes is written down. */
export type MarkedLine = {
  readonly url: string;
  readonly sent: () => Buffer;
  readonly received: () => Buffer;
  readonly close: () => void;
};

/** Lays a line to a port of this machine, for HTTP and sockets alike. */
export async function layLine(port: number): Promise<MarkedLine> {
  const sent: Buffer[] = [];
  const received: Buffer[] = [];
  const sockets: Socket[] = [];
  const near = createServer((client) => {
    const server = connect(port, "127.0.0.1");
    pass(client, server, sent);
    pass(server, client, received);
    sockets.push(client, server);
  });
  await new Promise<void>((resolve) => near.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(near.address() as AddressInfo).port}`,
    sent: () => Buffer.concat(sent),
    received: () => Buffer.concat(received),
    close: () => {
      near.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function pass(from: Socket, to: Socket, kept: Buffer[]): void {
  from.on("data", (bytes) => kept.push(bytes));
  from.on("error", () => to.destroy());
  from.pipe(to);
}
