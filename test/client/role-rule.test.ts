import { expect, test } from "vitest";
import { missions } from "../../assets/missions/missions.ts";
import { texts } from "../../assets/text/text.ts";
import { presentRoleRule } from "../../client/present/role-rule.ts";

const { shell, desk } = texts.en;
const { rules } = desk.role;

test.each([
  ["address-and-door-0", "server", rules.covered],
  ["address-and-door-1", "client", shell.roles.client],
  ["address-and-door-1", "router", shell.roles.router],
  ["address-and-door-1", "server", shell.roles.server],
  ["best-effort-0", "client", rules.sendsOnce],
  ["best-effort-1", "client", rules.resends],
  ["best-effort-1", "router", rules.pins],
  ["three-handshakes-1", "client", rules.tcp.handshakes.client],
  ["three-handshakes-1", "server", rules.tcp.handshakes.server],
  ["in-order-0", "client", rules.tcp.withoutAcknowledgments.receiving],
  ["in-order-0", "server", rules.tcp.withoutAcknowledgments.sending],
  ["in-order-1", "client", rules.tcp.receiving],
  ["in-order-1", "server", rules.tcp.sending],
] as const)("in %s a %s has a rule of what to do there", (mission, role, rule) => {
  expect(presentRoleRule(missions[mission], role, texts.en)).toBe(rule);
});
