import { parse } from "yaml";
import type { Binding, ContractFile } from "../../../../provider/binding/file/model";
import { GONE, changedSince } from "../../../../provider/binding/pulling/holding/since";
import { merge } from "../../../../provider/binding/pulling/merge";
import { pull, readDocuments, type PulledDocument } from "../../../../provider/binding/pulling/pull";
import { writeContract } from "../../../../provider/binding/pulling/write";
import { foreignDocuments } from "./foreign";

const told = { servers: ["https://platform.example"], date: "2026-01-31" };
const first = pull(foreignDocuments(), told).file;

function decided(changes: Readonly<Record<string, Partial<Binding>>>): ContractFile {
  const edited = Object.entries(changes).map(([key, change]) => [key, { ...first.operations[key], ...change }]);
  return { ...first, operations: { ...first.operations, ...(Object.fromEntries(edited) as typeof first.operations) } };
}

function again(before: ContractFile, documents: readonly PulledDocument[] = foreignDocuments()) {
  return merge(before, pull(documents, { ...told, date: "2026-02-28" }).file, readDocuments(documents));
}

const changed = (from: string | RegExp, to: string) =>
  foreignDocuments((name, text) => (name === "identity" ? text.replaceAll(from, to) : text));

describe("pulling again keeps what a person decided", () => {
  it.each<[string, string, Partial<Binding>]>([
    ["a confirmation", "createUser", { confirmed: true }],
    ["another path", "getProfile", { method: "GET", path: "/identity/v2/accounts/me" }],
    ["another field", "createUser", { body: { username: "person.mail" } }],
    ["that the server lacks the operation", "createUser", { missing: true, remarks: ["we do not use it"] }],
    ["a list in which the object is found", "getProfile", { foundIn: { list: "getUsers", where: { id: "userId" } } }],
  ])("%s", (_, key, change) => {
    const before = decided({ [key]: change });
    const { file, changes } = again(before);
    expect(file.operations[key]).toEqual(before.operations[key]);
    expect(changes).toEqual({ added: [], removed: [], changed: [], documents: [] });
  });

  it("and operations that the provider does not know", () => {
    const before = decided({ later: { missing: true } });
    expect(again(before).file.operations["later"]).toEqual({ missing: true });
  });

  it("and what stands in a document that cannot be read this time", () => {
    const before = decided({ createUser: { confirmed: true } });
    const documents = foreignDocuments().map((it) =>
      it.name === "identity" ? { ...it, read: { problem: "it is empty" } } : it,
    );
    const { file, changes } = again(before, documents);
    expect(file.operations["createUser"]).toEqual(before.operations["createUser"]);
    expect(file.documents["identity"]).toEqual({
      from: "identity.yaml",
      problem: "it is empty",
      digest: first.documents["identity"]?.digest,
    });
    expect(changes.removed).toEqual([]);
  });
});

