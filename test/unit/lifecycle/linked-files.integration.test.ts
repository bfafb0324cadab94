import { Readable } from "node:stream";
import { store } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterEach(() => tenant.stop());

/** Something that can be had without a login, at two addresses. */
const address = (service = "accounts") => `${tenant.emulator.url}/${service}/swagger.yaml`;
const roads: Declaration = {
  kind: "Bucket",
  name: "roads",
  values: () => ({ organisation: "1", name: "Roads" }),
};
const belonging = (more: Values = {}): Declaration => ({
  kind: "Bucket",
  name: "plans",
  values: (idOf) => ({ organisation: "1", name: "Plans", store: "attachments", dataset: idOf("roads"), ...more }),
});
const file = (more: Values): Declaration => ({
  kind: "BucketFile",
  name: "plan",
  values: (idOf) => ({ bucket: idOf("plans"), name: "plan.yaml", ...more }),
});
const path = () => {
  const [, ownerId = "", bucketId = ""] = stack.idOf("plans").split("/")[1]?.split(".") ?? [];
  return { ownerType: "org" as const, ownerId, bucketId };
};
const plans = () => tenant.byHand.call(store.attachments.getBucketInfo, { path: path() });
const upload = async (content: string) => {
  const bytes = Buffer.from(content);
  const body = { name: "plan.yaml", bytes: bytes.length, type: "text/plain", open: () => Readable.from([bytes]) };
  await tenant.byHand.call(store.attachments.replaceFile, { path: { ...path(), file: "plan.yaml" }, body });
};
const requests = async (method = "GET") =>
  (await fetch(`${tenant.emulator.url}/_emulator/requests`, { method })).json() as Promise<{
    operations: Record<string, number>;
  }>;

describe("a file from an address", () => {
  it("is had from there, once, and is deleted with its resource", async () => {
    const program = [roads, belonging(), file({ url: address() })];
    await stack.up(program);
    await requests("DELETE");
    await stack.up(program, { refresh: true });
    expect((await requests()).operations).not.toHaveProperty("linkFile");
    const { files = [] } = await plans();
    expect(files).toMatchObject([{ name: "plan.yaml", url: address() }]);
    expect(files[0]?.bytes).toBeGreaterThan(1000);
    await stack.up([roads, belonging()]);
    expect((await plans()).files).toEqual([]);
  });

  it("is had anew after an upload by hand, and from another address", async () => {
    await stack.up([roads, belonging(), file({ url: address() })]);
    await upload("by hand");
    await stack.up([roads, belonging(), file({ url: address() })], { refresh: true });
    expect((await plans()).files).toMatchObject([{ url: address() }]);
    await stack.up([roads, belonging(), file({ url: address("reports") })]);
    expect((await plans()).files).toMatchObject([{ url: address("reports") }]);
  });

  it("becomes an uploaded one in place, and an uploaded one becomes one from an address", async () => {
    const uploaded = file({ source: { content: "uploaded" } });
    await stack.up([roads, belonging(), uploaded]);
    const id = stack.idOf("plan");
    await stack.up([roads, belonging(), file({ url: address() })]);
    expect((await plans()).files).toMatchObject([{ url: address() }]);
    await stack.up([roads, belonging(), uploaded]);
    expect((await plans()).files?.[0]).not.toHaveProperty("url");
    expect(stack.idOf("plan")).toBe(id);
  });

  it("is adopted as it is, and is not had again", async () => {
    await stack.up([roads, belonging()]);
    const { linkFile } = store.attachments;
    await tenant.byHand.call(linkFile, { path: { ...path(), file: "plan.yaml" }, body: { url: address() } });
    await expect(stack.up([roads, belonging(), file({ url: address() })])).rejects.toThrow(/HC4001/);
    await requests("DELETE");
    await stack.up([roads, belonging(), file({ url: address(), adopt: "ifExists" })]);
    expect((await requests()).operations).not.toHaveProperty("linkFile");
  });

  it("is refused beside a source, without either, and in a store that has no such files", async () => {
    await stack.up([roads, belonging()]);
    const source = { content: "uploaded" };
    await expect(stack.preview([file({ url: address(), source })])).rejects.toThrow(/HC3001[^]*exactly one of them/);
    await expect(stack.preview([file({})])).rejects.toThrow(/HC3001[^]*exactly one of them/);
    await expect(stack.preview([file({ url: address(), bucket: stack.idOf("roads") })])).rejects.toThrow(
      /HC3001[^]*the store "data"/,
    );
    await expect(stack.preview([file({ url: "ftp://plans.example" })])).rejects.toThrow(/http:\/\//);
  });

  it("that nobody gives is an error that says so, and the next `up` brings it", async () => {
    const missing = `${tenant.emulator.url}/nowhere`;
    await expect(stack.up([roads, belonging(), file({ url: missing })])).rejects.toThrow(
      /`url`[^]*nowhere answers 404/,
    );
    await stack.up([roads, belonging(), file({ url: address() })]);
    expect((await plans()).files).toMatchObject([{ url: address() }]);
  });
});

describe("the dataset of metadata and of attachments", () => {
  it("is kept as declared, repaired after a change by hand, and taken away by an empty text", async () => {
    await stack.up([roads, belonging()]);
    const dataset = stack.idOf("roads").slice("data/".length);
    expect((await plans()).properties).toEqual({ dataset });
    await tenant.byHand.call(store.attachments.deleteBucketProperty, { path: { ...path(), property: "dataset" } });
    await stack.up([roads, belonging()], { refresh: true });
    expect((await plans()).properties).toEqual({ dataset });
    await stack.up([roads, belonging({ dataset: "" })]);
    expect((await plans()).properties).toEqual({});
  });

  it("has to exist, and belongs to these stores alone", async () => {
    const dataset = "data/org.1.4711";
    await expect(stack.preview([belonging({ dataset })])).rejects.toThrow(/HC3003[^]*no dataset data\/org\.1\.4711/);
    await stack.up([roads]);
    await expect(stack.preview([belonging({ store: "schemas" })])).rejects.toThrow(/HC3001[^]*the store "schemas"/);
  });
});
