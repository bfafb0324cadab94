import { Readable } from "node:stream";
import { store } from "../../../provider/contract";
import { bucketPath, readContentId, type Values } from "../../../provider/kinds";
import { memoryOf } from "../../../provider/lifecycle/remembering/state";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterEach(() => tenant.stop());

const bucket = (...files: (readonly [string, string])[]): Declaration => ({
  kind: "Bucket",
  name: "roads",
  values: () => ({ organisation: "1", name: "Roads", files: files.map(([name, content]) => ({ name, content })) }),
});
const filesThere = async () => {
  const path = bucketPath(readContentId(stack.idOf("roads")));
  return (await tenant.byHand.list(store.data.listFiles, { path })).items.map(({ name }) => name).sort();
};
const filesInState = () => Object.keys(stack.states.get("roads")?.outputs["files"] as Values).sort();

describe("files with the names of properties that every JavaScript object has", () => {
  const odd = ["constructor", "hasOwnProperty", "toString"];

  it("are sent, changed and deleted like any other", async () => {
    await stack.up([bucket(...odd.map((name) => [name, "a"] as const))]);
    expect(await filesThere()).toEqual(odd);
    expect(filesInState()).toEqual(odd);
    await stack.up([bucket(["constructor", "b"], ["toString", "a"])], { refresh: true });
    expect(await filesThere()).toEqual(["constructor", "toString"]);
    expect(memoryOf(stack.states.get("roads")?.outputs ?? {}).declared).toContain("files.toString");
    await stack.up([bucket()]);
    expect(await filesThere()).toEqual([]);
  });

  it("are still to be sent if the bucket has no file of that name", async () => {
    await stack.up([bucket()]);
    await stack.up([bucket(["constructor", "a"])]);
    expect(await filesThere()).toEqual(["constructor"]);
  });

  it("are refused before anything is sent if Pulumi cannot hold the name, and do not enter the state", async () => {
    await expect(stack.up([bucket(["__proto__", "a"])])).rejects.toThrow(/HC3004.*"__proto__" is not allowed/);
    expect(stack.states.size).toBe(0);
    await stack.up([bucket(["a.txt", "a"])]);
    const path = { ...bucketPath(readContentId(stack.idOf("roads"))), file: "__proto__" };
    const body = { name: "__proto__", bytes: 1, type: "text/plain", open: () => Readable.from(["b"]) };
    await tenant.byHand.call(store.data.replaceFile, { path, body });
    await stack.refresh();
    expect(filesInState()).toEqual(["a.txt"]);
  });
});
