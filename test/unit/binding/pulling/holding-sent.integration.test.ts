import type { ApiField, ApiOperation } from "../../../../provider/binding/documents";
import type { Binding } from "../../../../provider/binding/file/model";
import { ownOperations } from "../../../../provider/binding/pulling/contract-operations";
import { disagreements } from "../../../../provider/binding/pulling/holding/holds";

const ownOf = (key: string) => {
  const found = ownOperations().find(({ operation }) => operation.key === key);
  if (found === undefined) {
    throw new Error(`There is no operation ${key}.`);
  }
  return found;
};

type Change = (theirs: ApiOperation) => ApiOperation;

/** What a binding and the server have against each other. The server has the operation as the provider has it, but for a change. */
const troubleOf = (key: string, binding: Binding, change: Change): readonly string[] => {
  const own = ownOf(key);
  return disagreements(own, { id: own.printed.id, path: own.printed.path, ...binding }, change(own.printed));
};

const unchanged: Change = (theirs) => theirs;

const withFields =
  (fields: (before: readonly ApiField[]) => readonly ApiField[]): Change =>
  (theirs) => ({ ...theirs, body: { sends: "json", fields: fields(theirs.body?.fields ?? []) } });

/** A list of the body, or a field within it, has another name. */
const called =
  (list: string, from: string, to: string): Change =>
  (theirs) =>
    withFields((fields) =>
      fields.map((it) =>
        it.path[0] === list ? { ...it, path: it.path.map((step) => (step === from ? to : step)) } : it,
      ),
    )(theirs);

const field = (path: readonly string[], type: ApiField["type"] = "string"): ApiField => ({
  path,
  type,
  required: false,
  description: "",
});

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

describe("a confirmed expression is to be looked at again if the server no longer has", () => {
  const [id] = [field(["payload", "id"])];
  const payload = (theirs: ApiOperation): ApiOperation => ({
    ...theirs,
    answer: { ...theirs.answer, fields: [field(["payload"], "object"), id] },
  });

  it.each<[string, string, readonly string[]]>([
    ["nothing that it reads", '$.payload.{ "number": id, "own": $asked.path.orgId }', []],
    [
      "what it reads",
      "payload.items^(order).id",
      [
        "it no longer answers `items`, which `answerExpression` reads",
        "it no longer answers `order`, which `answerExpression` reads",
      ],
    ],
    [
      "what it reads within a function",
      '$map(payload, function($it) { { "id": $it.id, "name": label } })',
      ["it no longer answers `label`, which `answerExpression` reads"],
    ],
    ["nothing, when it reads what it built itself", '{ "made": { "inner": payload.id } }.made.inner', []],
  ])("%s", (_, answerExpression, phrases) => {
    expect(troubleOf("getMembers", { answerExpression }, payload).filter((it) => it.includes("Expression"))).toEqual(
      phrases,
    );
  });

  it("what it writes", () => {
    const titled = withFields(() => [field(["title"])]);
    const binding = (name: string): Binding => ({ bodyExpression: `{ "${name}": name }` });
    expect(troubleOf("updateOrganisation", binding("title"), titled)).toEqual([]);
    expect(troubleOf("updateOrganisation", binding("label"), titled)).toContain(
      "it no longer takes `label`, which `bodyExpression` writes",
    );
  });

  it("nothing, within an object of which the document tells no members", () => {
    const open = (theirs: ApiOperation): ApiOperation => ({
      ...theirs,
      answer: { ...theirs.answer, fields: [field(["payload"], "object")] },
    });
    expect(troubleOf("getMembers", { answerExpression: "payload.items.id" }, open)).toEqual([]);
  });
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
