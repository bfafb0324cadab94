import { z } from "zod";
import { contentOf, kinds, type Kind } from "../../../../provider/kinds";
import { keysOf, setOf } from "../../../../provider/kinds/traits";
import {
  changesOf,
  declaredPaths,
  differences,
  formerOf,
  inDeclaredSpelling,
  overlaid,
  restrictTo,
} from "../../../../provider/lifecycle/comparing/compare";
import { UNKNOWN } from "../../../../provider/lifecycle/values/unknown";

const kind = {
  inputs: {
    name: { type: z.string(), mark: "replace", doc: "", source: "decisions#one-declaration" },
    note: { type: z.string().optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
    tags: { type: z.array(z.string()).optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
    contact: {
      type: z.strictObject({ city: z.string().optional(), web: z.string().optional() }).optional(),
      mark: "mutable",
      doc: "",
      source: "decisions#one-declaration",
    },
    custom: {
      type: z.record(z.string(), z.string()).optional(),
      mark: "mutable",
      doc: "",
      source: "decisions#one-declaration",
    },
    members: { type: setOf(z.string()).optional(), mark: "mutable", doc: "", source: "decisions#one-declaration" },
    settings: {
      type: z
        .strictObject({
          mails: z.boolean().optional(),
          toggles: keysOf(z.record(z.string(), z.boolean())).optional(),
        })
        .optional(),
      mark: "mutable",
      doc: "",
      source: "decisions#one-declaration",
    },
    logo: {
      type: contentOf({ name: z.string().optional() }).optional(),
      mark: "mutable",
      file: { largest: () => 10 },
      doc: "",
      source: "decisions#one-declaration",
    },
    password: {
      type: z.string().optional(),
      mark: "writeOnly",
      versionedBy: "version",
      doc: "",
      source: "decisions#one-declaration",
    },
    version: { type: z.number().optional(), mark: "local", doc: "", source: "decisions#one-declaration" },
  },
} as unknown as Kind;

const server = { name: "A", note: "n", tags: ["x", "y"], contact: { city: "Soest", web: "w" }, custom: { a: "1" } };

const pathsOf = (declared: Record<string, unknown>) =>
  differences(kind, server, declared).map(({ path }) => path.join("."));

describe("what counts as a difference", () => {
  it("ignores a field that is left out or null", () => {
    expect(pathsOf({ name: "A" })).toEqual([]);
    expect(pathsOf({ name: "A", note: null, contact: { city: null } })).toEqual([]);
  });

  it("compares an object member by member, declared members only", () => {
    expect(pathsOf({ contact: { city: "Soest" } })).toEqual([]);
    expect(pathsOf({ contact: { city: "Unna" } })).toEqual(["contact.city"]);
  });

  it("compares a map of free keys as one value", () => {
    expect(pathsOf({ custom: { a: "1" } })).toEqual([]);
    expect(pathsOf({ custom: { a: "1", b: "2" } })).toEqual(["custom"]);
    expect(pathsOf({ custom: {} })).toEqual(["custom"]);
  });

  it("takes an empty value as clearing, and as equal to a missing value", () => {
    expect(pathsOf({ note: "" })).toEqual(["note"]);
    expect(differences(kind, { name: "A" }, { note: "", tags: [], custom: {}, contact: { city: "" } })).toEqual([]);
  });

  it("counts a value that is not known yet as different", () => {
    expect(pathsOf({ name: "A", note: UNKNOWN })).toEqual(["note"]);
    expect(pathsOf({ contact: { city: UNKNOWN } })).toEqual(["contact.city"]);
  });

  it("minds the order of a list, but not the order of keys", () => {
    expect(pathsOf({ tags: ["y", "x"] })).toEqual(["tags"]);
    expect(pathsOf({ contact: { web: "w", city: "Soest" } })).toEqual([]);
  });
});

describe("what is sent", () => {
  it("is the declared values that differ; of an object only the members that differ", () => {
    const declared = { name: "A", note: "m", contact: { city: "Unna", web: "w" } };
    expect(changesOf(kind, differences(kind, server, declared), declared)).toEqual({
      note: "m",
      contact: { city: "Unna" },
    });
  });
});

describe("what is remembered", () => {
  it("is the path of every declared value, in the kind's order", () => {
    expect(declaredPaths(kind, { contact: { web: "", city: "x" }, name: "A", custom: {} })).toEqual([
      "name",
      "contact.city",
      "contact.web",
      "custom",
    ]);
  });

  it("spells an equal value as it was declared, and a different one as the server has it", () => {
    const spelled = inDeclaredSpelling(
      kind,
      { name: "A", contact: { city: "Unna" } },
      { note: "", contact: { city: "Soest" } },
    );
    expect(spelled).toEqual({ name: "A", note: "", contact: { city: "Unna" } });
  });

  it("restricts values to the declared paths", () => {
    expect(restrictTo(server, ["name", "contact.city"])).toEqual({ name: "A", contact: { city: "Soest" } });
  });
});

describe("a list whose order means nothing", () => {
  const actual = { members: ["1", "2", "3"] };

  it("is compared as a set", () => {
    expect(differences(kind, actual, { members: ["3", "1", "2"] })).toEqual([]);
    expect(differences(kind, actual, { members: ["3", "1"] })).toHaveLength(1);
  });

  it("keeps the order in which it was declared", () => {
    expect(inDeclaredSpelling(kind, actual, { members: ["3", "1", "2"] })).toEqual({ members: ["3", "1", "2"] });
  });
});

describe("a map whose keys are declared one by one", () => {
  const actual = { settings: { mails: false, toggles: { a: true, "b.c": false } } };
  const declared = { settings: { toggles: { "b.c": true } } };

  it("is compared key by key, without undeclared keys", () => {
    expect(differences(kind, actual, { settings: { toggles: { a: true } } })).toEqual([]);
    expect(changesOf(kind, differences(kind, actual, declared), declared)).toEqual(declared);
  });

  it("is remembered by its keys, even if they contain dots", () => {
    const paths = declaredPaths(kind, declared);
    expect(paths).toEqual(["settings.toggles.b\\.c"]);
    expect(restrictTo(actual, paths)).toEqual({ settings: { toggles: { "b.c": false } } });
  });
});

describe("a file", () => {
  const declared = { logo: { path: "a.png", sha256: "aa" } };

  it("is compared by its checksum, whatever its source", () => {
    expect(differences(kind, { logo: { sha256: "aa" } }, declared)).toEqual([]);
    expect(differences(kind, { logo: { sha256: "bb" } }, declared)).toMatchObject([{ path: ["logo", "sha256"] }]);
    expect(differences(kind, {}, declared)).toHaveLength(1);
  });

  it("is sent as a whole, even if only its name differs", () => {
    const named = { logo: { path: "a.png", sha256: "aa", name: "n" } };
    expect(changesOf(kind, differences(kind, { logo: { sha256: "aa", name: "m" } }, named), named)).toEqual(named);
  });

  it("that is declared empty equals a missing file", () => {
    expect(differences(kind, {}, { logo: "" })).toEqual([]);
    expect(differences(kind, { logo: { sha256: "aa" } }, { logo: "" })).toHaveLength(1);
    expect(inDeclaredSpelling(kind, {}, { logo: "" })).toEqual({ logo: "" });
  });

  it("keeps its declared source beside the server's checksum", () => {
    expect(inDeclaredSpelling(kind, { logo: { sha256: "bb" } }, declared)).toEqual({
      logo: { path: "a.png", sha256: "bb" },
    });
    expect(declaredPaths(kind, declared)).toEqual(["logo"]);
  });
});

describe("a write-only value", () => {
  const declared = { password: "secret", version: 2 };

  it("is never compared", () => {
    expect(differences(kind, { version: 2 }, declared)).toEqual([]);
    expect(declaredPaths(kind, declared)).toEqual(["version"]);
  });

  it("is sent when its version differs, without the version itself", () => {
    expect(changesOf(kind, differences(kind, { version: 1 }, declared), declared)).toEqual({ password: "secret" });
    expect(changesOf(kind, differences(kind, { version: 1 }, { version: 2 }), { version: 2 })).toEqual({});
  });
});

describe("former values", () => {
  it("can be declared again: a missing value is empty", () => {
    const declared = { note: "n", tags: ["x"], contact: { city: "Soest" }, custom: { a: "1" } };
    expect(formerOf(kind, { contact: { city: "Unna", web: "w" } }, declared)).toEqual({
      note: "",
      tags: [],
      contact: { city: "Unna" },
      custom: {},
    });
  });

  it("stay as they were when more is declared later", () => {
    expect(overlaid({ a: 1, b: { c: 1, d: 1 } }, { b: { c: 0 } })).toEqual({ a: 1, b: { c: 0, d: 1 } });
  });
});

describe("many files", () => {
  const bucket = kinds.find(({ name }) => name === "Bucket") as Kind;
  const filesOf = (checksum: string) =>
    Object.fromEntries(Array.from({ length: 8000 }, (_, index) => [`file-${index}`, { sha256: checksum }]));

  it("cost time by their number, not by its square", () => {
    const declared = { files: filesOf("a") };
    const before = performance.now();
    expect(inDeclaredSpelling(bucket, { files: filesOf("a") }, declared)).toEqual(declared);
    const found = differences(bucket, { files: filesOf("b") }, declared);
    expect(changesOf(bucket, found, declared)).toEqual(declared);
    expect(restrictTo(declared, declaredPaths(bucket, declared))).toEqual(declared);
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it("may have the names of properties that every JavaScript object has", () => {
    const names = ["constructor", "toString", "__proto__"];
    const declared = { files: Object.fromEntries(names.map((name) => [name, { sha256: "a" }])) };
    const found = differences(bucket, { files: {} }, declared);
    expect(found.map(({ path }) => path[1])).toEqual(names);
    expect(Object.keys(changesOf(bucket, found, declared)["files"] as object)).toEqual(names);
    expect(formerOf(bucket, { files: {} }, { files: { toString: { sha256: "a" } } })).toEqual({
      files: { toString: { sha256: "" } },
    });
    expect(differences(bucket, declared, { files: {} }, ["files.toString"])).toHaveLength(1);
    expect(differences(bucket, { files: {} }, { files: {} }, ["files.toString"])).toEqual([]);
    expect(inDeclaredSpelling(bucket, { files: {} }, declared)).toEqual({ files: {} });
  });
});
