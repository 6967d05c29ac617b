import type { Text } from "../../assets/text/text.ts";
import { wordFor } from "./word-for.ts";

/** A sign that a machine holds up; one about a door names the service, and the port once it is told. */
export type Flag = {
  readonly kind: string;
  readonly service?: string;
  readonly port?: number;
};

/** What a sign says. */
export function presentFlag({ kind, service, port }: Flag, text: Text): string {
  const { told, askedFor, ...plain } = text.desk.flags;
  if (service === undefined) return wordFor(plain, kind);
  const name = wordFor(text.names.services, service);
  return port === undefined ? askedFor(name) : told(name, String(port));
}
