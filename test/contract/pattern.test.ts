import { portablePattern } from "../../provider/contract/pattern";

const texts = ["", "a", "Soest\n", "a\u0000b", "a\u0085", "a\u009f", "a\u00a0", " a", "ä", "🗺", "p{Cc}", "C", "a,b"];

describe("a pattern for other tools", () => {
  it.each([/^[^\p{Cc}]+$/u, /^[^,\p{Cc}]+$/u, /^\p{Cc}$/u, /^[^\s\p{Cc}]([^\p{Cc}]*[^\s\p{Cc}])?$/u, /^[a-z]{3}$/])(
    "%s matches the same without flags",
    (pattern) => {
      const portable = new RegExp(portablePattern(pattern) ?? "none");
      expect(texts.filter((text) => portable.test(text))).toEqual(texts.filter((text) => pattern.test(text)));
    },
  );

  it("keeps a backslash that stands for itself", () => {
    expect(portablePattern(/^\\p\{Cc\}$/u)).toBe(String.raw`^\\p\{Cc\}$`);
  });

  it.each([/\p{L}/u, /\P{Cc}/u, /\u{1F5FA}/u, /(?<name>a)\k<name>/, /(?<=a)b/, /abc/i, /^a$/m, /a.b/s, /[🗺]/u])(
    "%s has none",
    (pattern) => {
      expect(portablePattern(pattern)).toBeUndefined();
    },
  );
});
