import { kinds, type Kind, type Values } from "../../../../provider/kinds";
import { check } from "../../../../provider/lifecycle/check";
import { measureFiles } from "../../../../provider/lifecycle/checking/contents";
import { validate } from "../../../../provider/lifecycle/checking/validate";
import { hiddenInputs, Veil } from "../../../../provider/lifecycle/values/veil";
import { MemoryJournal, processWith } from "../thing";

const kindNamed = (name: string): Kind => kinds.find((kind) => kind.name === name) as Kind;
const organisation = kindNamed("Organisation");
const bucket = kindNamed("Bucket");
const reasons = (kind: Kind, given: Values, olds?: Values): string =>
  validate(kind, given, olds)
    .map(({ reason }) => reason)
    .join("\n");

const SECRET = "Kanarie-7Q2xYz";

describe("a value that the program gives as a secret", () => {
  const long = SECRET.repeat(1000);

  it.each([
    ["name", ` ${SECRET}`],
    ["name", long],
    ["parent", SECRET],
    ["customFields", { [long]: "x" }],
    ["customFields", { key: long }],
    ["contact", { [SECRET]: "x" }],
    ["logo", { content: SECRET, path: SECRET }],
    ["adopt", SECRET],
  ])("is not quoted when `%s` is refused", (name, value) => {
    const failures = validate(organisation, { name: "A", [name]: value, __secrets: [name] });
    expect(failures).toHaveLength(1);
    expect(failures[0]?.reason).toContain(`\`${name}`);
    expect(failures[0]?.reason).not.toContain(SECRET);
  });

  it("is quoted if it is not a secret", () => {
    expect(reasons(organisation, { name: " A" })).toContain('`name` is " A"');
  });

  it("is not quoted if the state knows it as a secret, or if it may come from the state", () => {
    const given = { name: ` ${SECRET}` };
    expect(reasons(organisation, given, { name: "B", __secrets: ["name"] })).not.toContain(SECRET);
    expect(reasons(organisation, given, given)).not.toContain(SECRET);
  });

  it("does not appear in the error about its file", async () => {
    const files = [{ name: "p.halex", content: `<${SECRET}` }];
    const project = kindNamed("TransformationProject");
    const told = async (hidden: ReadonlySet<string>) =>
      (await measureFiles(project, { files }, () => false, { hidden })).failures.map(({ reason }) => reason).join();
    expect(await told(new Set(["files"]))).toMatch(/^HC3004 `files`: it cannot be used, and the reason is not shown/);
    expect(await told(new Set())).not.toContain("not shown");
  });
});

describe("a text", () => {
  const veil = Veil.of(organisation, {
    name: "Kreis Geheim",
    description: "kurz",
    parent: "12",
    logo: { path: "data/Wappen-geheim.png" },
    __secrets: ["name", "description", "parent", "logo"],
  });

  it.each([
    ["as it is", "of Kreis Geheim now"],
    ["in other case", "of KREIS GEHEIM now"],
    ["in an address", "of Kreis%20Geheim now"],
    ["in base64", `of ${Buffer.from("Kreis Geheim").toString("base64")} now`],
    ["by the name of a file", "of Wappen-geheim.png now"],
    ["short, as a word", "of kurz now"],
    ["a number", "of 12 now"],
  ])("loses a secret that it contains %s", (_how, text) => {
    expect(veil.over(text)).toMatch(/^of \[secret\]=* now$/);
  });

  it("keeps a word that only resembles a short secret", () => {
    expect(veil.over("kurzum 123 HC4012")).toBe("kurzum 123 HC4012");
  });

  it("loses the beginning of a secret that was cut", () => {
    const long = Veil.of(organisation, {
      description: "Das steht nirgends sonst. ".repeat(50),
      __secrets: ["description"],
    });
    expect(long.over("It says: Das steht nirgends sonst. Das st…")).toBe("It says: [secret]…");
  });

  it("keeps values that are not secret", () => {
    expect(Veil.of(organisation, { name: "Kreis Geheim" }).over("Kreis Geheim")).toBe("Kreis Geheim");
  });
});

it("the secret fields of a kind are hidden without a word from the program", () => {
  expect([...hiddenInputs(kindNamed("User"), { password: "x" })]).toContain("password");
});

describe("a value in the form that check gave it", () => {
  const context = () => processWith(bucket, new MemoryJournal());
  const owner = { organisation: "1", name: "B", __origin: "dev/b" };
  const files = { "a.txt": { path: "gone.txt", sha256: "0".repeat(64) } };

  it("is accepted, although the file is gone", async () => {
    const olds = { ...owner, files };
    expect(await check(bucket, olds, olds, context())).toEqual({ inputs: olds, failures: [] });
  });

  it("needs its file for an object that is created now", async () => {
    const { failures } = await check(bucket, {}, { ...owner, files }, context());
    expect(failures.map(({ reason }) => reason.split("\n")[0])).toEqual([
      'HC3004 `files`: the file "gone.txt": there is no such file',
    ]);
  });

  it("is not a map that a program may write", () => {
    expect(reasons(bucket, { ...owner, files: { "a.txt": { path: "a.txt" } } })).toContain("expected a list");
  });
});

describe("an asset that no constructor saw", () => {
  const signature = "4dabf18193072939515e22adb298388d";
  const asset = { [signature]: "c44067f5952c0a294b673a41bacd8c17" };
  const archive = { [signature]: "0def7320c3a5731c473e5ecbe6d01bc7", path: "a.zip" };
  const file = kindNamed("BucketFile");
  const given = { bucket: "data/org.1.2", name: "f", __origin: "dev/f" };
  const checked = async (source: unknown) =>
    check(
      file,
      { ...given, source: "decisions#one-declaration" },
      { ...given, source },
      processWith(file, new MemoryJournal()),
    );

  it("counts as its file", async () => {
    const { inputs, failures } = await checked({ ...asset, text: "x", hash: "" });
    expect([inputs["source"], failures]).toEqual([expect.objectContaining({ content: "x" }), []]);
  });

  it.each([
    ["a RemoteAsset", { ...asset, uri: "https://example.org/a" }],
    ["an archive", archive],
    ["an archive", { __asset: "an archive" }],
  ])("is refused once as %s", async (what, source) => {
    const { failures } = await checked(source);
    expect(failures.map(({ reason }) => reason.split("\n")[0])).toEqual([
      `HC3001 \`source\` is ${what}, and this input does not take one`,
    ]);
  });
});