describe("an operation that a person wrote without its document", () => {
  /** Documents with the names of our services. */
  const named = (all: readonly PulledDocument[]) => {
    const names: Readonly<Record<string, string>> = { identity: "accounts", storage: "store" };
    return all.map(({ read, ...rest }): PulledDocument => {
      const name = names[rest.name] ?? rest.name;
      const isRead = "operations" in read;
      const operations = isRead ? read.operations.map((it) => ({ ...it, document: name })) : [];
      return { ...rest, name, read: isRead ? { ...read, name, operations } : read };
    });
  };
  const undated = pull(named(foreignDocuments()), told).file;
  const { document: _, ...deleteUser } = undated.operations["deleteUser"] ?? {};
  const before = {
    ...undated,
    operations: { ...undated.operations, deleteUser: { ...deleteUser, confirmed: true } },
  };
  const moved = named(changed("/accounts/{account_id}:", "/people/{account_id}:"));

  it("is kept as it is if the document of its service cannot be read", () => {
    const documents = moved.map((it) => (it.name === "accounts" ? { ...it, read: { problem: "it is empty" } } : it));
    const { file, changes } = again(before, documents);
    expect(file.operations["deleteUser"]).toEqual(before.operations["deleteUser"]);
    expect(changes.removed).toEqual([]);
  });

  it("is told as gone if the document of its service no longer has it", () => {
    const since = changedSince(before, readDocuments(moved)).find(({ document }) => document === "accounts");
    expect(since?.changed).toContainEqual({ operation: "deleteUser", changes: [GONE], isGone: true });
  });

  it("is not told as gone if another document has it", () => {
    const elsewhere = readDocuments(moved).map((it) => ({ ...it, digest: `another ${it.digest}` }));
    const [first, ...rest] = elsewhere.filter(({ name }) => name !== "accounts");
    const theirs = { method: deleteUser.method, path: deleteUser.path };
    const found = readDocuments(foreignDocuments())
      .flatMap(({ operations }) => operations)
      .filter(({ method, path }) => method === theirs.method && path === theirs.path);
    const all = [
      ...elsewhere.filter(({ name }) => name === "accounts"),
      ...(first === undefined ? [] : [{ ...first, operations: [...first.operations, ...found] }]),
      ...rest,
    ];
    const told = changedSince(before, all).flatMap((it) => it.changed);
    expect(found).toHaveLength(1);
    expect(told.map(({ operation }) => operation)).not.toContain("deleteUser");
  });
});

