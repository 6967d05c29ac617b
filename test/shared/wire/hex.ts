/** The octets that hex digits spell; white space is free. */
export const hex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.replaceAll(/\s/g, "").match(/../g) ?? [], (pair) =>
    Number.parseInt(pair, 16),
  );
