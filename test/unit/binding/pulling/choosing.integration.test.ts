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

  it("stays, with the reason, if it cannot be bound", () => {
    for (const [chosen, reason] of [
      ["POST /storage/v9/buckets", "the documents have no such operation"],
      ["accountById", "its path needs account_id, which the provider does not have"],
    ] as const) {
      const { file } = again({ getUsers: { chosen } });
      const { getUsers = {} } = file.operations;
      expect(getUsers).toEqual({ chosen, remarks: [`What was chosen cannot be bound: ${reason}.`] });
      expect(again({ getUsers }).file.operations["getUsers"]).toEqual(getUsers);
    }
  });

  it("may be bound already: then both go there on purpose, and the file can be read", () => {
    const { file } = again({ deactivateUser: { chosen: "amendAccount" } });
    expect(file.operations["deactivateUser"]).toMatchObject({ id: "amendAccount", shared: true });
    expect(file.operations["updateUser"]).toMatchObject({ ...first.operations["updateUser"], shared: true });
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
    ["with a path of its own", { chosen: "a", method: "GET", path: "/a" }, /only one of them can be true/],
    ["and is confirmed before it is bound", { chosen: "a", confirmed: true }, /pull again, which binds what is chosen/],
  ])("is an error %s", (_, binding, message) => {
    const { operations } = first;
    expect(() => readBack({ ...first, operations: { ...operations, getProfile: binding } })).toThrow(message);
  });
});
