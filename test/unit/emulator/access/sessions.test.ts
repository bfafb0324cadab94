import { Sessions, tokenIn } from "../../../../emulator/access/sessions";

const hour = 3_600_000;

describe("sessions", () => {
  it("last twelve hours by default, by the given clock", () => {
    let time = 1_000_000_000_000;
    const sessions = new Sessions("secret", () => time);
    const token = sessions.issue("7");
    time += 12 * hour - 1000;
    expect(sessions.userIdOf(token)).toBe("7");
    time += 1000;
    expect(() => sessions.userIdOf(token)).toThrow(/expired/);
  });

  it("last as long as was set", () => {
    let time = 0;
    const sessions = new Sessions("secret", () => time, 60);
    const token = sessions.issue("7");
    time = 59_999;
    expect(sessions.userIdOf(token)).toBe("7");
    time = 60_000;
    expect(() => sessions.userIdOf(token)).toThrow(/expired/);
  });

  it("accept only the tokens that they issued", () => {
    const sessions = new Sessions("secret", () => 0);
    const foreign = new Sessions("another", () => 0).issue("7");
    const unsigned = `${Buffer.from('{"alg":"none"}').toString("base64url")}.${Buffer.from('{"sub":"7","exp":99}').toString("base64url")}.`;
    for (const token of [foreign, unsigned, "nonsense", "a.b.c"]) {
      expect(() => sessions.userIdOf(token)).toThrow(/not one of this server/);
    }
  });
});

describe("the Authorization header", () => {
  it.each([
    ["Bearer abc", "abc"],
    ["bearer abc", "abc"],
    ["abc", "abc"],
    ["", undefined],
    [undefined, undefined],
  ])("%p carries the token %p", (header, token) => {
    expect(tokenIn(header)).toBe(token);
  });
});
