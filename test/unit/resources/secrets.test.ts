import * as pulumi from "@pulumi/pulumi";
import * as state from "@pulumi/pulumi/runtime/state";
import { propertiesOf } from "../../../provider/resources/properties";

const shape = { inputs: [], outputs: [], references: ["owner"], files: ["source"], secrets: ["password"] };

beforeAll(() =>
  pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: ({ name, inputs }) => ({ id: `id-of-${name}`, state: inputs as object }),
  }),
);

/** What a constructor tells of the secrets among its inputs, once everything is known. */
const told = async (args: object): Promise<unknown> => await propertiesOf(shape, "it", args)["__secrets"];

it("names the inputs that are secret, in order", async () => {
  expect(await told({ name: pulumi.secret("a"), about: pulumi.secret("b"), title: "c" })).toEqual(["about", "name"]);
});

it.each([
  ["in an object", { contact: { city: pulumi.secret("a"), name: "b" } }],
  ["in a list of objects", { contact: [{ name: "b" }, { city: pulumi.secret("a") }] }],
  ["in an output", { contact: pulumi.output({ city: pulumi.secret("a") }) }],
  ["in a promise", { contact: Promise.resolve([pulumi.secret("a")]) }],
  ["derived from a secret", { contact: pulumi.secret("a").apply((it) => [it]) }],
  ["of an output that gives another", { contact: pulumi.output("a").apply(() => pulumi.secret("b")) }],
  ["as an asset", { contact: pulumi.secret(new pulumi.asset.StringAsset("a")) }],
])("finds a secret that is %s", async (_where, args) => {
  expect(await told(args)).toEqual(["contact"]);
});

it("treats a value as a secret when it cannot know, and never rejects", async () => {
  const failing = pulumi.output("a");
  Object.defineProperty(failing, "isSecret", { value: Promise.reject(new Error("no such value")) });
  expect(await told({ name: failing })).toEqual(["name"]);
});

it("names nothing if the outputs hold no secret", async () => {
  expect(await told({ name: pulumi.output("a"), list: [Promise.resolve("b")] })).toBeUndefined();
});

it.each([
  ["plain values", { name: "a", contact: { city: "b" }, list: ["c"], source: new pulumi.asset.StringAsset("d") }],
  ["what the class marks itself", { password: "a" }],
])("costs nothing for %s", (_what, args) => {
  expect(propertiesOf(shape, "it", args)).not.toHaveProperty("__secrets");
});

it.each([
  ["transforms", { transforms: [() => undefined] }],
  ["transformations", { transformations: [() => undefined] }],
])("treats everything as a secret if %s may make it one", async (_which, options) => {
  const properties = propertiesOf(shape, "it", { name: "a", about: "b" }, options);
  expect(await properties["__secrets"]).toEqual(["about", "name"]);
});

it("gives a promise instead of an output, so that it waits for no resource", () => {
  const { __secrets: secrets } = propertiesOf(shape, "it", { name: pulumi.secret("a") });
  expect(secrets).toBeInstanceOf(Promise);
});

describe("where the stack transforms", () => {
  const everything = async (): Promise<unknown> =>
    await propertiesOf(shape, "it", { name: "a", about: "b" })["__secrets"];

  it("treats everything as a secret: a transformation of the stack reaches every resource without a parent", async () => {
    const stack = jest.spyOn(pulumi.runtime, "getStackResource");
    stack.mockReturnValue({ __transformations: [() => undefined] } as unknown as pulumi.runtime.Stack);
    expect(await everything()).toEqual(["about", "name"]);
    stack.mockRestore();
    expect(await everything()).toBeUndefined();
  });

  it("treats everything as a secret: the engine calls a transform of the stack", async () => {
    const store = (state as unknown as { getStore: () => { callbacks?: unknown } }).getStore();
    store.callbacks = {};
    expect(await everything()).toEqual(["about", "name"]);
    delete store.callbacks;
    expect(await everything()).toBeUndefined();
  });
});
