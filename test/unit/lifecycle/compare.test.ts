import { z } from "zod";
import type { Kind } from "../../../provider/kinds";
import {
  changesOf,
  declaredPaths,
  differences,
  inDeclaredSpelling,
  restrictTo,
} from "../../../provider/lifecycle/compare";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";

const kind = {
  inputs: {
    name: { type: z.string(), mark: "replace", doc: "", source: "" },
    note: { type: z.string().optional(), mark: "mutable", doc: "", source: "" },
    tags: { type: z.array(z.string()).optional(), mark: "mutable", doc: "", source: "" },
    contact: {
      type: z.strictObject({ city: z.string().optional(), web: z.string().optional() }).optional(),
      mark: "mutable",
      doc: "",
      source: "",
    },
    custom: { type: z.record(z.string(), z.string()).optional(), mark: "mutable", doc: "", source: "" },
  },
} as unknown as Kind;

const server = { name: "A", note: "n", tags: ["x", "y"], contact: { city: "Soest", web: "w" }, custom: { a: "1" } };

const pathsOf = (declared: Record<string, unknown>) =>
  differences(kind, server, declared).map(({ path }) => path.join("."));

describe("what counts as a difference", () => {
  it("leaves alone what is left out or null", () => {
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

  it("takes an empty value as clearing, and as equal to one that is not there", () => {
    expect(pathsOf({ note: "" })).toEqual(["note"]);
    expect(differences(kind, { name: "A" }, { note: "", tags: [], custom: {}, contact: { city: "" } })).toEqual([]);
  });

  it("takes a value that is not known yet as one that may differ", () => {
    expect(pathsOf({ name: "A", note: UNKNOWN })).toEqual(["note"]);
    expect(pathsOf({ contact: { city: UNKNOWN } })).toEqual(["contact.city"]);
  });

  it("minds the order of a list, and not the order of keys", () => {
    expect(pathsOf({ tags: ["y", "x"] })).toEqual(["tags"]);
    expect(pathsOf({ contact: { web: "w", city: "Soest" } })).toEqual([]);
  });
});

describe("what is sent", () => {
  it("is the declared values that differ, within an object only the members that differ", () => {
    const found = differences(kind, server, { name: "A", note: "m", contact: { city: "Unna", web: "w" } });
    expect(changesOf(found)).toEqual({ note: "m", contact: { city: "Unna" } });
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
