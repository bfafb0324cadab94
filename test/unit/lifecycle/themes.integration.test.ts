import { resources, store } from "../../../provider/contract";
import { readContentId } from "../../../provider/kinds";
import { Stack, Tenant, type Declaration } from "./stack";

let tenant: Tenant;
let stack: Stack;
beforeEach(async () => {
  tenant = await Tenant.start();
  stack = new Stack(() => tenant.clientOf(tenant.emulator.username, tenant.emulator.password));
});
afterEach(() => tenant.stop());

const schema: Declaration = {
  kind: "Schema",
  name: "addresses",
  values: () => ({ organisation: "1", name: "Addresses", preset: "inspire-ad-4.0" }),
};
const theme = (more: Record<string, unknown> = {}): Declaration => ({
  kind: "Theme",
  name: "theme",
  values: (idOf) => ({
    organisation: "1",
    name: "Addresses",
    featureTypes: [{ schema: idOf("addresses"), featureType: "Address" }],
    ...more,
  }),
});
const dataset = (given = (idOf: (name: string) => string): unknown => idOf("theme")): Declaration => ({
  kind: "Bucket",
  name: "dataset",
  values: (idOf) => ({ organisation: "1", name: "County", theme: given(idOf) }),
});
const themes = () => tenant.byHand.list(resources.getThemes, {}).then(({ items }) => items);

it("a theme with a feature type that its schema does not have is refused in the preview", async () => {
  await stack.up([schema]);
  const declared: Declaration = {
    ...theme(),
    values: (idOf) => ({
      organisation: "1",
      name: "Addresses",
      featureTypes: [{ schema: idOf("addresses"), featureType: "Adress" }],
    }),
  };
  await expect(stack.preview([schema, declared])).rejects.toThrow(
    /HC3003.*has no feature type "Adress"[^]*The schema has {[^}]*}Address/,
  );
  expect(await themes()).toEqual([]);
});

it.each([
  ["baseTheme", { baseTheme: "org.1.gone" }, /there is no theme org\.1\.gone/],
  [
    "transformations",
    { transformations: [{ project: "projects/org.1.gone", theme: "org.1.gone" }] },
    /there is no transformation project/,
  ],
  ["featureTypes", { featureTypes: [{ schema: "schemas/org.1.gone", featureType: "A" }] }, /there is no schema/],
])("a theme whose %s names what is not there is refused in the preview", async (_field, more, expected) => {
  await stack.up([schema]);
  await expect(stack.preview([schema, theme(more)])).rejects.toThrow(expected);
});

it("a change to what is not there is refused in the preview, too", async () => {
  await stack.up([schema, theme()]);
  const transformations = [{ project: "projects/org.1.gone", theme: "org.1.gone" }];
  await expect(stack.preview([schema, theme({ transformations })])).rejects.toThrow(
    /there is no transformation project/,
  );
});

it("a base theme is copied once, and another one replaces the theme", async () => {
  const base = (name: string, removeZ: boolean): Declaration => ({
    kind: "Theme",
    name,
    values: () => ({ organisation: "1", name, removeZ, datasetNamePattern: name }),
  });
  const copy = (of: string): Declaration => ({
    kind: "Theme",
    name: "copy",
    values: (idOf) => ({ organisation: "1", name: "Copy", baseTheme: idOf(of), removeZ: true }),
  });
  await stack.up([base("one", false), base("two", false), copy("one")]);
  const copyOnServer = async () => (await themes()).filter(({ name }) => name === "Copy");
  const [before] = await copyOnServer();
  expect(before).toMatchObject({ removeZ: true, datasetNamePattern: "one" });
  await stack.up([base("one", true), base("two", false), copy("one")]);
  expect(await copyOnServer()).toEqual([before]);
  await stack.up([base("one", true), base("two", false), copy("two")]);
  const [after, ...others] = await copyOnServer();
  expect(others).toEqual([]);
  expect(after).toMatchObject({ removeZ: true, datasetNamePattern: "two" });
  expect(after?.id).not.toBe(before?.id);
});

