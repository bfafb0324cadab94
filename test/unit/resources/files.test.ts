import * as pulumi from "@pulumi/pulumi";
import type { BucketArgs, BucketFileArgs } from "../../../provider";
import { optionsOf, propertiesOf } from "../../../provider/resources/properties";

const { FileAsset, StringAsset, RemoteAsset, FileArchive, AssetArchive } = pulumi.asset;
const shape = { inputs: [], outputs: [], references: [], files: ["source", "files"] };

beforeAll(() =>
  pulumi.runtime.setMocks({
    call: () => ({}),
    newResource: ({ name, inputs }) => ({ id: `id-of-${name}`, state: inputs as object }),
  }),
);

/** What the provider gets, and whether it is encrypted in the state. */
async function handedOn(args: object, field: string): Promise<readonly [value: unknown, isSecret: boolean]> {
  const given = pulumi.output(propertiesOf(shape, "it", args)[field]);
  const value = await new Promise((resolve) => given.apply(resolve));
  return [value, await pulumi.isSecret(given)];
}

const id = pulumi.output("12");

describe("an asset stands for a file", () => {
  const sources: readonly (readonly [string, BucketFileArgs["source"], object])[] = [
    ["as it is", new StringAsset("12"), { content: "12" }],
    ["of a file", new FileAsset("a.txt"), { path: "a.txt" }],
    ["rendered from an output", id.apply((it) => new StringAsset(it)), { content: "12" }],
    ["in an output", pulumi.output(new StringAsset("12")), { content: "12" }],
    ["in an output of an output", id.apply((it) => pulumi.output(new StringAsset(it))), { content: "12" }],
    ["a file in an output", id.apply(() => new FileAsset("a.txt")), { path: "a.txt" }],
    ["in a promise", Promise.resolve(new StringAsset("12")), { content: "12" }],
    ["a file in a promise", Promise.resolve(new FileAsset("a.txt")), { path: "a.txt" }],
  ];

  it.each(sources)("%s", async (_how, source, expected) => {
    expect(await handedOn({ source }, "source")).toEqual([expected, false]);
  });

  it.each([
    ["given as a secret", pulumi.secret(new StringAsset("12")), { content: "12" }],
    ["a file, given as a secret", pulumi.secret(new FileAsset("a.txt")), { path: "a.txt" }],
    ["rendered from a secret", pulumi.secret("12").apply((it) => new StringAsset(it)), { content: "12" }],
  ])("and a secret stays a secret: %s", async (_how, source: BucketFileArgs["source"], expected) => {
    expect(await handedOn({ source }, "source")).toEqual([expected, true]);
  });
});

describe("in a list of files", () => {
  const lists: readonly (readonly [string, BucketArgs["files"]])[] = [
    ["each as it is", [new FileAsset("a.txt"), "b.txt"]],
    ["one in an output", [id.apply(() => new FileAsset("a.txt")), "b.txt"]],
    ["one in a promise", [Promise.resolve(new FileAsset("a.txt")), "b.txt"]],
    ["all in an output", pulumi.output([new FileAsset("a.txt"), "b.txt"])],
    ["all in a promise", Promise.resolve([new FileAsset("a.txt"), "b.txt"])],
    ["outputs in an output", pulumi.output([id.apply(() => new FileAsset("a.txt")), "b.txt"])],
  ];

  it.each(lists)("%s", async (_how, files) => {
    expect(await handedOn({ files }, "files")).toEqual([[{ path: "a.txt" }, "b.txt"], false]);
  });

  it("one secret makes the whole list secret", async () => {
    const files: BucketArgs["files"] = [pulumi.secret(new FileAsset("a.txt")), "b.txt"];
    expect(await handedOn({ files }, "files")).toEqual([[{ path: "a.txt" }, "b.txt"], true]);
  });
});

describe("an asset that cannot be a file", () => {
  const others = [
    ["a RemoteAsset", () => new RemoteAsset("https://example.org/a")],
    ["an archive", () => new FileArchive("a.zip")],
    ["an archive", () => new AssetArchive({ a: new StringAsset("b") })],
  ] as const;

  it.each(others)("%s goes on to the provider, which refuses it", async (what, make) => {
    expect(await handedOn({ source: make() }, "source")).toEqual([{ __asset: what }, false]);
    expect(await handedOn({ source: id.apply<unknown>(make) }, "source")).toEqual([{ __asset: what }, false]);
    expect(await handedOn({ files: ["b.txt", make()] }, "files")).toEqual([["b.txt", { __asset: what }], false]);
  });
});

it("the option `import` is refused, with what to do instead", () => {
  expect(() => optionsOf(shape, { import: "68" })).toThrow(/HC3006 [^]*`adopt: "required"`/);
  expect(optionsOf(shape, { protect: true })).toEqual({ protect: true });
});
