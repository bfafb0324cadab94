import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { store } from "../../../provider/contract";
import { bucketPath, readContentId, uploadOf } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
/** The owner, and another organisation. */
let a: string;
let b: string;
beforeAll(async () => {
  tenant = await Tenant.start();
});
afterAll(() => tenant.stop());
afterEach(() => jest.restoreAllMocks());
let count = 0;
beforeEach(async () => {
  jest.spyOn(console, "warn").mockImplementation(() => undefined);
  count += 1;
  a = await tenant.organisation(`A ${count}`);
  b = await tenant.organisation(`B ${count}`);
  const { username, password } = tenant.emulator;
  stack = new Stack(() => tenant.clientOf(username, password));
});

const text = (name: string, content = name) => ({ name, content });
const bucket = (more: object = {}): Declaration => ({
  kind: "Bucket",
  name: "roads",
  values: () => ({ organisation: a, name: `Roads ${count}`, ...more }),
});
const file = (name: string, content = name, more: object = {}, at = () => stack.idOf("roads")): Declaration => ({
  kind: "BucketFile",
  name: `file ${name}`,
  values: () => ({ bucket: at(), name, source: { content }, ...more }),
});
const sharing = (more: () => object): Declaration => ({
  kind: "ContentSharing",
  name: "grant",
  values: (idOf) => ({ content: idOf("roads"), ...more() }),
});
const list = (more: () => object): Declaration => ({
  kind: "ContentSharingList",
  name: "list",
  values: (idOf) => ({ content: idOf("roads"), ...more() }),
});

const key = () => bucketPath(readContentId(stack.idOf("roads")));
const seen = () => tenant.byHand.call(store.data.getBucketInfo, { path: key() });
const names = async () => ((await seen()).files ?? []).map((it) => it.name).sort();
const sent = (name: string, content: string) => uploadOf({ content }, name, "text/plain");
const upload = (name: string, content: string) =>
  tenant.byHand.call(store.data.replaceFile, { path: { ...key(), file: name }, body: sent(name, content) });

