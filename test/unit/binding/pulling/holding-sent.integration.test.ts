import type { ApiField } from "../../../../provider/binding/documents";
import type { Binding } from "../../../../provider/binding/file/model";
import { ownOperations } from "../../../../provider/binding/pulling/contract-operations";
import { disagreements } from "../../../../provider/binding/pulling/holding/holds";
import { called, field, ownOf, troubleOf, unchanged, withFields, type Change } from "./held";

const isOf =
  (part: string | undefined): Change =>
  (theirs) => ({
    ...theirs,
    body: { sends: "file", fields: [], ...(part === undefined ? {} : { filePart: part }) },
  });

const both =
  (...changes: readonly Change[]): Change =>
  (theirs) =>
    changes.reduce((made, change) => change(made), theirs);

describe("a confirmed operation is to be looked at again if the server no longer takes", () => {
  it.each<[string, string, Binding, Change, Change, string]>([
    [
      "a file in its part",
      "store/data.addFiles",
      {},
      unchanged,
      isOf("upload"),
      "in the part `upload`, no longer in the part `file`",
    ],
    [
      "a file in the part of the file",
      "store/data.addFiles",
      { part: "a" },
      isOf("a"),
      isOf("b"),
      "in the part `b`, no longer in the part `a`",
    ],
    [
      "a file in a part",
      "store/data.addFiles",
      { part: "a" },
      isOf("a"),
      isOf(undefined),
      "as the whole body, no longer in the part `a`",
    ],
    [
      "a file as the whole body",
      "store/data.addFiles",
      { part: null },
      isOf(undefined),
      isOf("a"),
      "in the part `a`, no longer as the whole body",
    ],
    [
      "a file",
      "store/data.addFiles",
      {},
      unchanged,
      withFields(() => [field(["content"])]),
      "it no longer takes a file",
    ],
    ["a body that is no file", "createSchemaProfile", {}, unchanged, isOf("file"), "it takes a file as its body"],
    [
      "a field within a list",
      "createSchemaProfile",
      {},
      unchanged,
      called("constraints", "property", "attribute"),
      "it no longer takes `constraints[].property`",
    ],
    [
      "a field within a list by its line",
      "createSchemaProfile",
      { body: { "constraints[].property": "constraints[].attribute" } },
      called("constraints", "property", "attribute"),
      called("constraints", "property", "feature"),
      "it no longer takes `constraints[].attribute`",
    ],
    [
      "a field within a list that stands elsewhere",
      "createSchemaProfile",
      { body: { constraints: "rules" } },
      called("constraints", "constraints", "rules"),
      both(called("constraints", "constraints", "rules"), called("rules", "property", "attribute")),
      "it no longer takes `rules[].property`",
    ],
    [
      "an optional query parameter without a line",
      "copySchemaProfile",
      {},
      unchanged,
      (theirs) => ({ ...theirs, query: [] }),
      "it no longer takes `organisation`",
    ],
    [
      "the whole body as this field",
      "store/data.setBucketName",
      { body: { "": "title" } },
      withFields(() => [field(["title"])]),
      withFields(() => [field(["caption"])]),
      "it no longer takes `title`",
    ],
    [
      "one value as the body",
      "store/data.setBucketName",
      {},
      unchanged,
      withFields(() => [field(["title"])]),
      "its body is an object with fields of its own",
    ],
    [
      "a body",
      "store/data.setBucketName",
      {},
      unchanged,
      ({ body: _, ...theirs }) => theirs,
      "it no longer takes a body",
    ],
    [
      "a place of the body under `fixed`",
      "store/data.setBucketName",
      { body: { "": "title" }, fixed: { "body:kind.name": "data" } },
      withFields(() => [field(["title"]), field(["kind"], "object"), field(["kind", "name"])]),
      withFields(() => [field(["title"]), field(["kind"], "object"), field(["kind", "title"])]),
      "it no longer takes `kind.name`",
    ],
    [
      "a place of the query under `fixed`",
      "deleteUser",
      { fixed: { "query:force": true } },
      (theirs) => ({ ...theirs, query: [field(["force"], "boolean")] }),
      unchanged,
      "it no longer takes `force`",
    ],
    [
      "the field to which a whole object goes",
      "updateUser",
      { body: { customFields: "more.fields" } },
      withFields((fields) => [...fields, field(["more"], "object"), field(["more", "fields"], "object")]),
      withFields((fields) => [...fields, field(["more"], "object"), field(["more", "others"], "object")]),
      "it no longer takes `more.fields`",
    ],
  ])("%s", (_, key, binding, before, after, phrase) => {
    expect(troubleOf(key, binding, before)).toEqual([]);
    expect(troubleOf(key, binding, after).join("; ")).toContain(phrase);
  });
});

/** Of an answer: fields that the provider expects, with other names. */
const answers =
  (names: readonly string[], more: readonly ApiField[] = []): Change =>
  (theirs) => ({
    ...theirs,
    answer: {
      ...theirs.answer,
      fields: [...theirs.answer.fields.filter(({ path }) => !path.some((step) => names.includes(step))), ...more],
    },
  });

describe("a confirmed operation is to be looked at again if the server no longer answers", () => {
  it("a field of the items of a list, under its own name or under the name of the list's line", () => {
    expect(troubleOf("getOrganisation", {}, answers(["sharedBy"]))).toContain(
      "it no longer answers `sharedWith[].sharedBy`",
    );
    const moved = answers(
      ["sharedWith"],
      [
        field(["grants"], "array"),
        ...["organisation", "sharedBy", "shared"].map((name) => field(["grants", "[]", name])),
      ],
    );
    expect(troubleOf("getOrganisation", { answer: { sharedWith: "grants" } }, moved)).toEqual([]);
  });

  it("a list that a line names", () => {
    expect(troubleOf("getOrganisation", { answer: { sharedWith: "grants" } }, unchanged)).toContain(
      "it no longer answers `grants`",
    );
  });
});

it("a list that a person names is one, although the document does not call the answer a list", () => {
  const change: Change = (theirs) => ({
    ...theirs,
    answer: { ...theirs.answer, isList: false, fields: [field(["humans"], "array")] },
  });
  expect(troubleOf("getMembers", { list: "humans" }, change)).not.toContain("its answer is no longer a list");
  expect(troubleOf("getMembers", {}, change)).toContain("its answer is no longer a list");
});

describe("nothing is said of", () => {
  it("a form that takes several files, if the one that is sent is among them", () => {
    const several: Change = (theirs) => ({
      ...theirs,
      body: { sends: "file", fields: [], filePart: "thumbnail", otherFileParts: ["file", "upload"] },
    });
    const { filePart = "" } = ownOf("setOrganisationLogo").printed.body ?? {};
    expect(["file", "upload"]).toContain(filePart);
    expect(troubleOf("setOrganisationLogo", {}, several)).toEqual([]);
  });

  it("any operation that the server has as the provider has it", () => {
    expect(ownOperations().flatMap(({ operation }) => troubleOf(operation.key, {}, unchanged))).toEqual([]);
  });

  it("what is within an object of which the document tells no members", () => {
    const binding = { body: { "": "title" }, fixed: { "body:kind.name": "data" } };
    const open = withFields(() => [field(["title"]), field(["kind"], "object")]);
    expect(troubleOf("store/data.setBucketName", binding, open)).toEqual([]);
  });

  it("an optional query parameter that a person left out", () => {
    const own = ownOf("copySchemaProfile");
    expect(disagreements(own, { path: own.printed.path }, { ...own.printed, query: [] })).toEqual([]);
  });
});
