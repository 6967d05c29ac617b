import { describe, expect, test } from "vitest";
import { texts } from "../../assets/text/text.ts";
import { letterWords } from "../../client/present/sequence-letter-words.ts";
import { tcpLetter } from "../kit/tcp-letter.ts";

describe("a segment", () => {
  test.each([
    [{ flags: ["syn"] }, "syn", "SYN 300"],
    [{ flags: ["syn", "ack"], sequence: 900, acknowledgment: 301 }, "synack", "SYN+ACK 900 | 301"],
    [{ flags: ["ack"], sequence: 301, acknowledgment: 901 }, "ack", "ACK 301 | 901"],
    [{ flags: ["fin", "ack"], sequence: 311, acknowledgment: 921 }, "fin", "FIN+ACK 311 | 921"],
    [{ flags: ["rst"], sequence: 551 }, "rst", "RST 551"],
  ] as const)("says its control bits and the numbers that count: %j", (told, kind, words) => {
    expect(letterWords(tcpLetter(1, told), undefined, texts.en)).toEqual({
      ...{ kind, words },
      card: undefined,
    });
  });

  test("shows the card that it carries, and not that it is to be handed on at once", () => {
    const card = tcpLetter(1, {
      flags: ["psh", "ack"],
      sequence: 301,
      acknowledgment: 901,
      payload: "time? #042",
    });
    expect(letterWords(card, undefined, texts.en)).toEqual({
      ...{ kind: "data", words: "ACK 301 | 901", card: "time? #042" },
    });
  });

  test("says when it goes again, or says the same once more", () => {
    const again = letterWords(tcpLetter(1, { flags: ["syn"] }), "again", texts.ko);
    expect(again.words).toBe("다시 SYN 300");
    const same = letterWords(tcpLetter(1, {}), "same", texts.ko);
    expect(same.words).toBe("같은 확인 ACK 300 | 901");
  });
});
