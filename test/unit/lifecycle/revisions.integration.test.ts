import { Readable } from "node:stream";
import { store } from "../../../provider/contract";
import type { Values } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeEach(async () => {
  jest.spyOn(console, "warn").mockReturnValue();
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterEach(async () => {
  jest.restoreAllMocks();
  await tenant.stop();
});

const theme = (more: Values = {}): Declaration => ({
  kind: "Theme",
  name: "traffic",
  values: () => ({ organisation: "1", name: "Traffic", ...more }),
});
/** As the class hands it on that gets the theme's resource. */
const roads = (more: Values = {}): Declaration => ({
  kind: "Bucket",
  name: "roads",
  values: (idOf) => ({
    organisation: "1",
    name: "Roads",
    theme: idOf("traffic"),
    themeRevision: revision("traffic"),
    files: [{ name: "roads.xml", content: "<roads/>" }],
    ...more,
  }),
});
const revision = (name: string) => stack.states.get(name)?.outputs["revision"];
const after = async (program: readonly Declaration[], name: string) => {
  await stack.up(program);
  return revision(name);
};
const wms = { viewServices: { wms: ["1.3.0"] } };

describe("the revision of a theme", () => {
  it("changes with what its datasets get, and with nothing else", async () => {
    const first = await after([theme(wms)], "traffic");
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(await after([theme({ ...wms, description: "about", subscribed: true })], "traffic")).toBe(first);
    const second = await after([theme({ ...wms, downloadServices: [{ type: "wfs" }] })], "traffic");
    expect(second).not.toBe(first);
    expect(await after([theme({ ...wms, downloadServices: [] })], "traffic")).toBe(first);
    await stack.refresh();
    expect(revision("traffic")).toBe(first);
  });

  it("is a part of the dataset's, so that a change of the theme reaches its services", async () => {
    await stack.up([theme(wms), roads()]);
    const first = revision("roads");
    await stack.up([theme(wms), roads()]);
    expect(revision("roads")).toBe(first);
    await stack.up([theme({ viewServices: { wms: ["1.1.1"] } }), roads()]);
    expect(revision("roads")).not.toBe(first);
  });
});

describe("the revision of a dataset", () => {
  const path = () => {
    const [, ownerId = "", bucketId = ""] = stack.idOf("roads").slice("data/".length).split(".");
    return { ownerType: "org" as const, ownerId, bucketId };
  };

  it("changes with an update that was interrupted after its writes, once the next `up` is through", async () => {
    await stack.up([theme(wms), roads()]);
    const first = revision("roads");
    const changed = roads({ files: [{ name: "roads.xml", content: "<roads><road/></roads>" }] });
    // The last step of the update fails. The file is there by then.
    const fault = { operation: "store/data.getBucketInfo", fault: "500", after: 1, times: 100 };
    const send = (method: string, body?: object) =>
      fetch(`${tenant.emulator.url}/_emulator/faults`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    await stack.preview([theme(wms), changed]);
    await send("POST", fault);
    await expect(stack.up([theme(wms), changed])).rejects.toThrow();
    await send("DELETE");
    await stack.up([theme(wms), changed]);
    const second = revision("roads");
    expect(second).not.toBe(first);
    await stack.up([theme(wms), changed], { refresh: true });
    expect(revision("roads")).toBe(second);
  });

  it("is the same for a file that somebody else adds", async () => {
    await stack.up([theme(wms), roads()]);
    const first = revision("roads");
    const bytes = Buffer.from("more");
    const body = { name: "more.xml", bytes: bytes.length, type: "text/xml", open: () => Readable.from([bytes]) };
    await tenant.byHand.call(store.data.replaceFile, { path: { ...path(), file: "more.xml" }, body });
    await stack.up([theme(wms), roads({ public: true })], { refresh: true });
    expect(revision("roads")).toBe(first);
  });
});