it("a schedule is set as a whole", async () => {
  await stack.up([
    schema,
    theme({ automation: { execution: "later", interval: "weekly", weekday: "sunday", time: "01:30" } }),
  ]);
  await stack.up([schema, theme({ automation: { execution: "later", interval: "daily", time: "01:30" } })]);
  expect(await themes()).toMatchObject([{ automation: { execution: "later", interval: "daily", time: "01:30" } }]);
  await stack.up([schema, theme({ automation: { execution: "manually" } })]);
  expect(await themes()).toMatchObject([{ automation: { execution: "manually" } }]);
});

describe("the theme of a dataset", () => {
  it("is given, taken away, and left alone if nothing is declared", async () => {
    await stack.up([schema, theme(), dataset()]);
    const [made] = await themes();
    const themesOfDatasets = async () =>
      (await tenant.byHand.list(store.data.listBuckets, {})).items.map(({ properties }) => properties?.["theme"]);
    expect(await themesOfDatasets()).toEqual([made?.id]);
    await stack.up([schema, theme(), dataset(() => undefined)]);
    expect(await themesOfDatasets()).toEqual([made?.id]);
    await stack.up([schema, theme(), dataset(() => "")]);
    expect(await themesOfDatasets()).toEqual([undefined]);
  });

  it("that somebody gave by hand is no drift for a state that does not know it", async () => {
    await stack.up([dataset(() => undefined)]);
    const before = stack.states.get("dataset");
    const { id } = await tenant.byHand.call(resources.createTheme, {
      path: { ownerType: "org", ownerId: "1" },
      body: { name: "By hand" },
    });
    const { store: _store, ...key } = readContentId(stack.idOf("dataset"));
    const path = { ...key, property: "theme" };
    await tenant.byHand.call(store.data.setBucketProperty, { path, body: id });
    await stack.refresh();
    expect(before?.outputs).not.toHaveProperty("theme");
    expect(stack.states.get("dataset")?.outputs).not.toHaveProperty("theme");
  });

  it("is refused in the preview if it is not there", async () => {
    await expect(stack.preview([dataset(() => "org.1.gone")])).rejects.toThrow(/there is no theme org\.1\.gone/);
  });

  it("keeps the theme from being deleted, and the preview of a replacement names the dataset", async () => {
    const copy = (baseTheme?: string): Declaration => ({
      kind: "Theme",
      name: "copy",
      values: (idOf) => ({ organisation: "1", name: "Copy", baseTheme: baseTheme ?? idOf("theme") }),
    });
    await stack.up([schema, theme(), copy(), dataset((idOf) => idOf("copy"))]);
    const warn = jest.spyOn(console, "warn").mockReturnValue();
    const other = await tenant.byHand.call(resources.createTheme, {
      path: { ownerType: "org", ownerId: "1" },
      body: { name: "Other" },
    });
    await stack.preview([schema, theme(), copy(other.id), dataset(() => undefined)]);
    expect(warn.mock.calls.flat().join("\n")).toMatch(
      /Replacing Theme \S+ deletes the old one\. Datasets have it: County \(data\/org\.1\./,
    );
    warn.mockRestore();
  });

  it("keeps the theme from being deleted, and the error names the dataset", async () => {
    await stack.up([schema, theme()]);
    const [made] = await themes();
    const owner = { ownerType: "org", ownerId: "1" } as const;
    const { bucket: bucketId = "" } = await tenant.byHand.call(store.data.createBucketWithOwner, {
      path: owner,
      body: { name: "Made by hand" },
    });
    const path = { ...owner, bucketId, property: "theme" };
    await tenant.byHand.call(store.data.setBucketProperty, { path, body: made?.id ?? "" });
    await expect(stack.up([schema])).rejects.toThrow(/Made by hand/);
    expect(await themes()).toHaveLength(1);
  });
});
