import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Binding, ContractFile } from "../../../../provider/binding/file/model";
import { readContractFile } from "../../../../provider/binding/file/read";
import { merge } from "../../../../provider/binding/pulling/merge";
import { pull, readDocuments } from "../../../../provider/binding/pulling/pull";
import { writeContract } from "../../../../provider/binding/pulling/write";
import { foreignDocuments } from "./foreign";

const told = { servers: ["https://platform.example"], date: "2026-01-31" };
const first = pull(foreignDocuments(), told).file;
const key = "store/data.createBucketWithOwner";

function again(changes: Readonly<Record<string, Binding>>) {
  const before: ContractFile = { ...first, operations: { ...first.operations, ...changes } };
  return merge(before, first, readDocuments(foreignDocuments()));
}

/** What a command that reads the written file gets. */
function readBack(file: ContractFile): ContractFile {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "contract-choosing-"));
  try {
    fs.writeFileSync(path.join(folder, "file.yaml"), writeContract(file));
    return readContractFile(path.join(folder, "file.yaml"));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

describe("what a person chose", () => {
  const [line = ""] = first.operations[key]?.candidates ?? [];

  it.each([
    ["its id", "makeBucket"],
    ["its method and path", "POST /storage/v3/buckets"],
    ["its line of the candidates", line],
  ])("by %s is bound with its fields, and waits for a confirmation", (_, chosen) => {
    const { file, changes } = again({ [key]: { ...first.operations[key], chosen } });
    expect(file.operations[key]).toMatchObject({
      confirmed: false,
      document: "storage",
      id: "makeBucket",
      method: "POST",
      path: "/storage/v3/buckets",
      parameters: { ownerId: { to: "body:owner.id", as: "integer" } },
      body: { name: "title" },
    });
    expect(file.operations[key]).not.toHaveProperty("candidates");
    expect(file.operations[key]).not.toHaveProperty("chosen");
    expect(changes).toEqual({ added: [key], removed: [], changed: [], documents: [] });
  });

  it("is bound whatever the parameters of its path are called", () => {
    const { file } = again({ "store/data.listFiles": { chosen: "GET /storage/v3/buckets/{id}/files" } });
    expect(file.operations["store/data.listFiles"]).toMatchObject({
      path: "/storage/v3/buckets/{bucket_uuid}/files",
      parameters: { bucketId: "bucket_uuid" },
      list: "items",
    });
  });

  it("takes the end of the path for the end of the path, which a person confirms", () => {
    const { file } = again({ "store/data.deleteFile": { chosen: "dropFile" } });
    expect(file.operations["store/data.deleteFile"]).toMatchObject({
      confirmed: false,
      parameters: { bucketId: "bucket_uuid", file: "file_name" },
    });
  });

  it.each([
    ["POST /storage/v9/buckets", "the documents have no such operation"],
    ["listAccount", "the documents have no such operation. Did you mean `listAccounts`?"],
    [
      "accountById",
      'nothing is known to give `account_id` of its path. Write beside `chosen` which parameter gives it, or a value: `fixed: { "path:account_id": … }`',
    ],
  ])("stays if it cannot be bound, with the reason: %s", (chosen, reason) => {
    const { file } = again({ getUsers: { chosen } });
    const { getUsers = {} } = file.operations;
    expect(getUsers).toEqual({ chosen, remarks: [expect.stringContaining(`What was chosen is not bound: ${reason}`)] });
    expect(again({ getUsers }).file.operations["getUsers"]).toEqual(getUsers);
  });

  it.each(["MAKEBUCKET", "post /storage/v3/buckets/", "makeBucket (POST /storage/v3/buckets)"])(
    "is understood however it is written: %s",
    (chosen) => {
      expect(again({ [key]: { chosen } }).file.operations[key]).toMatchObject({ id: "makeBucket" });
    },
  );

  it("keeps what the person wrote beside it", () => {
    const said: Binding = {
      body: { driver: { to: "engine", default: "s3" } },
      values: { ownerType: { org: "organization", user: "account" } },
      remarks: ["mine"],
    };
    const { file } = again({ [key]: { chosen: "makeBucket", ...said } });
    expect(file.operations[key]).toMatchObject({
      body: { name: "title", driver: { to: "engine", default: "s3" } },
      values: said.values,
    });
    expect(file.operations[key]?.remarks?.[0]).toBe("mine");
  });

  it("may have a value beside it for what its path needs", () => {
    const fixed = { "path:account_id": "7" };
    expect(again({ getUsers: { chosen: "accountById", fixed } }).file.operations["getUsers"]).toMatchObject({
      id: "accountById",
      fixed,
    });
  });

  it("waits if the document in which it may stand could not be read", () => {
    const unread = foreignDocuments().map((it) => (it.name === "storage" ? { ...it, read: { problem: "404" } } : it));
    const before: ContractFile = { ...first, operations: { ...first.operations, [key]: { chosen: "makeBucket" } } };
    const { file } = merge(before, pull(unread, told).file, readDocuments(unread));
    expect(file.operations[key]).toEqual({
      chosen: "makeBucket",
      remarks: ["What was chosen is not bound: not all documents could be read: storage."],
    });
  });

  it("is bound although a document cannot be read that never could", () => {
    const never = [...foreignDocuments(), { name: "reports", from: "reports.yaml", read: { problem: "404" } }];
    const before = pull(never, told).file;
    const choice = { ...before.operations[key], chosen: "makeBucket" };
    const { file } = merge(
      { ...before, operations: { ...before.operations, [key]: choice } },
      pull(never, told).file,
      readDocuments(never),
    );
    expect(file.operations[key]).toMatchObject({ id: "makeBucket" });
  });

  it("is bound with a remark if it answers in another form", () => {
    expect(
      again({ getUsers: { chosen: "accountById", fixed: { "path:account_id": "7" } } }).file.operations["getUsers"]
        ?.remarks,
    ).toContain(
      "The provider expects a list, and the server answers one object. If a list stands in it, write `list`.",
    );
    expect(
      again({ setOrganisationLogo: { chosen: "amendOrganization" } }).file.operations["setOrganisationLogo"]?.remarks,
    ).toContain("The provider sends a file, and the server takes none.");
  });

  it("may be bound already: then both go there on purpose, and the file can be read", () => {
    const { file } = again({ deactivateUser: { chosen: "amendAccount" } });
    expect(file.operations["deactivateUser"]).toMatchObject({ id: "amendAccount", shared: true });
    const { remarks: _remarks, ...updateUser } = first.operations["updateUser"] ?? {};
    expect(file.operations["updateUser"]).toMatchObject({ ...updateUser, shared: true });
    expect(file.operations["deactivateUser"]?.remarks?.at(-1)).toBe(
      "updateUser goes to this operation as well. What tells them apart has to stand under `fixed`.",
    );
    expect(readBack(file).operations["deactivateUser"]).toMatchObject({ id: "amendAccount" });
  });

  it("may be a list in which another operation finds its object", () => {
    const { file } = again({
      "store/data.listFiles": { chosen: "files" },
      "store/data.getBucketInfo": { chosen: "bucketByUuid" },
    });
    expect(file.operations["store/data.getBucketInfo"]?.with).toEqual({ files: { list: "store/data.listFiles" } });
  });

  it.each<[string, Binding, RegExp]>([
    [
      "with a path of its own",
      { chosen: "a", method: "GET", path: "/a" },
      /beside `chosen`, remove the method and the path/,
    ],
    ["and is confirmed before it is bound", { chosen: "a", confirmed: true }, /pull again, which binds what is chosen/],
  ])("is an error %s", (_, binding, message) => {
    const { operations } = first;
    expect(() => readBack({ ...first, operations: { ...operations, getProfile: binding } })).toThrow(message);
  });
});
