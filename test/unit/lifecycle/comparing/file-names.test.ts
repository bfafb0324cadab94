import { z } from "zod";
import type { Kind } from "../../../../provider/kinds";
import { changesOf, differences, inDeclaredSpelling } from "../../../../provider/lifecycle/comparing/compare";

describe("file names that Unicode can spell in two ways", () => {
  const [nfc, nfd] = ["stra\u00dfe-\u00e4.xsd", "stra\u00dfe-a\u0308.xsd"];
  const files = {
    inputs: {
      files: {
        type: z.array(z.unknown()).meta({ trait: "files" }),
        mark: "mutable",
        files: {},
        doc: "",
        source: "decisions#one-declaration",
      },
    },
  } as unknown as Kind;
  const there = { files: { [nfc]: { sha256: "1" } } };

  it("are not a difference, and no file is removed for its spelling", () => {
    expect(
      differences(files, there, { files: { [nfd]: { path: "x", sha256: "1" } } }, [`files.${nfc.replace(".", "\\.")}`]),
    ).toEqual([]);
  });

  it("are sent under the name that the server has", () => {
    const declared = { files: { [nfd]: { path: "x", sha256: "2" } } };
    expect(changesOf(files, differences(files, there, declared), declared)).toEqual({
      files: { [nfc]: { path: "x", sha256: "2" } },
    });
  });

  it("stay in the state as the server has them", () => {
    const shown = inDeclaredSpelling(files, there, { files: { [nfd]: { path: "x", sha256: "1" } } });
    expect(shown).toEqual({ files: { [nfc]: { path: "x", sha256: "1" } } });
  });
});
