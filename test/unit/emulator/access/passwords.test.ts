import { accounts } from "../../../../provider/contract";
import { hashPassword, isPassword, randomPassword } from "../../../../emulator/access/passwords";

describe("passwords", () => {
  it.each(["Sunshine1", "sunshine-1", "SUNSHINE-1", "Sunshine-"])(
    "takes %s: 3 of 4 classes (docs/platform.md#users)",
    (password) => {
      expect(accounts.isStrongPassword(password)).toBe(true);
    },
  );

  it.each(["Sunsh-1", "sunshine1", "sunshine", "SUNSHINE-", ""])("refuses %p", (password) => {
    expect(accounts.isStrongPassword(password)).toBe(false);
  });

  it("generates strong ones, a new one each time", () => {
    const made = Array.from({ length: 50 }, randomPassword);
    expect(made.filter(accounts.isStrongPassword)).toHaveLength(50);
    expect(new Set(made).size).toBe(50);
  });

  it("keeps a hash that fits only the right password", async () => {
    const hash = await hashPassword("Sunshine-42");
    expect(hash).not.toContain("Sunshine");
    expect(await isPassword("Sunshine-42", hash)).toBe(true);
    expect(await isPassword("Sunshine-43", hash)).toBe(false);
    expect(await isPassword("", "")).toBe(false);
  });

  it("salts them: the same password twice gives two hashes", async () => {
    expect(await hashPassword("Sunshine-42")).not.toBe(await hashPassword("Sunshine-42"));
  });
});