describe("a file that moves to another resource", () => {
  it("stays when it moves into its bucket's files, and counts as one of them", async () => {
    await stack.up([bucket({ files: [text("x")] }), file("a.txt")]);
    await stack.up([bucket({ files: [text("x"), text("a.txt")] })]);
    expect(await names()).toEqual(["a.txt", "x"]);
    await stack.up([bucket({ files: [text("x")] })]);
    expect(await names()).toEqual(["x"]);
  });

  it("counts as one of the bucket's files even if the state saw it there before", async () => {
    await stack.up([bucket({ files: [text("x")] }), file("a.txt")]);
    await stack.up([bucket({ files: [text("x"), text("a.txt")] })], { refresh: true });
    expect(await names()).toEqual(["a.txt", "x"]);
    await stack.up([bucket({ files: [text("x")] })]);
    expect(await names()).toEqual(["x"]);
  });

  it("stays when it moves out of its bucket's files, after the bucket", async () => {
    await stack.up([bucket({ files: [text("x"), text("a.txt")] })]);
    const program = [bucket({ files: [text("x")] }), file("a.txt", "a.txt", { adopt: "ifExists" })];
    await stack.preview(program);
    await stack.up(program);
    expect(await names()).toEqual(["a.txt", "x"]);
    await stack.up(program, { refresh: true });
    expect(await names()).toEqual(["a.txt", "x"]);
    await stack.destroy();
  });

  it("stays when it moves out of its bucket's files, before the bucket", async () => {
    await stack.up([bucket({ files: [text("x"), text("a.txt")] })]);
    await stack.up([file("a.txt", "a.txt", { adopt: "ifExists" }), bucket({ files: [text("x")] })]);
    expect(await names()).toEqual(["a.txt", "x"]);
  });

  it("gets advice in the preview on how to take it over", async () => {
    await stack.up([bucket({ files: [text("x"), text("a.txt")] })]);
    await expect(stack.preview([bucket({ files: [text("x")] }), file("a.txt")])).rejects.toThrow(
      /^HC4001 [^]*adopt: "ifExists"/,
    );
  });

  it.each([
    ["bucket first", 1],
    ["file first", -1],
  ])("cannot be declared by both, %s", async (_order, order) => {
    await stack.up([bucket({ files: [text("x")] })]);
    const both = [bucket({ files: [text("x")] }), file("x", "other", { adopt: "ifExists" })];
    await expect(stack.preview(order > 0 ? both : both.reverse())).rejects.toThrow(/HC4007 [^]*the file x of data\//);
  });

  it("cannot be declared by both from the start", async () => {
    const both = [bucket({ files: [text("x")] }), file("x", "other", { adopt: "ifExists" })];
    await expect(stack.up(both)).rejects.toThrow(/HC4007/);
  });
});

describe("a share that moves to another resource", () => {
  const shared = async () => {
    const { sharedWith = [], properties } = await seen();
    const everybody = (properties?.["sharingOptions"] as { public?: boolean } | undefined)?.public === true;
    return [sharedWith.map((it) => it.organisation), everybody];
  };

  it("stays when the whole list takes it over", async () => {
    await stack.up([bucket(), sharing(() => ({ sharedWith: b }))]);
    await stack.up([bucket(), list(() => ({ sharedWith: [b] }))]);
    expect(await shared()).toEqual([[b], false]);
  });

  it("goes if the list does not cover such shares", async () => {
    await stack.up([bucket(), sharing(() => ({ sharedWith: b }))]);
    await stack.up([bucket(), list(() => ({ collaborators: [] }))]);
    expect(await shared()).toEqual([[], false]);
  });

  it.each([
    ["list", true],
    ["list", false],
    ["bucket", true],
    ["bucket", false],
  ])("is public or not as the %s says: %s", async (who, said) => {
    const instead = (more: object) => (who === "list" ? [bucket(), list(() => more)] : [bucket(more)]);
    await stack.up([bucket(), sharing(() => ({ public: true }))]);
    await stack.up(instead({ public: said }));
    expect(await shared()).toEqual([[], said]);
  });

  it("goes if no resource declares it", async () => {
    await stack.up([bucket(), sharing(() => ({ public: true }))]);
    await stack.up([bucket(), list(() => ({ sharedWith: [] }))]);
    expect(await shared()).toEqual([[], false]);
  });

  it("cannot be shared with the owning organisation, and a preview says so", async () => {
    await stack.up([bucket()]);
    await expect(stack.preview([bucket(), sharing(() => ({ sharedWith: a }))])).rejects.toThrow(
      /^HC3003 [^\n]*cannot be shared with organisation \d+, which owns it/,
    );
    await expect(stack.preview([bucket(), list(() => ({ sharedWith: [a] }))])).rejects.toThrow(
      /^HC3003 [^\n]*cannot be shared with organisation \d+, which owns it/,
    );
  });
});

describe("files that nobody declared", () => {
  it("keep their bucket from being deleted, and the error names them", async () => {
    await stack.up([bucket({ files: [text("x")] }), file("a.txt")]);
    for (const at of [1, 2, 3, 4, 5, 6, 7]) {
      await upload(`theirs ${at}.txt`, "theirs");
    }
    await stack.refresh();
    await expect(stack.destroy()).rejects.toThrow(
      /^HC5003 Bucket "Roads \d+" \(data\/[^)]*\) holds 7 files[^]*"theirs 1.txt"[^]*"theirs 5.txt", and 2 more[^]*retain/,
    );
    expect(await names()).toHaveLength(8);
    await stack.up([bucket({ files: [text("x")], onDestroy: "retain" })]);
    await stack.destroy();
    expect(stack.states.size).toBe(0);
  });

  it("prevent its replacement, and a warning comes first; declared files do not", async () => {
    await stack.up([bucket({ files: [text("x")] })]);
    await stack.up([bucket({ files: [text("x")], driver: "git" })]);
    await upload("theirs.txt", "theirs");
    await stack.preview([bucket({ files: [text("x")], driver: "s3" })]);
    expect(jest.mocked(console.warn).mock.calls.flat().join("\n")).toMatch(
      /holds 1 file that it does not declare[^]*"theirs.txt"/,
    );
    await expect(stack.up([bucket({ files: [text("x")], driver: "s3" })])).rejects.toThrow(/^HC5003/);
    expect(await names()).toEqual(["theirs.txt", "x"]);
  });

  it.each(["Schema", "TransformationProject"])("keep a %s from being deleted", async (kind) => {
    const made: Declaration = {
      kind,
      name: "roads",
      values: () => ({
        organisation: a,
        name: `It ${count}`,
        ...(kind === "Schema" ? { preset: "inspire-ad-4.0" } : {}),
      }),
    };
    await stack.up([made]);
    const name = kind === "Schema" ? ("schemas" as const) : ("projects" as const);
    const path = { ...key(), file: "theirs.txt" };
    await tenant.byHand.call(store[name].replaceFile, { path, body: sent("theirs.txt", "theirs") });
    await expect(stack.destroy()).rejects.toThrow(/^HC5003 [^\n]*holds 1 file /);
    await tenant.byHand.call(store[name].deleteFile, { path });
    await stack.destroy();
  });
});

it("an attachment has the largest size that is allowed", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "haleconnect-attachment-"));
  const large = path.join(folder, "large.bin");
  fs.writeFileSync(large, "");
  fs.truncateSync(large, 760 * 1024 ** 2);
  await stack.up([bucket({ store: "attachments" })]);
  const program = [bucket({ store: "attachments" }), file("large.bin", "", { source: { path: large } })];
  await expect(stack.preview(program)).rejects.toThrow(/^HC3004 [^]*at most 786,432,000 are allowed/);
  fs.rmSync(folder, { recursive: true });
});
