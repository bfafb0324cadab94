import { fingerprint, randomSecret } from "../../../../emulator/access/secrets";

describe("secrets", () => {
  it("are long, fit into an address, and are new each time", () => {
    const made = Array.from({ length: 50 }, randomSecret);
    expect(made.filter((secret) => /^[A-Za-z0-9_-]{43}$/.test(secret))).toHaveLength(50);
    expect(new Set(made).size).toBe(50);
  });

  it("are recognised by a fingerprint that does not reveal them", () => {
    expect(fingerprint("secret")).toMatch(/^[0-9a-f]{64}$/);
    expect(fingerprint("secret")).toBe(fingerprint("secret"));
    expect(fingerprint("secret")).not.toBe(fingerprint("secrets"));
  });
});
