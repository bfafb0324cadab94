import { catalogue } from "../../../provider/errors";

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
