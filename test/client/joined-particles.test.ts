import { describe, expect, test } from "vitest";
import { withJoinedParticles } from "../../client/look/joined-particles.ts";

describe("a particle after a closing quotation mark", () => {
  test.each([
    ["‘화면’을 보세요.", "‘화면’\u2060을 보세요."],
    ["“문”으로 가요.", "“문”\u2060으로 가요."],
    ["‘화면’ 옆", "‘화면’ 옆"],
    ["the server’s door", "the server’s door"],
  ])("is joined to it: %s", (plain, joined) => {
    expect(withJoinedParticles(plain)).toBe(joined);
  });

  test("is joined wherever something is said, and nothing else is changed", () => {
    const said = {
      ...{ rows: ["‘문’에"], count: 3, none: undefined },
      deep: { bind: (service: string) => `‘${service}’에서` },
    };
    const joined = withJoinedParticles(said);
    expect(joined).toMatchObject({ rows: ["‘문’\u2060에"], count: 3, none: undefined });
    expect(joined.deep.bind("시계")).toBe("‘시계’\u2060에서");
  });
});
