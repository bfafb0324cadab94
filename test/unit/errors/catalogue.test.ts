import { HaleconnectError, catalogue, entryOf } from "../../../provider/errors";

const entries = Object.entries(catalogue).filter(([code]) => /^HC[129]/.test(code) || code === "HC5001");

describe.each(entries)("the text of %s", (_code, { title, cause, remedy }) => {
  it("is a title, and sentences that end", () => {
    expect(title).not.toMatch(/[.:]$/);
    expect(cause).toMatch(/\.$/);
    expect(remedy).toMatch(/\.$/);
  });

  it("is short, one idea a sentence", () => {
    const sentences = [cause, remedy].join(" ").split(/(?<=[.:;]) /);
    expect(sentences.filter((one) => one.split(" ").length > 26)).toEqual([]);
  });

  it("refers to nothing that its reader cannot open", () => {
    expect(`${title} ${cause} ${remedy}`).not.toMatch(/\bfacts?\b|\bdecision\b/i);
  });
});

describe("the entry of a message", () => {
  it("is the one of the code at its beginning", () => {
    expect(entryOf(new HaleconnectError("HC2001", { what: "No way" }).message)).toBe(catalogue.HC2001);
  });

  it.each(["a defect", "HC0000 of another catalogue", "see HC2001", "toString of something", ""])(
    "is missing for %p",
    (message) => {
      expect(entryOf(message)).toBeUndefined();
    },
  );
});