describe("a confirmed operation whose document changed", () => {
  const before = decided({ createUser: { confirmed: true }, deleteUser: { confirmed: true } });

  it("stays confirmed if nothing that it uses changed", () => {
    const { file, changes } = again(before, changed("title: Identity", "title: Identities"));
    expect(file.operations["createUser"]?.confirmed).toBe(true);
    expect(changes).toEqual({ added: [], removed: [], changed: [], documents: ["identity"] });
  });

  it.each([
    ["a field is called otherwise", "secret:", "proof:", "it no longer takes `secret`"],
    [
      "a field is of another type",
      /organization_id:\n {10}type: integer/g,
      "organization_id:\n          type: string",
      "`organization_id` is of type string there",
    ],
    [
      "another field is required",
      "      required: [login, person, organization_id, role_id]\n      properties:\n",
      "      required: [login, person, organization_id, role_id, tenant]\n      properties:\n        tenant: { type: string }\n",
      "it requires `body:tenant`, which the provider never sends",
    ],
  ])("is to be confirmed again if %s", (_, from, to, words) => {
    const documents = changed(from, to);
    const { file, changes } = again(before, documents);
    expect(file.operations["createUser"]).toMatchObject({
      confirmed: false,
      remarks: expect.arrayContaining([
        expect.stringContaining(`Changed on the server, seen on 2026-02-28: `),
        expect.stringContaining(words),
      ]) as unknown,
    });
    expect(changes.changed).toContain("createUser");
  });

  it.each<[string, string, Partial<Binding>, string, string | RegExp, string, string]>([
    [
      "a value that the file names",
      "createUser",
      { values: { role: { orgAdmin: "superuser" } } },
      "identity",
      "enum: [superuser, ",
      "enum: [master, ",
      "`role_id` no longer has `superuser`",
    ],
    [
      "a value that a program may declare",
      "assignRole",
      {},
      "directory",
      ", datauploader]",
      "]",
      "`role_id` no longer has `datauploader`",
    ],
    [
      "the parameter of its pages",
      "getUsers",
      {},
      "identity",
      "name: size",
      "name: per_page",
      "it no longer takes `size` for its pages",
    ],
    [
      "pages",
      "getUsers",
      {},
      "identity",
      /name: (page|size)\b/g,
      "name: of_$1",
      "it no longer takes `page` and `size` for its pages",
    ],
    [
      "the length of its list",
      "getUsers",
      {},
      "identity",
      "total_elements: {",
      "sum: {",
      "its answer no longer has `page.total_elements`",
    ],
    [
      "its list where it stood",
      "getUsers",
      {},
      "identity",
      /(required: \[)content(, page\]\n.*\n {8})content:/g,
      "$1items$2items:",
      "its list stands at `items`, no longer at `content`",
    ],
    [
      "a list of one answer",
      "getUsers",
      { paging: { by: "none" } },
      "identity",
      "title: Identity",
      "title: Identities",
      "it comes in pages, by `page` and `size`",
    ],
    [
      "a field without a line",
      "createUser",
      { answer: { id: { from: "account_id", as: "integer" } } },
      "identity",
      "title: Identity",
      "title: Identities",
      "it no longer answers `username`",
    ],
  ])("is to be confirmed again if the server no longer has %s", (_, key, change, document, from, to, words) => {
    const confirmed = decided({ [key]: { confirmed: true, ...change } });
    const { file, changes } = again(
      confirmed,
      foreignDocuments((name, text) => (name === document ? text.replaceAll(from, to) : text)),
    );
    expect(file.operations[key]?.remarks?.at(-1)).toContain(words);
    expect(file.operations[key]?.confirmed).toBe(false);
    expect(changes.changed).toContain(key);
  });

  it("is told as removed if the server no longer has it", () => {
    const { file, changes } = again(before, changed("/accounts/{account_id}:", "/people/{account_id}:"));
    expect(file.operations["deleteUser"]).toMatchObject({
      confirmed: false,
      path: "/identity/v2/accounts/{account_id}",
    });
    expect(changes.removed).toContain("deleteUser");
  });

  it("is told again if the change went and came back", () => {
    const confirmedIn = (file: ContractFile): ContractFile => ({
      ...file,
      operations: { ...file.operations, createUser: { ...file.operations["createUser"], confirmed: true } },
    });
    const there = confirmedIn(again(before, changed("secret:", "proof:")).file);
    const back = confirmedIn(again(there).file);
    expect(back.operations["createUser"]?.remarks ?? []).not.toContainEqual(expect.stringContaining("Changed on"));
    expect(again(back, changed("secret:", "proof:")).file.operations["createUser"]?.confirmed).toBe(false);
  });

  it("is told once: who confirms it again is not asked again", () => {
    const documents = changed("secret:", "proof:");
    const { file } = again(before, documents);
    const confirmed = {
      ...file,
      operations: { ...file.operations, createUser: { ...file.operations["createUser"], confirmed: true } },
    };
    const later = foreignDocuments((name, text) =>
      name === "identity" ? text.replaceAll("secret:", "proof:").replace("title: Identity", "title: Identities") : text,
    );
    expect(again(confirmed, later).file.operations["createUser"]?.confirmed).toBe(true);
  });
});

describe("the text of a contract file", () => {
  const text = writeContract(first);

  it("has the provider's own form above each operation, in the order of the contract", () => {
    expect(text).toContain("\n\n  # POST /accounts/v1/users\n  createUser:\n    confirmed: false\n");
    expect(Object.keys((parse(text) as ContractFile).operations)).toEqual(Object.keys(first.operations));
  });

  it("says what the file says", () => {
    expect(parse(text)).toEqual(JSON.parse(JSON.stringify(first)));
  });

  it("is the same after a second pull without a change", () => {
    expect(writeContract(again(first).file, text)).toBe(text.replace("pulled: 2026-01-31", "pulled: 2026-02-28"));
  });

  it("keeps the comments of a person", () => {
    const commented = text
      .replace(
        "  createUser:\n    confirmed: false",
        "  # as agreed with the operator\n  createUser:\n    confirmed: true # checked",
      )
      .replace("      username: login\n", "      username: login # not the mail\n");
    const before = parse(commented) as ContractFile;
    const after = writeContract(again(before).file, commented);
    expect(after).toContain(
      "  # POST /accounts/v1/users\n  # as agreed with the operator\n  createUser:\n    confirmed: true # checked",
    );
    expect(after).toContain("username: login # not the mail");
  });
});
